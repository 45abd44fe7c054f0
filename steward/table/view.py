"""A look at a sheet in another order, or at some of its records: an array of places, never a copy of the table.

Context: the window shows a page of a table of any size, and a cell may hold megabytes. Decision: cells are read from Arrow's
buffers one by one, each no further than it is shown; a page of 100 rows costs the same at a thousand and at ten million rows.
Refused: Arrow's `take` (copies whole cells, and a chunked column at every page).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.sheet import RowNumbers, Sheet

Places = npt.NDArray[np.int64]
WIDEST = 4  # bytes of a character in UTF-8


@dataclass(frozen=True)
class View:
    """What a person sees of a sheet.

    Shape: `places` are 0-based places of its records in the order shown; None: all of them, in the order of the file.
    """

    sheet: Sheet
    places: Places | None = None

    def __len__(self) -> int:
        return self.sheet.height if self.places is None else len(self.places)

    def page(self, offset: int, count: int, *, longest: int | None = None) -> list[tuple[str, ...]]:
        """Return so many records from the offset on, each with a cell per column; fewer at the end.

        Of a cell at most `longest` characters are read, where that is given.
        """
        chosen = self.chosen(offset, count).tolist()
        cells = [self._reader(place).cells(chosen, longest) for place in range(len(self.sheet.columns))]
        return list(zip(*cells, strict=True)) if cells else [() for _ in chosen]

    def cells(self, column: int, offset: int, count: int, *, longest: int | None = None) -> list[str]:
        """Return so many cells of one column, named by its place, from the offset on."""
        return self._reader(column).cells(self.chosen(offset, count).tolist(), longest)

    def cell(self, row: int, column: int, *, longest: int | None = None) -> str:
        """Return one cell by the 0-based place of its record in the view and of its column in the sheet."""
        return self.cells(column, row, 1, longest=longest)[0]

    def rows(self, offset: int, count: int) -> list[int]:
        """Return the row numbers of the records that `page` gives, as the file counts them."""
        numbers: list[int] = self.sheet.rows[self.chosen(offset, count)].tolist()
        return numbers

    def row_numbers(self) -> RowNumbers:
        """Return the row number of every record shown, in order."""
        return self.sheet.rows if self.places is None else self.sheet.rows[self.places]

    def position_of(self, place: int) -> int | None:
        """Return where a record of the sheet is shown; None where it is filtered away."""
        if self.places is None:
            return place if 0 <= place < self.sheet.height else None
        found = np.flatnonzero(self.places == place)
        return int(found[0]) if len(found) else None

    def ordered(self, order: Places | None, among: Mask | None = None) -> "View":
        """Return the view of the whole sheet in this order (None: that of the file), of the masked records alone."""
        if among is None:
            return replace(self, places=order)
        return replace(self, places=np.flatnonzero(among) if order is None else order[among[order]])

    def only(self, rows: RowNumbers) -> "View":
        """Return the view of the records with these row numbers, as a finding names them."""
        shown = np.isin(self.row_numbers(), rows)
        return replace(self, places=np.flatnonzero(shown) if self.places is None else self.places[shown])

    def chosen(self, offset: int, count: int) -> Places:
        """Return the places in the sheet of the records that `page` gives."""
        first, last = max(offset, 0), max(offset, 0) + max(count, 0)
        if self.places is None:
            return np.arange(first, max(first, min(last, self.sheet.height)), dtype=np.int64)
        return self.places[first:last]

    @cached_property
    def _readers(self) -> dict[int, "_Cells"]:
        return {}

    def _reader(self, place: int) -> "_Cells":
        """Return the reader of a column, made when it is first asked for: of thousands a few are in sight."""
        if place not in self._readers:
            self._readers[place] = _Cells(self.sheet.columns[place].values)
        return self._readers[place]


class _Cells:
    """Reads single cells of a column out of its buffers."""

    def __init__(self, values: pa.ChunkedArray) -> None:
        self._chunks = [_buffers(chunk) for chunk in values.chunks]
        self._starts = np.cumsum([0, *(len(chunk) for chunk in values.chunks)])

    def cells(self, places: Iterable[int], longest: int | None) -> list[str]:
        if len(self._chunks) == 1:
            offsets, text = self._chunks[0]
            return [_cell(offsets, text, place, longest) for place in places]
        return [self._in_chunk(place, longest) for place in places]

    def _in_chunk(self, place: int, longest: int | None) -> str:
        number = int(np.searchsorted(self._starts, place, side="right")) - 1
        offsets, text = self._chunks[number]
        return _cell(offsets, text, place - int(self._starts[number]), longest)


def _buffers(chunk: pa.Array) -> tuple[memoryview, memoryview]:
    _, offsets, text = chunk.buffers()
    if offsets is None or not len(chunk):
        return memoryview(bytes(8)).cast("i"), memoryview(b"")
    is_large = pa.types.is_large_string(chunk.type)
    numbers = memoryview(offsets).cast("B")[:offsets.size - offsets.size % (8 if is_large else 4)]
    return numbers.cast("q" if is_large else "i")[chunk.offset:], memoryview(text if text is not None else b"").cast("B")


def _cell(offsets: memoryview, text: memoryview, place: int, longest: int | None) -> str:
    start, end = offsets[place], offsets[place + 1]
    if longest is None or end - start <= longest:
        return str(text[start:end], "utf-8")
    return str(text[start:min(end, start + WIDEST * longest)], "utf-8", "ignore")[:longest]  # the last may be cut in two
