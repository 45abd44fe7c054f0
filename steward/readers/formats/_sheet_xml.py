"""What a workbook's own XML tells and calamine does not: hidden rows and columns, merged and error cells, numbers by formats.

The parts around the rows are small and searched with regular expressions; the rows are `_sheet_scan`'s. What is not found here
leaves its cells as calamine reads them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from steward.readers.formats._archive import member, place_of
from steward.readers.formats._closed_groups import closed_groups
from steward.readers.formats._iso_moments import with_moments
from steward.readers.formats._listed_tables import ListedTable, listed_tables
from steward.readers.formats._number_format import BUILTIN, Kind, NumberFormat, parsed
from steward.readers.formats._overlay import Overlay
from steward.readers.formats._relations import SMALL_PART, attribute, relations
from steward.readers.formats._sheet_scan import Rows, is_zero, scan
from steward.readers.formats._shown_numbers import floats_of, shown
from steward.table.preview import Region
from steward.vocabulary.column_letters import column_of
from steward.vocabulary.positions import NOWHERE, Positions

_LAST_COLUMN, _DIGITS = 16_384, 9
_PREFIX = rb"(?:[A-Za-z0-9_.-]+:)?"
_COLUMN = re.compile(rb"<" + _PREFIX + rb"col\b[^>]*>")
_MERGE = re.compile(rb"<" + _PREFIX + rb"mergeCell\b[^>]*>")
_FILTER = re.compile(rb"<" + _PREFIX + rb"autoFilter\b(?:[^>]*/>|.*?</" + _PREFIX + rb"autoFilter>)", re.DOTALL)
_CONDITION = re.compile(rb"<" + _PREFIX + rb"(?:filters|customFilters|top10|dynamicFilter|colorFilter|iconFilter)\b")
_FILTER_MODE = re.compile(rb"<" + _PREFIX + rb"""sheetPr\b[^>]*\sfilterMode\s*=\s*["'](?:1|true)["']""")
_EVERYWHERE: Region = (0, 1, 1 << 20, 16_384)   # an advanced filter says nowhere which rows it looks at
_SAVED_VIEWS = re.compile(rb"<" + _PREFIX + rb"customSheetViews\b.*?</" + _PREFIX + rb"customSheetViews>", re.DOTALL)
_BEGINNING = re.compile(rb"^<[^>]*>")
_ROOT = re.compile(rb"<([A-Za-z0-9_.-]+):worksheet\b")
_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")
_NUMBER_FORMAT = re.compile(rb"<" + _PREFIX + rb"numFmt\b[^>]*>")
_SHOWN_KINDS = frozenset(Kind) - {Kind.PLAIN}
_MOMENTS = frozenset({Kind.DATE, Kind.DATETIME, Kind.TIME})
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetXml:
    """What the part of one sheet tells. Rows are 1-based, columns 1-based."""

    is_known: bool = False              # this kind of workbook has such a part
    hidden_rows: Positions = NOWHERE    # by hand, by a filter, or of no height
    filtered_rows: Positions = NOWHERE  # of those, the ones inside a filter's range
    low_rows: Positions = NOWHERE       # of those, the ones of no height
    grouped_rows: Positions = NOWHERE   # of those, the ones in a closed group
    hidden_columns: frozenset[int] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unsaved: tuple[int, ...] = ()       # the row of each formula whose result was not saved
    zeros: tuple[int, ...] = ()         # the row of each formula with the result 0, where no formula has another
    empties: tuple[int, ...] = ()       # of each formula with an empty text as result, where no formula has another
    merges: tuple[Region, ...] = ()
    tables: tuple[ListedTable, ...] = ()    # that a person marked as such
    overlay: Overlay = field(default_factory=Overlay)  # the texts of error cells and of numbers whose format carries meaning
    otherwise: Positions = NOWHERE      # rows with a number that the workbook shows with fewer digits or in another form
    otherwise_count: int = 0
    dates_otherwise: Positions = NOWHERE    # rows with a date or time that the workbook shows only a part of
    dates_otherwise_count: int = 0


def read_sheet_xml(path: Path, part: bytes, most_bytes: int, shown_part: bytes | None = None,
                   tables: Sequence[bytes] = ()) -> SheetXml:
    """Return what the XML of a sheet tells; its formats and date system lie in other parts of the workbook.

    Shape: where `shown_part` holds only some of its rows, the texts of numbers are those of these rows. `tables` are the
    parts of its Excel tables, which have filters of their own.
    """
    xml = without_prefix(part)
    begin, end = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    formats = _styles(member(path, "xl/styles.xml", most_bytes))
    rows = scan(xml, formats if shown_part is None else ())
    is_1904 = _is_1904(member(path, "xl/workbook.xml", SMALL_PART))
    hidden = sorted({*rows.hidden, *rows.low})
    tail = xml[end:] if end >= 0 else b""
    filters = [area for part in (tail, *tables) for area in _filters(part)] if rows.hidden else []
    if rows.hidden and not filters and _FILTER_MODE.search(xml[:max(0, begin)]):
        filters = _filters(tail, is_on=True) or [_EVERYWHERE]
    told = SheetXml(is_known=True, hidden_rows=Positions(hidden), low_rows=Positions(rows.low), errors=rows.errors,
                    unsaved=tuple(rows.unsaved), zeros=tuple(rows.zeros),
                    filtered_rows=Positions(in_filters(rows.hidden, filters)),
                    grouped_rows=Positions(closed_groups(rows.hidden, rows.levels, rows.collapsed)),
                    merges=tuple(_areas(_MERGE, tail)), tables=listed_tables(tables),
                    hidden_columns=_hidden_columns(xml[:max(0, begin)]))
    return with_texts(told, rows if shown_part is None else scan(shown_part, formats), formats, is_1904=is_1904)


def without_prefix(xml: bytes) -> bytes:
    """Return a sheet without the prefix that some programs give to every tag; their readers take both alike."""
    root = _ROOT.search(xml[:SMALL_PART >> 8])
    return xml.replace(b"<" + root[1] + b":", b"<").replace(b"</" + root[1] + b":", b"</") if root else xml


def sheet_parts(path: Path) -> dict[str, str]:
    """Return for each sheet's name the zip part it lies in."""
    targets = relations(member(path, "xl/_rels/workbook.xml.rels", SMALL_PART))
    parts = {}
    for tag in re.findall(rb"<" + _PREFIX + rb"sheet\b[^>]*>", member(path, "xl/workbook.xml", SMALL_PART)):
        parts[attribute(tag, "name")] = place_of("xl", targets.get(attribute(tag, r"[A-Za-z0-9]+:id"), ""))
    return parts


def _whole(tag: bytes, name: str, otherwise: int) -> int:
    """Return an attribute that is a whole number; `otherwise` where it is missing or damaged."""
    text = attribute(tag, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise


def _is_1904(book: bytes) -> bool:
    found = re.search(rb"<" + _PREFIX + rb"workbookPr\b[^>]*>", book)
    return found is not None and attribute(found.group(), "date1904") in _TRUE


def _hidden_columns(head: bytes) -> frozenset[int]:
    columns: set[int] = set()
    for tag in _COLUMN.findall(head):
        if attribute(tag, "hidden") in _TRUE or is_zero(attribute(tag, "width")):   # of no width, nobody sees it either
            columns.update(range(_whole(tag, "min", 1), min(_whole(tag, "max", 0), _LAST_COLUMN) + 1))
    return frozenset(columns)


def _areas(tags: re.Pattern[bytes], tail: bytes) -> Iterator[Region]:
    """Give the areas that some tags below the rows name, the upper left corner first."""
    for tag in tags.findall(tail):
        if found := _AREA.fullmatch(attribute(tag, "ref")):
            left, top = column_of(found[1]), int(found[2])
            right, bottom = (column_of(found[3]), int(found[4])) if found[3] else (left, top)
            yield (min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _filters(part: bytes, *, is_on: bool = False) -> list[Region]:
    """Return the ranges of the filters that have a condition; one whose arrows are only shown takes no row away.

    Where the sheet itself says that a filter `is_on`, one without a condition that Excel knows does too.
    """
    found = (found.group() for found in _FILTER.finditer(_SAVED_VIEWS.sub(b"", part)))
    tags = [tag for tag in found if is_on or _CONDITION.search(tag)]
    return [area for tag in tags for area in _areas(_BEGINNING, tag)]


def in_filters(rows: Sequence[int], filters: Sequence[Region]) -> list[int]:
    """Return the rows that lie inside the range of one of the filters, below its row of names."""
    return [row for row in rows if any(top < row <= bottom for top, _, bottom, _ in filters)]


def _styles(styles: bytes) -> dict[int, NumberFormat]:
    """Return the number format of each cell style that shows more than the number as it is stored."""
    codes = {_whole(tag, "numFmtId", -1): attribute(tag, "formatCode") for tag in _NUMBER_FORMAT.findall(styles)}
    block = re.search(rb"<" + _PREFIX + rb"cellXfs\b.*?</" + _PREFIX + rb"cellXfs>", styles, re.DOTALL)
    tags = re.findall(rb"<" + _PREFIX + rb"xf\b[^>]*>", block.group()) if block else []
    return shown_formats(codes, [_whole(tag, "numFmtId", 0) for tag in tags])


def shown_formats(codes: Mapping[int, str], styles: Iterable[int]) -> dict[int, NumberFormat]:
    """Return the number format of each cell style that shows more than the number as it is stored.

    Shape: `codes` are the workbook's own by their numbers, `styles` the number of each style's format, in their order.
    """
    known = {**BUILTIN, **codes}
    formats = [parsed(known.get(number, "General")) for number in styles]
    return {place: one for place, one in enumerate(formats) if one.kind in _SHOWN_KINDS}


def with_texts(told: SheetXml, rows: Rows, formats: Mapping[int, NumberFormat], *, is_1904: bool) -> SheetXml:
    """Return what was told with the texts of the numbers, format by format, and of the error cells."""
    rows = with_moments(rows, is_1904=is_1904)
    values, overlay = floats_of(rows.numbers), Overlay()
    numbers, dates = np.zeros(len(values), bool), np.zeros(len(values), bool)
    keys = rows.styles * (_LAST_COLUMN + 1) + rows.columns
    order = np.argsort(keys, kind="stable")
    for places in np.split(order, np.flatnonzero(np.diff(keys[order])) + 1) if len(order) else ():
        known = formats[int(rows.styles[places[0]])]
        answer = shown(known, values[places], is_1904=is_1904)
        overlay.add(int(rows.columns[places[0]]), rows.rows[places], answer.texts)
        (dates if known.kind in _MOMENTS else numbers)[places] = answer.is_otherwise
    overlay.add_cells(told.errors)
    in_rows = [rows.rows[mask & ~np.isnan(values)] for mask in (numbers, dates)]
    first, second = (Positions(np.unique(each).tolist()) for each in in_rows)
    return replace(told, overlay=overlay, otherwise=first, otherwise_count=len(in_rows[0]), dates_otherwise=second,
                   dates_otherwise_count=len(in_rows[1]))
