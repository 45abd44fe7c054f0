"""What each odd row of a table is taken for, and a picture of the rows that a finding is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from steward.schema.checks.not_data import element_places
from steward.schema.checks.pivoted_report import has_second_header
from steward.schema.checks.print_layout import print_places
from steward.schema.context import Context
from steward.schema.layout import Layout, layout
from steward.table.sheet import Sheet
from steward.tasks.workbench import Workbench
from steward.vocabulary.finding import Finding
from steward.vocabulary.row_kind import RowKind

PICTURED = frozenset(("pivoted-report", "print-layout", "not-data"))
MOST_ROWS, OF_A_KIND, AROUND = 40, 4, 1   # in a picture; rows of one kind at first; rows beside each of them
MOST_COLUMNS, LONGEST_CELL = 40, 80
Kinds = Mapping[int, RowKind]             # by the row's number in the file; a row that is not named is a record
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturedRow:
    """One row on screen. `cells` are shown and never kept, logged or sent."""

    row: int
    kind: RowKind
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPicture:
    """Some rows of a table in their order, with what each is taken for."""

    columns: tuple[str, ...]
    rows: tuple[PicturedRow, ...]


def context_of(bench: Workbench) -> Context:
    """Return the candidate as the checks see it, with what they worked out where that was kept."""
    report = bench.report
    return report.context or Context(profile=report.profile, fields={known.column: known for known in report.fields})


def kinds_of(context: Context, found: Layout | None = None) -> Kinds:
    """Return what each row is taken for that is no record."""
    found = found or context.once(layout)
    rows, kinds = context.sheet.rows, dict[int, RowKind]()
    told = ((found.titles, RowKind.SECTION), (found.notes, RowKind.NOTE), (context.once(print_places), RowKind.PAGE),
            (found.totals, RowKind.TOTAL), (found.repeated, RowKind.HEADER),
            (np.zeros(int(context.once(has_second_header)), np.int64), RowKind.SUBHEADER))
    for places, kind in told:
        kinds.update((int(rows[place]), kind) for place in places)
    return kinds


def picture_of(bench: Workbench, finding: Finding) -> RowPicture | None:
    """Return the rows that a finding about the layout means, with some beside them; None for other findings."""
    if finding.kind not in PICTURED or not bench.candidate.height:
        return None
    context = context_of(bench)
    if finding.kind == "not-data":
        elements = frozenset(element_places(context).tolist())
        kinds = {row: RowKind.ELEMENT if place in elements else RowKind.OTHER
                 for place, row in enumerate(bench.candidate.rows[:MOST_ROWS].tolist())}
    else:
        kinds = dict(kinds_of(context))
    shown = rows_shown(bench.candidate, kinds)
    return replace(shown, rows=(*_above(bench.candidate, len(shown.columns)), *shown.rows))


def rows_shown(sheet: Sheet, kinds: Kinds, most: int = MOST_ROWS) -> RowPicture:
    """Return the first rows of the table and some of each kind with those beside them, at most so many, in their order."""
    places = _chosen(sheet, kinds, most)
    columns = sheet.columns[:MOST_COLUMNS]
    cells = zip(*(column.values.take(places).to_pylist() for column in columns), strict=True) if columns else iter(())
    rows = tuple(PicturedRow(row=row, kind=kinds.get(row, RowKind.RECORD), cells=tuple(cell[:LONGEST_CELL] for cell in record))
                 for row, record in zip(sheet.rows[places].tolist(), cells, strict=True))
    return RowPicture(columns=tuple(column.name for column in columns), rows=rows)


def _above(sheet: Sheet, width: int) -> tuple[PicturedRow, ...]:
    """Return the rows above the records: titles, whose texts were passed over when the file was opened, and the names."""
    titles, header = sheet.provenance.title_rows[:OF_A_KIND], sheet.provenance.header_rows[-1:]
    names = tuple((column.label or "")[:LONGEST_CELL] for column in sheet.columns[:width])
    return (*(PicturedRow(row=row, kind=RowKind.TITLE, cells=("",) * width) for row in titles),
            *(PicturedRow(row=row, kind=RowKind.HEADER, cells=names) for row in header if sheet.parts is None))


def _chosen(sheet: Sheet, kinds: Kinds, most: int) -> Places:
    odd = np.flatnonzero(np.isin(sheet.rows, list(kinds)))
    by_kind: dict[RowKind, int] = {}
    wanted: list[int] = []
    for place in odd.tolist():
        kind = kinds[int(sheet.rows[place])]
        by_kind[kind] = by_kind.get(kind, 0) + 1
        if by_kind[kind] <= OF_A_KIND:
            wanted.extend(range(place - AROUND, place + AROUND + 1))
    first = _within(range(most), sheet.height)
    kept = _within(wanted, sheet.height)[:most]
    room = max(most - len(kept), 0)
    return np.union1d(kept, first[:room])


def _within(places: Iterable[int], height: int) -> Places:
    found = np.unique(np.fromiter(places, np.int64))
    return found[(found >= 0) & (found < height)]
