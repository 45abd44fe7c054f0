"""What the records of one sheet of an old Excel workbook told, gathered as they come. Source: MS-XLS 2.4."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from steward.readers.hidden._book import Area, Comment, Sheet
from steward.readers.hidden._xls_book import OldBook


@dataclass(kw_only=True)
class OldCells:
    """What the records of one sheet told, as far as it went."""

    book: OldBook
    sheet: Sheet
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    types: list[int] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)            # of the shared texts
    formulas: set[str] = field(default_factory=set)
    has_filter: bool = False
    last_object: tuple[int, int] = (0, 0)                  # kind and number
    object_texts: dict[int, str] = field(default_factory=dict)
    boxes: list[str] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)     # number of the object, author
    comments: list[Comment] = field(default_factory=list)
    rule_areas: tuple[Area, ...] = ()
    drawing: list[bytes] = field(default_factory=list, repr=False)
    chart_values: list[str] = field(default_factory=list)
    printers: list[bytes] = field(default_factory=list, repr=False)
    queries: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)     # row and column, where to

    def put(self, row: int, column: int, look: int, kind: int, value: str) -> None:
        """Take a cell; row and column count from 0."""
        self.rows.append(row + 1)
        self.columns.append(column + 1)
        self.looks.append(look)
        self.types.append(kind)
        self.values.append(value)


def areas(body: bytes, place: int) -> Iterator[Area]:
    for top, bottom, left, right in struct.iter_unpack("<4H", body[place:place + (len(body) - place) // 8 * 8]):
        yield top + 1, left + 1, bottom + 1, right + 1
