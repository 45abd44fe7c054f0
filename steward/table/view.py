"""A look at a sheet in another order, or at some of its records: an array of places, never a copy of the table."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.sheet import Sheet
from steward.table.text import mask_of

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class View:
    """What a person sees of a sheet.

    Shape: `places` are 0-based places of its records in the order shown; None: all of them, in the order of the file.
    """

    sheet: Sheet
    places: Places | None = None

    def __len__(self) -> int:
        return self.sheet.height if self.places is None else len(self.places)

    def page(self, offset: int, count: int) -> list[tuple[str, ...]]:
        """Return so many records from the offset on, each with a cell per column; fewer at the end."""
        cells = [self._cells(values, offset, count) for values in self._arrays]
        return list(zip(*cells, strict=True)) if cells else [() for _ in range(len(self._chosen(offset, count)))]

    def rows(self, offset: int, count: int) -> list[int]:
        """Return the row numbers of the records that `page` gives, as the file counts them."""
        numbers: list[int] = self.sheet.rows[self._chosen(offset, count)].tolist()
        return numbers

    def sorted_by(self, name: str, *, descending: bool = False) -> "View":
        """Return the view sorted by a column: numbers by size and before texts; equal ones keep their order."""
        import pyarrow.compute as pc

        values = self._taken(self.sheet.column(name).values)
        numbers = _as_numbers(values)
        keys = pa.table({"number": numbers, "text": values, "place": pa.array(np.arange(len(values)))})
        order = "descending" if descending else "ascending"
        ranked = pc.sort_indices(keys, sort_keys=[("number", order), ("text", order), ("place", "ascending")])
        return replace(self, places=self._all[ranked.to_numpy()])

    def containing(self, text: str) -> "View":
        """Return the view of the records that hold the text in any column, upper and lower case alike."""
        import pyarrow.compute as pc

        if not text:
            return self
        found = np.zeros(self.sheet.height, np.bool_)
        for column in self.sheet.columns:
            found |= mask_of(pc.match_substring(column.values, text, ignore_case=True))
        return replace(self, places=self._all[found[self._all]])

    def only(self, rows: npt.NDArray[np.int64]) -> "View":
        """Return the view of the records with these row numbers, as a finding names them."""
        return replace(self, places=self._all[np.isin(self.sheet.rows[self._all], rows)])

    @cached_property
    def _all(self) -> Places:
        return np.arange(self.sheet.height, dtype=np.int64) if self.places is None else self.places

    @cached_property
    def _arrays(self) -> list[pa.ChunkedArray]:
        return [column.values for column in self.sheet.columns]

    def _chosen(self, offset: int, count: int) -> Places:
        return self._all[max(offset, 0):max(offset, 0) + max(count, 0)]

    def _cells(self, values: pa.ChunkedArray, offset: int, count: int) -> list[str]:
        if self.places is None:
            cells: list[str] = values.slice(max(offset, 0), max(count, 0)).to_pylist()
            return cells
        return [values[place].as_py() for place in self._chosen(offset, count).tolist()]

    def _taken(self, values: pa.ChunkedArray) -> pa.Array:
        whole = values.combine_chunks()
        array = pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole
        return array if self.places is None else array.take(pa.array(self.places))


def _as_numbers(values: pa.Array) -> pa.Array:
    """Return the values as numbers, null where one is none."""
    import pyarrow.compute as pc

    from steward.table.numerals import PLAIN

    numeric = pc.match_substring_regex(values, PLAIN)
    return pc.cast(pc.if_else(numeric, values, pa.scalar(None, values.type)), pa.float64())
