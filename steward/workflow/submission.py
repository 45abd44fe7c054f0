"""Where a submission stands: its events, folded one after the other.

Context: several people write to the queue at once, and nobody may overwrite another's decision. Decision: the events are the
only truth and the state is computed from them; an event that was not allowed when it came changes nothing, so that two
decisions never both stand whoever wrote them. Refused: a stored state (two writers, one of them lost).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from steward.workflow.rules import allowed, refusal
from steward.workflow.states import Contested, Event, EventType, State, SubmissionState

__all__ = ["Event", "EventType", "State", "SubmissionState", "allowed", "apply", "fold", "refusal"]

Change = Callable[[SubmissionState, Event], SubmissionState]


def fold(events: Iterable[Event], *, id: str = "", practice: bool = False) -> SubmissionState:  # noqa: A002  # the domain's word
    """Return where the submission stands after these events, in their order.

    An event that comes a second time (same `id`) counts once; one that was not allowed is kept in `passed_over`.
    """
    state = SubmissionState(id=id, practice=practice)
    for event in events:
        state = apply(state, event)
    return state


def apply(state: SubmissionState, event: Event) -> SubmissionState:
    """Return the state after one more event."""
    if any(event.id == known.id for known in (*state.events, *state.passed_over)):
        return state
    if refusal(state, event) is not None:
        return replace(state, passed_over=(*state.passed_over, event))
    return replace(CHANGES[event.type](state, event), events=(*state.events, event))


def _submitted(state: SubmissionState, event: Event) -> SubmissionState:
    """Begin anew: no claim, no decision, no release of the revision before reaches over to the newer one."""
    details = event.details
    fresh = SubmissionState(id=state.id, practice=state.practice, events=state.events, passed_over=state.passed_over)
    return replace(fresh, state=State.SUBMITTED, revision=event.revision, tagmanifest=event.tagmanifest,
                   title=_text(details, "title") or state.title, bureau=_text(details, "bureau") or state.bureau,
                   identifier=_text(details, "identifier") or state.identifier, contested=_contested(details),
                   submitters=(*state.submitters, event.actor), submitted_at=event.at)


def _claimed(state: SubmissionState, event: Event) -> SubmissionState:
    to = State.IN_REVIEW if state.state is State.SUBMITTED else state.state
    return replace(state, state=to, claimed_by=event.actor, claimed_until=_text(event.details, "until"))


def _released(state: SubmissionState, _event: Event) -> SubmissionState:
    to = State.SUBMITTED if state.state is State.IN_REVIEW else state.state
    return replace(state, state=to, claimed_by=None, claimed_until="")


def _comment(state: SubmissionState, _event: Event) -> SubmissionState:
    return state


def _waiting(state: SubmissionState, event: Event) -> SubmissionState:
    return replace(state, waiting_on=_text(event.details, "on"))


def _assessment(state: SubmissionState, _event: Event) -> SubmissionState:
    return replace(state, state=State.PRIVACY_ASSESSMENT, waiting_on="privacy")


def _block_released(state: SubmissionState, event: Event) -> SubmissionState:
    return replace(state, released=(*state.released, Contested.read(event.details)))


def _decided(to: State) -> Change:
    def change(state: SubmissionState, event: Event) -> SubmissionState:
        return replace(state, state=to, decided_by=event.actor, decided_at=event.at, reason=event.text, claimed_by=None,
                       claimed_until="", waiting_on="bureau" if to is State.CHANGES_REQUESTED else "")
    return change


def _reopened(state: SubmissionState, event: Event) -> SubmissionState:
    return replace(state, state=State.IN_REVIEW, decided_by=None, decided_at="", reason="", claimed_by=event.actor,
                   claimed_until=_text(event.details, "until"), is_publishing=False, waiting_on="")


def _publishing(state: SubmissionState, _event: Event) -> SubmissionState:
    return replace(state, is_publishing=True)


def _published(state: SubmissionState, event: Event) -> SubmissionState:
    return replace(state, state=State.PUBLISHED, is_publishing=False, published=MappingProxyType(dict(event.details)),
                   published_at=event.at, waiting_on="")


def _ended(to: State) -> Change:
    def change(state: SubmissionState, event: Event) -> SubmissionState:
        return replace(state, state=to, reason=event.text, claimed_by=None, claimed_until="", waiting_on="")
    return change


CHANGES: Mapping[EventType, Change] = MappingProxyType({
    EventType.SUBMITTED: _submitted,
    EventType.WITHDRAWN: _ended(State.WITHDRAWN),
    EventType.CLAIMED: _claimed,
    EventType.RELEASED: _released,
    EventType.COMMENT: _comment,
    EventType.WAITING: _waiting,
    EventType.ASSESSMENT: _assessment,
    EventType.BLOCK_RELEASED: _block_released,
    EventType.BLOCK_REFUSED: _decided(State.CHANGES_REQUESTED),
    EventType.RETURNED: _decided(State.CHANGES_REQUESTED),
    EventType.APPROVED: _decided(State.APPROVED),
    EventType.RESTRICTED: _decided(State.RESTRICTED),
    EventType.DECLINED: _decided(State.DECLINED),
    EventType.REOPENED: _reopened,
    EventType.PUBLISHING: _publishing,
    EventType.PUBLISHED: _published,
    EventType.AMENDED: _ended(State.UPDATED),
    EventType.RETRACTED: _ended(State.TAKEN_DOWN),
})


def _text(details: Mapping[str, Any], name: str) -> str:
    found = details.get(name, "")
    return found if isinstance(found, str) else ""


def _contested(details: Mapping[str, Any]) -> tuple[Contested, ...]:
    """Return what the revision asks to release; an entry of another form still stands in the way of an approval."""
    found = details.get("contested")
    entries = found if isinstance(found, (list, tuple)) else ()
    return tuple(Contested.read(entry if isinstance(entry, Mapping) else {}) for entry in entries)
