"""What stands beside the cells of an old Excel workbook: notes, shapes, links, margins, lists, scenarios, charts' copies.

Source: MS-XLS 2.4.
"""

import struct
from collections.abc import Callable

from steward.readers.hidden._book import Link, Validation, number_text
from steward.readers.hidden._xls_formula import told
from steward.readers.hidden._xls_gathering import OldCells
from steward.readers.hidden._xls_links import link
from steward.readers.hidden._xls_records import Pieces, Record, bare_text, text

_NOTE = 0x19                                    # the kind of an object
_BOXES = frozenset((2, 3, 6, 9, 30))            # rectangles, ovals, text boxes, polygons, shapes of newer versions
_LIST = 3


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


def _take_printer(cells: OldCells, record: Record) -> None:
    cells.printers.append(record.whole[2:])


def _take_query(cells: OldCells, _: Record) -> None:
    cells.queries += 1


def _take_query_text(cells: OldCells, record: Record) -> None:
    cells.book.queries.append(text(record.body, 0)[0])


def _take_chart_number(cells: OldCells, record: Record) -> None:
    cells.chart_values.append(number_text(struct.unpack_from("<d", record.body, 6)[0]))


def _take_chart_text(cells: OldCells, record: Record) -> None:
    if found := text(record.body, 6)[0].strip():
        cells.chart_values.append(found)


BESIDE_CELLS: dict[int, Callable[[OldCells, Record], None]] = {
    0x9E: _take_filter, 0x5D: _take_object, 0x1B6: _take_object_text, 0x1C: _take_note, 0xEC: _take_drawing, 0x1B8: _take_link,
    0x800: _take_tip, 0x14: _take_margin, 0x15: _take_margin, 0x89C: _take_other_margins, 0x1BE: _take_validation,
    0xAF: _take_scenario, 0x4D: _take_printer, 0x1AD: _take_query, 0xCD: _take_query_text}
OF_CHART: dict[int, Callable[[OldCells, Record], None]] = {
    0x203: _take_chart_number, 0x204: _take_chart_text, 0x14: _take_margin, 0x15: _take_margin, 0x4D: _take_printer}
