"""The used range of one sheet as columns of text, block by block from the sheet's first row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from steward.readers.errors import sheet_empty
from steward.readers.format import Peek
from steward.readers.formats._cells import cell_text
from steward.readers.formats._number_texts import number_texts, text_numbers
from steward.readers.formats._sheet_xml import SheetXml
from steward.vocabulary.recipe import HiddenRows, ImportStep

ROWS_AT_ONCE = 20_000
_FEW_ROWS = 500
_MOST_DIGITS = 1e15         # a spreadsheet keeps fifteen digits and writes zeros for the others
Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Block = tuple[int, list[pa.Array]]  # the number of the first row, and the columns from the first used one on


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of one sheet; `cut` gathers the rows with a whole number of more digits than a spreadsheet keeps.

    `kept_as_text` gathers for each column, 1-based, the rows whose cell is a text that is a number.
    """

    sheet: Any
    name: str
    first_column: int   # 1-based
    last_row: int       # 1-based
    side: SheetXml
    cut: set[int] = field(default_factory=set)
    numbered: set[int] = field(default_factory=set)   # columns, 1-based, with a number that is published as it is stored
    kept_as_text: dict[int, list[Places]] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: Any, side: SheetXml, peek: Peek, name: str) -> "Grid":
        """Return the grid. Raises: SheetEmpty if no cell holds anything."""
        if sheet.start is None:
            raise sheet_empty(peek.name, name)
        return cls(sheet=sheet, name=name, first_column=sheet.start[1] + 1, last_row=sheet.end[0] + 1, side=side)

    def blocks(self, first: int = 1, size: int = ROWS_AT_ONCE) -> Iterator[Block]:
        """Give the rows from the `first` on, `size` at once, as columns of text; an empty cell has none."""
        rows = islice(self.sheet.iter_rows(), first - 1, None)
        sizes = chain([min(size, _FEW_ROWS)], repeat(size))     # names above figures make a block slow: a short one
        while part := list(islice(rows, next(sizes))):
            columns = [self._column(place, first, values) for place, values in enumerate(zip(*part, strict=True))]
            yield first, columns
            first += len(part)

    def rows(self, first: int = 1) -> Iterator[Sequence[str]]:
        """Give the rows from the `first` on one by one."""
        for _, columns in self.blocks(first, _FEW_ROWS):
            yield from zip(*(column.to_pylist() for column in columns), strict=True)

    @property
    def last_column(self) -> int:
        """Return the last used column, 1-based."""
        return int(self.sheet.end[1]) + 1

    @property
    def hidden_rows(self) -> list[int]:
        """Return the hidden rows of the used range."""
        return self.used(self.side.hidden_rows)

    def out_of_sight(self) -> dict[HiddenRows, list[int]]:
        """Return the hidden rows of the used range by why nobody sees them; each row has one reason."""
        side = self.side
        reasons = ((HiddenRows.FILTER, frozenset(side.filtered_rows)), (HiddenRows.HEIGHT, frozenset(side.low_rows)),
                   (HiddenRows.GROUP, frozenset(side.grouped_rows)))
        kinds: dict[HiddenRows, list[int]] = {kind: [] for kind in HiddenRows}
        for row in self.hidden_rows:
            kinds[next((kind for kind, rows in reasons if row in rows), HiddenRows.HAND)].append(row)
        return kinds

    def left_out(self, step: ImportStep) -> frozenset[int]:
        """Return the hidden rows that are left out by choice."""
        return frozenset(row for kind, rows in self.out_of_sight().items() if step.includes(kind) is False for row in rows)

    @property
    def hidden_columns(self) -> list[int]:
        """Return the hidden columns of the used range."""
        return sorted(column for column in self.side.hidden_columns if self.first_column <= column <= self.last_column)

    def used(self, rows: Sequence[int]) -> list[int]:
        """Return those of some rows that lie in the used range."""
        return [row for row in rows if self.sheet.start[0] < row <= self.last_row]

    def _column(self, place: int, first: int, values: Sequence[Any]) -> pa.Array:
        places, texts = self.side.overlay.of(place + self.first_column, first, len(values))
        if len(places) == len(values):
            return texts
        if len(places):
            values = list(values)
            for at, text in zip(places.tolist(), texts.to_pylist(), strict=True):
                values[at] = text
        kinds = set(map(type, values))
        if kinds - {str, float}:
            others = [at for at, value in enumerate(values) if value.__class__ not in (str, float)]
            values = [value if value.__class__ in (str, float) else cell_text(value) for value in values]
            places = np.union1d(places, others).astype(np.int64)     # whole numbers of XLS files, and days, are no texts
        if float not in kinds:
            return self._looked_at(place, first, pa.array(values, pa.string()), places)
        self.numbered.add(place + self.first_column)
        if kinds == {float}:
            return self._numbers(first, np.array(values, np.float64))
        texts = pa.array([value if value.__class__ is str else None for value in values], pa.string())
        self._looked_at(place, first, texts, places)
        return self._mixed(first, values, texts)

    def _looked_at(self, place: int, first: int, texts: pa.Array, shown: Places) -> pa.Array:
        """Return the texts, of which those that are numbers are noted; those at the `shown` places are no texts in the file."""
        numbers = text_numbers(texts.fill_null("") if texts.null_count else texts)
        numbers[shown] = False
        if numbers.any():
            self.kept_as_text.setdefault(place + self.first_column, []).append(np.flatnonzero(numbers) + first)
        return texts

    def _mixed(self, first: int, values: Sequence[Any], texts: pa.Array) -> pa.Array:
        """Return texts and numbers as texts."""
        places = np.array([place for place, value in enumerate(values) if value.__class__ is float], np.int64)
        numbers = self._numbers(first, np.array([values[place] for place in places], np.float64), places)
        return pc.replace_with_mask(texts, texts.is_null(), numbers)

    def _numbers(self, first: int, numbers: Floats, places: Places | None = None) -> pa.Array:
        """Return numbers as texts; those with too many digits are told of by their rows."""
        is_cut = np.abs(numbers) >= _MOST_DIGITS
        if is_cut.any():
            at = np.flatnonzero(is_cut)
            self.cut.update((first + (at if places is None else places[at])).tolist())
        return number_texts(numbers)
