"""What the Desk's pages ask the tasks for, beside the window: ready to be shown, with the rules' answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from steward.vocabulary.errors import StewardError
from steward.vocabulary.message import Message
from steward.vocabulary.words import Words
from steward.workflow.states import EventType, SubmissionState

if TYPE_CHECKING:
    from steward.tasks.house import House
    from steward.tasks.publishing import PublishedDataset
    from steward.tasks.reviewing import Evidence

ACTS = (EventType.CLAIMED, EventType.RELEASED, EventType.APPROVED, EventType.RETURNED, EventType.DECLINED, EventType.PUBLISHING,
        EventType.RETRACTED)
MY_TURN = frozenset(ACTS) - {EventType.RELEASED, EventType.RETRACTED}
T = TypeVar("T")
Answers = tuple[tuple[str, str], ...]   # label and answer, in the order of the profile


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueItem:
    """One submission in the list."""

    state: SubmissionState
    bureau: str
    is_mine: bool     # there is something this person may do about it
    is_own_claim: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[T]):
    """A list with the moment it was asked for."""

    items: tuple[T, ...]
    at: str
    today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column as the public will read of it."""

    name: str
    type: str
    unit: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One submission with its evidence. Without evidence `trouble` says why nothing of it can be shown."""

    state: SubmissionState
    bureau: str
    refusals: Mapping[EventType, Message | None]   # why this person may not, for each of ACTS; None: allowed
    at: str
    today: str
    is_own_claim: bool = False
    why_not_release: Message | None = None   # why this person may not release what the bureau contests
    why_not_refuse: Message | None = None
    evidence: "Evidence | None" = None
    trouble: Words | None = None
    public: Answers = ()      # the record as the public will see it
    internal: Answers = ()    # what stays in the program


def load_queue(house: "House") -> Listing[QueueItem]:
    """Return what is in the queue: what this person can do something about first, then the newest. Raises: Trouble."""
    from steward.tasks import reviewing

    items = [_queue_item(house, state) for state in reviewing.submissions(house)]
    newest_first = sorted(items, key=lambda item: item.state.submitted_at, reverse=True)
    ordered = sorted(newest_first, key=lambda item: not item.is_mine)
    return Listing(items=tuple(ordered), at=house.clock.now(), today=house.clock.today())


def load_published(house: "House") -> "Listing[PublishedDataset]":
    """Return what is published: what is overdue first, then by its due date. Raises: Trouble."""
    from steward.tasks import publishing

    found = sorted(publishing.published(house), key=lambda known: (not known.is_overdue, str(known.due or "9999"), known.title))
    return Listing(items=tuple(found), at=house.clock.now(), today=house.clock.today())


def load_case(house: "House", submission: str) -> Case:
    """Return one submission; where its evidence cannot be read or trusted, what is known of it without. Raises: Trouble."""
    from steward.tasks import reviewing

    try:
        evidence = reviewing.evidence(house, submission)
    except StewardError as trouble:
        known = [state for state in reviewing.submissions(house) if state.id == submission]
        if not known:
            raise
        return _case(house, known[0], None, trouble.words)
    return _case(house, evidence.state, evidence, None)


def bureau_name(identifier: str) -> str:
    """Return a bureau's name, or what was given where it is no id of the list."""
    from steward.tasks.vocabulary import vocabularies

    return vocabularies().label("bureaus", identifier)


def _queue_item(house: "House", state: SubmissionState) -> QueueItem:
    refusals = _refusals(house, state)
    return QueueItem(state=state, bureau=bureau_name(state.bureau), is_own_claim=_is_own_claim(state, refusals),
                     is_mine=any(refusals[act] is None for act in MY_TURN) or _waits_for_release(house, state))


def _waits_for_release(house: "House", state: SubmissionState) -> bool:
    from steward.tasks import releasing

    return bool(state.open_contests) and releasing.why_not_release(house, state) is None


def _case(house: "House", state: SubmissionState, evidence: "Evidence | None", trouble: Words | None) -> Case:
    from steward.tasks import releasing

    refusals = _refusals(house, state)
    bare = Case(state=state, bureau=bureau_name(state.bureau), refusals=refusals, at=house.clock.now(), evidence=evidence,
                today=house.clock.today(), is_own_claim=_is_own_claim(state, refusals), trouble=trouble,
                why_not_release=releasing.why_not_release(house, state), why_not_refuse=releasing.why_not_refuse(house, state))
    if evidence is None:
        return bare
    public, internal = _answers(evidence)
    return replace(bare, public=public, internal=internal)


def column_lines(table_schema: Mapping[str, object]) -> tuple[ColumnLine, ...]:
    """Return the columns of a table as its Table Schema describes them."""
    fields = table_schema.get("fields")
    return tuple(_column(field) for field in (fields if isinstance(fields, list) else ()) if isinstance(field, Mapping))


def _column(field: Mapping[str, object]) -> ColumnLine:
    told = {name: str(field.get(name) or "") for name in ("name", "type", "unit", "description", "title")}
    return ColumnLine(name=told["name"], type=told["type"], unit=told["unit"], description=told["description"] or told["title"])


def _refusals(house: "House", state: SubmissionState) -> Mapping[EventType, Message | None]:
    from steward.tasks import reviewing

    return {act: reviewing.why_not(house, state, act) for act in ACTS}


def _is_own_claim(state: SubmissionState, refusals: Mapping[EventType, Message | None]) -> bool:
    return state.claimed_by is not None and refusals[EventType.RELEASED] is None


def _answers(evidence: "Evidence") -> tuple[Answers, Answers]:
    from steward.tasks.vocabulary import metadata_profile

    public: list[tuple[str, str]] = []
    internal: list[tuple[str, str]] = []
    for element in metadata_profile().elements:
        value = evidence.manifest.record.value(element.id)
        words = tuple(_shown(element.vocabulary, text) for text in ((value,) if isinstance(value, str) else value) if text)
        if words:
            (public if element.is_published else internal).append((element.label, ", ".join(words)))
    return tuple(public), tuple(internal)


def _shown(vocabulary: str, text: str) -> str:
    from steward.tasks.vocabulary import vocabularies

    return vocabularies().label(vocabulary, text) if vocabulary else text
