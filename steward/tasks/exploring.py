"""Looks through the whole table: sorts and filters it, finds a text, a row or a finding, tells a column in figures, copies.

Everything here is work beside the window: it can be stopped, and holds Python's lock only for moments.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from steward.privacy.reasons import kind_words
from steward.table.choosing import Filter, Hit, Hits, Wanted, chosen, hits, next_hit
from steward.table.distinct import Mask
from steward.table.formulas import defused
from steward.table.marks import ALL_OF_IT, Marks, PageMarks, marks_of, rows_of
from steward.table.places import among, first_among, last_among
from steward.table.portrait import Portrait, glimpse_of, portrait_of
from steward.table.profile import TableProfile
from steward.table.sheet import Sheet
from steward.table.sorting import Places, order_of
from steward.table.view import View
from steward.table.whereabouts import Fate, Whereabouts, last_row, where_is
from steward.tasks.report import CheckReport
from steward.tasks.workbench import Workbench
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Progress

__all__ = ["ALL_OF_IT", "Fate", "Filter", "Hit", "Hits", "Marks", "PageMarks", "Portrait",
           "View", "Wanted", "Whereabouts", "last_row", "where_is"]

MOST_CELLS, MOST_CHARACTERS = 200_000, 20_000_000   # that are copied at once
COPIED_AT_ONCE = 2_000                               # rows, before one may stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Explored:
    """A table to look through: the candidate with its profile, the sheet as it was opened, and what is marked in it."""

    sheet: Sheet
    original: Sheet
    profile: TableProfile
    findings: tuple[Finding, ...]   # that name a column or rows, the strictest first
    marks: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """By which column the rows are sorted; None: as in the file."""

    column: str | None = None
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """The rows as a person asked for them. `order_places` and `mask` are kept for the next wish."""

    view: View
    order: Order = Order()
    filters: tuple[Filter, ...] = ()
    order_places: Places | None = field(default=None, repr=False)
    mask: Mask | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Cells as tab-separated text for the clipboard."""

    text: str = field(repr=False)
    rows: int
    columns: int
    defused: int   # cells that a spreadsheet would run, with an apostrophe put before them


def explored(bench: Workbench) -> Explored:
    """Return the candidate to look through."""
    return explored_sheet(bench.candidate, bench.original, bench.report)


def explored_sheet(sheet: Sheet, original: Sheet, report: CheckReport) -> Explored:
    """Return a table to look through with what was found in it."""
    marks = marks_of(sheet, report.findings)
    aside = np.array([record.row for record in sheet.quarantine], np.int64)
    shown = {id(mark.finding) for mark in marks.marks}
    findings = tuple(found for found in report.findings if id(found) in shown or len(among(aside, rows_of(found))))
    return Explored(sheet=sheet, original=original, profile=report.profile, findings=findings, marks=marks)


def arrange(table: Explored, order: Order, filters: Iterable[Filter], before: Arranged | None, progress: Progress) -> Arranged:
    """Return the rows in this order that all filters let through; what did not change since `before` is not worked out again.

    Raises: Cancelled if the person stopped it.
    """
    wanted = tuple(filters)
    places = before.order_places if before is not None and before.order == order else _order(table, order)
    progress.report(0.5, say("Sorting"))
    mask = before.mask if before is not None and before.filters == wanted else chosen(table.profile, wanted, progress)
    view = View(sheet=table.sheet).ordered(places, mask)
    return Arranged(view=view, order=order, filters=wanted, order_places=places, mask=mask)


def find_next(view: View, wanted: Wanted, row: int, column: int, progress: Progress, *, backward: bool = False) -> Hit | None:
    """Return the nearest cell that holds the text, from a cell on round the end. Raises: Cancelled."""
    return next_hit(view, wanted, row, column, progress, backward=backward)


def count_hits(table: Explored, view: View, wanted: Wanted, progress: Progress) -> Hits:
    """Return all cells of the view that hold the text. Raises: Cancelled."""
    return hits(table.profile, view, wanted, progress)


def glimpse(table: Explored, column: str) -> Portrait:
    """Return what is quick to tell of a column. Raises: KeyError if the table has none of that name."""
    return glimpse_of(table.profile.column(column))


def portrait(table: Explored, seen: Portrait, progress: Progress) -> Portrait:
    """Return a column that was glimpsed in all its figures. Raises: Cancelled."""
    return portrait_of(table.profile.column(seen.name), progress, seen)


def finding_filter(finding: Finding) -> Filter:
    """Return the filter that shows the rows of a finding alone."""
    return Filter(kind="rows", rows=rows_of(finding), finding=finding.key, column=finding.column)


def first_of(view: View, finding: Finding) -> int | None:
    """Return where the first row of a finding is shown; None where none of them is."""
    return first_among(view.row_numbers(), rows_of(finding))


def next_of(view: View, finding: Finding, row: int, *, backward: bool = False) -> int | None:
    """Return where the next row of a finding is shown after one, or before it, round the end; None where none is."""
    numbers, rows = view.row_numbers(), rows_of(finding)
    if backward:
        before = last_among(numbers[:row], rows)
        return before if before is not None else last_among(numbers, rows)
    after = first_among(numbers[row + 1:], rows)
    return row + 1 + after if after is not None else first_among(numbers, rows)


def short_name(finding: Finding) -> Message:
    """Return in few words what a mark stands for: "e-mail addresses", else the finding's first sentence."""
    return kind_words(finding.kind) if finding.room == "privacy" else finding.words.what


def copied(view: View, rows: Sequence[range], columns: Sequence[int], progress: Progress, *,
           with_header: bool = False) -> Copied | None:
    """Return the cells as text that spreadsheets paste; None where they are too many.

    Cells that a spreadsheet would run as formulas get an apostrophe before them, as in every file that leaves the program.
    Cells with tabs, line breaks or quotes are quoted. Raises: Cancelled.
    """
    height = sum(len(stretch) for stretch in rows)
    if height * len(columns) > MOST_CELLS:
        return None
    lines = ["\t".join(_quoted(view.sheet.columns[place].name) for place in columns)] if with_header else []
    size = count_defused = 0
    for stretch in _pieces(rows):
        progress.report(len(lines) / max(height, 1), say("Copying"))
        cells = [view.cells(place, stretch.start, len(stretch), longest=MOST_CHARACTERS) for place in columns]
        size += sum(len(cell) for column in cells for cell in column)
        if size > MOST_CHARACTERS:
            return None
        ready = [list(map(defused, column)) for column in cells]
        count_defused += sum(map(_differing, ready, cells))
        lines += ["\t".join(map(_quoted, record)) for record in zip(*ready, strict=True)]
    return Copied(text="\n".join(lines), rows=height, columns=len(columns), defused=count_defused)


def copied_cell(text: str) -> str:
    """Return one cell as text that spreadsheets paste and never run."""
    return _quoted(defused(text))


def renewed(filters: Iterable[Filter], table: Explored) -> tuple[Filter, ...]:
    """Return the filters that still mean something once the table was checked again, with the rows that findings name now."""
    findings = {found.key: found for found in table.findings}
    kept: list[Filter] = []
    for one in filters:
        if one.kind == "rows":
            if one.finding in findings:
                kept.append(replace(one, rows=rows_of(findings[one.finding])))
        elif one.column is None or one.column in table.sheet.names:
            kept.append(one)
    return tuple(kept)


def _order(table: Explored, order: Order) -> Places | None:
    return None if order.column is None else order_of(table.profile.column(order.column), descending=order.descending)


def _pieces(rows: Sequence[range]) -> Iterable[range]:
    for stretch in rows:
        for start in range(stretch.start, stretch.stop, COPIED_AT_ONCE):
            yield range(start, min(start + COPIED_AT_ONCE, stretch.stop))


def _differing(made: list[str], cells: list[str]) -> int:
    return sum(one is not other for one, other in zip(made, cells, strict=True))


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
