"""Reads a text whose columns are lined up without a sign between them: each physical line is cut at the same characters.

Decision: a cut gives each character of a line to exactly one cell, so nothing is lost but the blanks around a cell, which are
what fills its column up; a line that ends before a column gives it an empty cell. Quotation marks and other signs mean nothing.
Letters on both sides of a cut are told of.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa

from steward.readers.formats._dialect import Record
from steward.readers.formats._passed_rows import Passed
from steward.readers.formats._records import Numbers, Records
from steward.readers.formats._stream import physical_lines
from steward.table.lined_up import Cutting
from steward.table.text import mask_of

PIECE = 20_000      # lines that become one piece of each column
BLANKS = " "


def cut_first(text: str, cuts: Sequence[int], count: int, *, is_whole: bool) -> list[Record]:
    """Return the first lines of a text, cut; of a text that goes on (`is_whole` False) the last, cut one is left away."""
    lines = list(islice(io.StringIO(text, newline=""), count + 1))
    found, end = list[Record](), 0
    for number, line in enumerate(lines, start=1):
        end += len(line.encode("utf-8"))
        found.append(Record(cells=_cells(line.rstrip("\r\n"), cuts), end_line=number, end_byte=end))
    return found[:-1] if not is_whole and len(found) <= count else found[:count]


def _cells(line: str, cuts: Sequence[int]) -> tuple[str, ...]:
    edges = [0, *(cut - 1 for cut in cuts)]
    return tuple(line[begin:end].strip(BLANKS) for begin, end in zip(edges, [*edges[1:], None], strict=True))


def pass_lines(lines: Iterator[str], count: int) -> Passed:
    """Return what the first lines take, each of which is a row."""
    passed = Passed()
    for line in islice(lines, count):
        passed.rows += 1
        passed.bytes += len(line.encode("utf-8"))
    passed.lines = passed.rows
    return passed


def cut_records(lines: Iterator[str], cuts: Sequence[int], watch: Callable[[], object]) -> Records:
    """Return a record for each physical line. `watch` is called now and then."""
    columns: list[list[pa.Array]] = [[] for _ in range(len(cuts) + 1)]
    blank, torn, count, kept = list[Numbers](), list[Numbers](), 0, 0
    while taken := [line.rstrip("\r\n") for line in islice(lines, PIECE)]:
        cells = _cut(pa.array(taken, pa.string()), cuts)
        is_blank = np.logical_and.reduce([mask_of(_is_empty(values)) for values in cells])
        is_torn = _torn(pa.array(taken, pa.string()), cuts)
        for column, values in zip(columns, cells, strict=True):
            column.append(values.filter(pa.array(~is_blank)) if is_blank.any() else values)
        blank.append(np.flatnonzero(is_blank) + count)
        torn.append(np.flatnonzero(is_torn[~is_blank]) + kept)
        count, kept = count + len(taken), kept + int(np.count_nonzero(~is_blank))
        watch()
    nothing = np.zeros(0, np.int64)
    return Records(columns=columns, breaks=np.zeros(count, np.int64), feeds_inside=0, returns_inside=0, ragged=(),
                   blank=np.concatenate([nothing, *blank]), swallowed=nothing, torn=np.concatenate([nothing, *torn]))


def shared_blanks(path: Path, encoding: str, mark: int) -> tuple[int, ...]:
    """Return where all lines of a file have blanks, as places to cut. Raises: UnicodeDecodeError, OSError."""
    return _gathered(physical_lines(path, encoding, mark))


def shared_blanks_of(text: str) -> tuple[int, ...]:
    """Return the same for the beginning of a file; its last line may be cut off."""
    return _gathered(io.StringIO(text, newline=""))


def _gathered(lines: Iterable[str]) -> tuple[int, ...]:
    cutting, rest = Cutting(), iter(lines)
    while taken := [line.rstrip("\r\n") for line in islice(rest, PIECE)]:
        cutting.add(taken)
    return cutting.cuts()


def _cut(lines: pa.Array, cuts: Sequence[int]) -> list[pa.Array]:
    import pyarrow.compute as pc

    edges = [0, *(cut - 1 for cut in cuts)]
    return [pc.utf8_trim(pc.utf8_slice_codeunits(lines, begin, end), BLANKS)
            for begin, end in zip(edges, [*edges[1:], None], strict=True)]


def _is_empty(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.equal(pc.binary_length(values), 0)


def _torn(lines: pa.Array, cuts: Sequence[int]) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Return which lines have anything but a blank on both sides of a cut."""
    import pyarrow.compute as pc

    found = np.zeros(len(lines), np.bool_)
    for cut in cuts:
        if cut > 1:
            pair = pc.utf8_trim(pc.utf8_slice_codeunits(lines, cut - 2, cut), BLANKS)
            found |= mask_of(pc.equal(pc.utf8_length(pair), 2))
    return found
