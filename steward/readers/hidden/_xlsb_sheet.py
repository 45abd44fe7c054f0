"""One sheet of a binary workbook (XLSB): its cells, what is hidden of it, and what stands beside them. Source: MS-XLSB 2.4."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType

from steward.readers.formats._xlsb import area, text
from steward.readers.hidden._book import Area, Link, Rule, Sheet, Style, Validation
from steward.readers.hidden._colors import PATTERN
from steward.readers.hidden._package import Package
from steward.readers.hidden._rules import CELL_IS, COLOR_SCALE, EQUAL, TIDYING, is_about_faults
from steward.readers.hidden._xlsb_cells import OF_CELLS, BinaryCells
from steward.readers.hidden._xlsb_records import areas, first_text, formula, take_all, written

_NARROWEST = 180                 # 256ths of a letter
_LIST, _MARGINS, _MESSAGES = 3, 6, 4
_ZEROS = ("0", '""')


@dataclass(kw_only=True)
class BinarySheet(BinaryCells):
    """What the records of a sheet told."""

    rules: list[Style]           # the styles that rules give, by their number
    filter_area: Area | None = None
    rule_areas: tuple[Area, ...] = ()
    links: list[tuple[tuple[int, int], str, str]] = field(default_factory=list)     # cell, id of a way, tip


def read_sheet(package: Package, part: str, name: str, state: str, rules: list[Style]) -> BinarySheet:
    """Return a sheet with what its part holds; `finish` it with the shared texts."""
    found = BinarySheet(sheet=Sheet(name=name, state=state), rules=rules)
    take_all(_OF_SHEET, found, package.content(part))
    for relation in package.relations(part):
        if relation.type == "table" and relation.target.lower().endswith(".bin"):
            take_all(_OF_TABLE, found, package.content(relation.target))
    return found


def finish(found: BinarySheet, package: Package, part: str, shared: list[str]) -> Sheet:
    """Return the sheet with its cells and links."""
    sheet = found.sheet
    sheet.cells, sheet.formulas = found.finished(shared), sorted(found.formulas)
    if found.links:
        wanted = {cell for cell, _, _ in found.links}
        shown = {cell: sheet.cells.texts[place] for place, cell in enumerate(zip(found.rows, found.columns, strict=True))
                 if cell in wanted}
        ways = {relation.id: relation.target for relation in package.relations(part) if relation.is_external}
        sheet.links += [Link(target=ways.get(way, ""), tip=tip, shown=shown.get(cell, "")) for cell, way, tip in found.links
                        if way in ways or tip]
    return sheet


def _take_columns(found: BinarySheet, body: bytes) -> None:
    first, last, width, _, flags = struct.unpack_from("<IIIIH", body)
    if flags & 1:
        found.sheet.hidden_columns.append((first + 1, last + 1))
    elif width < _NARROWEST:
        found.sheet.narrow_columns.append((first + 1, last + 1))


def _take_merge(found: BinarySheet, body: bytes) -> None:
    found.sheet.merges.append(area(body))


def _take_filter(found: BinarySheet, body: bytes) -> None:
    found.filter_area = area(body)


def _take_condition(found: BinarySheet, _: bytes) -> None:
    if found.filter_area is not None:
        found.sheet.filters.append(found.filter_area)
        found.filter_area = None


def _take_margins(found: BinarySheet, body: bytes) -> None:
    place = 2
    for _ in range(_MARGINS):
        margin, place = text(body, place)
        if margin:
            found.sheet.margins.append(margin)


def _take_link(found: BinarySheet, body: bytes) -> None:
    top, left, _, _ = area(body)
    way, place = text(body, 16)
    _, place = text(body, place)      # where in the workbook
    found.links.append(((top, left), way, first_text(body, place)))


def _take_validation(found: BinarySheet, body: bytes) -> None:
    flags, = struct.unpack_from("<I", body)
    _, place = areas(body, 4)
    messages = []
    for _ in range(_MESSAGES):
        message, place = text(body, place)
        messages.append(message.strip())
    listed = written(formula(body, place)[0]) if flags & 0xF == _LIST else ""
    items = listed[1:-1].replace("\0", ",").split(",") if listed.startswith('"') else []
    found.sheet.validations.append(Validation(items=tuple(item.strip() for item in items if item.strip()),
                                              messages=tuple(message for message in messages if message)))


def _take_long_list(found: BinarySheet, body: bytes) -> None:
    """Take the items of a list that is too long for a formula."""
    items = tuple(item.strip() for item in first_text(body).split(",") if item.strip())
    found.sheet.validations.append(Validation(items=items))


def _take_scenario(found: BinarySheet, body: bytes) -> None:
    place = 10      # behind counts and flags
    for _ in range(3):
        one, place = text(body, place)
        found.sheet.scenarios += [one] if one else []


def _take_changed_cell(found: BinarySheet, body: bytes) -> None:
    if value := first_text(body, 18):
        found.sheet.scenarios.append(value)


def _take_rule_areas(found: BinarySheet, body: bytes) -> None:
    found.rule_areas = areas(body, 8)[0]


def _take_rule(found: BinarySheet, body: bytes) -> None:
    kind, made_from, number, _, sign = struct.unpack_from("<5I", body)
    size, = struct.unpack_from("<I", body, 30)
    signs = formula(body, text(body, 42)[1])[0] if size else b""
    style = found.rules[number] if number < len(found.rules) else Style(fill=PATTERN if kind == COLOR_SCALE else None)
    found.sheet.rules.append(Rule(areas=found.rule_areas, style=style,
                                  is_harmless=made_from in TIDYING or _is_harmless(kind, sign, written(signs))))


def _is_harmless(kind: int, sign: int, condition: str) -> bool:
    return (kind == CELL_IS and sign == EQUAL and condition in _ZEROS) or is_about_faults(condition)


def _take_table(found: BinarySheet, body: bytes) -> None:
    where = area(body)
    found.filter_area = where
    found.sheet.styled_tables.append(where)


_OF_SHEET = MappingProxyType({
    **OF_CELLS,
    60: _take_columns, 176: _take_merge, 161: _take_filter, 163: _take_condition, 479: _take_margins, 494: _take_link,
    64: _take_validation, 681: _take_long_list, 502: _take_scenario, 504: _take_changed_cell, 461: _take_rule_areas,
    463: _take_rule})
_OF_TABLE: dict[int, Callable[[BinarySheet, bytes], None]] = {343: _take_table, 163: _take_condition}
