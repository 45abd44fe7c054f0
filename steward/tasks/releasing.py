"""Answers a request to let a block pass: a Privacy Champion or a coordinator releases it, or gives it back with a reason.

A release is an event that names the request as it was sealed: kind, column, count, the rows and the candidate by their hashes,
and the revision by that of its bag. It reaches no other row, file or revision, whatever a policy says later.
"""

from steward import __version__
from steward.manifest.read import Manifest
from steward.queue.identity import new_event_id
from steward.tasks.deciding import checked_reason
from steward.tasks.house import NOT_YOURS, House
from steward.tasks.program import program
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Actor, Role
from steward.workflow.contesting import unreleased
from steward.workflow.states import Contested, Event, EventType, SubmissionState
from steward.workflow.submission import allowed

ROLES = (Role.COORDINATOR, Role.PRIVACY_CHAMPION)   # in the order in which a person who holds both acts


class NotReleased(Refused):
    """Something that was stopped is in the candidate, and nobody has let it pass."""


def why_not_release(house: House, state: SubmissionState) -> Message | None:
    """Return None where the person at this workstation may release what is contested, else why not."""
    return _why_not(house, state, EventType.BLOCK_RELEASED)


def why_not_refuse(house: House, state: SubmissionState) -> Message | None:
    """Return None where the person at this workstation may give back what is contested, else why not."""
    return _why_not(house, state, EventType.BLOCK_REFUSED)


def release_block(house: House, state: SubmissionState, contested: Contested, reason: str) -> SubmissionState:
    """Return the submission with one block released for the rows and the file that were looked at. Raises: Refused, Trouble."""
    return _append(house, state, EventType.BLOCK_RELEASED, contested, reason)


def refuse_block(house: House, state: SubmissionState, contested: Contested, reason: str) -> SubmissionState:
    """Return the submission as given back to the bureau, with the reason why it cannot pass. Raises: Refused, Trouble."""
    return _append(house, state, EventType.BLOCK_REFUSED, contested, reason)


def stopped(manifest: Manifest, state: SubmissionState) -> tuple[Finding, ...]:
    """Return the blocks in a sealed manifest that nobody has released, whether the bureau asked for it or not."""
    return tuple(finding for table in manifest.tables
                 for finding in unreleased(table.findings, table.contests, state.released, table.sha256))


def check_released(manifest: Manifest, state: SubmissionState) -> None:
    """Raise: NotReleased while the candidate holds a block that nobody released."""
    standing = stopped(manifest, state)
    if standing:
        raise NotReleased(words(say("The table holds something that Steward stops, and nobody has released it."),
                                standing[0].words.what, say("Release it with a reason, or request changes.")))


def _why_not(house: House, state: SubmissionState, event_type: EventType) -> Message | None:
    actor = _actor(house)
    return NOT_YOURS if actor is None else allowed(state, event_type, actor, at=house.clock.now())


def _append(house: House, state: SubmissionState, event_type: EventType, contested: Contested, reason: str) -> SubmissionState:
    return program(house).queue.append(state.id, Event(
        type=event_type, actor=_actor(house) or house.acting_as(Role.COORDINATOR), at=house.clock.now(), id=new_event_id(),
        practice=house.is_practice, revision=state.revision, tagmanifest=state.tagmanifest,
        text=checked_reason(house, reason), details=contested.told(), app=__version__))


def _actor(house: House) -> Actor | None:
    return next((house.actor(role) for role in ROLES if house.plays(role)), None)
