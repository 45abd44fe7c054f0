"""The cells of an OpenDocument spreadsheet: its content as a stream of tags.

Decision: a date and a time come as days counted like Excel's and go the way of its dates; one that Excel counts otherwise,
before March 1900, is published as it stands. Calamine drops tabs and line breaks of a text, and errors: those come
from here.
Source: OpenDocument 1.3 part 3, 9.1 (tables), 19.385 to 19.390 (values of cells), 6.1 (text).
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from steward.readers.formats._archive import member
from steward.readers.formats._cells import cell_text
from steward.readers.formats._ods_anew import TYPES
from steward.readers.formats._ods_styles import Given, OdsStyles
from steward.readers.formats._stored_cells import StoredCells
from steward.readers.formats._told_book import ToldBook, ToldSheet
from steward.readers.formats._xml_tags import go_through

_MOST_ROWS, _MOST_COLUMNS = 1 << 20, 16_384
_MOST_EXPANDED = 1_000_000   # cells that one tag may stand for; calamine holds them all
_CELLS = ("table-cell", "covered-table-cell")
_ERROR = re.compile(r"#(?:N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|Err:\d{3}")
_TIME = re.compile(r"(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_SHOWN_NUMBER = re.compile(r"\s*-?[\d.,]*\d(?:[Ee][+-]?\d+)?\s*%?\s*")
_VALUES = ("value", "date-value", "time-value", "boolean-value", "string-value")
_TRUTHS = ("TRUE", "FALSE")
_NO_SIGN, _LONGEST_SIGN = re.compile(r"[\d\s.,'()+\-\u2212]"), 4     # of what a cell with an amount shows, all but its currency
_DAY_ZERO, _FIRST_DAY = datetime(1899, 12, 30, tzinfo=UTC), 61     # 1 March 1900: from here on Excel counts alike
_DAY_SECONDS = 86_400


def read_ods(path: Path, most_bytes: int) -> ToldBook:
    """Return what every sheet of the spreadsheet tells. Raises: FileDamaged where a part cannot be unpacked."""
    styles, tables = OdsStyles(), _Tables()
    for part in ("styles.xml", "content.xml"):
        _Parser(styles, tables).take(member(path, part, most_bytes))
    for cells in tables.sheets.values():
        cells.low = [row for rows, style in tables.row_styles.get(id(cells), ()) if style in styles.low_rows for row in rows]
        for columns, style in tables.column_styles.get(id(cells), ()):
            cells.hidden_columns.update(columns if style in styles.narrow_columns else ())
    formats = styles.formats(tables.styles, tables.signs)
    return ToldBook({name: ToldSheet(cells=cells, formats=formats) for name, cells in tables.sheets.items()})


class _Parser:
    """Gives the tags of the styles to the one and those of the sheets to the other, without their prefixes."""

    def __init__(self, styles: OdsStyles, tables: "_Tables") -> None:
        self._takers = (styles, tables)
        self._taker: OdsStyles | _Tables = styles
        self._names: dict[str, str] = {}

    def take(self, part: bytes) -> None:
        """Go through one part; what is not well formed gives what came before."""
        go_through(part, self._begin, self._end, self._read)

    def _begin(self, name: str, given: Given) -> None:
        bare = self._bare(name)
        if bare == "spreadsheet":
            self._taker = self._takers[1]
        self._taker.begin(bare, {self._bare(key): value for key, value in given.items() if not key.startswith("calcext:")}
                          | ({"error": "true"} if given.get("calcext:value-type") == "error" else {}))

    def _end(self, name: str) -> None:
        self._taker.end(self._bare(name))

    def _read(self, text: str) -> None:
        self._taker.read(text)

    def _bare(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            known = self._names[name] = name.rpartition(":")[2]
        return known


@dataclass(slots=True)
class _Cell:
    """One cell while its tags go by."""

    given: Given
    depth: int
    paragraphs: list[list[str]] = field(default_factory=list)
    is_read: bool = False       # inside a paragraph of its own
    left_out: int = 0           # the depth of a note or picture inside the paragraph
    has_breaks: bool = False    # a tab or a line break inside a text, which calamine drops

    @property
    def text(self) -> str:
        return "\n".join("".join(parts) for parts in self.paragraphs)


class _Tables:
    """The sheets, cell by cell."""

    def __init__(self) -> None:
        self.sheets: dict[str, StoredCells] = {}
        self.styles: list[str] = []                          # of cells, by the numbers they are given here
        self.signs: dict[str, str] = {}                      # of currencies, as cells show them, by the style of the cell
        self.row_styles: dict[int, list[tuple[range, str]]] = {}
        self.column_styles: dict[int, list[tuple[range, str]]] = {}
        self._numbers: dict[str, int] = {}
        self._depth = 0
        self._cells, self._table_depth = StoredCells(), 0     # a table inside a cell or a link is none
        self._cell: _Cell | None = None
        self._row = self._row_end = self._column = self._columns = 0
        self._row_style = ""
        self._closed: list[bool] = []       # of the groups of rows around, from the outermost on
        self._defaults: list[tuple[int, str]] = []

    def begin(self, name: str, given: Given) -> None:
        """Take the beginning of a tag."""
        self._depth += 1
        if self._cell is not None:
            self._begin_inside(self._cell, name, given)
        elif name == "table" and self._depth == 2:  # noqa: PLR2004  # right below the spreadsheet
            self._begin_table(given)
        elif not self._table_depth:
            return
        elif name in _CELLS:
            self._cell = _Cell(given, self._depth)
        elif name == "table-row":
            self._begin_row(given)
        elif name == "table-row-group":
            self._closed.append(given.get("display") == "false")
        elif name == "table-column":
            self._take_columns(given)

    def _begin_table(self, given: Given) -> None:
        self._cells, self._table_depth = StoredCells(), self._depth
        self.sheets[given.get("name", "")] = self._cells
        self._row = self._row_end = self._column = self._columns = 0
        self._defaults = []

    def _begin_row(self, given: Given) -> None:
        self._row = self._row_end + 1
        self._row_end = min(_MOST_ROWS, self._row_end + _repeated(given, "number-rows-repeated"))
        self._column, self._row_style = 0, given.get("default-cell-style-name", "")
        rows = range(self._row, self._row_end + 1)
        if given.get("visibility") in ("collapse", "filter"):
            self._cells.hidden.extend(rows)
            self._cells.grouped.extend(rows if any(self._closed) else ())
            self._cells.filtered.extend(rows if given["visibility"] == "filter" else ())
        elif style := given.get("style-name"):
            self.row_styles.setdefault(id(self._cells), []).append((rows, style))

    def _take_columns(self, given: Given) -> None:
        begin, count = self._columns + 1, _repeated(given, "number-columns-repeated")
        self._columns = min(_MOST_COLUMNS, self._columns + count)
        if given.get("visibility") in ("collapse", "filter"):
            self._cells.hidden_columns.update(range(begin, self._columns + 1))
        elif style := given.get("style-name"):
            self.column_styles.setdefault(id(self._cells), []).append((range(begin, self._columns + 1), style))
        self._defaults.append((self._columns, given.get("default-cell-style-name", "")))

    def _begin_inside(self, cell: _Cell, name: str, given: Given) -> None:
        if self._depth == cell.depth + 1:
            cell.is_read = name == "p"
            cell.paragraphs += [[]] if cell.is_read else []
        elif not cell.is_read or cell.left_out:
            return
        elif name == "s":
            cell.paragraphs[-1].append(" " * min(_repeated(given, "c"), _MOST_COLUMNS))
        elif name in ("tab", "line-break"):
            cell.paragraphs[-1].append("\t" if name == "tab" else "\n")
            cell.has_breaks = True
        elif name in ("annotation", "frame"):
            cell.left_out = self._depth

    def read(self, text: str) -> None:
        """Take text."""
        if self._cell is not None and self._cell.is_read and not self._cell.left_out:
            self._cell.paragraphs[-1].append(text)

    def end(self, name: str) -> None:
        """Take the end of a tag."""
        if self._cell is not None and self._depth == self._cell.left_out:
            self._cell.left_out = 0
        if self._cell is not None and self._depth == self._cell.depth + 1:
            self._cell.is_read = False
        if self._cell is not None and self._depth == self._cell.depth:
            self._take_cell(self._cell, is_covered=name == "covered-table-cell")
            self._cell = None
        if name == "table-row-group" and self._cell is None and self._closed:
            self._closed.pop()
        if self._depth == self._table_depth:
            self._table_depth = 0
        self._depth -= 1

    def _take_cell(self, cell: _Cell, *, is_covered: bool) -> None:
        begin, count = self._column + 1, _repeated(cell.given, "number-columns-repeated")
        self._column = min(_MOST_COLUMNS, self._column + count)
        if not is_covered:
            self._merge(cell.given, begin)
        if _is_empty(cell):
            if "formula" in cell.given:
                self._cells.unsaved.append(self._row)
            return
        if "formula" in cell.given:
            self._cells.take_result(self._row, is_zero=cell.given.get("value") == "0")
        self._cells.has_unknown_types |= cell.given.get("value-type", TYPES[0]) not in TYPES
        rows = self._row_end - self._row + 1
        if (self._column - begin + 1) * rows <= _MOST_EXPANDED:
            self._put(cell, range(self._row, self._row_end + 1), range(begin, self._column + 1))
        else:
            self._cells.fill(self._row, begin, self._column - begin + 1, rows)

    def _merge(self, given: Given, column: int) -> None:
        down, across = _repeated(given, "number-rows-spanned"), _repeated(given, "number-columns-spanned")
        if down > 1 or across > 1:
            self._cells.merges.append((self._row, column, min(_MOST_ROWS, self._row + down - 1),
                                       min(_MOST_COLUMNS, column + across - 1)))

    def _put(self, cell: _Cell, rows: range, columns: range) -> None:
        self._cells.fill(rows[0], columns[0], len(columns), len(rows))
        places = [(row, column) for row in rows for column in columns]
        if _is_error(cell):
            self._cells.errors.update(dict.fromkeys(places, cell.text.strip() or "#VALUE!"))
            return
        number, text = _stored(cell)
        if text is not None:
            self._cells.texts.update(dict.fromkeys(places, text))
        elif number is not None:
            styles = {column: self._style(cell.given, column) for column in columns}
            if cell.given.get("value-type") == "currency" and (sign := _NO_SIGN.sub("", cell.text)):
                self.signs.setdefault(self.styles[styles[columns[0]]], sign[:_LONGEST_SIGN])
            self._cells.numbers.extend((row, column, styles[column], number) for row, column in places)
            if (moment := _written_moment(cell)) is not None:
                self._cells.moments.extend((row, column, styles[column], moment) for row, column in places)

    def _style(self, given: Given, column: int) -> int:
        name = given.get("style-name") or self._row_style or next((name for last, name in self._defaults if column <= last), "")
        if name not in self._numbers:
            self._numbers[name] = len(self.styles)
            self.styles.append(name)
        return self._numbers[name]


def _is_empty(cell: _Cell) -> bool:
    """Return whether a cell holds nothing: no text and no value, of whatever type it says it is."""
    if cell.text:
        return False
    if cell.given.get("value-type") is None:
        return True
    return not cell.paragraphs and "formula" in cell.given and not any(name in cell.given for name in _VALUES)


def _written_moment(cell: _Cell) -> str | None:
    """Return the date or time of a cell in words of ISO 8601, for where its format is none of dates.

    None for every other cell, and for one that shows a number: so a spreadsheet program shows a date under such a format.
    """
    if cell.given.get("value-type") not in ("date", "time") or _SHOWN_NUMBER.fullmatch(cell.text):
        return None
    if cell.given["value-type"] == "date":
        return cell.given.get("date-value", "").strip() or None
    days = _day_part(cell.given.get("time-value", ""))
    return None if days is None else cell_text(timedelta(days=days))


def _is_error(cell: _Cell) -> bool:
    """Return whether a cell shows an error: it says so, or (older programs) a formula's result is nothing and its text one."""
    if "error" in cell.given:
        return True
    is_nothing = not cell.given.get("string-value") and cell.given.get("value", "0") in ("0", "NaN", "")
    return "formula" in cell.given and is_nothing and bool(_ERROR.fullmatch(cell.text.strip())) and (
        cell.given.get("value-type") != "string" or "string-value" in cell.given)


def _stored(cell: _Cell) -> tuple[float | None, str | None]:
    """Return the number of a cell, days for a date or time; or a text that stands in place of what calamine reads."""
    kind = cell.given.get("value-type")
    if kind == "date":
        return _days(cell.given.get("date-value", ""))
    if kind == "time":
        return _day_part(cell.given.get("time-value", "")), None
    if kind == "float" and "formula" in cell.given and cell.text in _TRUTHS:   # LibreOffice, of a formula without a format
        return None, cell.text
    if kind in ("float", "percentage", "currency"):
        return _number(cell.given.get("value", "")), None
    is_text = kind in (None, "string") and "string-value" not in cell.given
    return None, cell.text if is_text and (cell.has_breaks or kind is None) else None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _days(text: str) -> tuple[float | None, str | None]:
    try:
        moment = datetime.fromisoformat(text.strip()).replace(tzinfo=UTC)
    except ValueError:
        return None, text or None
    passed = moment - _DAY_ZERO
    return (passed.days + passed.seconds / _DAY_SECONDS + passed.microseconds / 1e6 / _DAY_SECONDS, None) \
        if passed.days >= _FIRST_DAY else (None, text.strip())


def _day_part(text: str) -> float | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    sign, *parts = found.groups()
    days, hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in parts)
    return (-1 if sign else 1) * (days + (hours * 3600 + minutes * 60 + seconds) / _DAY_SECONDS)


def _repeated(given: Given, name: str) -> int:
    text = given.get(name, "")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1  # noqa: PLR2004  # no sheet has more
