"""One sheet of an old Excel workbook: its cells, what is hidden of it, and what stands beside them. Source: MS-XLS 2.4."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from steward.readers.formats._biff import short_number
from steward.readers.hidden._book import (
    BOOLEAN,
    FAULT,
    FORMULA,
    NUMBER,
    TEXT,
    Area,
    Cells,
    Comment,
    Link,
    Rule,
    Sheet,
    Style,
    Texts,
    Validation,
)
from steward.readers.hidden._colors import PATTERN
from steward.readers.hidden._escher import descriptions
from steward.readers.hidden._xls_book import OldBook, OldSheet, taken
from steward.readers.hidden._xls_formula import told
from steward.readers.hidden._xls_links import link
from steward.readers.hidden._xls_records import BEGIN, END, Pieces, Record, bare_text, records, text
from steward.vocabulary.message import say

_ROW_HIDDEN, _LOWEST, _NARROWEST = 0x20, 40, 180         # twentieths of a point, 256ths of a letter
_NOTE = 0x19                                    # the kind of an object
_BOXES = frozenset((2, 3, 6, 9, 30))            # rectangles, ovals, text boxes, polygons, shapes of newer versions
_LIST = 3
_CELL_IS, _EQUAL, _ZERO = 1, 3, b"\x1e\0\0"
_CHANGES_NUMBER, _CHANGES_FONT, _CHANGES_ALIGNMENT, _CHANGES_BORDER, _CHANGES_FILL = (1 << bit for bit in range(25, 30))
_FONT_BYTES, _FONT_COLOR, _OTHER_BYTES = 118, 80, 8
_NO_COLOR = 0xFFFFFFFF
_FAULT_SIGNS = ("ISERR", "ISNA", "ISBLANK")


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


def read_sheet(stream: bytes, known: OldSheet, book: OldBook, number: int) -> OldCells:
    """Return the sheet that begins at its place, the `number`-th of the book."""
    cells = OldCells(book=book, sheet=Sheet(name=known.name, state=known.state))
    depth = 0
    for record in records(stream, known.begin):
        depth += (record.kind == BEGIN) - (record.kind == END)
        if record.kind == END and depth <= 0:
            break
        if depth > 1 or known.kind == 2:  # noqa: PLR2004 - a chart: the numbers within are its copy of cells
            taken(_OF_CHART.get(record.kind), cells, record)
        else:
            taken(_OF_SHEET.get(record.kind), cells, record)
    _finish(cells, number)
    return cells


def _finish(cells: OldCells, number: int) -> None:
    sheet, where = cells.sheet, say("Sheet {sheet}.", sheet=cells.sheet.name)
    sheet.cells = Cells(rows=np.array(cells.rows, np.int64), columns=np.array(cells.columns, np.int64),
                        styles=np.array(cells.looks, np.int64), types=np.array(cells.types, np.int64),
                        texts=Texts(cells.values))
    sheet.formulas = sorted(cells.formulas)
    areas = [area for place, area in cells.book.filters if place == number]
    sheet.filters = areas if cells.has_filter else []
    # a table of Excel has no style here, while its white labels stay white
    sheet.styled_tables = [(top, left, top, right) for top, left, _, right in areas]
    for one, author in cells.notes:
        if cells.object_texts.get(one, "").strip():
            cells.comments.append(Comment(where=where, author=author, text=cells.object_texts[one]))
    if cells.links:
        values = dict(zip(zip(cells.rows, cells.columns, strict=True), cells.values, strict=True))
        sheet.links += [Link(target=target, shown=values.get((row, column), "")) for row, column, target in cells.links]
    cells.boxes = [box for box in cells.boxes if box.strip()]


def alternative_texts(cells: OldCells) -> list[str]:
    """Return the descriptions of the sheet's pictures."""
    return list(descriptions(b"".join(cells.drawing)))


def _take_shared_text(cells: OldCells, record: Record) -> None:
    row, column, look, number = struct.unpack_from("<HHHI", record.body)
    found = cells.book.texts[number]
    cells.used.add(number)
    if not found.text:
        return
    for (begin, font), (end, _) in pairwise([*found.fonts, (len(found.text), 0)]):
        color = cells.book.font_color(font)
        if color is not None and found.text[begin:end].strip():
            cells.sheet.colored_texts.append((len(cells.rows), color, found.text[begin:end]))
    cells.put(row, column, look, TEXT, found.text)


def _take_text(cells: OldCells, record: Record) -> None:
    row, column, look = struct.unpack_from("<3H", record.body)
    if found := text(record.body, 6)[0]:
        cells.put(row, column, look, TEXT, found)


def _take_number(cells: OldCells, record: Record) -> None:
    row, column, look, number = struct.unpack_from("<3Hd", record.body)
    cells.put(row, column, look, NUMBER, _written(number))


def _take_short_number(cells: OldCells, record: Record) -> None:
    row, column, look, short = struct.unpack_from("<3HI", record.body)
    cells.put(row, column, look, NUMBER, _written(short_number(short)))


def _take_short_numbers(cells: OldCells, record: Record) -> None:
    row, column = struct.unpack_from("<2H", record.body)
    for place, (look, short) in enumerate(struct.iter_unpack("<HI", record.body[4:4 + (len(record.body) - 6) // 6 * 6])):
        cells.put(row, column + place, look, NUMBER, _written(short_number(short)))


def _written(number: float) -> str:
    return f"{number:.15g}"


def _take_truth_or_fault(cells: OldCells, record: Record) -> None:
    row, column, look, value, is_fault = struct.unpack_from("<3HBB", record.body)
    cells.put(row, column, look, FAULT if is_fault else BOOLEAN, str(value))


def _take_formula(cells: OldCells, record: Record) -> None:
    row, column, look = struct.unpack_from("<3H", record.body)
    kind, = struct.unpack_from("<H", record.body, 12)
    if kind != 0xFFFF:  # noqa: PLR2004 - marks a result that is no number
        cells.put(row, column, look, NUMBER, _written(struct.unpack_from("<d", record.body, 6)[0]))
    else:
        cells.put(row, column, look, {0: TEXT, 1: BOOLEAN, 2: FAULT}.get(record.body[6], FORMULA), "")
    _take_tokens(cells, record.body, 20)


def _take_shared_formula(cells: OldCells, record: Record) -> None:
    _take_tokens(cells, record.body, 8)


def _take_tokens(cells: OldCells, body: bytes, place: int) -> None:
    size, = struct.unpack_from("<H", body, place)
    formula = told(body[place + 2:place + 2 + size])
    if '"' in formula:
        cells.formulas.add(formula)


def _take_result(cells: OldCells, record: Record) -> None:
    """Take the text that the formula before gives."""
    if cells.values:
        pieces = Pieces((record.body, *record.more))
        cells.values[-1] = pieces.letters(pieces.number(2), pieces.number(1))


def _take_row(cells: OldCells, record: Record) -> None:
    row, _, _, height = struct.unpack_from("<4H", record.body)
    if struct.unpack_from("<H", record.body, 12)[0] & _ROW_HIDDEN:
        cells.sheet.hidden_rows.append((row + 1, row + 1))
    elif height & 0x7FFF < _LOWEST:
        cells.sheet.low_rows.append((row + 1, row + 1))


def _take_columns(cells: OldCells, record: Record) -> None:
    first, last, width, _, flags = struct.unpack_from("<5H", record.body)
    if flags & 1:
        cells.sheet.hidden_columns.append((first + 1, last + 1))
    elif width < _NARROWEST:
        cells.sheet.narrow_columns.append((first + 1, last + 1))


def _take_merges(cells: OldCells, record: Record) -> None:
    cells.sheet.merges += _areas(record.body, 2)


def _areas(body: bytes, place: int) -> Iterator[Area]:
    for top, bottom, left, right in struct.iter_unpack("<4H", body[place:place + (len(body) - place) // 8 * 8]):
        yield top + 1, left + 1, bottom + 1, right + 1


def _take_filter(cells: OldCells, _: Record) -> None:
    cells.has_filter = True


def _take_object(cells: OldCells, record: Record) -> None:
    cells.last_object = struct.unpack_from("<2H", record.body, 4)


def _take_object_text(cells: OldCells, record: Record) -> None:
    kind, number = cells.last_object
    count, = struct.unpack_from("<H", record.body, 10)
    found = Pieces((b"", *record.more), 0).letters(count, 0)
    if kind == _NOTE:
        cells.object_texts[number] = found
    elif kind in _BOXES:
        cells.boxes.append(found)


def _take_note(cells: OldCells, record: Record) -> None:
    number, = struct.unpack_from("<H", record.body, 6)
    cells.notes.append((number, text(record.body, 8)[0].strip("\0 ")))


def _take_drawing(cells: OldCells, record: Record) -> None:
    cells.drawing.append(record.whole)


def _take_link(cells: OldCells, record: Record) -> None:
    row, _, column, _ = struct.unpack_from("<4H", record.body)
    if found := link(record.body[8:]):
        cells.links.append((row + 1, column + 1, found))


def _take_tip(cells: OldCells, record: Record) -> None:
    if tip := record.body[10:].decode("utf-16-le", "replace").strip("\0 "):
        cells.sheet.links.append(Link(target="", tip=tip))


def _take_margin(cells: OldCells, record: Record) -> None:
    if record.body:
        cells.sheet.margins.append(text(record.body, 0)[0])


def _take_other_margins(cells: OldCells, record: Record) -> None:
    lengths, place = struct.unpack_from("<4H", record.body, 30), 38
    for length in lengths:
        if length:
            found, place = text(record.body, place)
            cells.sheet.margins.append(found)


def _take_validation(cells: OldCells, record: Record) -> None:
    flags, place, messages = struct.unpack_from("<I", record.body)[0], 4, list[str]()
    for _ in range(4):
        message, place = text(record.body, place)
        messages.append(message.strip("\0 "))
    size, = struct.unpack_from("<H", record.body, place)
    formula = record.body[place + 4:place + 4 + size]
    listed = told(formula) if flags & 0xF == _LIST else ""
    items = tuple(item.strip() for item in listed[1:-1].split("\0") if item.strip()) if listed.startswith('"') else ()
    cells.sheet.validations.append(Validation(items=items, messages=tuple(message for message in messages if message)))


def _take_scenario(cells: OldCells, record: Record) -> None:
    _, _, _, name, remark, user = struct.unpack_from("<H5B", record.body)
    place = 7
    for length in (name, user, remark):
        if length:
            found, place = bare_text(record.body, place, length)
            cells.sheet.scenarios.append(found)


def _take_rule_areas(cells: OldCells, record: Record) -> None:
    cells.rule_areas = tuple(_areas(record.body, 14))


def _take_rule(cells: OldCells, record: Record) -> None:
    kind, sign, one, other = struct.unpack_from("<BBHH", record.body)
    formula = record.body[len(record.body) - one - other:len(record.body) - other]
    harmless = (kind == _CELL_IS and sign == _EQUAL and formula in {_ZERO, b"\x17\0\0"}) or any(
        fault in told(formula) for fault in _FAULT_SIGNS)
    style = _rule_style(cells.book, record.body, 6)
    cells.sheet.rules.append(Rule(areas=cells.rule_areas, style=style, is_harmless=harmless))


def _rule_style(book: OldBook, body: bytes, place: int) -> Style:
    """Return what a rule changes; each part stands there only where its flag says so. Source: MS-XLS 2.5.91."""
    flags, is_own_format = struct.unpack_from("<IH", body, place)
    place, font, fill, code = place + 6, None, None, ""
    if flags & _CHANGES_NUMBER:
        size = struct.unpack_from("<H", body, place)[0] if is_own_format & 1 else 2
        code = text(body, place + 2)[0] if is_own_format & 1 else book.formats.get(body[place + 1], "")
        place += size
    if flags & _CHANGES_FONT:
        number, = struct.unpack_from("<I", body, place + _FONT_COLOR)
        font = None if number == _NO_COLOR else book.color(number)
        place += _FONT_BYTES
    place += _OTHER_BYTES * (bool(flags & _CHANGES_ALIGNMENT) + bool(flags & _CHANGES_BORDER))
    if flags & _CHANGES_FILL:
        pattern, colors = struct.unpack_from("<2H", body, place)
        fill = book.color(colors >> 7 & 0x7F) if pattern >> 10 <= 1 else PATTERN
    return Style(font=font, fill=fill, format=code)


def _take_printer(cells: OldCells, record: Record) -> None:
    cells.printers.append(record.whole[2:])


def _take_query(cells: OldCells, _: Record) -> None:
    cells.queries += 1


def _take_query_text(cells: OldCells, record: Record) -> None:
    cells.book.queries.append(text(record.body, 0)[0])


def _take_chart_number(cells: OldCells, record: Record) -> None:
    cells.chart_values.append(_written(struct.unpack_from("<d", record.body, 6)[0]))


def _take_chart_text(cells: OldCells, record: Record) -> None:
    if found := text(record.body, 6)[0].strip():
        cells.chart_values.append(found)


_OF_SHEET: dict[int, Callable[[OldCells, Record], None]] = {
    0xFD: _take_shared_text, 0x204: _take_text, 0xD6: _take_text, 0x203: _take_number, 0x27E: _take_short_number,
    0xBD: _take_short_numbers, 0x205: _take_truth_or_fault, 0x06: _take_formula, 0x4BC: _take_shared_formula,
    0x207: _take_result, 0x208: _take_row, 0x7D: _take_columns, 0xE5: _take_merges, 0x9E: _take_filter, 0x5D: _take_object,
    0x1B6: _take_object_text, 0x1C: _take_note, 0xEC: _take_drawing, 0x1B8: _take_link, 0x800: _take_tip, 0x14: _take_margin,
    0x15: _take_margin, 0x89C: _take_other_margins, 0x1BE: _take_validation, 0xAF: _take_scenario, 0x1B0: _take_rule_areas,
    0x1B1: _take_rule, 0x4D: _take_printer, 0x1AD: _take_query, 0xCD: _take_query_text}
_OF_CHART: dict[int, Callable[[OldCells, Record], None]] = {
    0x203: _take_chart_number, 0x204: _take_chart_text, 0x14: _take_margin, 0x15: _take_margin, 0x4D: _take_printer}
