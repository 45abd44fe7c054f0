"""The cells of a worksheet, streamed from its XML in chunks of whole rows: 1.2 million cells take about a second.

Decision: `_cell_bytes` takes the form in which Excel, LibreOffice and most libraries write cells, a regular expression those
with
a formula; a chunk with a cell that neither knows is taken apart element by element, slower and whatever the order of
attributes.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import pyarrow as pa

from steward.readers.hidden._areas import known_columns
from steward.readers.hidden._book import BOOLEAN, FAULT, FORMULA, LAST_COLUMN, LAST_ROW, NUMBER, TEXT, Cells, Numbers, Texts
from steward.readers.hidden._cell_bytes import parse
from steward.readers.hidden._tags import elements, first, inner_texts, plain, without, without_comments
from steward.readers.hidden._xlsx_styles import Run, own_runs
from steward.vocabulary.column_letters import column_of, letters_of

SMALLEST_HEIGHT = 2.0         # points: what is lower cannot be read
_TYPES = {b"": NUMBER, b"n": NUMBER, b"s": TEXT, b"str": TEXT, b"inlineStr": TEXT, b"b": BOOLEAN, b"e": FAULT, b"d": TEXT}
_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData(?=[\s/>])[^<>]*?(/?)>")
_NUMBER_OF_ROW = re.compile(rb"\br\s*=\s*[\"'](\d{1,7})[\"']")
_HIDDEN_ROW = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_HEIGHT = re.compile(rb"\bht\s*=\s*[\"']([\d.]{1,12})[\"']")
_ADDRESS = re.compile(r"\$?\b[A-Z]{1,3}\$?\d{1,7}\b")
_HEAD_BYTES = 1 << 22
_DIGITS = 9
_TAIL_BYTES = 1 << 26
_CHUNK_BYTES = 1 << 24
_MOST_COLORED = 2_000         # cells whose own text has several colors


@dataclass
class RawCells:
    """What a sheet's XML holds, chunk by chunk."""

    head: str = ""
    tail: str = ""
    rows: list[Numbers] = field(default_factory=list)
    columns: list[Numbers] = field(default_factory=list)
    styles: list[Numbers] = field(default_factory=list)
    types: list[Numbers] = field(default_factory=list)
    strings: list[Numbers] = field(default_factory=list)     # the place among the shared strings, or -1
    values: list[pa.Array] = field(default_factory=list)
    formulas: set[str] = field(default_factory=set)          # those that hold text; addresses within are made alike
    reading_aids: list[str] = field(default_factory=list)
    colored: dict[tuple[int, int], list[Run]] = field(default_factory=dict)    # by row and column, of texts within the cell
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    low_rows: list[tuple[int, int]] = field(default_factory=list)
    last_row: int = 0

    def cells(self, shared: list[str]) -> Cells:
        """Return the cells; their texts are made from the shared strings when they are asked for."""
        if not self.rows:
            return Cells.none()
        rows, columns, styles, types, strings = (np.concatenate(parts) for parts in (self.rows, self.columns, self.styles,
                                                                                     self.types, self.strings))
        return Cells(rows=rows, columns=columns, styles=styles, types=types,
                     texts=LazyTexts(strings, pa.chunked_array(self.values), shared))


class LazyTexts(Texts):
    """Texts of cells, made one by one."""

    def __init__(self, strings: Numbers, values: pa.ChunkedArray, shared: list[str]) -> None:
        """Hold the raw values."""
        self._strings, self._values, self._shared = strings, values.combine_chunks(), shared

    def __getitem__(self, place: int) -> str:
        """Return one text."""
        string = int(self._strings[place])
        if string >= 0:
            return self._shared[string] if string < len(self._shared) else ""
        value: bytes = self._values[place].as_py()
        return html.unescape(value.decode("utf-8", "replace"))

    def distinct(self) -> Iterator[str]:
        """Give every text at least once."""
        import pyarrow.compute as pc

        for string in np.unique(self._strings).tolist():
            if 0 <= string < len(self._shared):
                yield self._shared[string]
        for value in pc.unique(self._values).to_pylist():
            yield html.unescape(value.decode("utf-8", "replace"))


def read_cells(blocks: Iterable[bytes]) -> RawCells:
    """Return what the XML of one sheet holds."""
    raw, rest = RawCells(), iter(blocks)
    buffer, prefix, is_empty = _head(raw, rest)
    if prefix is None:
        return raw
    take = partial(_take, raw, _Forms(prefix))
    left = buffer if is_empty else _body(take, buffer, rest, prefix)
    raw.tail = without_comments(_gathered(left, rest, _TAIL_BYTES).decode("utf-8", "replace"))
    return raw


def _head(raw: RawCells, rest: Iterator[bytes]) -> tuple[bytes, bytes | None, bool]:
    buffer = b""
    for block in rest:
        buffer += block
        if found := _DATA.search(buffer):
            raw.head = without_comments(buffer[:found.start()].decode("utf-8", "replace"))
            return buffer[found.end():], found.group(1), bool(found.group(2))
        if len(buffer) > _HEAD_BYTES:
            break
    raw.head = without_comments(buffer.decode("utf-8", "replace"))
    return b"", None, True


def _body(take: Callable[[bytes], None], buffer: bytes, rest: Iterator[bytes], prefix: bytes) -> bytes:
    """Take all rows and return what follows them."""
    end, row = b"</" + prefix + b"sheetData", b"<" + prefix + b"row"
    while True:
        place = buffer.find(end)
        if place >= 0:
            take(buffer[:place])
            return buffer[place:]
        cut = buffer.rfind(row, 1)
        if cut > 0 or len(buffer) > _CHUNK_BYTES:
            cut = cut if cut > 0 else len(buffer)
            take(buffer[:cut])
            buffer = buffer[cut:]
        block = next(rest, b"")
        if not block:
            take(buffer)
            return b""
        buffer += block


def _gathered(left: bytes, rest: Iterator[bytes], most: int) -> bytes:
    parts, size = [left], len(left)
    for block in rest:
        parts.append(block)
        size += len(block)
        if size > most:
            break
    return b"".join(parts)[:most]


class _Forms:
    """The patterns for one namespace prefix."""

    def __init__(self, prefix: bytes) -> None:
        p = re.escape(prefix)
        self.prefix = prefix
        self.row_opening = b"<" + prefix + b"row"
        self.row = re.compile(b"<" + p + rb"row(?=[\s/>])[^<>]*>")
        inline = b"<" + p + rb"is><" + p + rb"t(?:\s[^<>]*)?>([^<]*)</" + p + b"t></" + p + b"is>"
        formula = b"<" + p + rb"f(?:\s[^<>]*)?(?:(?<=/)>|>([^<]*)</" + p + b"f>)"
        value = b"<" + p + rb"v(?:\s*/>|(?:\s[^<>/]*)?>([^<]*)</" + p + b"v>)"
        self.cell = re.compile(b"<" + p + rb'c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,6})")?(?: '
                                          rb't="([A-Za-z]{1,9})")?\s*(?:/>|>(?:'
                               + formula + b")?(?:" + value + b"|" + inline + b")?</" + p + b"c>)")


def _take(raw: RawCells, forms: _Forms, chunk: bytes) -> None:
    if b"<!" in chunk:
        chunk = without_comments(chunk.decode("utf-8", "replace")).encode()
    _take_rows(raw, forms, chunk)
    parsed = parse(chunk, forms.prefix)
    mask = parsed.understood & parsed.is_filled & (parsed.columns <= LAST_COLUMN)
    odd = np.flatnonzero(~parsed.understood)
    others = _matched(forms, chunk, parsed.places, odd)
    if others is None:  # a form that no pattern knows: all of the chunk is taken apart the slow way
        _add(raw, list(_one_by_one(raw, chunk)))
        return
    raw.rows.append(parsed.rows[mask])
    raw.columns.append(parsed.columns[mask])
    raw.styles.append(parsed.styles[mask])
    raw.types.append(parsed.types[mask])
    raw.strings.append(parsed.strings[mask])
    raw.values.append(parsed.values(chunk, mask))
    _add(raw, others)


def _matched(forms: _Forms, chunk: bytes, places: Numbers, odd: Numbers) -> list[tuple[bytes, ...]] | None:
    """Return the cells at some places as the pattern has them, None where it does not fit one."""
    found = []
    for place in places[odd].tolist():
        match = forms.cell.match(chunk, place)
        if match is None:
            return None
        found.append(tuple(part or b"" for part in match.groups()))
    return found


def _add(raw: RawCells, found: list[tuple[bytes, ...]]) -> None:
    """Take cells that a pattern found: letters, row, style, type, formula, value, text."""
    known = known_columns()
    found = [one for one in found if one[0] in known and (one[5] or one[6] or one[4])]
    if not found:
        return
    letters, rows, styles, types, formulas, values, inline = zip(*found, strict=True)
    raw.rows.append(np.fromiter(map(int, rows), np.int64, len(found)))
    raw.columns.append(np.fromiter(map(known.__getitem__, letters), np.int64, len(found)))
    raw.styles.append(np.fromiter((int(style or 0) for style in styles), np.int64, len(found)))
    _take_values(raw, types, formulas, values, inline)


def _take_values(raw: RawCells, types: tuple[bytes, ...], formulas: tuple[bytes, ...], values: tuple[bytes, ...],
                 inline: tuple[bytes, ...]) -> None:
    joined = [value or text for value, text in zip(values, inline, strict=True)]
    strings = [int(value) if kind == b"s" and value.isdigit() and len(value) <= _DIGITS else -1
               for kind, value in zip(types, joined, strict=True)]
    codes = [_TYPES.get(kind, TEXT) if value else FORMULA for kind, value in zip(types, joined, strict=True)]
    raw.strings.append(np.array(strings, np.int64))
    raw.types.append(np.array(codes, np.int64))
    raw.values.append(pa.array([b"" if string >= 0 else value for string, value in zip(strings, joined, strict=True)],
                               pa.large_binary()))
    raw.formulas.update(_alike(one) for one in formulas if one and (b'"' in one or b"&quot;" in one))


def _alike(formula: bytes) -> str:
    """Return a formula in which every address outside quotation marks is the same: filled-down formulas become one."""
    parts = html.unescape(formula.decode("utf-8", "replace")).split('"')
    parts[::2] = [_ADDRESS.sub("A1", part) for part in parts[::2]]
    return '"'.join(parts)


def _take_rows(raw: RawCells, forms: _Forms, chunk: bytes) -> None:
    needs_heights = b"ht=" in chunk
    if not needs_heights and b"hidden" not in chunk:
        raw.last_row += chunk.count(forms.row_opening)
        return
    for found in forms.row.finditer(chunk):
        tag = found.group()
        number = _NUMBER_OF_ROW.search(tag)
        raw.last_row = min(LAST_ROW, int(number.group(1)) if number else raw.last_row + 1)
        if _HIDDEN_ROW.search(tag):
            _extend(raw.hidden_rows, raw.last_row)
        elif needs_heights and (height := _HEIGHT.search(tag)) and _is_low(height.group(1)):
            _extend(raw.low_rows, raw.last_row)


def _is_low(height: bytes) -> bool:
    try:
        return float(height) < SMALLEST_HEIGHT
    except ValueError:
        return False


def _extend(ranges: list[tuple[int, int]], row: int) -> None:
    if ranges and ranges[-1][1] == row - 1:
        ranges[-1] = (ranges[-1][0], row)
    else:
        ranges.append((row, row))


def _one_by_one(raw: RawCells, chunk: bytes) -> Iterator[tuple[bytes, ...]]:
    """Give the cells of an unusual chunk as the one pattern would: letters, row, style, type, formula, value, text."""
    known, row = known_columns(), 0
    for line in elements(chunk.decode("utf-8", "replace"), "row"):
        row = min(LAST_ROW, int(_digits(line.get("r"), str(row + 1))))
        column = 0
        for cell in elements(line.inner, "c"):
            letters = cell.get("r").rstrip("0123456789") if cell.get("r") else ""
            column = column_of(letters) if letters.encode() in known else column + 1
            yield _cell(raw, cell.attributes, cell.inner, row, column)


def _cell(raw: RawCells, values: dict[str, str], inner: str, row: int, column: int) -> tuple[bytes, ...]:
    formula, value, inline = first(inner, "f"), first(inner, "v"), first(inner, "is")
    text = inline.inner if inline else ""
    if "rPh" in text:
        raw.reading_aids += [told for aid in elements(text, "rPh") for told in inner_texts(aid.inner, "t")]
        text = without(text, "rPh")
    if len(raw.colored) < _MOST_COLORED and (runs := own_runs(text)):
        raw.colored[row, column] = runs
    if "<" in text:
        text = " ".join(f"<t>{one.inner}</t>" for one in elements(text, "t"))
    return (letters_of(column).encode(), str(row).encode(), _digits(values.get("s", ""), "0").encode(),
            values.get("t", "").encode(), formula.inner.encode() if formula else b"",
            value.inner.encode() if value else b"", html.escape(plain(text)).encode())


def _digits(text: str, otherwise: str) -> str:
    return text if text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise


def row_ranges(head: str, name: str, first_key: str, last_key: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Give for each element of that name its first and last number, and its attributes."""
    for element in elements(head, name):
        begin = int(_digits(element.get(first_key), "0"))
        yield begin, int(_digits(element.get(last_key), str(begin))), element.attributes


