"""What the cells of one sheet of an XLS, XLSB or ODS workbook are stored as, told the way the XML of an XLSX sheet tells it.

Decision: each of these formats has its own way to write a cell; the number format's meaning, the date systems and the findings
are one code for all (`with_texts`), so that a table does not change with the kind of workbook it is saved as.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from steward.readers.formats._closed_groups import closed_groups
from steward.readers.formats._far_cells import MOST_CELLS
from steward.readers.formats._number_format import MOMENTS, NumberFormat
from steward.readers.formats._sheet_scan import Rows
from steward.readers.formats._sheet_xml import SheetXml, in_filters, with_texts
from steward.table.preview import Region
from steward.vocabulary.positions import Positions

_FEW = 50                   # cells of the rectangle for each one that is there
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
          0x2B: "#GETTING_DATA"}
"""The texts of error codes. Source: MS-XLS 2.5.10, MS-XLSB 2.5.97.2."""


@dataclass(slots=True, kw_only=True)
class StoredCells:
    """The cells of a sheet as they go by. Rows and columns are 1-based."""

    numbers: list[tuple[int, int, int, float]] = field(default_factory=list)   # row, column, style, number
    texts: dict[tuple[int, int], str] = field(default_factory=dict)            # that stand in place of what calamine reads
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unsaved: list[int] = field(default_factory=list)
    zeros: list[int] = field(default_factory=list)      # the row of each formula with the result 0
    has_other_results: bool = False                     # a formula has another one
    empties: list[int] = field(default_factory=list)    # the row of each formula with an empty text as its result
    moments: list[tuple[int, int, int, str]] = field(default_factory=list)  # row, column, style, date or time as it is written
    hidden: list[int] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)    # of the rows that lie in groups, how deep
    collapsed: set[int] = field(default_factory=set)        # that stand for a closed group
    grouped: list[int] = field(default_factory=list)    # in a group that the workbook itself calls closed; all are hidden too
    filtered: list[int] = field(default_factory=list)   # that the workbook itself calls so; all of them are hidden too
    ranges: list[Region] = field(default_factory=list)  # of filters, with a condition or without
    filters: list[Region] = field(default_factory=list)     # of those with a condition
    is_filtered: bool = False                           # a filter of the sheet has a condition
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Region] = field(default_factory=list)
    filled: int = 0
    is_damaged: bool = False    # says of itself what no sheet can be
    has_unknown_types: bool = False
    is_without_columns: bool = False    # its cells are written in a way that calamine passes over
    first_row: int = 0
    last_row: int = 0
    first_column: int = 0
    last_column: int = 0

    def fill(self, row: int, column: int, count: int = 1, rows: int = 1) -> None:
        """Count `count` cells of `rows` rows that hold anything."""
        self.first_row, self.first_column = min(self.first_row or row, row), min(self.first_column or column, column)
        self.last_row, self.last_column = max(self.last_row, row + rows - 1), max(self.last_column, column + count - 1)
        self.filled += count * rows

    def take_number(self, row: int, column: int, style: int, number: float) -> None:
        """Take one cell with a number."""
        self.fill(row, column)
        self.numbers.append((row, column, style, number))

    def take_result(self, row: int, *, is_zero: bool) -> None:
        """Take whether a formula of a row has the result 0."""
        self.has_other_results |= not is_zero
        if is_zero:
            self.zeros.append(row)

    def take_empty_result(self, row: int, column: int) -> None:
        """Take one formula with an empty text as its result."""
        self.empties.append(row)
        self.fill(row, column)

    def take_level(self, row: int, level: int, *, is_collapsed: bool) -> None:
        """Take how deep in groups a row lies, 0 for in none, and whether it stands for a closed one."""
        if level:
            self.levels[row] = level
        if is_collapsed:
            self.collapsed.add(row)

    def take_error(self, row: int, column: int, code: int) -> None:
        """Take one cell with the code of an error."""
        self.fill(row, column)
        self.errors[row, column] = ERRORS.get(code, "#VALUE!")

    @property
    def row_too_far(self) -> int:
        """Return the last row of a sheet whose cells lie too far apart to be held as a rectangle; 0 for every other sheet."""
        area = (self.last_row - self.first_row + 1) * (self.last_column - self.first_column + 1)
        return self.last_row if area > MOST_CELLS and area > _FEW * self.filled else 0

    def told(self, formats: Mapping[int, NumberFormat], *, is_1904: bool) -> SheetXml:
        """Return what the sheet tells; `formats` are those of the styles that show more than the stored number."""
        written = {(row, column): text for row, column, style, text in self.moments
                   if style not in formats or formats[style].kind not in MOMENTS}
        hidden, shown = sorted({*self.hidden, *self.low}), [one for one in self.numbers
                                                            if one[2] in formats and (one[0], one[1]) not in written]
        filtered = sorted({*self.filtered, *in_filters(self.hidden, self.filters)})
        grouped = sorted({*self.grouped, *closed_groups(self.hidden, self.levels, self.collapsed)})
        told = SheetXml(is_known=True, hidden_rows=Positions(hidden), low_rows=Positions(sorted(set(self.low))),
                        errors=self.errors, unsaved=tuple(self.unsaved),
                        zeros=() if self.has_other_results or self.empties else tuple(self.zeros),
                        empties=() if self.has_other_results or self.zeros else tuple(self.empties),
                        filtered_rows=Positions(filtered),
                        grouped_rows=Positions(grouped), merges=tuple(self.merges),
                        hidden_columns=frozenset(self.hidden_columns))
        told = with_texts(told, _rows(shown), formats, is_1904=is_1904)
        told.overlay.add_cells({**written, **self.texts})
        return told


def _rows(shown: Sequence[tuple[int, int, int, float]]) -> Rows:
    rows, columns, styles, numbers = zip(*shown, strict=True) if shown else ((), (), (), ())
    return Rows(rows=np.array(rows, np.int64), columns=np.array(columns, np.int64), styles=np.array(styles, np.int64),
                numbers=pa.array(numbers, pa.float64()))
