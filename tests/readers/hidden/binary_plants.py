"""Things hidden in a binary workbook of Excel (XLSB), written record by record. Source: MS-XLSB 2.4."""

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.readers.hidden.planting import HEADER, MARK, REL

PLAIN, ON_WHITE, NOTHING, TINY = 0, 1, 2, 3        # looks: ordinary, white letters, a format that shows nothing, small letters
NO_TEXT = b"\xff\xff\xff\xff"
OUTSIDE = ' TargetMode="External"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def record(kind: int, body: bytes = b"") -> bytes:
    """Return one record: its number in one or two bytes, its size in as many as it takes, seven bits in each."""
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(body)
    while length > 127:
        size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
    return number + size + bytes([length]) + body


def text(value: str) -> bytes:
    """Return a text with its length before it."""
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def area(top: int, left: int, bottom: int, right: int) -> bytes:
    """Return a range, counted from 0."""
    return struct.pack("<4I", top, bottom, left, right)


def formula(signs: bytes) -> bytes:
    """Return a formula with nothing behind it."""
    return struct.pack("<I", len(signs)) + signs + bytes(4)


def quoted(value: str) -> bytes:
    """Return a text within a formula."""
    return b"\x17" + struct.pack("<H", len(value)) + value.encode("utf-16-le")


def label(column: int, value: str, look: int = PLAIN) -> bytes:
    """Return a cell with a text."""
    return record(6, struct.pack("<II", column, look) + text(value))


def row(number: int, *cells: bytes, height: int = 300, flags: int = 0) -> bytes:
    """Return a row, counted from 0, with its cells."""
    return record(0, struct.pack("<IIHBBBI", number, 0, height, 0, flags, 0, 0)) + b"".join(cells)


@dataclass
class BinaryParts:
    """What a binary workbook is made of: records of its parts, and other parts."""

    book: list[bytes] = field(default_factory=list)       # behind the list of sheets
    columns: list[bytes] = field(default_factory=list)
    rows: list[bytes] = field(default_factory=list)
    behind: list[bytes] = field(default_factory=list)     # the cells
    texts: list[bytes] = field(default_factory=list)
    changes: list[bytes] = field(default_factory=list)    # of rules
    others: dict[str, bytes] = field(default_factory=dict)
    ways: list[tuple[str, str, str]] = field(default_factory=list)     # of the sheet: id, type, where to
    state: int = 0
    window: int = 0


BinaryPlant = Callable[[BinaryParts], None]
BINARY_PLANTS: list[tuple[str, str, BinaryPlant]] = []


def binary(kind: str) -> Callable[[BinaryPlant], BinaryPlant]:
    """Register a way to hide something in a binary workbook."""
    def register(act: BinaryPlant) -> BinaryPlant:
        BINARY_PLANTS.append((kind, act.__name__, act))
        return act
    return register


def write(path: Path, *acts: BinaryPlant) -> Path:
    """Write a table of permits and a sheet of notes, with what the acts add."""
    parts = BinaryParts()
    parts.rows.append(row(0, *(label(column, name) for column, name in enumerate(HEADER))))
    parts.rows += [row(number, label(0, f"BP-{number:04d}"), record(5, struct.pack("<IId", 2, PLAIN, 100 + number)),
                       record(7, struct.pack("<III", 3, PLAIN, 0))) for number in range(1, 40)]
    parts.texts.append(record(19, b"\0" + text("Issued")))
    for act in acts:
        act(parts)
    view = record(135) + record(158, struct.pack("<7IB", 0, 0, 100, 100, 600, 0, 0, 0x78 | parts.window)) + record(136)
    listed = b"".join(record(156, struct.pack("<II", state, number) + text(f"rId{number}") + text(name))
                      for number, name, state in ((1, "Permits", 0), (2, "Notes", parts.state)))
    book = record(131) + record(153, struct.pack("<II", 0, 0) + text("")) + view + record(143) + listed + record(144)
    types = ("worksheet", "worksheet", "styles", "sharedStrings")
    targets = ("worksheets/sheet1.bin", "worksheets/sheet2.bin", "styles.bin", "sharedStrings.bin")
    ways = [(f"rId{number}", kind, target) for number, (kind, target) in enumerate(zip(types, targets, strict=True), start=1)]
    members = {
        "[Content_Types].xml": _types(), "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.bin")]),
        "xl/workbook.bin": book + b"".join(parts.book) + record(132), "xl/_rels/workbook.bin.rels": relations(ways),
        "xl/styles.bin": _styles(parts.changes),
        "xl/sharedStrings.bin": record(159, struct.pack("<II", 0, 0)) + b"".join(parts.texts) + record(160),
        "xl/worksheets/sheet1.bin": _sheet(parts.columns, parts.rows, parts.behind),
        "xl/worksheets/sheet2.bin": _sheet([], [row(0, label(0, "Fees are in dollars"))], []),
        "xl/worksheets/_rels/sheet1.bin.rels": relations(parts.ways), **parts.others}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return path


def relations(ways: list[tuple[str, str, str]]) -> bytes:
    """Return the ways that lead from a part; those to another address say so."""
    each = "".join(f'<Relationship Id="{number}" Type="{REL}/{kind}" Target="{target}"'
                   f'{OUTSIDE if ":" in target else ""}/>' for number, kind, target in ways)
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{each}</Relationships>'.encode()


def _types() -> bytes:
    kinds = {"workbook": "sheet.binary.macroEnabled.main", "worksheets/sheet1": "worksheet", "worksheets/sheet2": "worksheet",
             "styles": "styles", "sharedStrings": "sharedStrings", "comments1": "comments"}
    each = "".join(f'<Override PartName="/xl/{name}.bin" ContentType="application/vnd.ms-excel.{kind}"/>'
                   for name, kind in kinds.items())
    return ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>{each}</Types>'
            ).encode()


def _sheet(columns: list[bytes], rows: list[bytes], behind: list[bytes]) -> bytes:
    wide = record(390) + b"".join(columns) + record(391) if columns else b""
    return record(129) + record(148, area(0, 0, 60, 9)) + wide + record(145) + b"".join(rows) + record(146) + b"".join(
        behind) + record(130)


def color(red: int, green: int, blue: int) -> bytes:
    """Return a color of one's own."""
    return struct.pack("<BBh4B", 2 << 1 | 1, 0, 0, red, green, blue, 255)


def _styles(changes: list[bytes]) -> bytes:
    looks = ((0, 0), (0, 1), (164, 0), (0, 2))
    fonts = [record(43, struct.pack("<HHHHBBBB", size, 0, 400, 0, 0, 2, 0, 0) + shade + b"\0" + text("Arial"))
             for size, shade in ((220, color(0, 0, 0)), (220, color(255, 255, 255)), (20, color(0, 0, 0)))]
    fill = record(45, struct.pack("<I", 0) + bytes(64))
    cells = [record(47, struct.pack("<5H", 0, code, font, 0, 0) + bytes(6)) for code, font in looks]
    border = record(46, bytes(51))
    named = record(47, struct.pack("<5H", 0xFFFF, 0, 0, 0, 0) + bytes(6))
    groups = ((615, [record(44, struct.pack("<H", 164) + text(";;;"))]), (611, fonts), (603, [fill]), (613, [border]),
              (626, [named]), (617, cells), (505, changes))
    each = (record(kind, struct.pack("<I", len(group))) + b"".join(group) + record(kind + 1) for kind, group in groups)
    return record(278) + b"".join(each) + record(279)


@binary("hidden_sheet")
def a_sheet_in_the_menu(parts):
    parts.state = 1


@binary("very_hidden_sheet")
def a_sheet_out_of_the_menu(parts):
    parts.state = 2


@binary("hidden_window")
def no_window(parts):
    parts.window = 1


@binary("hidden_column")
def a_column(parts):
    parts.columns.append(record(60, struct.pack("<4IH", 2, 2, 2304, 0, 1)))


@binary("zero_size")
def a_narrow_column(parts):
    parts.columns.append(record(60, struct.pack("<4IH", 2, 2, 20, 0, 2)))


@binary("hidden_row")
def a_row(parts):
    parts.rows.append(row(40, label(0, MARK), flags=0x10))


@binary("zero_size")
def a_low_row(parts):
    parts.rows.append(row(40, label(0, MARK), height=10, flags=0x20))


@binary("filtered_rows")
def rows_filtered_away(parts):
    parts.rows.append(row(40, label(0, MARK), flags=0x10))
    parts.behind += [record(161, area(0, 0, 40, 3)), record(163, struct.pack("<IH", 0, 0)), record(165, bytes(8)),
                     record(167, text("BP-0001")), record(166), record(164), record(162)]


@binary("invisible_text")
def white_letters(parts):
    parts.rows.append(row(40, label(0, MARK, ON_WHITE)))


@binary("invisible_text")
def small_letters(parts):
    parts.rows.append(row(40, label(0, MARK, TINY)))


@binary("invisible_text")
def white_letters_in_a_part_of_a_cell(parts):
    parts.texts.append(record(19, b"\1" + text(f"See {MARK}") + struct.pack("<IHHHH", 2, 0, 0, 4, 1)))
    parts.rows.append(row(40, record(7, struct.pack("<III", 0, PLAIN, 1))))


@binary("number_format_hidden")
def a_format_that_shows_nothing(parts):
    parts.rows.append(row(40, record(2, struct.pack("<III", 2, NOTHING, 4242 << 2 | 2))))


def _rule(parts, change):
    parts.changes.append(record(507, struct.pack("<HHH", 0, 0, 1) + change))
    head = struct.pack("<IIIiIII", 2, 1, 0, 1, 0, 0, 0) + struct.pack("<H3I", 0, 2, 0, 0) + NO_TEXT
    parts.behind += [record(461, struct.pack("<III", 1, 0, 1) + area(1, 0, 39, 0)), record(463, head + formula(b"\x1d\1")),
                     record(464), record(462)]


@binary("conditional_hidden")
def a_rule_that_turns_letters_white(parts):
    _rule(parts, struct.pack("<HH", 5, 12) + color(255, 255, 255))


@binary("conditional_hidden")
def a_rule_whose_format_shows_nothing(parts):
    _rule(parts, struct.pack("<HHHH", 0x26, 14, 165, 3) + ";;;".encode("utf-16-le"))


@binary("merged_hidden_value")
def a_value_under_a_merged_cell(parts):
    parts.behind += [record(177, struct.pack("<I", 1)), record(176, area(1, 0, 1, 2)), record(178)]


@binary("remote_cells")
def a_cell_far_below(parts):
    parts.rows.append(row(400, label(0, MARK)))


@binary("comment")
def a_note(parts):
    parts.ways.append(("rId9", "comments", "../comments1.bin"))
    parts.others["xl/comments1.bin"] = b"".join((
        record(628), record(630), record(632, text("Jane Roe")), record(631), record(633),
        record(635, struct.pack("<I", 0) + area(1, 1, 1, 1) + bytes(16)), record(637, b"\0" + text(MARK)),
        record(636), record(634), record(629)))


@binary("defined_name")
def a_name_with_a_value(parts):
    parts.book.append(record(39, struct.pack("<IBI", 0, 0, 0xFFFFFFFF) + text("Contact") + formula(quoted(MARK)) + NO_TEXT))


@binary("defined_name")
def a_hidden_name_of_an_area(parts):
    place = b"\x3b" + struct.pack("<HIIHH", 0, 0, 3, 0, 0)
    parts.book.append(record(39, struct.pack("<IBI", 1, 0, 0xFFFFFFFF) + text("Source") + formula(place) + NO_TEXT))


@binary("defined_name")
def a_name_with_a_remark(parts):
    place = b"\x3b" + struct.pack("<HIIHH", 0, 0, 3, 0, 0)
    parts.book.append(record(39, struct.pack("<IBI", 0, 0, 0xFFFFFFFF) + text("Fees") + formula(place) + text(MARK)))


@binary("formula_literal")
def a_remark_in_a_formula(parts):
    signs = b"\x1e\5\0" + quoted(MARK) + b"\x21\x83\0" + b"\3"
    parts.rows.append(row(40, record(9, struct.pack("<IIdH", 2, PLAIN, 5, 0) + formula(signs))))


@binary("formula_literal")
def a_branch_that_is_never_taken(parts):
    signs = b"\x1d\0" + b"\x19\2\0\0" + quoted(MARK) + b"\x19\x08\0\0" + quoted("Issued") + b"\x42\3\1\0"
    parts.rows.append(row(40, record(8, struct.pack("<II", 2, PLAIN) + text("Issued") + bytes(2) + formula(signs))))


@binary("data_validation")
def a_list_of_names(parts):
    where = struct.pack("<I", 1) + area(1, 3, 39, 3)
    listed = formula(quoted("Zqxvmark Roe,Mary Major,John Public")) + formula(b"")
    parts.behind += [record(573, bytes(18)), record(64, struct.pack("<I", 3 | 1 << 20) + where + NO_TEXT * 4 + listed),
                     record(574)]


@binary("data_validation")
def a_message_with_a_phone(parts):
    where = struct.pack("<I", 1) + area(1, 3, 39, 3)
    told = NO_TEXT * 2 + text("Contact") + text(MARK)
    parts.behind += [record(573, bytes(18)), record(64, struct.pack("<I", 0x400000) + where + told + formula(b"") * 2),
                     record(574)]


@binary("header_footer")
def a_footer(parts):
    parts.behind.append(record(479, bytes(2) + NO_TEXT + text(f"&L{MARK}") + NO_TEXT * 4) + record(480))


@binary("hyperlink_target")
def a_mail_address(parts):
    parts.ways.append(("rId9", "hyperlink", "mailto:zqxvmark@example.org"))
    parts.behind.append(record(494, area(1, 0, 1, 0) + text("rId9") + text("") * 3))


@binary("scenario")
def another_value(parts):
    parts.behind += [record(500, struct.pack("<HHI", 0, 0, 0)),
                     record(502, struct.pack("<HII", 1, 0, 0) + text("Best") + text(MARK) + text("Jane Roe")),
                     record(504, struct.pack("<IIIIH", 1, 2, 0, 0, 0) + text("4242")), record(503), record(501)]


@binary("orphan_shared_string")
def a_text_of_a_deleted_cell(parts):
    parts.texts.append(record(19, b"\0" + text(MARK)))


@binary("phonetic_text")
def a_reading_aid(parts):
    parts.texts.append(record(19, b"\2" + text("Permit office") + text(MARK) + bytes(12)))
    parts.rows.append(row(40, record(7, struct.pack("<III", 0, PLAIN, 1))))


@binary("external_link_cache")
def cells_of_another_workbook(parts):
    parts.others["xl/externalLinks/externalLink1.bin"] = b"".join((
        record(360, struct.pack("<H", 0) + text("rId1") + NO_TEXT), record(359, struct.pack("<I", 1) + text("Staff")),
        record(363, struct.pack("<IB", 0, 0)), record(366, struct.pack("<I", 0)),
        record(371, struct.pack("<I", 0) + text(MARK)), record(364), record(588)))


@binary("pivot_cache")
def the_table_behind_a_pivot_table(parts):
    head = struct.pack("<HIHIII", 0, 0, 0, 0, 0, 0)
    parts.others["xl/pivotCache/pivotCacheDefinition1.bin"] = b"".join((
        record(179, bytes(20)), record(181), record(183, head + text("Name")), record(189, bytes(10)), record(24, text(MARK)),
        record(190), record(184), record(182), record(180)))
    parts.others["xl/pivotCache/pivotCacheRecords1.bin"] = record(193, bytes(4)) + record(33, bytes(4)) + record(194)


@binary("connection_string")
def a_database(parts):
    parts.others["xl/connections.bin"] = b"".join((
        record(429), record(201, bytes(24) + text("Permits")),
        record(203, bytes(6) + text("Provider=SQLOLEDB;Data Source=permits;User ID=zqxvmark;Password=x") + text("SELECT 1")),
        record(204), record(202), record(430)))


@binary("absolute_path")
def the_folder_of_a_person(parts):
    parts.book.append(record(2071, text("\\\\staffserver\\zqxvmark\\Permits\\")))


@binary("doc_properties")
def a_view_of_a_person(parts):
    parts.book.append(record(397, bytes(60) + text("Jane Roe - Personal View")))
