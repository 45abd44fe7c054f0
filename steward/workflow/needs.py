"""What each step of the wizard still needs, in words: pure rules over a draft and its findings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from steward.vocabulary.decision import Choice
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.workflow.contesting import contest_of, may_contest
from steward.workflow.draft import Draft


class StepName(StrEnum):
    """The five steps of the wizard, in order."""

    OPEN = "open"
    PRIVACY = "privacy"
    COLUMNS = "columns"
    DESCRIBE = "describe"
    SEND = "send"


WITHOUT_TABLE = (StepName.DESCRIBE, StepName.SEND)   # the steps of a dataset that is cataloged without its data
STEP_OF_ROOM = {"privacy": StepName.PRIVACY, "asked": StepName.PRIVACY, "hidden": StepName.PRIVACY,
                "structure": StepName.COLUMNS, "metadata": StepName.DESCRIBE}
NOT_DESCRIBED, WEAKLY_DESCRIBED = "columns-not-described", "columns-described-weakly"
OF_COLUMN_WORDS = frozenset((NOT_DESCRIBED, WEAKLY_DESCRIBED))   # what columns mean is said where they are checked

ASKED = "asked"
YES_OR_NO = frozenset((Choice.YES, Choice.NO))


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStatus:
    """Where one step stands."""

    step: StepName
    title: Message
    state: Message
    is_done: bool
    open_count: int = 0  # findings that block or wait for a decision


def may_answer(finding: Finding, choice: Choice) -> bool:
    """Return whether the person who prepares may answer a finding so; a block is taken out, or the program is asked."""
    if finding.room == ASKED or choice in YES_OR_NO:
        return finding.room == ASKED and choice in YES_OR_NO
    if choice is Choice.CONTEST:
        return may_contest(finding)
    return choice is Choice.REMEDY or finding.tier is not Tier.BLOCK


def is_open(draft: Draft, finding: Finding) -> bool:
    """Return whether a finding still stands in the way of sending: a block that is not contested, or an open question."""
    if finding.tier is Tier.BLOCK:
        return contest_of(draft, finding) is None
    answered = {given.key for given in draft.decisions if may_answer(finding, given.choice)}
    return finding.tier is Tier.DECIDE and finding.key not in answered


def outstanding(draft: Draft, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that still stand in the way, in the order given. Empty: the draft may be sealed."""
    return tuple(finding for finding in findings if is_open(draft, finding))


def step_of(finding: Finding) -> StepName:
    """Return the step on which a finding is shown."""
    return StepName.COLUMNS if finding.kind in OF_COLUMN_WORDS else STEP_OF_ROOM[finding.room]


def steps(draft: Draft | None, findings: Sequence[Finding] | None) -> tuple[StepStatus, ...]:
    """Return the status of every step; without a draft nothing has begun, without findings nothing is checked yet.

    A draft without a table has two steps, any other all five.
    """
    if draft is None:
        return tuple(_status(step, say("Not started")) for step in StepName)
    return tuple(status for status in _every_step(draft, findings) if draft.has_table or status.step in WITHOUT_TABLE)


def _every_step(draft: Draft, findings: Sequence[Finding] | None) -> tuple[StepStatus, ...]:
    if findings is None:
        return (_status(StepName.OPEN, say("Chosen, not checked yet")),
                *(_status(step, say("Waits for the check")) for step in list(StepName)[1:]))
    if draft.part_of:   # described and sent with the first table of its dataset
        findings = [finding for finding in findings if step_of(finding) not in WITHOUT_TABLE]
    waiting = outstanding(draft, findings)
    middle = [_counted(step, sum(1 for finding in waiting if step_of(finding) is step), draft)
              for step in (StepName.PRIVACY, StepName.COLUMNS, StepName.DESCRIBE)]
    every = (_status(StepName.OPEN, say("Done"), is_done=True), *middle, _sending(draft, waiting))
    if not draft.part_of:
        return every
    return tuple(_status(one.step, say("At the first table")) if one.step in WITHOUT_TABLE else one for one in every)


def next_step(statuses: Sequence[StepStatus]) -> StepName:
    """Return the first step that is not done, where a resumed draft opens."""
    return next((status.step for status in statuses if not status.is_done), StepName.SEND)


def _counted(step: StepName, waiting: int, draft: Draft) -> StepStatus:
    if waiting:
        return _status(step, say_count("{count} thing to do", "{count} things to do", waiting), open_count=waiting)
    if step in draft.seen:
        return _status(step, say("Done"), is_done=True)
    return _status(step, say("To look through"))


def _sending(draft: Draft, waiting: Sequence[Finding]) -> StepStatus:
    if draft.submission:
        return _status(StepName.SEND, say("Sent"), is_done=True)
    if waiting:
        return _status(StepName.SEND, say_count("Waits for {count} thing", "Waits for {count} things", len(waiting)),
                       open_count=len(waiting))
    return _status(StepName.SEND, say("Looks at every table") if draft.further else say("Ready to send"))


def title_of(step: StepName) -> Message:
    """Return the name of a step as the screen shows it."""
    return {StepName.OPEN: say("Open the table"), StepName.PRIVACY: say("Check for private information"),
            StepName.COLUMNS: say("Check the columns"), StepName.DESCRIBE: say("Describe the data"),
            StepName.SEND: say("Check and send")}[step]


def _status(step: StepName, state: Message, *, is_done: bool = False, open_count: int = 0) -> StepStatus:
    return StepStatus(step=step, title=title_of(step), state=state, is_done=is_done, open_count=open_count)
