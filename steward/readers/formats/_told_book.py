"""What the sheets of an XLS, XLSB or ODS workbook tell beside what calamine reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from steward.readers.formats._number_format import NumberFormat
from steward.readers.formats._sheet_xml import SheetXml
from steward.readers.formats._stored_cells import StoredCells


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSheet:
    """The cells of one sheet and the formats of their styles."""

    cells: StoredCells
    formats: Mapping[int, NumberFormat]
    is_1904: bool = False


@dataclass(frozen=True, slots=True)
class ToldBook:
    """The sheets by name; none where this version of a format is not known."""

    sheets: Mapping[str, ToldSheet] = field(default_factory=dict)

    def side(self, name: str) -> SheetXml:
        """Return what one sheet tells."""
        sheet = self.sheets.get(name)
        return SheetXml() if sheet is None else sheet.cells.told(sheet.formats, is_1904=sheet.is_1904)

    @property
    def has_unknown_types(self) -> bool:
        """Return whether a cell is of a type that no standard names."""
        return any(sheet.cells.has_unknown_types for sheet in self.sheets.values())

    @property
    def without_columns(self) -> tuple[str, ...]:
        """Return the sheets with cells that calamine passes over."""
        return tuple(name for name, sheet in self.sheets.items() if sheet.cells.is_without_columns)

    def row_too_far(self, name: str) -> int:
        """Return the last row of a sheet whose cells lie too far apart; 0 for every other sheet."""
        sheet = self.sheets.get(name)
        return 0 if sheet is None else sheet.cells.row_too_far
