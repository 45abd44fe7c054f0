"""Finds the tables of a file or sheet that nothing parts: one right below another, or right beside it.

Read as one table their rows mix, or are set apart for their number of cells. Nothing is cut here: the tables are offered beside
the reading as one, and the person chooses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from steward.readers.header import Layout
from steward.readers.header_fit import Record, filled_in
from steward.table.names_after_gap import MOST_GAPS, MOST_TITLES, begins_another, below_titles
from steward.table.names_beside import first_columns
from steward.table.names_within import AROUND, FEWEST, are_names, heads_others, is_figure, is_row_of_words
from steward.table.preview import Region

_MOST_COLUMNS = 300     # of tables that people put one below another; wider ones come out of systems and hold one table
_MOST_TRIED = 200       # rows of words; where there are more, rows of words are what the table is made of
_FEWEST_COLUMNS = 3     # of a table above the names; two cells in a row are a label and what it stands for
_FEWEST_FIGURES = 0.1   # of the cells of a column that may have words above a second table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The records of a file or sheet. Rows are 1-based."""

    records: Sequence[Record]
    widths: Sequence[int]           # cells of each record; where all have as many, those up to the last filled one
    of_figures: frozenset[int]      # 0-based columns in which figures are no exception


def touching_tables(records: Sequence[Record], layout: Layout, first_column: int = 1, *, is_whole: bool = True
                    ) -> tuple[Region, ...]:
    """Return the tables in the order of the file; none where it is one table.

    Shape: `records` begins with row 1. Where the file goes on behind them (`is_whole` False) the last table has no last row.
    """
    if len(layout.labels) > _MOST_COLUMNS:
        return ()
    rows = _Rows(records=records, widths=_widths(records), of_figures=_columns_of_figures(records[layout.first_row - 1:]))
    if starts := list(_starts(rows, layout)):
        ends = [start - 1 for start in starts]
        bands = list(zip([1, *starts], [*ends, len(records)], strict=True))
        return tuple(_band(rows, top, bottom, first_column, is_open=not is_whole and bottom == len(records))
                     for top, bottom in bands)
    below = records[layout.first_row - 1:]
    columns = first_columns(layout.labels, lambda place: _last_filled(below, place))
    edges = [*(place - 1 for place in columns[1:]), len(layout.labels) - 1]
    return tuple(_strip(below, left, right, layout.first_row, first_column, is_open=not is_whole)
                 for left, right in zip(columns, edges, strict=False))


def _strip(below: Sequence[Record], left: int, right: int, first_row: int, first_column: int, *, is_open: bool) -> Region:
    """Return where a table lies between two columns, up to its own last record; blank columns to its right are none of it."""
    ends = [_last_filled(below, place) for place in range(left, right + 1)]
    while right > left and ends[right - left] < 0:
        right -= 1
    return (1, first_column + left, 0 if is_open else first_row + max(0, *ends), first_column + right)


def _widths(records: Sequence[Record]) -> list[int]:
    lengths = [len(record) for record in records]
    if len({length for length in lengths if length}) > 1:
        return lengths
    return [_filled_width(record) for record in records]


def _filled_width(record: Record) -> int:
    return next((place + 1 for place in range(len(record) - 1, -1, -1) if record[place].strip()), 0)


def _columns_of_figures(records: Sequence[Record]) -> frozenset[int]:
    counts = dict[int, int]()
    for record in records:
        for place, cell in enumerate(record):
            if is_figure(cell.strip()):
                counts[place] = counts.get(place, 0) + 1
    return frozenset(place for place, count in counts.items() if count >= max(FEWEST, _FEWEST_FIGURES * len(records)))


def _starts(rows: _Rows, layout: Layout) -> Iterator[int]:
    """Yield the rows in which another table begins, with its titles."""
    names = {_folded(rows.records[row - 1]) for row in layout.header_rows}
    above, tried, below_gaps = _first_row(rows, layout), 0, _rows_below_gaps(rows)
    for row in range(above + FEWEST - 1, len(rows.records) - FEWEST + 1):
        is_below_gap = row in below_gaps
        if not (is_below_gap or _may_head(rows, row)):
            continue
        if row >= layout.first_row and _folded(rows.records[row - 1]) in names:
            continue
        tried += 1
        if tried > _MOST_TRIED:
            return
        is_other = _is_above_others(rows, row, above) or (is_below_gap and _names_below_gap(rows, row, above))
        if is_other and (start := _with_titles(rows, row, above)) > above:
            yield start
            above = row + 1


def _first_row(rows: _Rows, layout: Layout) -> int:
    """Return the row of the first record; of what was taken for titles where they are a table, too."""
    titles = [row for row in layout.title_rows if filled_in(rows.records[row - 1]) > 1]
    if len(titles) <= FEWEST or len(rows.records[titles[0] - 1]) < _FEWEST_COLUMNS:
        return layout.first_row
    names, *below = (rows.records[row - 1] for row in titles)
    return titles[1] if heads_others(names, below) else layout.first_row


def _folded(record: Record) -> tuple[str, ...]:
    return tuple(cell.strip().casefold() for cell in record)


def _may_head(rows: _Rows, row: int) -> bool:
    """Return whether a row of words stands where figures are usual, or has another number of cells than the row above it."""
    record = rows.records[row - 1]
    if not is_row_of_words(record):
        return False
    among = sum(1 for place in rows.of_figures if place < len(record) and record[place].strip())
    before = next((rows.widths[other - 1] for other in range(row - 1, 0, -1) if filled_in(rows.records[other - 1]) > 1), 0)
    return among >= FEWEST or rows.widths[row - 1] != before


def _rows_below_gaps(rows: _Rows) -> frozenset[int]:
    """Return the rows that stand right below blank ones, or below a title there; none where gaps are what parts groups."""
    filled = [filled_in(record) for record in rows.records]
    found = [row for row in range(2, len(filled) + 1) if filled[row - 1] and not filled[row - 2]]
    few = found if len(found) <= MOST_GAPS else []
    return frozenset(row + below_titles(rows.records[row - 1:row + MOST_TITLES]) for row in few)


def _names_below_gap(rows: _Rows, row: int, first: int) -> bool:
    """Return whether a row below a gap names what stands below it."""
    near = range(max(first, row - 2 * AROUND), min(len(rows.records), row + 2 * AROUND) + 1)
    kept = [other for other in near if other == row or filled_in(rows.records[other - 1]) > 1]
    records = [rows.records[other - 1] for other in kept]
    columns = [[record[place] if place < len(record) else "" for record in records] for place in range(max(map(len, records)))]
    return begins_another(columns, kept.index(row))


def _is_above_others(rows: _Rows, row: int, first: int) -> bool:
    above = _around(rows, range(max(first, row - AROUND), row))
    below = _around(rows, range(row + 1, min(len(rows.records), row + AROUND) + 1))
    if len(above) < 1 or len(below) < FEWEST:
        return False
    return _has_another_width(rows, row, above, below) or _breaks_figures(rows, row, above, below)


def _around(rows: _Rows, wanted: range) -> list[int]:
    """Return the rows that hold more than a note."""
    return [row for row in wanted if filled_in(rows.records[row - 1]) > 1]


def _has_another_width(rows: _Rows, row: int, above: Sequence[int], below: Sequence[int]) -> bool:
    width = rows.widths[row - 1]
    alike = sum(rows.widths[other - 1] == width for other in above)
    if alike * 5 > len(above) or width == max(rows.widths[other - 1] for other in above):
        return False
    names = rows.records[row - 1][:width]
    return all(cell.strip() for cell in names) and heads_others(names, [_cut(rows, other) for other in below])


def _cut(rows: _Rows, row: int) -> Record:
    return rows.records[row - 1][:rows.widths[row - 1]]


def _breaks_figures(rows: _Rows, row: int, above: Sequence[int], below: Sequence[int]) -> bool:
    near = [rows.records[other - 1] for other in (*above, row, *below)]
    columns = [[record[place] if place < len(record) else "" for record in near] for place in range(max(map(len, near)))]
    return are_names(columns, len(above))


def _with_titles(rows: _Rows, row: int, first: int) -> int:
    """Return the first of the rows right above the names that are blank or hold one cell: titles of the table below."""
    while row - 1 > first and filled_in(rows.records[row - 2]) <= 1 < _wide(rows):
        row -= 1
    return row


def _wide(rows: _Rows) -> int:
    return max(rows.widths)


def _band(rows: _Rows, top: int, bottom: int, first_column: int, *, is_open: bool) -> Region:
    while bottom > top and not filled_in(rows.records[bottom - 1]):
        bottom -= 1
    right = max(_filled_width(record) for record in rows.records[top - 1:bottom])
    while top < bottom and not filled_in(rows.records[top - 1]):
        top += 1
    return (top, first_column, 0 if is_open else bottom, first_column + right - 1)


def _last_filled(records: Sequence[Record], place: int) -> int:
    return next((at for at in range(len(records) - 1, -1, -1) if place < len(records[at]) and records[at][place].strip()), -1)
