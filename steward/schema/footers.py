"""Lines below the last record that are none: sources, notes, dates of the export, sums, and what else stands under a table.

Source: what portals of open data ask for ("no footnotes, no totals": the file rules of DataSF, California and New York) and
what exports write under their tables. A last record with gaps is no footer: a line must begin with words of a footer that no
record above begins with, or fill one cell with something that its column does not hold.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
import numpy.typing as npt

from steward.schema.checks.print_layout import print_places
from steward.schema.checks.total_rows import counted_twice
from steward.schema.context import Context
from steward.table.numerals import FORMATTED
from steward.table.sheet import Column, Sheet
from steward.table.text import blank_mask
from steward.table.together import each
from steward.table.written import split_lines
from steward.vocabulary.quoting import Quoting

Places = npt.NDArray[np.int64]
Cells = tuple[str, ...]

MOST_LINES = 40          # a footer is sought among so many last lines, and among the last half of a short table
LOOK_ABOVE = 200         # records above them tell what records look like
LONGEST = 300            # characters of a cell that are looked at
LONGEST_TEXT = 5_000     # characters; a set-apart record that is longer is no line of a footer
SENTENCE = 3             # words
WORDIER = 2              # times as many words as any record has in that column
FEWEST_RECORDS = 2
_LETTERS = re.compile(r"[^\W\d_]")
_FIGURE = re.compile(FORMATTED)
_SUM = (r"(?:(?:grand|sub|overall|running|report|column)[ -]?)?totals?|(?:sub|grand)?-?sum|count|average|avg\.?|mean|median"
        r"|minimum|maximum|min\.?|max\.?|n")
_OF_RECORDS = r"(?:records?|rows?|entries|entry|items?|results?|lines?|features?)"
_ABOUT = (r"(?:(?:this|the)\s+)?(?:report|data|file|table|list|export|extract|figures)?\s*(?:(?:was|were|is|are)\s+)?"
          r"(?:last\s+)?")
_MADE = (r"(?:updated|modified|generated|created|exported|extracted|downloaded|printed|prepared|compiled|retrieved|produced"
         r"|published|provided|accessed|run|refreshed|reviewed|approved)")
_NAMED = (r"(?:(?:data|primary)\s+)?sources?|(?:general|foot|end)?-?\s*notes?|n\.?\s?b\.?|disclaimers?|caveats?|legend|key"
          r"|contacts?|remarks?|definitions?|abbreviations?|explanations?|references?|methodology|copyright|license|fuente|nota"
          r"|quelle|filters?|applied filters")
_SIGNS = (
    rf"(?:{_NAMED})\s*(?:\d{{1,2}}\s*)?[:=–—]", rf"(?:{_NAMED})\s+-\s", r"(?:notes?|legend|disclaimer|sources?)\s*$",
    r"notes?\s*\d{0,2}[.)]?\s",
    rf"{_ABOUT}{_MADE}\s*(?:on|by|at|from|as\s+of|date|for|:|\d)", r"(?:data|figures|current)?\s*as\s+of\s",
    rf"(?:{_SUM})(?:\s*[:=]|\s+(?:of|for|all|number|{_OF_RECORDS})\b)", r"(?:(?:grand|sub)[ -]?)?totals?\b",
    rf"(?:number|no\.|count)\s+of\s+{_OF_RECORDS}\b", rf"{_OF_RECORDS}\s*(?:count|returned|exported)?\s*[:=]\s*\d",
    rf"\(?\d[\d,]*\s+{_OF_RECORDS}\b.{{0,20}}$", r"[*†‡§¹²³]+\s*[^\W\d_].*\s", r"[\[(]\d{1,2}[\])]\s*[^\W\d_].*\s",
    r"(?:©|\(c\)\s|copyright\b|all rights reserved)", r"[-*=\s]*end\s+of\s+(?:report|file|data|list|table|export|worksheet)\b",
    r"-*\s*page\s+\d+\b", r"https?://\S+$", r"for\s+(?:more|further|additional)\s+(?:information|details)\b",
    r"(?:questions\b|see\s+(?:also|notes?|https?:)|please\s)", r"(?:_{5,}|-{5,}|={5,}|\*{5,})$",
)
_WORDS = re.compile("|".join(rf"(?:{sign})" for sign in _SIGNS), re.IGNORECASE)
_ONLY_SUM = re.compile(rf"(?:{_SUM})\s*[:.]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footers:
    """The lines below the last record: those that were read into the table by place, those that were set apart by row."""

    places: Places
    apart: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    place: int | None   # None: it was set apart
    cells: Cells        # without the blanks around them

    @property
    def filled(self) -> tuple[int, ...]:
        """Return which cells hold something."""
        return tuple(number for number, cell in enumerate(self.cells) if cell)


def footers(context: Context) -> Footers:
    """Return the lines at the end that are no records; those that another check tells are left to it."""
    sheet = context.sheet
    if sheet.parts is not None or sheet.height < FEWEST_RECORDS:
        return Footers(places=np.zeros(0, np.int64), apart=())
    first = sheet.height - min(MOST_LINES, sheet.height // 2)
    records = _Records(sheet, first)
    known = frozenset(np.union1d(context.once(counted_twice), context.once(print_places)).tolist())
    found = list(_from_below(records, _last_lines(sheet, first), known))
    return Footers(places=np.array(sorted(line.place for line in found if line.place is not None), np.int64),
                   apart=tuple(sorted(line.row for line in found if line.place is None)))


def _from_below(records: "_Records", lines: Sequence[_Line], known: frozenset[int]) -> Iterator[_Line]:
    """Yield the lines of the footer from the last one up, until one is a record."""
    gaps = records.gaps_among(lines)
    for line in reversed(lines):
        if not line.filled or line.place in known:
            continue
        if not records.is_footer(line, is_below_gap=any(gap < line.row for gap in gaps)):
            return
        yield line


class _Records:
    """The records above the last lines, which say what a record looks like."""

    def __init__(self, sheet: Sheet, first: int) -> None:
        begin = max(0, first - LOOK_ABOVE)
        self._sheet, self._begin, self._first = sheet, begin, first
        self._filled = _filled_cells(sheet, begin, first)
        self._typical = median(self._filled)
        self._blank_rows = [row for row in sheet.provenance.blank_rows if row > sheet.rows[begin]]
        self._last_row = int(sheet.rows[first - 1])

    def gaps_among(self, lines: Sequence[_Line]) -> list[int]:
        """Return the empty rows among the last lines; none where there are such rows among the records too."""
        if 0 in self._filled or any(row <= self._last_row for row in self._blank_rows):
            return []
        return [*self._blank_rows, *(line.row for line in lines if not line.filled)]

    def is_footer(self, line: _Line, *, is_below_gap: bool) -> bool:
        """Return whether the line is none of the records."""
        column, text = line.filled[0], line.cells[line.filled[0]]
        is_lone = len(line.filled) == 1
        if _speaks(text) and not any(map(_speaks, self._above(column))):
            return line.place is None or len(line.filled) < self._typical or (is_below_gap and is_lone) or self._is_sum(line)
        if not _LETTERS.search(text) or self._typical < 2 or len(line.filled) * 2 > self._typical:  # noqa: PLR2004  # one is all
            return False
        if is_lone and 1 not in self._filled:
            return is_below_gap or self._is_unlike(column, text)
        return is_below_gap and self._is_unlike(column, text)

    def _is_sum(self, line: _Line) -> bool:
        """Return whether the line is one word for a sum and figures."""
        label, *others = [line.cells[number] for number in line.filled]
        return bool(_ONLY_SUM.fullmatch(label)) and bool(others) and all(_FIGURE.search(cell) for cell in others)

    def _is_unlike(self, column: int, text: str) -> bool:
        """Return whether the column holds figures where this is text, or far fewer words than this has."""
        above = [cell for cell in self._above(column) if cell]
        words = len(text.split())
        return not any(map(_LETTERS.search, above)) or (
            words >= SENTENCE and words > WORDIER * max((len(cell.split()) for cell in above), default=0))

    def _above(self, column: int) -> Sequence[str]:
        columns = self._sheet.columns
        return _cells(columns[column], self._begin, self._first) if column < len(columns) else ()


def _speaks(text: str) -> bool:
    return bool(text) and (_WORDS.match(text) is not None or _ONLY_SUM.fullmatch(text) is not None)


def _last_lines(sheet: Sheet, first: int) -> list[_Line]:
    """Return the last records and the lines set apart among and below them, in the order of the file."""
    records = zip(*(_cells(column, first, sheet.height) for column in sheet.columns), strict=True)
    rows = sheet.rows[first:].tolist()
    lines = [_Line(row, place, cells) for place, (row, cells) in enumerate(zip(rows, records, strict=True), start=first)]
    apart = [_Line(one.row, None, _split(one.text, sheet.provenance.delimiter or ",", sheet.provenance.quoting))
             for one in sheet.quarantine[-MOST_LINES:] if one.row > sheet.rows[first - 1]]
    return sorted([*lines, *apart], key=lambda line: line.row)


def _split(text: str, delimiter: str, quoting: Quoting) -> Cells:
    if len(text) > LONGEST_TEXT:
        return ("1",)   # as a record: nothing that a footer is known by
    records = split_lines([text.replace("\r", " ").replace("\n", " ")], delimiter, quoting)
    return tuple(cell.strip()[:LONGEST] for record in records for cell in record)


def _filled_cells(sheet: Sheet, begin: int, end: int) -> list[int]:
    """Return how many cells of each record hold something."""
    cells = (column.values.slice(begin, end - begin).combine_chunks() for column in sheet.columns)
    filled = np.zeros(end - begin, np.int64)
    for blank in each(cells, blank_mask):
        filled += ~blank
    return filled.tolist()


def _cells(column: Column, begin: int, end: int) -> list[str]:
    import pyarrow.compute as pc

    short = pc.utf8_slice_codeunits(column.values.slice(begin, end - begin), 0, LONGEST)
    return [cell.strip() for cell in short.to_pylist()]
