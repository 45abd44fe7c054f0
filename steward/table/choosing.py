"""Which records are shown, and where a text stands: filters, and a search that counts its hits and steps from one to the next.

Both work on distinct values where there are; columns without them are looked at in pieces, so that one can stop in between.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.distinct import Distinct, Mask
from steward.table.places import among
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.sheet import RowNumbers
from steward.table.text import mask_of
from steward.table.view import Places, View
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress

PIECE = 250_000              # rows looked at before one may stop
FIRST_PIECE, LAST_PIECE = 2_000, 100_000
Counts = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A text to look for, upper and lower case alike. `column` is the one column to look in; None: all of them."""

    text: str = field(repr=False)
    whole_cell: bool = False
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One wish which records to show. Several are all held at once.

    Kinds: "contains" (`text`), "is" (one of `values`), "blank", "filled", "rows" (the rows that a finding names).
    """

    kind: str
    column: str | None = None                           # None: any of them
    text: str = field(default="", repr=False)
    values: tuple[str, ...] = field(default=(), repr=False)
    rows: RowNumbers | None = field(default=None, repr=False, compare=False)
    finding: tuple[str, str | None] | None = None       # key of the finding that the rows are of


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One cell that holds the text: its place in the view, its column's place, and which of all hits it is (1-based)."""

    row: int
    column: int
    number: int = 0   # 0: not counted yet


@dataclass(frozen=True, kw_only=True)
class Hits:
    """All cells of a view that hold a text. Shape: `per_row` has one count for each record of the view, in its order."""

    view: View
    wanted: Wanted
    per_row: Counts

    @cached_property
    def total(self) -> int:
        """Return how many cells hold the text."""
        return int(self.per_row.sum(dtype=np.int64))

    def after(self, row: int, column: int, *, backward: bool = False) -> Hit | None:
        """Return the hit after a cell, or before it, round the end; None where there is none."""
        if not self.total:
            return None
        here = self._columns(row) if row < len(self.view) else []
        beside = [place for place in here if (place < column if backward else place > column)]
        if beside:
            return self._hit(row, beside[-1] if backward else beside[0])
        other = self._other_row(row, backward=backward)
        return self._hit(other, self._columns(other)[-1 if backward else 0])

    def number_at(self, row: int, column: int) -> int:
        """Return which of all hits a cell is (1-based); 0 where it does not hold the text."""
        if not 0 <= row < len(self.view) or column not in self._columns(row):
            return 0
        return self._hit(row, column).number

    def _other_row(self, row: int, *, backward: bool) -> int:
        rows = self._rows
        if backward:
            return int(rows[np.searchsorted(rows, row) - 1])
        return int(rows[np.searchsorted(rows, row, side="right") % len(rows)])

    def _hit(self, row: int, column: int) -> Hit:
        before = int(self._until[row]) - int(self.per_row[row])
        return Hit(row=row, column=column, number=before + self._columns(row).index(column) + 1)

    def _columns(self, row: int) -> list[int]:
        return columns_with(self.view, self.wanted, row) if self.per_row[row] else []

    @cached_property
    def _rows(self) -> Places:
        return np.flatnonzero(self.per_row)

    @cached_property
    def _until(self) -> Places:
        return np.cumsum(self.per_row, dtype=np.int64)


def chosen(table: TableProfile, filters: Sequence[Filter], progress: Progress) -> Mask | None:
    """Return which records all filters let through; None where there is no filter. Raises: Cancelled."""
    shown: Mask | None = None
    for wish in filters:
        mask = _chosen_by(table, wish, progress)
        shown = mask if shown is None else shown & mask
    return shown


def hits(table: TableProfile, view: View, wanted: Wanted, progress: Progress) -> Hits:
    """Return where the text stands in the view. Raises: Cancelled if the person stops it."""
    per_row = np.zeros(table.sheet.height, np.int32)
    for column in _looked_at(table, wanted.column):
        per_row += _rows_where(column.distinct, lambda values: holding(values, wanted), progress)
    found = Hits(view=view, wanted=wanted, per_row=per_row if view.places is None else per_row[view.places])
    found.after(0, -1)   # counts here what each step needs, so that the first one is as quick as the others
    return found


def next_hit(view: View, wanted: Wanted, row: int, column: int, progress: Progress, *, backward: bool = False) -> Hit | None:
    """Return the nearest hit after a cell, or before it, round the end, without counting; None where there is none."""
    if not len(view):
        return None
    beside = [one for one in columns_with(view, wanted, row) if (one < column if backward else one > column)]
    if beside:
        return Hit(row=row, column=beside[-1 if backward else 0])
    for rows in _outward(len(view), row, backward=backward):
        progress.report(0.0, say("Looking for the text"))
        found = _rows_in(view, wanted, rows)
        if len(found):
            place = int(found[-1 if backward else 0])
            return Hit(row=place, column=columns_with(view, wanted, place)[-1 if backward else 0])
    return None


def columns_with(view: View, wanted: Wanted, row: int) -> list[int]:
    """Return the places of the columns whose cell in one record of the view holds the text."""
    columns = _columns_of(view, wanted)
    cells = pa.array([view.cell(row, place) for place in columns], pa.large_string())
    return [columns[place] for place in np.flatnonzero(holding(cells, wanted)).tolist()]


def holding(values: pa.Array, wanted: Wanted) -> Mask:
    """Return which values hold the text, or are it; none where no text is given."""
    import pyarrow.compute as pc

    if not wanted.text:
        return np.zeros(len(values), np.bool_)
    if not wanted.whole_cell:
        return mask_of(pc.match_substring(values, wanted.text, ignore_case=True))
    return mask_of(pc.equal(pc.utf8_lower(pc.utf8_trim_whitespace(values)),
                            pc.utf8_lower(pa.scalar(wanted.text.strip(), values.type))))


def _chosen_by(table: TableProfile, wish: Filter, progress: Progress) -> Mask:
    if wish.kind == "rows":
        return _named(table.sheet.rows, wish.rows)
    found = np.zeros(table.sheet.height, np.bool_)
    for column in _looked_at(table, wish.column):
        if wish.kind in ("blank", "filled"):
            blank = column.is_blank if column.distinct.codes is None else column.is_blank[column.distinct.codes]
            found |= blank if wish.kind == "blank" else ~blank
        else:
            found |= _rows_where(column.distinct, lambda values: _fits(values, wish), progress)
    return found


def _named(rows: RowNumbers, wanted: RowNumbers | None) -> Mask:
    """Return which rows a finding names, whose own rows stand in ascending order."""
    mask = np.zeros(len(rows), np.bool_)
    if wanted is not None:
        mask[among(rows, wanted)] = True
    return mask


def _fits(values: pa.Array, wish: Filter) -> Mask:
    import pyarrow.compute as pc

    if wish.kind == "is":
        return mask_of(pc.is_in(values, pa.array(wish.values, values.type)))
    return holding(values, Wanted(text=wish.text))


def _looked_at(table: TableProfile, name: str | None) -> Sequence[ColumnProfile]:
    return table.columns if name is None else (table.column(name),)


def _rows_where(known: Distinct, ask: Callable[[pa.Array], Mask], progress: Progress) -> Mask:
    """Return for each row of a column whether its value is what is asked for."""
    answers = []
    for start in range(0, max(len(known.values), 1), PIECE):
        progress.report(start / max(len(known.values), 1), say("Looking at every cell"))
        answers.append(ask(known.values.slice(start, PIECE)))
    found = np.concatenate(answers)
    return found if known.codes is None else found[known.codes]


def _columns_of(view: View, wanted: Wanted) -> list[int]:
    names = view.sheet.names
    return list(range(len(names))) if wanted.column is None else [names.index(wanted.column)]


def _rows_in(view: View, wanted: Wanted, rows: range) -> Places:
    """Return the positions within a stretch of the view of the records that hold the text, in ascending order."""
    start, count = rows.start, len(rows)
    places, found = pa.array(view.chosen(start, count)), np.zeros(count, np.bool_)
    for column in _columns_of(view, wanted):
        values = view.sheet.columns[column].values
        cells = values.slice(start, count) if view.places is None else values.take(places)
        found |= mask_of_all(cells, wanted)
    return np.flatnonzero(found) + start


def mask_of_all(values: pa.ChunkedArray, wanted: Wanted) -> Mask:
    """Return which values of a chunked column hold the text."""
    return np.concatenate([np.zeros(0, np.bool_), *(holding(chunk, wanted) for chunk in values.chunks)])


def _outward(height: int, row: int, *, backward: bool) -> Iterator[range]:
    """Yield stretches of all rows, from the next one to the end and round to the row itself; backward likewise."""
    done, size = 0, FIRST_PIECE
    while done < height:
        first = (row - 1 - done if backward else row + 1 + done) % height
        count = min(size, height - done, first + 1 if backward else height - first)
        yield range(first - count + 1, first + 1) if backward else range(first, first + count)
        done, size = done + count, min(size * 2, LAST_PIECE)
