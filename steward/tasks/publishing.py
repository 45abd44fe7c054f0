"""Publishes what was approved, and says what is published and when it is due again."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from steward import __version__
from steward.gateways.port import Listed, Publication, Published
from steward.manifest.public import NO_DATA
from steward.metadata.dictionary import FILE_NAME as DICTIONARY
from steward.metadata.dictionary import OWN_ENDING
from steward.queue.identity import new_event_id
from steward.tasks.bags import read_bag
from steward.tasks.house import House
from steward.tasks.program import Program, portal_folder, program
from steward.tasks.releasing import check_released
from steward.tasks.vocabulary import vocabularies
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Part, Progress
from steward.workflow.submission import Event, EventType, State, SubmissionState, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishReceipt:
    """What the coordinator gets: what was published, where, and that it was read back."""

    submission: str
    identifier: str
    version: int
    candidate: Path       # the first published table, in the portal's folder; without data, the text that says why
    tables: tuple[str, ...]   # the names of the files of all tables
    at: str
    is_practice: bool
    lines: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDataset:
    """One dataset on the portal, and when its bureau promised to renew it."""

    identifier: str
    title: str
    bureau: str           # as shown
    version: int
    published: str        # ISO 8601
    due: date | None      # None where nothing was promised
    is_overdue: bool


def publish(house: House, submission: str, progress: Progress) -> PublishReceipt:
    """Return the receipt of an approved submission, published, read back and compared; the same again changes nothing.

    Raises: Refused unless it is approved, VerificationFailed, Trouble.
    """
    place = program(house)
    state = place.queue.state(submission)
    if state.state is State.PUBLISHED:
        _amend_earlier(house, place, state)  # where the work was broken off just before
        return _receipt(house, place, state, place.gateway.verify(state.identifier))
    publication = _publication(house, place, state)
    if not state.is_publishing:
        state = _append(house, place, state, EventType.PUBLISHING)
    answer = place.gateway.publish(replace(publication, head=state.head), Part(progress, 0.0, 0.9))
    state = _append(house, place, state, EventType.PUBLISHED, identifier=answer.identifier, version=answer.version,
                    place=answer.place, files=dict(answer.files))
    _amend_earlier(house, place, state)
    progress.report(1.0, say("Published"))
    return _receipt(house, place, state, answer)


def published(house: House) -> tuple[PublishedDataset, ...]:
    """Return what is on the portal, sorted by identifier. Raises: Trouble."""
    place = program(house)
    states = {state.id: state for state in place.queue.submissions()}
    return tuple(_dataset(house, entry, states.get(entry.submission)) for entry in place.gateway.listed())


def _publication(house: House, place: Program, state: SubmissionState) -> Publication:
    bag = place.queue.open_revision(state.id, state.revision)
    manifest = read_bag(bag)
    check_released(manifest, state)
    record = manifest.record
    return Publication(submission=state.id, identifier=record.identifier, title=record.title, bag=bag,
                       tagmanifest=state.tagmanifest, head=state.head, at=house.clock.now(), practice=house.is_practice)


def _append(house: House, at: Program, state: SubmissionState, event_type: EventType, **details: object) -> SubmissionState:
    refusal = allowed(state, event_type, house.acting_as(Role.COORDINATOR), at=house.clock.now())
    if refusal is not None:
        raise Refused(words(refusal, say("Submission {number}.", number=state.id)))
    return at.queue.append(state.id, Event(
        type=event_type, actor=house.actor(Role.COORDINATOR), at=house.clock.now(), id=new_event_id(), app=__version__,
        practice=house.is_practice, revision=state.revision, tagmanifest=state.tagmanifest, details=details))


def _amend_earlier(house: House, place: Program, newest: SubmissionState) -> None:
    """Mark the submissions whose data this one replaced on the portal."""
    for state in place.queue.submissions():
        is_same = state.identifier == newest.identifier and state.id != newest.id
        if is_same and state.state is State.PUBLISHED and state.published_at <= newest.published_at:
            _append(house, place, state, EventType.AMENDED, by=newest.id)


def _receipt(house: House, place: Program, state: SubmissionState, answer: Published) -> PublishReceipt:
    folder = portal_folder(house) / answer.place
    candidates = sorted((name for name in answer.files if _is_table(name)),
                        key=lambda name: name.removesuffix(".csv"))   # the first table's name begins those of the others
    lines = (say("{title} is published as version {version}.", title=state.title, version=str(answer.version)),
             say("Practice: it was published into a folder of this computer only.") if place.is_practice
             else say("It was read back from the portal and is byte for byte what was approved."))
    return PublishReceipt(submission=state.id, identifier=answer.identifier, version=answer.version, at=answer.at,
                          candidate=folder / next(iter(candidates), NO_DATA), tables=tuple(candidates),
                          is_practice=place.is_practice, lines=lines)


def _is_table(name: str) -> bool:
    return name.endswith(".csv") and name != DICTIONARY and not name.endswith(OWN_ENDING)


def _dataset(house: House, entry: Listed, state: SubmissionState | None) -> PublishedDataset:
    bureau = vocabularies().label("bureaus", state.bureau) if state else ""
    due = _due(entry)
    return PublishedDataset(identifier=entry.identifier, title=entry.title, bureau=bureau, version=entry.version,
                            published=entry.at, due=due, is_overdue=due is not None and due.isoformat() < house.clock.today())


def _due(entry: Listed) -> date | None:
    known = vocabularies().terms["frequencies"]
    days = next((getattr(term, "days", None) for term in known
                 if entry.frequency and getattr(term, "dcat_us_1_1", "") == entry.frequency), None)
    return None if days is None else date.fromisoformat(entry.at[:10]) + timedelta(days=days)
