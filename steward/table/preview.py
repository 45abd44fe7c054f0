"""A file before it is opened: its first rows as they stand, what each of them is taken for, and what was guessed.

Shown on screen only. The cells are cut short, and a wide or long file is shown in part; nothing here is published.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from steward.table.sheet import SheetListing
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import HiddenRows

Region = tuple[int, int, int, int]  # first row, first column, last row, last column, 1-based; 0 as the last: to the end


class RowPart(StrEnum):
    """What a row is taken for."""

    TITLE = "title"       # above the column names, passed over
    ABOVE = "above"       # above the table that a person chose, passed over
    BLANK = "blank"
    HEADER = "header"     # holds column names
    RECORD = "record"
    APART = "apart"       # has more or fewer cells than there are columns, and will be set apart
    BELOW = "below"       # below the table, passed over
    HIDDEN = "hidden"     # hidden in the workbook and left out by choice


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as it stands, from its first column on."""

    row: int              # as the spreadsheet numbers it
    part: RowPart
    cells: tuple[str, ...] = field(repr=False)
    is_hidden: bool = False    # nobody sees it in the workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulLine:
    """One line of a text file whose letters depend on the encoding, as each encoding shows it."""

    line: int
    readings: tuple[tuple[str, str], ...] = field(repr=False)  # encoding, text


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenPart:
    """How many rows of the region nobody sees in the workbook for one reason, and the first of them."""

    kind: HiddenRows
    count: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a quick look at a file shows. Everything that was guessed stands here as it would be read."""

    rows: tuple[PreviewRow, ...]        # the first ones, some around hidden ones, then where they are known the last ones
    labels: tuple[str | None, ...] = field(repr=False)  # one per column of the region
    header_rows: tuple[int, ...]
    region: Region
    width: int                          # columns of the file or sheet, those outside the region too
    height: int | None                  # rows of the file or sheet; None where only its beginning was looked at
    listings: tuple[SheetListing, ...] = ()
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    quoting: Quoting | None = None      # text files in which there are quotation marks, as far as was looked
    doubtful: tuple[DoubtfulLine, ...] = ()
    hidden: tuple[HiddenPart, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    is_without_hidden_columns: bool = False
    regions: tuple[Region, ...] = ()    # tables that were found on the sheet, the proposed one first
    touching: tuple[Region, ...] = ()   # tables that nothing parts, read as one unless a person chooses one of them
    cuts: tuple[int, ...] | None = None     # where the lines of a text file are cut; of one that is lined up, may be cut
    is_lined_up: bool = False           # nothing but blanks divides the columns of a text file
    beyond: tuple[str | None, ...] = field(repr=False, default=())  # names of the header that stand above no cell
    is_grid: bool = True                # False for a list of records, which has no rows for titles and column names

    @property
    def columns(self) -> range:
        """Return the columns of the region, 1-based."""
        return range(self.region[1], (self.region[3] or self.width) + 1)

    @property
    def hidden_columns_inside(self) -> tuple[int, ...]:
        """Return the columns of the region that nobody sees in the workbook."""
        return tuple(column for column in self.hidden_columns if column in self.columns)

    @property
    def title_rows(self) -> tuple[int, ...]:
        """Return the shown rows that are passed over above the column names."""
        return tuple(shown.row for shown in self.rows if shown.part is RowPart.TITLE)

    @property
    def rows_above(self) -> tuple[int, ...]:
        """Return the shown rows that are passed over above the table that a person chose."""
        return tuple(shown.row for shown in self.rows if shown.part is RowPart.ABOVE)

    @property
    def rows_below(self) -> tuple[int, ...]:
        """Return the shown rows that are passed over below the table."""
        return tuple(shown.row for shown in self.rows if shown.part is RowPart.BELOW)

    @property
    def rows_apart(self) -> tuple[int, ...]:
        """Return the shown rows that do not fit and will be set apart."""
        return tuple(shown.row for shown in self.rows if shown.part is RowPart.APART)

    def is_published(self, column: int) -> bool:
        """Return whether a column belongs to the table."""
        return column in self.columns and not (self.is_without_hidden_columns and column in self.hidden_columns)
