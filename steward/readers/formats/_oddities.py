"""What was noticed while a text file was read: odd signs, changes of encoding, stray quotation marks, swallowed rows."""

import codecs
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.readers.formats._encodings import MIXED
from steward.readers.formats._placing import Placed
from steward.readers.formats._start import Outcome
from steward.table.sheet import Oddity
from steward.table.text import flat_bytes
from steward.vocabulary.positions import Positions
from steward.vocabulary.recipe import ImportStep

MANY_LINE_BREAKS = 50
_NUL_TAIL = 16          # NUL bytes at the end are told by themselves
_MOSTLY = 0.9
_SINGLE_QUOTE = 0x27
_LOOK_AT = 1_000        # records that are looked at for another way of quoting
_FEWEST_CELLS = 3


def oddities(outcome: Outcome, step: ImportStep) -> Iterator[Oddity]:
    """Yield one oddity for each kind that was noticed, with the lines, and the rows where the lines are records."""
    yield from _of_header(outcome)
    yield from _of_bytes(outcome, step)
    if outcome.start.cuts is None:
        yield from _of_quotes(outcome, step)
    yield from _of_breaks(outcome)


def _of_header(outcome: Outcome) -> Iterator[Oddity]:
    layout = outcome.start.layout
    rows = Positions(layout.header_rows)
    if outcome.start.has_hint and 1 in layout.title_rows:
        yield Oddity(kind="delimiter-hint", count=1, rows=Positions([1]), lines=Positions([1]))
    if any(layout.beyond):
        yield Oddity(kind="long-header", count=len(layout.beyond), rows=rows)
    elif layout.beyond:
        yield Oddity(kind="blank-header-cells", count=len(layout.beyond), rows=rows)
    if layout.unnamed and any(_holds_text(column) for column in outcome.placed.columns[-layout.unnamed:]):
        yield Oddity(kind="short-header", count=layout.unnamed, rows=rows)
    if layout.is_doubtful:
        yield Oddity(kind="header-like-record", count=1, rows=rows)


def _holds_text(pieces: list[pa.Array]) -> bool:
    import pyarrow.compute as pc

    return any(pc.any(pc.greater(pc.binary_length(piece), 0)).as_py() for piece in pieces)


def _of_bytes(outcome: Outcome, step: ImportStep) -> Iterator[Oddity]:
    scanned, kinds, encoding = outcome.scan, outcome.scan.by_line, outcome.start.encoding
    tail = scanned.nul_tail if scanned.nul_tail >= _NUL_TAIL else 0
    if scanned.nul_bytes > tail:
        yield _at(outcome, "nul-byte", scanned.nul_bytes - tail, scanned.nul_lines)
    if tail:
        yield _at(outcome, "nul-tail", tail, (scanned.tally.lines,))
    if kinds.undefined and encoding in ("cp1252", MIXED):
        yield _at(outcome, "undefined-byte", kinds.undefined, kinds.undefined_lines)
    if kinds.changes and encoding in ("cp1252", MIXED):
        yield Oddity(kind="second-encoding", count=kinds.changes, lines=Positions(kinds.change_lines))
    elif encoding == "cp1252" and step.encoding is None and kinds.other_lines:
        yield _at(outcome, "assumed-encoding", kinds.other_lines, kinds.first_others)
    if kinds.halves:
        yield _at(outcome, "half-character", kinds.halves, kinds.half_lines)
    if outcome.start.mark > len(codecs.BOM_UTF8):
        yield Oddity(kind="further-mark", count=1)
    if (row := _end_sign(outcome)) is not None:
        yield _at(outcome, "end-sign", 1, (row,))
    if scanned.mark_lines:
        yield _at(outcome, "inner-mark", len(scanned.mark_lines), scanned.mark_lines)


def _end_sign(outcome: Outcome) -> int | None:
    """Return the line of a last row that is nothing but the sign with which DOS ended a text; None where there is none."""
    placed = outcome.placed
    apart = placed.quarantine[-1] if placed.quarantine else None
    if apart is not None and apart.line is not None and _is_end_sign(apart.text) and apart.line == placed.all_lines[-1]:
        return apart.line
    if len(placed.columns) != 1 or not len(placed.lines) or placed.lines[-1] != placed.all_lines[-1]:
        return None
    last = placed.columns[0][-1]
    return int(placed.lines[-1]) if len(last) and _is_end_sign(last[-1].as_py()) else None


def _is_end_sign(text: str) -> bool:
    return text.strip() != "" and not text.strip(" \t\r\n\x1a")


def _of_quotes(outcome: Outcome, step: ImportStep) -> Iterator[Oddity]:
    quotes, quoting = outcome.scan.quotes, outcome.start.quoting
    if step.quoting is None:
        yield from (Oddity(kind=kind, count=1) for kind, is_so in (("backslash-quoting", quoting.escapes),
                                                                   ("blank-quoting", quoting.skips_blanks)) if is_so)
    for kind, strays, is_read in (("escaped-quote", quotes.escaped, quoting.escapes),
                                  ("spaced-quote", quotes.spaced, quoting.skips_blanks), ("stray-quote", quotes.plain, False)):
        if strays.count and not is_read:
            yield _at(outcome, kind, strays.count, strays.lines)
    quoted = [column for column in outcome.placed.columns if _is_single_quoted(column)]
    if quoted:
        yield Oddity(kind="single-quotes", count=len(quoted))


def _is_single_quoted(pieces: list[pa.Array]) -> bool:
    if not pieces or not (flat_bytes(pieces[0].slice(0, _LOOK_AT)) == _SINGLE_QUOTE).any():
        return False
    cells = [cell for cell in pieces[0].slice(0, _LOOK_AT).to_pylist() if cell]
    quoted = sum(len(cell) > 1 and cell[0] == cell[-1] == "'" for cell in cells)
    return bool(quoted >= max(_FEWEST_CELLS, _MOSTLY * len(cells)))


def _of_breaks(outcome: Outcome) -> Iterator[Oddity]:
    placed = outcome.placed
    long = np.flatnonzero(placed.breaks > MANY_LINE_BREAKS)
    if len(long):
        yield _of_records(placed, "many-line-breaks", long)
    torn = outcome.records.torn
    if len(torn := torn[torn < len(placed.rows)]):
        yield _of_records(placed, "cut-word", torn)
    if len(placed.swallowed):
        yield _of_records(placed, "swallowed-row", placed.swallowed)


def _of_records(placed: Placed, kind: str, places: npt.NDArray[np.int64]) -> Oddity:
    return Oddity(kind=kind, count=len(places), rows=Positions(placed.rows[places].tolist()),
                  lines=Positions(placed.lines[places].tolist()))


def _at(outcome: Outcome, kind: str, count: int, lines: Iterable[int]) -> Oddity:
    """Return an oddity on physical lines, with the rows of the records that reach over them, titles and header too."""
    numbers = np.array(list(lines), np.int64)
    rows = outcome.placed.rows_at(numbers)
    start = outcome.start
    ends = np.array([record.end_line for record in start.above], np.int64)
    rows = np.where(rows > 0, rows, np.searchsorted(ends, numbers, side="left") + 1 + start.passed.rows)
    rows, numbers = (values[numbers > start.passed.lines] for values in (rows, numbers))    # the others are left out
    return Oddity(kind=kind, count=count, rows=Positions(np.unique(rows).tolist()), lines=Positions(numbers.tolist()))
