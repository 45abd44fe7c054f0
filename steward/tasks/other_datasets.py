"""What else is described already: in the program's queue and catalog, and in the other drafts of this workstation."""

from collections.abc import Iterator

from steward.metadata.checks import KnownDataset
from steward.tasks.drafting import drafts
from steward.tasks.house import House
from steward.tasks.program import program
from steward.vocabulary.errors import StewardError
from steward.workflow.draft import Draft

MOST = 500  # datasets that one is compared with, the latest first


def other_datasets(house: House, draft: Draft) -> tuple[KnownDataset, ...]:
    """Return every other dataset that is known here, looked up once for a draft in a run.

    Not among them: the dataset that the draft updates, what it was sent as, its own updates, and other drafts of the same file,
    except one that goes by the same identifier: of that one the identifier and the title are given alone.
    A queue that cannot be read now is passed over: nothing is checked against it then.
    """
    key = ("other datasets", draft.id, draft.updates, _identifier(draft))
    return house.kept.once(key, lambda: (*_drafted(house, draft), *_submitted(house, draft))[:MOST])


def _drafted(house: House, draft: Draft) -> Iterator[KnownDataset]:
    for other in drafts(house)[0]:
        is_same = other.id == draft.id or other.part_of or (
            _is_of(draft, other.record.identifier) or _is_of(other, draft.record.identifier))
        record = other.record
        if is_same or other.practice != draft.practice:
            continue
        if not _is_same_file(draft, other):
            yield KnownDataset(identifier=record.identifier, title=record.title, description=record.description,
                               publisher=record.publisher, keywords=record.keywords)
        elif _has_taken_identifier(other, draft):
            yield KnownDataset(identifier=record.identifier, title=record.title)   # one file's texts are alike for a reason


def _submitted(house: House, draft: Draft) -> Iterator[KnownDataset]:
    if house.is_practice and not house.places.practice_queue.is_dir():  # looking makes no folder
        return
    try:
        states = program(house).queue.submissions()
    except StewardError:
        return
    for state in reversed(states):
        if state.id != draft.submission and not _is_of(draft, state.identifier):
            yield KnownDataset(identifier=state.identifier, title=state.title, publisher=state.bureau)


def _identifier(draft: Draft) -> str:
    return draft.record.identifier.strip().casefold()


def _has_taken_identifier(other: Draft, draft: Draft) -> bool:
    """Return whether two datasets of one file go by one identifier; further tables and what was sent are no second one."""
    is_its_own = bool(draft.part_of) or (bool(draft.submission) and other.submission == draft.submission)
    return not is_its_own and bool(_identifier(draft)) and _identifier(other) == _identifier(draft)


def _is_same_file(one: Draft, other: Draft) -> bool:
    return one.has_table and other.source.sha256 == one.source.sha256


def _is_of(draft: Draft, identifier: str) -> bool:
    return bool(identifier) and identifier == draft.updates
