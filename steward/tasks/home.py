"""What the home page shows: what needs me first, my drafts, what my bureau has published."""

from dataclasses import dataclass

from steward.tasks.drafting import drafts
from steward.tasks.house import House
from steward.tasks.publishing import PublishedDataset, published
from steward.tasks.reviewing import submissions
from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Role
from steward.workflow.draft import Draft
from steward.workflow.rules import same_person
from steward.workflow.submission import State, SubmissionState

RETURNED = (State.CHANGES_REQUESTED, State.TAKEN_DOWN)   # what the program gives back to the bureau with a reason
WAITING = (State.SUBMITTED, State.IN_REVIEW, State.PRIVACY_ASSESSMENT, State.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that waits for this person: what, and where it is done ("draft", "submission", "update")."""

    what: Message
    place: str
    subject: str          # id of the draft or submission, or the dataset's identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """All of the home page."""

    needs: tuple[Need, ...]
    drafts: tuple[Draft, ...]
    published: tuple[PublishedDataset, ...]
    waiting: int                        # submissions that wait for a coordinator
    states: tuple[SubmissionState, ...]  # of everything in the queue
    notes: tuple[Message, ...]          # what could not be read, in words

    def state_of(self, draft: Draft) -> SubmissionState | None:
        """Return where a sent draft stands, None where it was not sent."""
        return next((state for state in self.states if state.id == draft.submission), None)


def home(house: House) -> Home:
    """Return the home page. Raises: Trouble where the queue or the drafts cannot be read."""
    found, notes = drafts(house)
    firsts = {draft.id for draft in found}
    mine = tuple(draft for draft in found if draft.part_of not in firsts)   # further tables go with their first one
    states, datasets = submissions(house), published(house)
    waiting = tuple(state for state in states if state.state in WAITING)
    needs = (*_returned(house, states, mine), *_overdue(datasets), *_unfinished(mine), *_to_review(waiting))
    return Home(needs=needs, drafts=mine, published=datasets, waiting=len(waiting), states=states, notes=notes)


def _returned(house: House, states: tuple[SubmissionState, ...], mine: tuple[Draft, ...]) -> tuple[Need, ...]:
    me = house.actor(Role.STEWARD)
    by_submission = {draft.submission: draft for draft in mine}
    again = {state.identifier for state in states if state.state is State.PUBLISHED}   # what was taken down is there again
    return tuple(Need(what=_said_of(state), place="draft", subject=by_submission[state.id].id)
                 for state in states if state.state in RETURNED and state.id in by_submission
                 and not (state.state is State.TAKEN_DOWN and state.identifier in again)
                 and any(same_person(me, sender) for sender in state.submitters))


def _said_of(state: SubmissionState) -> Message:
    if state.state is State.TAKEN_DOWN:
        return say("The program took the data of {title} down from the portal. Reason: {reason}", title=state.title,
                   reason=state.reason)
    return say("The program asks for changes to {title}. Reason: {reason}", title=state.title, reason=state.reason)


def _overdue(datasets: tuple[PublishedDataset, ...]) -> tuple[Need, ...]:
    return tuple(Need(what=say("{title} was due to be updated on {day}.", title=one.title, day=str(one.due)), place="update",
                      subject=one.identifier) for one in datasets if one.is_overdue)


def _unfinished(mine: tuple[Draft, ...]) -> tuple[Need, ...]:
    return tuple(Need(what=say("Go on with {title}.", title=draft.title), place="draft", subject=draft.id)
                 for draft in mine if not draft.submission)[:1]


def _to_review(waiting: tuple[SubmissionState, ...]) -> tuple[Need, ...]:
    return tuple(Need(what=say("{title} waits for a review.", title=state.title), place="submission", subject=state.id)
                 for state in waiting if state.state is State.SUBMITTED)
