"""Things hidden in an old Excel workbook (BIFF8), written record by record. Source: MS-XLS 2.4."""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.readers.hidden.planting import HEADER, MARK
from tests.readers.old_books import compound

WHITE, NO_COLOR = 9, 0x7FFF
PLAIN, ON_WHITE, NOTHING = 0, 1, 2       # looks: ordinary, white letters, a format that shows nothing


def record(kind: int, body: bytes = b"") -> bytes:
    """Return one record."""
    return struct.pack("<HH", kind, len(body)) + body


def text(value: str, size: int = 2) -> bytes:
    """Return a text with its length in `size` bytes before it."""
    return len(value).to_bytes(size, "little") + b"\1" + value.encode("utf-16-le")


def label(row: int, column: int, value: str, look: int = PLAIN) -> bytes:
    """Return a cell; row and column count from 0."""
    return record(0x204, struct.pack("<3H", row, column, look) + text(value))


@dataclass
class OldParts:
    """What an old workbook is made of: records before the sheets, of the sheet, and other streams."""

    before: list[bytes] = field(default_factory=list)
    sheet: list[bytes] = field(default_factory=list)
    streams: dict[str, bytes] = field(default_factory=dict)
    other_state: int = 0                  # of a second sheet, if any
    second: list[bytes] = field(default_factory=list)
    window: int = 0
    again: int = 0                        # how many more names lead to the first sheet


OldPlant = Callable[[OldParts], None]
OLD_PLANTS: list[tuple[str, str, OldPlant]] = []


def old(kind: str) -> Callable[[OldPlant], OldPlant]:
    """Register a way to hide something in an old workbook."""
    def register(act: OldPlant) -> OldPlant:
        OLD_PLANTS.append((kind, act.__name__, act))
        return act
    return register


def write(path: Path, *acts: OldPlant) -> Path:
    """Write a table of permits with what the acts add."""
    parts = OldParts()
    parts.sheet += [label(0, column, name) for column, name in enumerate(HEADER)]
    parts.sheet += [label(row, 0, f"BP-{row:04d}") + record(0x203, struct.pack("<3Hd", row, 2, PLAIN, 100 + row))
                    for row in range(1, 40)]
    for act in acts:
        act(parts)
    path.write_bytes(compound({"Workbook": stream(parts), **parts.streams}))
    return path


def stream(parts: OldParts) -> bytes:
    """Return the stream of the workbook."""
    begin, end = record(0x809, struct.pack("<4H2I", 0x600, 5, 0, 0, 0, 0)), record(0x0A)
    sheets = [b"".join((record(0x809, struct.pack("<4H2I", 0x600, 0x10, 0, 0, 0, 0)), *body, end))
              for body in ([parts.sheet, parts.second] if parts.second else [parts.sheet])]
    before = begin + record(0x3D, struct.pack("<9H", 0, 0, 100, 100, 0x38 | parts.window, 0, 0, 1, 600)) + looks() + b"".join(
        parts.before)
    names = [text(name, 1) for name in ("Permits", "Source")][:len(sheets)]
    more = [text(f"Sheet {number}", 1) for number in range(parts.again)]
    place = len(before) + sum(4 + 6 + len(name) for name in names + more) + len(end)
    listed = b"".join(record(0x85, struct.pack("<IBB", place, 0, 0) + name) for name in more)
    for number, (name, sheet) in enumerate(zip(names, sheets, strict=True)):
        listed += record(0x85, struct.pack("<IBB", place, parts.other_state if number else 0, 0) + name)
        place += len(sheet)
    return before + listed + end + b"".join(sheets)


def looks() -> bytes:
    """Return fonts, a format and the looks made of them."""
    fonts = [record(0x31, struct.pack("<3H", 200, 0, color) + bytes(8) + text("Arial", 1)) for color in (NO_COLOR, WHITE)]
    return b"".join(fonts) + record(0x41E, struct.pack("<H", 164) + text(";;;")) + b"".join(
        record(0xE0, struct.pack("<2H", font, code) + bytes(16)) for font, code in ((0, 0), (1, 0), (0, 164)))


def properties(codes: Sequence[tuple[int, str]], own: str = "") -> bytes:
    """Return a stream of properties: texts by their numbers, and one of one's own."""
    sections = [_section([(number, _property(value)) for number, value in codes])]
    if own:
        names = struct.pack("<3I", 1, 2, 5) + b"Case\0"
        sections.append(_section([(0, names), (2, _property(own))]))
    place, head = 28 + 20 * len(sections), b"\xfe\xff\0\0" + bytes(20) + struct.pack("<I", len(sections))
    for section in sections:
        head += bytes(16) + struct.pack("<I", place)
        place += len(section)
    return head + b"".join(sections)


def _property(value: str) -> bytes:
    return struct.pack("<II", 0x1E, len(value) + 1) + value.encode() + b"\0"


def _section(values: Sequence[tuple[int, bytes]]) -> bytes:
    place, listed, body = 8 + 8 * len(values), b"", b""
    for number, value in values:
        listed += struct.pack("<II", number, place + len(body))
        body += value.ljust(-(-len(value) // 4) * 4, b"\0")
    return struct.pack("<II", place + len(body), len(values)) + listed + body


@old("hidden_sheet")
def a_hidden_sheet(parts):
    parts.second, parts.other_state = [label(0, 0, MARK)], 1


@old("very_hidden_sheet")
def a_sheet_hidden_by_a_program(parts):
    parts.second, parts.other_state = [label(0, 0, MARK)], 2


@old("hidden_window")
def a_hidden_window(parts):
    parts.window = 1


@old("hidden_column")
def a_hidden_column(parts):
    parts.sheet += [label(1, 4, MARK), record(0x7D, struct.pack("<5H", 4, 4, 2304, 0, 1))]


@old("hidden_row")
def a_hidden_row(parts):
    parts.sheet += [label(9, 4, MARK), record(0x208, struct.pack("<8H", 9, 0, 5, 255, 0, 0, 0x120, 15))]


@old("filtered_rows")
def a_row_filtered_away(parts):
    a_hidden_row(parts)
    area = b"\x3b" + struct.pack("<5H", 0, 0, 39, 0, 4)
    parts.before.append(record(0x18, struct.pack("<HBBHHH", 0x21, 0, 1, len(area), 0, 1) + bytes(4) + b"\0\x0d" + area))
    parts.sheet += [record(0x9B), record(0x9D, b"\5\0"), record(0x9E, bytes(24))]


@old("zero_size")
def a_row_without_height(parts):
    parts.sheet += [label(9, 4, MARK), record(0x208, struct.pack("<8H", 9, 0, 5, 2, 0, 0, 0x140, 15))]


@old("zero_size")
def a_column_without_width(parts):
    parts.sheet += [label(1, 4, MARK), record(0x7D, struct.pack("<5H", 4, 4, 20, 0, 0))]


@old("invisible_text")
def white_letters(parts):
    parts.sheet.append(label(1, 4, MARK, ON_WHITE))


@old("invisible_text")
def letters_in_a_color_that_only_newer_versions_know(parts):
    color = struct.pack("<HHHhI8x", 13, 20, 2, 0, 0xFFFFFF)
    parts.before.append(record(0x87D, struct.pack("<H", 0x87D) + bytes(12) + struct.pack("<3H", 0, 0, 1) + color))


@old("number_format_hidden")
def a_format_that_shows_nothing(parts):
    parts.sheet.append(label(1, 4, MARK, NOTHING))


@old("conditional_hidden")
def a_rule_with_white_letters(parts):
    area = struct.pack("<4H", 1, 39, 0, 0)
    formula = b"\x1e\5\0"
    style = struct.pack("<IH", 1 << 26, 0) + bytes(80) + struct.pack("<I", WHITE) + bytes(34)
    parts.sheet += [record(0x1B0, struct.pack("<2H", 1, 0) + area + struct.pack("<H", 1) + area),
                    record(0x1B1, struct.pack("<BBHH", 1, 5, len(formula), 0) + style + formula)]


@old("merged_hidden_value")
def a_value_under_a_merged_cell(parts):
    parts.sheet += [label(1, 4, "Total"), label(1, 5, MARK), record(0xE5, struct.pack("<5H", 1, 1, 1, 4, 5))]


@old("remote_cells")
def a_cell_far_below(parts):
    parts.sheet.append(label(60_000, 0, MARK))


@old("comment")
def a_note(parts):
    parts.sheet += [record(0x5D, struct.pack("<4H", 0x15, 0x12, 0x19, 1) + bytes(18)), *_object_text(),
                    record(0x1C, struct.pack("<4H", 1, 0, 0, 1) + text("Jane Roe") + b"\0")]


@old("text_box")
def a_text_box(parts):
    parts.sheet += [record(0x5D, struct.pack("<4H", 0x15, 0x12, 6, 1) + bytes(18)), *_object_text()]


def _object_text() -> list[bytes]:
    """Return the text of an object, cut after ten letters as in a long one."""
    head = record(0x1B6, struct.pack("<2H6xHH", 0x212, 0, len(MARK), 16) + bytes(4))
    return [head, record(0x3C, b"\1" + MARK[:10].encode("utf-16-le")), record(0x3C, b"\0" + MARK[10:].encode("latin-1")),
            record(0x3C, bytes(16))]


@old("alt_text")
def a_description_of_a_picture(parts):
    told = MARK.encode("utf-16-le") + b"\0\0"
    shape = struct.pack("<HHI", 1 << 4 | 3, 0xF00B, 6 + len(told)) + struct.pack("<HI", 0x8381, len(told)) + told
    parts.sheet.append(record(0xEC, struct.pack("<HHI", 0xF, 0xF004, len(shape)) + shape))


@old("image_metadata")
def a_picture_with_a_remark(parts):
    remark = b"Comment\0" + MARK.encode()
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(remark)) + b"tEXt" + remark + bytes(4)
    parts.before.append(record(0xEB, bytes(40) + png))


@old("defined_name")
def a_name_with_a_text(parts):
    value = b"\x17" + text(MARK, 1)
    parts.before.append(record(0x18, struct.pack("<HBBHHH", 0, 0, 7, len(value), 0, 0) + bytes(4) + b"\0Contact" + value))


@old("defined_name")
def a_name_with_a_list(parts):
    value, values = b"\x60" + bytes(7), b"\1\0\0" + b"\1" + bytes(8) + b"\2" + text(MARK)
    head = struct.pack("<HBBHHH", 0, 0, 5, len(value), 0, 0)
    parts.before.append(record(0x18, head + bytes(4) + b"\0Staff" + value + values))


@old("defined_name")
def a_name_that_leads_nowhere(parts):
    lost = b"\x3d" + bytes(10)
    parts.before.append(record(0x18, struct.pack("<HBBHHH", 0, 0, 5, len(lost), 0, 0) + bytes(4) + b"\0Staff" + lost))


@old("doc_properties")
def an_author(parts):
    parts.streams["\5SummaryInformation"] = properties([(4, "Zqxvmark Roe")])


@old("doc_properties")
def who_wrote_last(parts):
    parts.before.append(record(0x5C, text("Zqxvmark Roe").ljust(112, b" ")))


@old("app_properties")
def a_manager(parts):
    parts.streams["\5DocumentSummaryInformation"] = properties([(14, MARK)])


@old("custom_properties")
def a_property_of_ones_own(parts):
    parts.streams["\5DocumentSummaryInformation"] = properties([(2, "Permits")], own=MARK)


@old("formula_literal")
def a_remark_in_a_formula(parts):
    tokens = b"\x1e\5\0\x17" + text(MARK, 1) + b"\x41\x83\0\x03"
    parts.sheet.append(record(0x06, struct.pack("<3HdHIH", 1, 4, PLAIN, 5.0, 0, 0, len(tokens)) + tokens))


@old("formula_literal")
def a_text_repeated_no_time(parts):
    tokens = b"\x17" + text("Hidden remark", 1) + b"\x1e\0\0" + b"\x41\x1e\0"
    parts.sheet.append(record(0x06, struct.pack("<3HdHIH", 1, 4, PLAIN, 5.0, 0, 0, len(tokens)) + tokens))


@old("data_validation")
def a_list_of_people(parts):
    items = b"\x17" + text(f"Mary Johnson\0{MARK}", 1)
    parts.sheet.append(record(0x1BE, struct.pack("<I", 3) + text("\0") * 4 + struct.pack("<2H", len(items), 0) + items))


@old("header_footer")
def a_footer_with_a_name(parts):
    parts.sheet.append(record(0x15, text(f"&CPrepared by {MARK}, page &P")))


@old("scenario")
def a_scenario(parts):
    parts.sheet.append(record(0xAF, struct.pack("<H5B", 1, 0, 0, 7, 0, len(MARK)) + b"\0Layoffs\0" + MARK.encode()))


@old("hyperlink_target")
def a_link_to_a_mailbox(parts):
    address = "mailto:zqxvmark@example.org\0".encode("utf-16-le")
    target = bytes.fromhex("E0C9EA79F9BACE118C8200AA004BA90B") + struct.pack("<I", len(address)) + address
    parts.sheet.append(record(0x1B8, struct.pack("<4H", 1, 1, 0, 0) + bytes(16) + struct.pack("<2I", 2, 3) + target))


@old("external_link_cache")
def cells_of_another_workbook(parts):
    path = "\1Staff.xls"
    parts.before += [record(0x1AE, struct.pack("<HH", 1, len(path)) + b"\0" + path.encode("latin-1") + text("Staff")),
                     record(0x59, struct.pack("<2H", 1, 0)), record(0x5A, struct.pack("<BBHB", 0, 0, 0, 2) + text(MARK))]


@old("chart_cache")
def a_chart_of_cells_that_are_gone(parts):
    chart = [record(0x809, struct.pack("<4H2I", 0x600, 0x20, 0, 0, 0, 0)), label(0, 0, MARK), record(0x0A)]
    parts.sheet.append(b"".join(chart))


@old("orphan_shared_string")
def a_text_of_a_deleted_cell(parts):
    parts.before.append(record(0xFC, struct.pack("<2I", 0, 1) + text(MARK)))


@old("phonetic_text")
def a_reading_aid(parts):
    aid = struct.pack("<7H", 1, 10 + 2 * len(MARK), 0, 0, 1, len(MARK), len(MARK)) + MARK.encode("utf-16-le")
    value = struct.pack("<HBI", 4, 4, len(aid)) + b"Oaks" + aid
    parts.before.append(record(0xFC, struct.pack("<2I", 1, 1) + value))
    parts.sheet.append(record(0xFD, struct.pack("<3HI", 1, 3, PLAIN, 0)))


@old("printer_settings")
def a_printer_on_a_server(parts):
    parts.sheet.append(record(0x4D, b"\0\0" + "\\\\PRNTSRV\\zqxvmark-3".encode("utf-16-le") + bytes(100)))


@old("connection_string")
def a_query(parts):
    parts.sheet += [record(0x1AD, bytes(20)), record(0xCD, text(f"ODBC;UID=sa;PWD={MARK}"))]


@old("pivot_cache")
def a_pivot_table(parts):
    parts.streams["_SX_DB_CUR/0001"] = record(0xCD, text(MARK))


@old("vba_macro")
def a_macro(parts):
    parts.streams["_VBA_PROJECT_CUR/PROJECT"] = MARK.encode()


@old("revision_log")
def a_record_of_changes(parts):
    parts.streams["Revision Log"] = MARK.encode()


@old("embedded_object")
def an_embedded_file(parts):
    parts.streams["MBD0012AB34/Package"] = MARK.encode()


@old("custom_xml")
def attached_xml(parts):
    parts.streams["MsoDataStore/Item"] = f"<case><victim>{MARK}</victim></case>".encode()


@old("orphan_part")
def a_leftover_stream(parts):
    parts.streams["Backup"] = MARK.encode()
