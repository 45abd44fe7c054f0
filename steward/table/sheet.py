"""The opened table: columns of text exactly as typed, and for each record its row and line."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.account import Account
from steward.vocabulary.positions import NOWHERE, Positions
from steward.vocabulary.quoting import Quoting

RowNumbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `name` is unique in its sheet; `label` is the header as typed (None where there is no header)."""

    name: str               # the label, or "Column N"; a second "Status" becomes "Status (2)"
    label: str | None
    values: pa.ChunkedArray = field(repr=False)  # of string or large_string, never null: an empty cell is ""
    position: int           # 1-based place in the file or sheet, kept when columns before it are left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """One record that does not fit the table: kept with its text, never padded, never dropped silently."""

    row: int
    line: int | None
    cells: int  # how many it has
    text: str = field(repr=False)  # as in the file; shown on screen only


KEPT_AS_TEXT = "kept-as-text"    # cells of a workbook that hold a number as text


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Something unusual that was seen while the file was read; a check may turn it into a finding. Holds no text.

    Kinds: "nul-byte", "undefined-byte", "second-encoding", "assumed-encoding", "half-character", "inner-mark", "stray-quote",
    "escaped-quote", "spaced-quote", "backslash-quoting", "blank-quoting",
    "single-quotes", "many-line-breaks", "swallowed-row", "delimiter-hint", "long-header", "blank-header-cells", "short-header",
    "header-like-record", "nul-tail", "end-sign", "further-mark", "cut-word" (text files);
    "hidden-row", "outside-region", "error-cell", "uncached-formula", "zero-formula", "empty-formula", "cell-twice",
    "number-shown-otherwise", "date-shown-otherwise", "long-number", "filtered-row", "grouped-row", "low-row", "merged-rows",
    "merged-across", "formats-unread", KEPT_AS_TEXT (workbooks); "repeated-name", "odd-shape", "half-letter",
    "other-coordinates", "beside-features", "cut-export" (map layers and other JSON).
    """

    kind: str
    count: int
    rows: Positions = NOWHERE   # as many as are known, at most `count`
    lines: Positions = NOWHERE  # text files
    position: int | None = None  # of the one column it is about, 1-based as `Column.position`


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetListing:
    """One sheet of a workbook (a text file has one, named after the file): state is visible, hidden or very_hidden."""

    name: str
    state: str
    rows: int     # of the used range
    columns: int
    alike: int = 0  # how many other sheets of the workbook begin with the same names of columns
    content: str = "table"  # what its cells look like: "table", "metadata" (the city's metadata worksheet), "empty", "cover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the table came from and how it was read. Holds no path: the file's name only."""

    file_name: str
    sha256: str
    size_bytes: int
    encoding: str | None = None      # text files: "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252", "utf-8+cp1252"
    delimiter: str | None = None     # text files
    quoting: Quoting = Quoting.DOUBLED
    line_ending: str | None = None   # text files: "lf", "crlf", "cr", "mixed"
    physical_lines: int | None = None  # text files
    sheet: str | None = None         # workbooks: the chosen one
    header_rows: tuple[int, ...] = ()
    title_rows: tuple[int, ...] = ()
    blank_rows: tuple[int, ...] = ()
    blank_cells: tuple[int, ...] = ()  # text files: how many empty cells each blank row has; 0: an empty line
    hidden_rows: int = 0             # workbooks: rows hidden or filtered away on the chosen sheet
    hidden_columns: int = 0
    hidden_positions: tuple[int, ...] = ()   # workbooks: 1-based places of those columns, as `Column.position` gives them
    hidden_rows_included: bool = True
    hidden_columns_included: bool = True


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A table that is never changed: a remedy gives a new one that shares the untouched columns.

    Shape: every column has `len(rows)` values; `lines` and `parts` have as many or are None. Each record stands for one row of
    the original, or after a reshape for one part of a row: then `rows` repeats, and row and part together name a record.
    """

    columns: tuple[Column, ...]
    rows: RowNumbers                # 1-based in the file or sheet: titles, header, blanks and quarantined rows counted
    lines: RowNumbers | None        # 1-based physical lines; None for workbooks
    quarantine: tuple[Quarantined, ...] = ()
    provenance: Provenance
    listings: tuple[SheetListing, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    account: Account | None = None  # of the original as it was opened; remedies carry it on as it is
    parts: RowNumbers | None = None  # 0-based, which part of its row each record is; None: each row gave at most one record

    @property
    def height(self) -> int:
        """Return the number of records."""
        return len(self.rows)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {column.name: place for place, column in enumerate(self.columns)}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the column names in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of that name. Raises: KeyError if the sheet has none."""
        return self.columns[self._places[name]]

    def without(self, name: str) -> "Sheet":
        """Return the sheet without one column. Raises: KeyError if the sheet has none."""
        place = self._places[name]
        return replace(self, columns=self.columns[:place] + self.columns[place + 1:])

    def with_values(self, name: str, values: pa.ChunkedArray) -> "Sheet":
        """Return the sheet with other values in one column. Raises: KeyError if the sheet has none."""
        place = self._places[name]
        changed = replace(self.columns[place], values=values)
        return replace(self, columns=(*self.columns[:place], changed, *self.columns[place + 1:]))

    def take(self, places: npt.NDArray[np.int64]) -> "Sheet":
        """Return the sheet with only the records at those 0-based places, in that order."""
        indices = pa.array(places)
        columns = tuple(replace(column, values=column.values.combine_chunks().take(indices)
                                if column.values.num_chunks > 1 else column.values.take(indices)) for column in self.columns)
        lines = None if self.lines is None else self.lines[places]
        parts = None if self.parts is None else self.parts[places]
        return replace(self, columns=tuple(_chunked(column) for column in columns), rows=self.rows[places], lines=lines,
                       parts=parts)


def unique_names(labels: Sequence[str | None]) -> tuple[str, ...]:
    """Return a name for each header label: "Column N" for a blank one, "Status (2)" for the second of its kind."""
    names: list[str] = []
    taken: set[str] = set()
    next_of: dict[str, int] = {}    # numbers below it are taken: thousands of columns may share one label
    for number, label in enumerate(labels, start=1):
        wanted = label if label and label.strip() else f"Column {number}"
        name, again = wanted, next_of.get(wanted, 2)
        while name in taken:
            name, again = f"{wanted} ({again})", again + 1
        taken.add(name)
        next_of[wanted] = again
        names.append(name)
    return tuple(names)


def _chunked(column: Column) -> Column:
    values = column.values
    return column if isinstance(values, pa.ChunkedArray) else replace(column, values=pa.chunked_array([values]))
