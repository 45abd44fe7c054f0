"""Answers of last time: "this is not private, because …" is offered again for the next file of the dataset.

It is never taken by itself. It holds for a kind of finding in a column, as long as the column keeps its type and the way most
of its cells are written (digits, letters and signs in their order, without lengths). What is kept is a hash of these, and no
cell. Any other column, kind, type or way of writing voids it, and the question is asked as if for the first time.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from steward.manifest.read import SealedTable
from steward.table.cell_shapes import EMPTY, rough, shapes_of
from steward.table.profile import ColumnProfile
from steward.tasks.deciding import decide
from steward.tasks.house import House
from steward.tasks.report import CheckReport
from steward.tasks.updating import manifest_before, table_of
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import StewardError
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.workflow.draft import Draft

REMEMBERED = frozenset((Choice.NOT_PRIVATE, Choice.KEEP))
ROOM = "privacy"
CELLS = 2_000       # that are looked at
VOID_IF = say("It is offered as long as the column keeps its type and the way its cells are written. You say whether it still "
              "holds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An answer that was given for the published version, and how old it is."""

    decision: Decision
    first: str          # ISO 8601, when it was given for the first time
    age_days: int


def signature(kind: str, column: ColumnProfile) -> str:
    """Return the SHA-256 of what an answer about a column holds for: kind, name, type, and how most cells are written."""
    cells = column.distinct.values[:CELLS].to_pylist()
    shapes = [shape for shape in shapes_of(map(rough, cells)) if shape != EMPTY]
    told = "\n".join((kind, column.name.casefold(), column.type, *shapes[:1]))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def with_signatures(decisions: Iterable[Decision], report: CheckReport) -> tuple[Decision, ...]:
    """Return the decisions as they are sealed: those that may be asked for again next time say for what they hold."""
    columns = {column.name: column for column in report.profile.columns}
    private = {found.key for found in report.findings if found.room == ROOM}
    return tuple(
        replace(given, about=signature(given.kind, columns[given.column]))
        if given.choice in REMEMBERED and given.key in private and given.column in columns else given for given in decisions)


def answer_before(house: House, draft: Draft, report: CheckReport, finding: Finding) -> Before | None:
    """Return the answer of the published version to the same finding; None where there is none that still holds."""
    if not draft.updates or finding.room != ROOM or finding.column is None or finding.key in {
            given.key for given in draft.decisions}:
        return None
    known = next((given for given in _published(house, draft) if given.key == finding.key), None)
    if known is None or known.about != signature(finding.kind, report.profile.column(finding.column)):
        return None
    first = known.since or known.at
    return Before(decision=known, first=first, age_days=_days(first, house.clock.today()))


def answer_again(house: House, draft: Draft, finding: Finding, before: Before) -> Draft:
    """Return the draft with an answer of last time confirmed for this file. Raises: Refused where that is not allowed."""
    new = decide(house, draft, finding, before.decision.choice, before.decision.reason)
    given = next(one for one in new.decisions if one.key == finding.key)
    return new.with_decision(replace(given, since=before.first))


def age_in_words(days: int) -> Message:
    """Return how long ago something was said."""
    if days < 1:
        return say("today")
    return say_count("{count} day ago", "{count} days ago", days)


def _published(house: House, draft: Draft) -> tuple[Decision, ...]:
    try:
        before = manifest_before(house, draft)
    except StewardError:
        return ()
    return _remembered(None if before is None else table_of(before, draft))


def _remembered(before: SealedTable | None) -> tuple[Decision, ...]:
    return () if before is None else tuple(given for given in before.decisions if given.choice in REMEMBERED and given.about)


def _days(first: str, today: str) -> int:
    try:
        return max(0, (date.fromisoformat(today) - date.fromisoformat(first[:10])).days)
    except ValueError:
        return 0
