"""The sheets of a workbook as calamine opens them: how large each is, whether it is hidden, and what it looks like."""

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any

from steward.readers.errors import FileDamaged, file_damaged, file_encrypted, sheet_spread_out
from steward.readers.format import Peek
from steward.readers.formats._archive import member
from steward.readers.formats._biff import read_xls
from steward.readers.formats._far_cells import row_too_far
from steward.readers.formats._first_rows import Shortened, only_rows, packed_anew, shortened
from steward.readers.formats._ods import read_ods
from steward.readers.formats._ods_anew import plainly_written
from steward.readers.formats._relations import table_parts
from steward.readers.formats._sheet_xml import SheetXml, read_sheet_xml, sheet_parts
from steward.readers.formats._told_book import ToldBook
from steward.readers.formats._written_twice import cells_written, rows_of_twice_written
from steward.readers.formats._xlsb import read_xlsb, spelled_out
from steward.readers.limits import Limits
from steward.readers.named_otherwise import as_calamine_takes_it
from steward.table.sheet import SheetListing

_LOOK_AT = 30
_WITH_CELLS = ("WorkSheet", "MacroSheet", "DialogSheet")
_METADATA = re.compile(r'conformsTo|"?dcat:|project-open-data|accrualPeriodicity|"@type"|contactPoint|programCode|bureauCode')
_METADATA_MARKS = 4     # so many different ones: no table of a bureau's work has them
_COVER_CELLS = 12       # at most so many filled cells, all in one column or two

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Worksheets:
    """The sheets of one workbook; each is parsed once."""

    def __init__(self, peek: Peek, parts: Mapping[str, bytes], limits: Limits, rows: int = 0) -> None:
        """Open the workbook; `parts` are those of its sheets that are unpacked already, `rows` how many first ones are enough.

        Raises: FileEncrypted, FileDamaged.
        """
        import python_calamine as calamine

        self._peek, self._parts, self._most_bytes = peek, parts, limits.unpacked_bytes
        if any(xml.startswith(_UTF16_MARKS) for xml in parts.values()):
            raise file_damaged(peek.name)       # the parser of sheets knows UTF-8 alone and would find nothing in them
        self._is_excel = "xl/workbook.xml" in peek.members
        self._name, self._trouble = peek.name, calamine.CalamineError
        self._parsed: dict[str, Any] = {}
        self._far: dict[str, int] = {}
        self._told = _told(peek, limits)
        self._names: dict[str, tuple[str, ...]] = {}    # of columns, by sheet
        cut = {part: short for part, xml in parts.items() if (short := shortened(xml, rows))} if rows and self._is_excel else {}
        self._short: dict[str, Shortened] = cut
        self._workbook = self._loaded(packed_anew(peek.path, {part: short.xml for part, short in cut.items()}) if cut else None)

    def _loaded(self, packed: io.BytesIO | None = None) -> Any:
        """Return calamine's workbook; an OpenDocument one that it does not take as it is goes to it plainly written."""
        if names := self._told.without_columns:
            packed = packed_anew(self._peek.path, spelled_out(self._peek.path, self._most_bytes, names))
        if "content.xml" not in self._peek.members:
            return self._loaded_as_it_is(packed)
        if not self._told.has_unknown_types:
            try:
                return self._loaded_as_it_is()
            except FileDamaged:
                pass
        return self._loaded_as_it_is(plainly_written(self._peek.path, self._most_bytes))

    def _loaded_as_it_is(self, packed: io.BytesIO | None = None) -> Any:
        import python_calamine as calamine

        try:
            return calamine.load_workbook(as_calamine_takes_it(self._peek.path, self._kind) if packed is None else packed)
        except calamine.PasswordError:
            raise file_encrypted(self._name) from None
        except calamine.CalamineError:
            raise file_damaged(self._name) from None

    @property
    def _kind(self) -> str:
        parts = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "content.xml": "ods"}
        return next((kind for part, kind in parts.items() if part in self._peek.members), "xls")

    def sheet(self, name: str) -> Any:
        """Return calamine's sheet of that name. Raises: FileDamaged, FileTooLarge."""
        if name not in self._parsed:
            if row := self._row_too_far(name):
                raise sheet_spread_out(self._name, name, row)
            self._parsed[name] = self._parse(name)
        return self._parsed[name]

    def _parse(self, name: str) -> Any:
        """Return the sheet; the whole of it where its first and last rows do not show where it begins and ends."""
        try:
            sheet = self._workbook.get_sheet_by_name(name)
        except self._trouble:
            raise file_damaged(self._name) from None
        short = self._short.get(self._part_names.get(name, ""))
        if short is None or short.fits(sheet.start, sheet.end):
            return sheet
        self._short, self._workbook = {}, self._loaded()
        self._parsed.clear()
        return self._parse(name)

    def side(self, name: str) -> SheetXml:
        """Return what the XML of a sheet tells; nothing for other kinds of workbooks. Raises: FileDamaged."""
        if not self._is_excel:
            return self._told.side(name)
        part, xml = self._part_names.get(name, ""), self._xml(name)
        short = self._short.get(part)
        return read_sheet_xml(self._peek.path, xml, self._most_bytes, None if short is None else short.xml,
                              table_parts(self._peek.path, part))

    def piece(self, name: str, rows: range) -> tuple[Any, SheetXml]:
        """Return calamine's sheet with only these rows of one that is short, and what their XML tells. Raises: FileDamaged."""
        part = self._part_names[name]
        xml = only_rows(self._xml(name), rows)
        workbook = self._loaded(packed_anew(self._peek.path, {**{at: one.xml for at, one in self._short.items()}, part: xml}))
        try:
            return workbook.get_sheet_by_name(name), read_sheet_xml(self._peek.path, xml, self._most_bytes)
        except self._trouble:
            raise file_damaged(self._name) from None

    def rows_of_twice_written(self, name: str, filled: int) -> tuple[int, ...]:
        """Return the row of each cell that an Excel sheet holds twice; `filled` cells were read of it."""
        xml = self._xml(name) if self._is_excel else b""
        return rows_of_twice_written(xml) if cells_written(xml) > filled else ()

    def is_short(self, name: str) -> bool:
        """Return whether only the first and last rows of a sheet were parsed."""
        return self._part_names.get(name, "") in self._short

    @cached_property
    def _part_names(self) -> dict[str, str]:
        return sheet_parts(self._peek.path) if self._is_excel else {}

    def _xml(self, name: str) -> bytes:
        part = self._part_names.get(name)
        if part is None:
            return b""
        kept = self._parts.get(part)
        return member(self._peek.path, part, self._most_bytes) if kept is None else kept

    def _row_too_far(self, name: str) -> int:
        """Return the last row of a sheet whose used range is beyond all measure, for the few cells it holds; 0 for others."""
        if name not in self._far:
            self._far[name] = row_too_far(self._xml(name)) if self._is_excel else self._told.row_too_far(name)
        return self._far[name]

    def listings(self) -> list[SheetListing]:
        """Return every sheet in the workbook's order; a chart sheet counts as empty. Raises: FileDamaged."""
        found = list(self._each_listing())
        times = Counter(names for names in self._names.values() if len(names) > 1)
        return [replace(one, alike=max(0, times[self._names.get(one.name, ())] - 1)) for one in found]

    def _each_listing(self) -> Iterator[SheetListing]:
        for metadata in self._workbook.sheets_metadata:
            state = {"Hidden": "hidden", "VeryHidden": "very_hidden"}.get(_word(metadata.visible), "visible")
            if _word(metadata.typ) in _WITH_CELLS:
                yield self._listing(metadata.name, state)
            else:
                yield SheetListing(name=metadata.name, state=state, rows=0, columns=0, content="empty")

    def _listing(self, name: str, state: str) -> SheetListing:
        if row := self._row_too_far(name):
            return SheetListing(name=name, state=state, rows=row, columns=0, content="table")
        sheet = self.sheet(name)
        first = list(islice(sheet.iter_rows(), _LOOK_AT)) if sheet.start is not None else []
        self._names[name] = names_of_columns(first)
        return SheetListing(name=name, state=state, rows=sheet.height, columns=sheet.width,
                            content=content_of(first, sheet.height))


def names_of_columns(rows: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    """Return the first row that holds at least two texts and nothing but texts; empty where the first rows have none."""
    for row in rows:
        filled = [cell for cell in row if cell != ""]
        if len(filled) > 1 and all(isinstance(cell, str) for cell in filled):
            return tuple(" ".join(cell.split()).casefold() for cell in filled)
    return ()


def content_of(rows: Sequence[Sequence[Any]], height: int) -> str:
    """Return what the first rows look like: "table", "metadata", "cover" or "empty"."""
    filled = [(place, cell) for row in rows for place, cell in enumerate(row) if cell != ""]
    if not filled:
        return "empty"
    text = " ".join(cell for _, cell in filled if isinstance(cell, str))
    if len(set(_METADATA.findall(text))) >= _METADATA_MARKS:
        return "metadata"
    is_sparse = len(filled) <= _COVER_CELLS and height > len(filled) * 2 // 3 and len({place for place, _ in filled}) == 1
    return "cover" if is_sparse else "table"


def _told(peek: Peek, limits: Limits) -> ToldBook:
    """Return what the cells of another kind of workbook are stored as; it is looked at before calamine makes room for them."""
    if "content.xml" in peek.members:
        told = read_ods(peek.path, limits.unpacked_bytes)
    elif "xl/workbook.bin" in peek.members:
        return read_xlsb(peek.path, limits.unpacked_bytes)
    else:
        told = read_xls(peek.path) if peek.streams else ToldBook()
    for name in told.sheets:                  # calamine reads all sheets of these at once
        if row := told.row_too_far(name):
            raise sheet_spread_out(peek.name, name, row)
    return told


def _word(member: Any) -> str:
    return str(member).rsplit(".", 1)[-1]
