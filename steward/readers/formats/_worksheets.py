"""The sheets of a workbook as calamine opens them: how large each is, whether it is hidden, and what it looks like."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any

from steward.readers.errors import file_damaged, file_encrypted, sheet_spread_out
from steward.readers.format import Peek
from steward.readers.formats._archive import member
from steward.readers.formats._far_cells import row_too_far
from steward.readers.formats._sheet_xml import SheetXml, read_sheet_xml, sheet_parts
from steward.readers.limits import Limits
from steward.table.sheet import SheetListing

_LOOK_AT = 30
_WITH_CELLS = ("WorkSheet", "MacroSheet", "DialogSheet")
_METADATA = re.compile(r'conformsTo|"?dcat:|project-open-data|accrualPeriodicity|"@type"|contactPoint|programCode|bureauCode')
_METADATA_MARKS = 4     # so many different ones: no table of a bureau's work has them
_COVER_CELLS = 12       # at most so many filled cells, all in one column or two


class Worksheets:
    """The sheets of one workbook; each is parsed once."""

    def __init__(self, peek: Peek, parts: Mapping[str, bytes], limits: Limits) -> None:
        """Open the workbook; `parts` are those of its sheets that are unpacked already. Raises: FileEncrypted, FileDamaged."""
        import python_calamine as calamine

        self._peek, self._parts, self._most_bytes = peek, parts, limits.unpacked_bytes
        self._is_excel = "xl/workbook.xml" in peek.members
        self._name, self._trouble = peek.name, calamine.CalamineError
        self._parsed: dict[str, Any] = {}
        self._far: dict[str, int] = {}
        self._names: dict[str, tuple[str, ...]] = {}    # of columns, by sheet
        try:
            self._workbook = calamine.load_workbook(str(peek.path))
        except calamine.PasswordError:
            raise file_encrypted(peek.name) from None
        except calamine.CalamineError:
            raise file_damaged(peek.name) from None

    def sheet(self, name: str) -> Any:
        """Return calamine's sheet of that name. Raises: FileDamaged, FileTooLarge."""
        if name not in self._parsed:
            if row := self._row_too_far(name):
                raise sheet_spread_out(self._name, name, row)
            try:
                self._parsed[name] = self._workbook.get_sheet_by_name(name)
            except self._trouble:
                raise file_damaged(self._name) from None
        return self._parsed[name]

    def side(self, name: str) -> SheetXml:
        """Return what the XML of a sheet tells; nothing for other kinds of workbooks. Raises: FileDamaged."""
        if not self._is_excel:
            return SheetXml()
        return read_sheet_xml(self._peek.path, self._xml(name), self._most_bytes)

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
            self._far[name] = row_too_far(self._xml(name)) if self._is_excel else 0
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


def _word(member: Any) -> str:
    return str(member).rsplit(".", 1)[-1]
