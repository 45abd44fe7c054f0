"""Looks from one sheet of a workbook to the others: which of its columns name their rows, and which records name none.

Other sheets are read once and let go again; only the columns that may be named are kept, in memory, until the program ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from steward.readers.opening import read
from steward.schema.checks._finding import at_places, at_rows
from steward.schema.proposal import NamedRows
from steward.schema.sheet_keys import ForeignKeyCandidate, SheetKey, foreign_keys, sheet_keys
from steward.table.inference import profile_table
from steward.table.sheet import Sheet, SheetListing
from steward.tasks.house import House
from steward.tasks.report import CheckReport
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import InputUnreadable, StewardError
from steward.vocabulary.finding import Finding, told_apart
from steward.vocabulary.message import Message, say, say_count, verbatim
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

MOST_SHEETS, MOST_CELLS = 12, 2_000_000    # so that looking takes no longer than opening the table itself
NAMES_ROWS, UNKNOWN, PASSED_OVER = "sheet-key", "foreign-key", "sheets-passed-over"

SheetKeys = tuple[NamedRows, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class _Others:
    """The keys of the other sheets, and how many sheets were not looked at."""

    keys: tuple[SheetKey, ...] = ()
    passed_over: int = 0
    trouble: Words | None = None    # of this computer, met on the way: it may be gone the next time


def with_sheet_keys(house: House, path: Path, report: CheckReport) -> CheckReport:
    """Return the report with what the table tells beside the other sheets of its workbook; unchanged where there are none."""
    sheet = report.profile.sheet
    if not [one for one in sheet.listings if _may_be_table(one, sheet)]:
        return report
    others = _kept(house, path, sheet)
    found = (*_findings(report, foreign_keys(report.profile, others.keys)), *_passed_over(others))
    return report.also(found) if found else report


def keys_between(house: House, path: Path, report: CheckReport) -> SheetKeys:
    """Return the columns that name rows of other sheets; none where there is one sheet, or where none can be read now."""
    found = foreign_keys(report.profile, _kept(house, path, report.profile.sheet).keys)
    return tuple(NamedRows(columns=one.columns, sheet=one.sheet, named=one.named, unknown=len(one.unknown)) for one in found)


def keys_of(house: House, bench: Workbench) -> SheetKeys:
    """Return the columns of a draft's table that name rows of other sheets; see `keys_between`."""
    return keys_between(house, Path(bench.draft.source.path), bench.report) if bench.draft.has_table else ()


def _kept(house: House, path: Path, sheet: Sheet) -> _Others:
    """Return the keys of the other sheets, read at the first asking. No lock is held while sheets are read."""
    known: dict[tuple[str, str | None], _Others] = house.kept.once(("sheet keys",), dict)
    key = (sheet.provenance.sha256, sheet.provenance.sheet)
    if key in known:
        return known[key]
    found = _read(house, path, sheet)
    if found.trouble is None:
        known[key] = found
    return found


def _read(house: House, path: Path, sheet: Sheet) -> _Others:
    tables = [one for one in sheet.listings if _may_be_table(one, sheet)]
    chosen: list[SheetListing] = []
    cells = 0
    for one in sorted(tables, key=lambda one: one.rows * one.columns):
        cells += one.rows * one.columns
        if len(chosen) < MOST_SHEETS and cells <= MOST_CELLS:
            chosen.append(one)
    read = [_keys_of(house, path, one.name) for one in chosen]
    kept = [keys for keys in read if isinstance(keys, tuple)]
    met = (why for why in read if isinstance(why, StewardError) and not isinstance(why, InputUnreadable))
    return _Others(keys=tuple(key for keys in kept for key in keys), passed_over=len(tables) - len(kept),
                   trouble=next((why.words for why in met), None))


def _keys_of(house: House, path: Path, name: str) -> tuple[SheetKey, ...] | StewardError:
    """Return the keys of one sheet, or what stood in the way: the table at hand opens without them."""
    try:
        other = read(path, ImportStep(sheet=name), house.workspace, Silence())
    except StewardError as trouble:
        return trouble
    return sheet_keys(name, profile_table(other, Silence(), 1))


def _may_be_table(one: SheetListing, sheet: Sheet) -> bool:
    return (one.state == "visible" and one.content == "table" and one.name != sheet.provenance.sheet
            and sheet.provenance.sheet is not None)


def _findings(report: CheckReport, keys: Sequence[ForeignKeyCandidate]) -> tuple[Finding, ...]:
    return told_apart(found for key in keys for found in _of_key(report, key))


def _of_key(report: CheckReport, key: ForeignKeyCandidate) -> Iterable[Finding]:
    sheet, place, column = report.profile.sheet, _place(key), key.columns[0] if len(key.columns) == 1 else None
    which = " > ".join(_plain(name) for name in (*key.columns, key.sheet, *key.named)).replace("|", "/")
    yield Finding(kind=NAMES_ROWS, tier=Tier.NOTE, column=key.columns[0], count=key.cells, which=which, words=Words(
        what=say_count("This column names the rows of another sheet.", "{count} columns together name the rows of another "
                       "sheet.", len(key.columns)), where=place,
        next_step=say("If the other sheet belongs to this dataset, tick it on the page on which the table was opened: the "
                      "two are published together, with this key between them.")))
    if len(key.unknown):
        what = say_count("One record names a row that the other sheet does not have.",
                         "{count} records name rows that the other sheet does not have.", len(key.unknown))
        rows = at_rows(len(key.unknown), int(sheet.rows[key.unknown[0]]))
        found = at_places(sheet, key.unknown, column, kind=UNKNOWN, tier=Tier.WARN, words=Words(
            what=what, where=say("{first} {then}", first=place, then=rows),
            next_step=say("Correct the cells in your file and open it again, or add the rows to the other sheet.")))
        yield replace(found, which=which)


def _place(key: ForeignKeyCandidate) -> Message:
    sheet = verbatim(_plain(key.sheet))
    if len(key.columns) == 1:
        return say("Column {column}, which names column {named} of sheet {sheet}.", column=_plain(key.columns[0]),
                   named=_plain(key.named[0]), sheet=sheet)
    return say("Columns {columns}, which name columns {named} of sheet {sheet}.",
               columns=", ".join(map(_plain, key.columns)), named=", ".join(map(_plain, key.named)), sheet=sheet)


def _passed_over(others: _Others) -> Iterable[Finding]:
    count, why = others.passed_over, others.trouble
    if count:
        yield Finding(kind=PASSED_OVER, tier=Tier.NOTE, count=count, words=Words(
            what=say_count("One other sheet was not looked at for rows that this table names.",
                           "{count} other sheets were not looked at for rows that this table names.", count),
            where=say("The workbook.") if why is None else say("The workbook. {why}", why=why.what),
            next_step=why.next_step if why is not None and why.next_step.text else say(
                "They are too large, too many, or cannot be read as tables. Look yourself whether a column of this table names "
                "their rows.")))


def _plain(name: str) -> str:
    return " ".join(name.split())
