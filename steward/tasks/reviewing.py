"""What the coordinator does with a submission before it is published."""

import csv
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from steward import __version__
from steward.disk.trouble import plainly
from steward.manifest.read import Manifest, SealedTable
from steward.queue.identity import new_event_id
from steward.tasks.bags import PLACE, read_bag
from steward.tasks.deciding import checked_reason
from steward.tasks.house import NOT_YOURS, House
from steward.tasks.program import program
from steward.tasks.releasing import check_released
from steward.vocabulary.message import Message
from steward.vocabulary.people import Role
from steward.workflow.submission import Event, EventType, SubmissionState, allowed

FIRST_ROWS = 100
LARGEST_CELL = 2**31 - 1  # characters; the csv module's own limit of 131,072 is less than a city's longest cells
CLAIM_DAYS = 7
Sealed = Manifest | SealedTable  # what has findings and decisions of its own
Seen = SubmissionState | str  # a submission as it was looked at, or its number


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEvidence:
    """One table of a submission, with its first rows as they would be published."""

    table: SealedTable
    header: tuple[str, ...]
    first_rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One submission as the coordinator sees it: where it stands, what was sealed, and every table of it."""

    state: SubmissionState
    manifest: Manifest
    tables: tuple[TableEvidence, ...]   # in the order of the manifest; none of a dataset without its data

    @property
    def parts(self) -> tuple[tuple[str, Sealed], ...]:
        """Return the name of each table with what was found and decided in it; where no table goes with it, the record's."""
        return tuple((table.name, table) for table in self.manifest.tables) or (("", self.manifest),)


def submissions(house: House) -> tuple[SubmissionState, ...]:
    """Return where every submission stands, the oldest first. Raises: Trouble."""
    return program(house).queue.submissions()


def evidence(house: House, submission: str) -> Evidence:
    """Return the evidence of the newest revision, its bytes verified. Raises: VerificationFailed, Trouble."""
    queue = program(house).queue
    state = queue.state(submission)
    bag = queue.open_revision(submission, state.revision)
    manifest = read_bag(bag)
    return Evidence(state=state, manifest=manifest, tables=tuple(_shown(bag, table) for table in manifest.tables))


def why_not(house: House, state: SubmissionState, event_type: EventType) -> Message | None:
    """Return None where the person at this workstation may do this as coordinator now, else why not."""
    if not house.plays(Role.COORDINATOR):
        return NOT_YOURS
    return allowed(state, event_type, house.actor(Role.COORDINATOR), at=house.clock.now())


def claim(house: House, submission: Seen) -> SubmissionState:
    """Return the submission as taken into review by this person. Raises: Refused, Trouble."""
    until = (datetime.fromisoformat(house.clock.now()) + timedelta(days=CLAIM_DAYS)).isoformat(timespec="seconds")
    return _append(house, submission, EventType.CLAIMED, "", until=until)


def release(house: House, submission: Seen) -> SubmissionState:
    """Return the submission as given back to the queue. Raises: Refused, Trouble."""
    return _append(house, submission, EventType.RELEASED, "")


def approve(house: House, submission: Seen, reason: str) -> SubmissionState:
    """Return the submission as approved; given as it was seen, a newer revision is not approved by mistake.

    Raises: Refused without a reason, where a rule says no, or where something stopped was not released; Trouble.
    """
    reason, queue = checked_reason(house, reason), program(house).queue
    state = queue.state(submission) if isinstance(submission, str) else submission
    now = queue.state(state.id)
    if why_not(house, now, EventType.APPROVED) is None:
        check_released(read_bag(queue.open_revision(now.id, now.revision)), now)
    return _append(house, state, EventType.APPROVED, reason)


def request_changes(house: House, submission: Seen, reason: str) -> SubmissionState:
    """Return the submission as given back to the bureau. Raises: Refused, Trouble."""
    return _append(house, submission, EventType.RETURNED, checked_reason(house, reason))


def decline(house: House, submission: Seen, reason: str) -> SubmissionState:
    """Return the submission as declined. Raises: Refused, Trouble."""
    return _append(house, submission, EventType.DECLINED, checked_reason(house, reason))


def _append(house: House, submission: Seen, event_type: EventType, text: str, **details: str) -> SubmissionState:
    queue = program(house).queue
    state = queue.state(submission) if isinstance(submission, str) else submission
    return queue.append(state.id, Event(
        type=event_type, actor=house.acting_as(Role.COORDINATOR), at=house.clock.now(), id=new_event_id(),
        practice=house.is_practice, revision=state.revision, tagmanifest=state.tagmanifest, text=text, details=details,
        app=__version__))


def _shown(bag: Path, table: SealedTable) -> TableEvidence:
    header, rows = _first_rows(bag / table.path)
    return TableEvidence(table=table, header=header, first_rows=rows)


def _first_rows(candidate: Path) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    csv.field_size_limit(LARGEST_CELL)
    with plainly(PLACE), candidate.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        header = tuple(next(rows, ()))
        return header, tuple(tuple(row) for row in islice(rows, FIRST_ROWS))
