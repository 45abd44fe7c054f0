"""The texts of some of a sheet's cells that stand in place of what calamine reads, column by column."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa

RowNumbers = npt.NDArray[np.int64]
_NONE = (np.zeros(0, np.int64), pa.nulls(0, pa.string()))


@dataclass(slots=True)
class Overlay:
    """Texts by column number and row number, both 1-based."""

    _pieces: dict[int, list[tuple[RowNumbers, pa.Array]]] = field(default_factory=dict)
    _whole: dict[int, tuple[RowNumbers, pa.Array]] = field(default_factory=dict)

    def add(self, column: int, rows: RowNumbers, texts: pa.Array) -> None:
        """Take the texts of some rows of a column; a null is none."""
        if texts.null_count:
            rows, texts = rows[np.asarray(texts.is_valid())], texts.drop_null()
        self._pieces.setdefault(column, []).append((rows, texts))
        self._whole.pop(column, None)

    def add_cells(self, cells: Mapping[tuple[int, int], str]) -> None:
        """Take the texts of single cells by row and column."""
        columns: dict[int, tuple[list[int], list[str]]] = {}
        for (row, column), text in cells.items():
            rows, texts = columns.setdefault(column, ([], []))
            rows.append(row)
            texts.append(text)
        for column, (rows, texts) in columns.items():
            self.add(column, np.array(rows, np.int64), pa.array(texts, pa.string()))

    def of(self, column: int, first: int, count: int) -> tuple[RowNumbers, pa.Array]:
        """Return for `count` rows of a column from row `first` on the 0-based places with a text, and the texts."""
        if column not in self._pieces:
            return _NONE
        rows, texts = self._sorted(column)
        begin, end = np.searchsorted(rows, [first, first + count])
        return rows[begin:end] - first, texts[begin:end]

    def _sorted(self, column: int) -> tuple[RowNumbers, pa.Array]:
        """Return all texts of a column by row; of two for one cell the later one."""
        if column not in self._whole:
            rows = np.concatenate([rows for rows, _ in self._pieces[column]])
            texts = pa.concat_arrays([texts for _, texts in self._pieces[column]])
            if (np.diff(rows) <= 0).any():
                _, last = np.unique(rows[::-1], return_index=True)
                places = len(rows) - 1 - last
                rows, texts = rows[places], texts.take(pa.array(places))
            self._whole[column] = (rows, texts)
        return self._whole[column]
