"""A page that tells a submission's history to whoever opens the queue's folder without Steward. A copy, never relied on."""

from html import escape

from steward.vocabulary.message import Message, say
from steward.workflow.states import Event, EventType, SubmissionState

HAPPENED = {
    EventType.SUBMITTED: say("Sent"), EventType.WITHDRAWN: say("Taken back"), EventType.CLAIMED: say("Review begun"),
    EventType.RELEASED: say("Review given back"), EventType.COMMENT: say("Comment"), EventType.WAITING: say("Waiting"),
    EventType.ASSESSMENT: say("Sent to privacy assessment"), EventType.BLOCK_RELEASED: say("Released what Steward stopped"),
    EventType.BLOCK_REFUSED: say("Did not release what Steward stopped"),
    EventType.RETURNED: say("Changes requested"), EventType.APPROVED: say("Approved"),
    EventType.RESTRICTED: say("Restricted sharing only"), EventType.DECLINED: say("Declined"),
    EventType.REOPENED: say("Decision taken back"), EventType.PUBLISHING: say("Publishing begun"),
    EventType.PUBLISHED: say("Published"), EventType.AMENDED: say("Updated by a later submission"),
    EventType.RETRACTED: say("Taken down"),
}
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{id}</title></head><body>
<h1>{heading}</h1>
<p>{state}</p>
<table><tr>{columns}</tr>
{rows}
</table>
<p>{note}</p>
</body></html>
"""


def summary_page(state: SubmissionState) -> str:
    """Return the page as HTML. It holds what the events hold: names, times and typed reasons, no cell."""
    columns = (say("When"), say("Who"), say("What"), say("Why"))
    note = say("This is a copy to read. Steward does not rely on it, and changing it changes nothing.")
    heading = f"{state.id} {state.title}".strip()
    practice = (str(say("Practice. ")) if state.practice else "")
    return PAGE.format(id=escape(state.id), heading=escape(heading), state=escape(practice + str(state.state.label)),
                       columns=_cells("th", columns), rows="\n".join(_row(event) for event in state.events),
                       note=escape(str(note)))


def happened(kind: EventType) -> Message:
    """Return what happened, as a person reads it."""
    return HAPPENED[kind]


def _row(event: Event) -> str:
    return f"<tr>{_cells('td', (event.at, event.actor.name, HAPPENED[event.type], event.text))}</tr>"


def _cells(tag: str, texts: tuple[object, ...]) -> str:
    return "".join(f"<{tag}>{escape(str(text))}</{tag}>" for text in texts)
