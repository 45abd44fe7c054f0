"""Reads the first records of a text and tells which character stands between its cells."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from steward.readers.header_fit import recurs_below
from steward.table.names_within import is_row_of_words
from steward.table.written import split_lines
from steward.vocabulary.quoting import Quoting

DELIMITERS = (",", ";", "\t", "|")
SELDOM = ("\x1f", "^", "~")      # looked for where none of the usual ones is there; U+001F is made for it
OTHERS = ("\x1f", "^", "~", ":", "!", "#", "@", "*", "$", "%", "&", "+", "=")   # taken where they fit beyond doubt
_LOOK_AT = 200
_DECLARED = re.compile(r"\"?sep=([\t\x1f!#-/:-@\[-`{-~])\"?\1*", re.IGNORECASE)
_EVEN_ENOUGH, _DOUBTFUL = 0.4, 0.2
_FEWEST_NAMES, _FEWEST_RECORDS = 3, 2
_FEWEST_LINES, _EVEN_LINES = 4, 0.9
_QUARTERED = 20        # lines, a quarter of which tells anything
_HINT = 4_096      # characters, within which a hint ends; Excel writes a delimiter for each column behind it
_PROMISED = {".tsv": "\t", ".tab": "\t", ".psv": "|"}
_LEAST_PLAIN = 0.05
_FIGURE = re.compile(r"\s*[-+(]?[$€£]?\s?\d[\d.,]*\s?%?\)?\s*")
_OTHER = re.compile(r"[\t|]|[,;](?!\s)")    # within a sentence a blank follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record as csv.reader gives it, and where it ends."""

    cells: tuple[str, ...]
    end_line: int    # physical lines up to its end
    end_byte: int    # bytes of UTF-8 up to its end


class _Lines:
    """Gives the physical lines of a text and counts them and their bytes."""

    def __init__(self, text: str) -> None:
        self._source = io.StringIO(text, newline="")
        self.lines = 0
        self.bytes = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._source:
            self.lines += 1
            self.bytes += len(line.encode("utf-8"))
            yield line


def first_records(text: str, delimiter: str, count: int, *, is_whole: bool,
                  quoting: Quoting = Quoting.DOUBLED) -> list[Record]:
    """Return the first records of a text; of a text that goes on (`is_whole` False) the last, cut one is left away."""
    lines = _Lines(text)
    found: list[Record] = []
    for cells in split_lines(iter(lines), delimiter, quoting):
        found.append(Record(cells=tuple(cells), end_line=lines.lines, end_byte=lines.bytes))
        if len(found) > count:
            break
    is_cut = not is_whole and len(found) <= count
    return found[:-1] if is_cut else found[:count]


def find_delimiter(text: str, suffix: str = "", *, is_whole: bool, quoting: Quoting = Quoting.DOUBLED) -> str:
    """Return the delimiter under which the first records have the same number of cells, and cells that look like one thing.

    Source of the measure, evenness of rows times plainness of cells: van den Burg, Nazabal and Sutton 2019, "Wrangling messy
    CSV files by detecting row and type patterns". A delimiter that the file's name promises counts double.
    """
    if declared := declared_delimiter(text):
        return declared
    promised = _PROMISED.get(suffix.lower(), "")
    measures = {known: _measure(text, known, quoting, is_whole=is_whole) * (2 if known == promised else 1)
                for known in DELIMITERS}
    best = max(DELIMITERS, key=measures.__getitem__)
    if (other := _clear_other(text, quoting, is_whole=is_whole)) and not _is_even(text, best, quoting, is_whole=is_whole):
        return other
    if measures[best] < _DOUBTFUL and not _is_evenly_begun(text, best, quoting) and (lower := _last_lines(text)):
        below = {known: _measure(lower, known, quoting, is_whole=is_whole) for known in DELIMITERS}
        likely = max(DELIMITERS, key=below.__getitem__)
        best = likely if below[likely] >= _EVEN_ENOUGH else best
    if measures[best]:
        return _absent(text) or best if _is_prose(text, best, is_whole=is_whole) else best
    seldom = {known: _measure(text, known, quoting, is_whole=is_whole) for known in SELDOM if known in text}
    return next((known for known, measure in seldom.items() if measure >= _EVEN_ENOUGH), best)


def _is_evenly_begun(text: str, sign: str, quoting: Quoting) -> bool:
    """Return whether a sign divides the first quarter of the first lines into as many cells: records, no notes."""
    lines = text.splitlines(keepends=True)[:_LOOK_AT]
    return len(lines) >= _QUARTERED and _is_even("".join(lines[:len(lines) // 4]), sign, quoting, is_whole=True)


def _last_lines(text: str) -> str:
    """Return the last quarter of the first lines: below many lines of notes that is where the records are."""
    lines = text.splitlines(keepends=True)[:_LOOK_AT]
    return "".join(lines[-(len(lines) // 4):])


def _clear_other(text: str, quoting: Quoting, *, is_whole: bool) -> str | None:
    """Return a sign that divides the first line into names, and every line below it into as many cells."""
    first = re.split(r"[\r\n]", text[:_HINT].lstrip("\r\n"), maxsplit=1)[0]
    signs = (sign for sign in OTHERS if first.count(sign) >= _FEWEST_NAMES - 1)
    return next((sign for sign in signs if _is_clear(text, sign, quoting, is_whole=is_whole)), None)


def _is_clear(text: str, sign: str, quoting: Quoting, *, is_whole: bool) -> bool:
    """Return whether a sign divides a row of words, none of which stands in its column again, and all records below it.

    Times, addresses of computers and lists of "name: value" have no such first row, or a blank behind each sign.
    """
    names, *records = [record.cells for record in first_records(text, sign, _LOOK_AT, is_whole=is_whole, quoting=quoting)
                       if any(record.cells)] or [()]
    if len(names) < _FEWEST_NAMES or len(records) < _FEWEST_RECORDS or any(len(cells) != len(names) for cells in records):
        return False
    if not all(map(str.strip, names)) or not is_row_of_words(names) or any(name[0] == " " for name in names[1:]):
        return False
    return not any(name in column for name, column in zip(names, zip(*records, strict=True), strict=True))


def _is_even(text: str, sign: str, quoting: Quoting, *, is_whole: bool) -> bool:
    """Return whether a sign divides all of the first records into as many cells."""
    records = first_records(text, sign, _LOOK_AT, is_whole=is_whole, quoting=quoting)
    return len(lengths := {len(record.cells) for record in records if any(record.cells)}) == 1 and lengths != {1}


def _is_prose(text: str, delimiter: str, *, is_whole: bool) -> bool:
    """Return whether the text is a single column of names, addresses or sentences with commas of their own.

    The first line, its name, has no comma, a blank follows each comma below, and the second line is no row of names: it is
    like those below it, or they do not have equally many commas. Quotation marks would show that commas divide cells.
    """
    if delimiter not in ",;" or '"' in text or re.search(rf"{delimiter}(?![ \r\n]|$)", text):
        return False
    name, *records = [record.cells for record in first_records(text, delimiter, _LOOK_AT, is_whole=is_whole)
                      if any(record.cells)] or [()]
    if len(name) != 1 or len(records) < _FEWEST_LINES:
        return False
    lengths = Counter(map(len, records))
    return lengths.most_common(1)[0][1] < _EVEN_LINES * len(records) or recurs_below(records[0], records[1:])


def _absent(text: str) -> str | None:
    return next((sign for sign in ("\t", "|", ";", ",") if sign not in text), None)


def declared_delimiter(text: str) -> str | None:
    """Return the delimiter that a first line `sep=;` tells Excel, or None where there is no such line."""
    declared = _DECLARED.fullmatch(re.split(r"[\r\n]", text[:_HINT], maxsplit=1)[0])
    return declared.group(1) if declared else None


def _measure(text: str, delimiter: str, quoting: Quoting, *, is_whole: bool) -> float:
    first = first_records(text, delimiter, _LOOK_AT, is_whole=is_whole, quoting=quoting)
    records = [record.cells for record in first if any(record.cells)]
    lengths = Counter(len(cells) for cells in records if len(cells) > 1)
    if not lengths:
        return 0.0
    length, times = max(lengths.items(), key=lambda pair: (pair[1], pair[0]))
    cells = [cell for record in records if len(record) == length for cell in record if cell.strip()]
    plain = sum(_is_one_thing(cell, delimiter) for cell in cells) / max(1, len(cells))
    return (times / len(records)) ** 2 * (length - 1) / length * max(plain, _LEAST_PLAIN) ** 2


def _is_one_thing(cell: str, delimiter: str) -> bool:
    """Return whether a cell holds no other delimiter, but for figures with commas and commas within sentences."""
    others = [sign for sign in DELIMITERS if sign != delimiter and sign in cell]
    return not others or _FIGURE.fullmatch(cell) is not None or not _OTHER.search(cell)
