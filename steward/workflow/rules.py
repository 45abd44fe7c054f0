"""Who may do what to a submission, and when: one rule per kind of event, read as a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Actor, Role
from steward.workflow.states import Contested, Event, EventType, State, SubmissionState

Condition = Callable[[SubmissionState, Actor], Message | None]

BEFORE_DECISION = frozenset({State.SUBMITTED, State.IN_REVIEW, State.PRIVACY_ASSESSMENT})
REVIEWING = frozenset({State.IN_REVIEW, State.PRIVACY_ASSESSMENT})
ON_PORTAL = frozenset({State.PUBLISHED, State.UPDATED})
DECIDED = frozenset({State.APPROVED, State.CHANGES_REQUESTED, State.RESTRICTED, State.DECLINED})
IN_QUEUE = frozenset(State) - {State.DRAFT, State.READY, State.SIGNED}
COORDINATOR = frozenset({Role.COORDINATOR})
RELEASING = frozenset({Role.COORDINATOR, Role.PRIVACY_CHAMPION})
EVERYONE = frozenset(Role) - {Role.AUDITOR}
CONTEST_ANSWERS = frozenset({EventType.BLOCK_RELEASED, EventType.BLOCK_REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When an event may come: in which states, by which roles, under which further conditions."""

    before: frozenset[State]
    roles: frozenset[Role] = COORDINATOR
    conditions: tuple[Condition, ...] = ()
    needs_reason: bool = False
    names_revision: bool = False     # must cite the newest revision, so that nobody decides on one they have not seen


def _holds_claim(state: SubmissionState, actor: Actor) -> Message | None:
    if state.claimed_by is not None and not same_person(state.claimed_by, actor):
        return say("{name} is reviewing this submission.", name=state.claimed_by.name)
    return None


def _claim_is_free(state: SubmissionState, actor: Actor) -> Message | None:
    return None if state.state is State.SUBMITTED else _holds_claim(state, actor)


def _is_not_own(state: SubmissionState, actor: Actor) -> Message | None:
    if not state.practice and any(same_person(sender, actor) for sender in state.submitters):
        return say("You sent this submission yourself. Another coordinator decides about it.")
    return None


def _is_own(state: SubmissionState, actor: Actor) -> Message | None:
    if actor.role is Role.COORDINATOR or any(same_person(sender, actor) for sender in state.submitters):
        return None
    return say("Only the person who sent this submission can take it back.")


def _coordinator_once_published(state: SubmissionState, actor: Actor) -> Message | None:
    if state.state in ON_PORTAL and actor.role is not Role.COORDINATOR:
        return say("This dataset is on the portal. Ask the program to take it back.")
    return None


def _nothing_contested(state: SubmissionState, _actor: Actor) -> Message | None:
    if state.open_contests:
        return say("The bureau asks to release something that Steward stopped. Release it with a reason, or request changes.")
    return None


def _is_not_publishing(state: SubmissionState, _actor: Actor) -> Message | None:
    return say("This submission is being published at this moment.") if state.is_publishing else None


def _is_begun(state: SubmissionState, _actor: Actor) -> Message | None:
    return None if state.is_publishing else say("Publishing has not been begun for this submission.")


def _was_never_published(state: SubmissionState, _actor: Actor) -> Message | None:
    return say("This dataset was published before. Send it as a new submission.") if state.published else None


SENDING = frozenset({State.READY, State.CHANGES_REQUESTED, State.WITHDRAWN, State.APPROVED}) | BEFORE_DECISION

RULES: Mapping[EventType, Rule] = MappingProxyType({
    EventType.SUBMITTED: Rule(before=SENDING, roles=frozenset({Role.STEWARD}),
                              conditions=(_is_not_publishing, _was_never_published)),
    EventType.WITHDRAWN: Rule(before=BEFORE_DECISION | ON_PORTAL | {State.APPROVED, State.CHANGES_REQUESTED},
                              roles=frozenset({Role.STEWARD, Role.COORDINATOR}),
                              conditions=(_coordinator_once_published, _is_own, _is_not_publishing)),
    EventType.CLAIMED: Rule(before=BEFORE_DECISION, conditions=(_claim_is_free,)),
    EventType.RELEASED: Rule(before=REVIEWING, conditions=(_holds_claim,)),
    EventType.COMMENT: Rule(before=IN_QUEUE, roles=EVERYONE, needs_reason=True),
    EventType.WAITING: Rule(before=BEFORE_DECISION | {State.APPROVED}),
    EventType.ASSESSMENT: Rule(before=frozenset({State.IN_REVIEW}), conditions=(_holds_claim,), needs_reason=True),
    EventType.BLOCK_RELEASED: Rule(before=BEFORE_DECISION, roles=RELEASING, conditions=(_is_not_own,), needs_reason=True,
                                   names_revision=True),
    EventType.BLOCK_REFUSED: Rule(before=BEFORE_DECISION, roles=RELEASING, needs_reason=True, names_revision=True),
    EventType.RETURNED: Rule(before=REVIEWING, conditions=(_holds_claim,), needs_reason=True, names_revision=True),
    EventType.APPROVED: Rule(before=REVIEWING, conditions=(_holds_claim, _is_not_own, _nothing_contested), needs_reason=True,
                             names_revision=True),
    EventType.RESTRICTED: Rule(before=REVIEWING, conditions=(_holds_claim,), needs_reason=True, names_revision=True),
    EventType.DECLINED: Rule(before=REVIEWING, conditions=(_holds_claim,), needs_reason=True, names_revision=True),
    EventType.REOPENED: Rule(before=DECIDED, needs_reason=True),
    EventType.PUBLISHING: Rule(before=frozenset({State.APPROVED}), conditions=(_nothing_contested,), names_revision=True),
    EventType.PUBLISHED: Rule(before=frozenset({State.APPROVED}), conditions=(_is_begun, _nothing_contested),
                              names_revision=True),
    EventType.AMENDED: Rule(before=frozenset({State.PUBLISHED})),
    EventType.RETRACTED: Rule(before=ON_PORTAL, needs_reason=True),
})


def allowed(state: SubmissionState, event_type: EventType, actor: Actor, *, at: str = "") -> Message | None:
    """Return None where this person may do this now, else why not, for a person to read.

    `at` is the present moment, ISO 8601; with it a review whose time is over can be taken by another coordinator.
    """
    rule = RULES[event_type]
    if state.problem is not None:
        return state.problem
    if actor.role not in rule.roles:
        return _not_your_role(rule)
    if state.state not in rule.before:
        return _not_now(state, event_type)
    if event_type is EventType.CLAIMED and is_over(state.claimed_until, at):
        return None
    answers = (condition(state, actor) for condition in rule.conditions)
    return next((answer for answer in answers if answer is not None), None)


def refusal(state: SubmissionState, event: Event) -> Message | None:
    """Return None where this very event may come now, else why not: the rule of its kind, its reason and its revision."""
    if event.practice != state.practice:
        return not_mixed(practice_queue=state.practice)
    return allowed(state, event.type, event.actor, at=event.at) or _incomplete(state, event)


def not_mixed(*, practice_queue: bool) -> Message:
    """Return why practice and program are kept apart, as seen from the queue."""
    if practice_queue:
        return say("This is the practice queue. A real submission goes to the program's queue.")
    return say("This is the program's queue. A practice submission stays in practice.")


def _incomplete(state: SubmissionState, event: Event) -> Message | None:
    rule = RULES[event.type]
    if rule.needs_reason and not event.text.strip():
        return say("Give a reason; it is kept with the submission.")
    if rule.names_revision and (event.revision, event.tagmanifest) != (state.revision, state.tagmanifest):
        return say("A newer revision has arrived since you looked. Look at it first.")
    if event.type is EventType.SUBMITTED and not _is_news(state, event):
        return say("This revision has been sent already.")
    if event.type in CONTEST_ANSWERS and Contested.read(event.details) not in state.open_contests:
        return say("Nothing of this kind in these rows of this file is waiting for an answer.")
    return None


def _is_news(state: SubmissionState, event: Event) -> bool:
    """Return whether a revision is a newer one with other bytes; what was taken back may come again as it was."""
    is_other = event.tagmanifest != state.tagmanifest or state.state is State.WITHDRAWN
    return bool(event.tagmanifest) and event.revision > state.revision and is_other


def same_person(one: Actor, other: Actor) -> bool:
    """Return whether two actors are one person, in whatever roles: systems differ in the capitals of a sign-in name."""
    return one.login.strip().casefold() == other.login.strip().casefold()


def is_over(until: str, at: str) -> bool:
    """Return whether the moment `at` is after `until`; False where either is not a moment with an offset."""
    try:
        return datetime.fromisoformat(at) > datetime.fromisoformat(until)
    except (ValueError, TypeError):
        return False


def _not_your_role(rule: Rule) -> Message:
    if rule.roles == COORDINATOR:
        return say("Only a coordinator of the program can do this.")
    if rule.roles == RELEASING:
        return say("Only a Privacy Champion or a coordinator can do this.")
    if rule.roles == EVERYONE:
        return say("An auditor looks, and changes nothing.")
    return say("This is for the person who prepares and sends the data.")


def _not_now(state: SubmissionState, event_type: EventType) -> Message:
    if state.decided_by is not None:
        return say("{name} already decided. This submission is now: {state}.", name=state.decided_by.name,
                   state=state.state.label)
    if event_type in {EventType.APPROVED, EventType.RETURNED, EventType.DECLINED, EventType.RESTRICTED} \
            and state.state is State.SUBMITTED:
        return say("Begin the review first, so that others see that you are on it.")
    if event_type in {EventType.PUBLISHING, EventType.PUBLISHED}:
        return say("Only an approved submission can be published. This one is now: {state}.", state=state.state.label)
    return say("This cannot be done now. This submission is now: {state}.", state=state.state.label)
