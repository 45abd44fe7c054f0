"""Takes the data of a published dataset down from the portal, with the reason; the catalog goes on naming the dataset.

Context: after a fault or a complaint the files must go at once, and who used them must learn why (open by default). Decision:
the portal lets go of the files first, then the event is written; where the work was broken off, the same call finishes it.
"""

from steward import __version__
from steward.queue.identity import new_event_id
from steward.tasks.deciding import checked_reason
from steward.tasks.house import House
from steward.tasks.program import Program, program
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say
from steward.vocabulary.people import Role
from steward.workflow.submission import Event, EventType, State, SubmissionState, allowed


def take_down(house: House, submission: SubmissionState | str, reason: str) -> SubmissionState:
    """Return the submission whose data was taken down; the catalog keeps its description, without a file and with the reason.

    Raises: Refused without a reason, where the reason holds private details or a rule says no; Trouble.
    """
    told, place = checked_reason(house, reason), program(house)
    state = place.queue.state(submission if isinstance(submission, str) else submission.id)
    _check(house, state)
    place.gateway.retract(state.identifier, told, house.clock.now())
    return _append(house, place, state, told)


def _check(house: House, state: SubmissionState) -> None:
    where = say("Submission {number}.", number=state.id)
    if state.state is State.UPDATED:
        raise Refused(words(say("A newer version of this dataset is published."), where,
                            say("Take down the newest version: its data is what the portal shows.")))
    refusal = allowed(state, EventType.RETRACTED, house.acting_as(Role.COORDINATOR), at=house.clock.now())
    if refusal is not None:
        raise Refused(words(refusal, where))


def _append(house: House, at: Program, state: SubmissionState, reason: str) -> SubmissionState:
    return at.queue.append(state.id, Event(
        type=EventType.RETRACTED, actor=house.actor(Role.COORDINATOR), at=house.clock.now(), id=new_event_id(), app=__version__,
        practice=house.is_practice, revision=state.revision, tagmanifest=state.tagmanifest, text=reason))
