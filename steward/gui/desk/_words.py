"""What the Desk says of states, events, decisions and types: each in a word with an icon, never by color alone."""

from collections.abc import Mapping
from types import MappingProxyType

from steward.gui.column_types import TYPES
from steward.gui.text import tr
from steward.gui.widgets.tag import Tag
from steward.vocabulary.decision import Choice
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier
from steward.workflow.states import EventType, State, SubmissionState

Look = tuple[str, str]  # tone and icon

LOOKS: Mapping[State, Look] = MappingProxyType({
    State.SUBMITTED: ("note", "send"), State.IN_REVIEW: ("note", "person"), State.PRIVACY_ASSESSMENT: ("caution", "privacy"),
    State.APPROVED: ("done", "check"), State.CHANGES_REQUESTED: ("caution", "undo"), State.RESTRICTED: ("stop", "stop"),
    State.DECLINED: ("stop", "close"), State.PUBLISHED: ("done", "published"), State.UPDATED: ("", "published"),
    State.WITHDRAWN: ("", "undo"), State.TAKEN_DOWN: ("stop", "trash"),
})
EVENTS: Mapping[EventType, Message] = MappingProxyType({
    EventType.WITHDRAWN: say("took it back"),
    EventType.CLAIMED: say("began the review"), EventType.RELEASED: say("gave it back to the queue"),
    EventType.COMMENT: say("wrote a comment"), EventType.WAITING: say("noted whom it waits for"),
    EventType.ASSESSMENT: say("sent it to privacy assessment"), EventType.RETURNED: say("requested changes"),
    EventType.BLOCK_RELEASED: say("released something that was stopped"),
    EventType.BLOCK_REFUSED: say("did not release what was stopped, and requested changes"),
    EventType.APPROVED: say("approved it"),
    EventType.RESTRICTED: say("restricted it: not for the public"), EventType.DECLINED: say("declined it"),
    EventType.REOPENED: say("took the decision back"), EventType.PUBLISHING: say("began to publish it"),
    EventType.PUBLISHED: say("published it"), EventType.AMENDED: say("published newer data in its place"),
    EventType.RETRACTED: say("took it down from the portal"),
})
CHOICES: Mapping[Choice, Message] = MappingProxyType({
    Choice.KEEP: say("The bureau publishes it as it is."), Choice.REMEDY: say("The bureau chose a change."),
    Choice.NOT_PRIVATE: say("The bureau says that it is not what it looks like."),
    Choice.YES: say("The bureau answered: yes."), Choice.NO: say("The bureau answered: no."),
    Choice.CONTEST: say("The bureau asks the program to release it."),
})
TIERS: Mapping[Tier, tuple[Message, str]] = MappingProxyType({
    Tier.BLOCK: (say("Stopped by Steward"), "stop"), Tier.DECIDE: (say("The bureau had to decide"), "caution"),
    Tier.WARN: (say("Worth mending"), "note"), Tier.NOTE: (say("Good to know"), ""),
})
WAITING: Mapping[str, Message] = MappingProxyType({
    "bureau": say("Waits for the bureau"), "privacy": say("Waits for privacy"), "legal": say("Waits for the City Attorney"),
})


def state_tag(state: SubmissionState) -> Tag:
    """Return the state as a label; a history that cannot be trusted outweighs every state."""
    if state.problem is not None:
        return Tag(tr(say("Cannot be trusted")), "stop", "stop")
    tone, picture = LOOKS.get(state.state, ("", "file"))
    return Tag(tr(state.state.label), tone, picture)


def state_words(state: SubmissionState) -> str:
    """Return the state as it is spoken."""
    return tr(say("The history cannot be trusted") if state.problem is not None else state.state.label)


def type_word(name: str) -> str:
    """Return the type of a column as a clerk calls it."""
    return tr(TYPES[name]) if name in TYPES else name
