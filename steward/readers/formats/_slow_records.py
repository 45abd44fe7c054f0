"""Reads the records of a text by csv.reader itself: for the few files that pyarrow cannot read.

These hold NUL bytes, on which it loses its place (found by the fuzz test: where a block is cut after one, what it gives may
differ from one run to the next), or write quotation marks in another way than twice.
"""

from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np
import pyarrow as pa

from steward.readers.formats._records import Ragged, Records, breaks_in
from steward.readers.formats._swallowed import swallows
from steward.table.written import split_lines
from steward.vocabulary.quoting import Quoting

_PIECE = 20_000     # records that become one piece of each column


def read_slowly(lines: Iterator[str], width: int, delimiter: str, watch: Callable[[], object],
                quoting: Quoting = Quoting.DOUBLED) -> tuple[Records, bytes]:
    """Return the records of some physical lines, and the last record's text as UTF-8. `watch` is called now and then."""
    kept: list[str] = []
    reader = split_lines(_keeping(lines, kept), delimiter, quoting)
    pieces: list[list[pa.Array]] = [[] for _ in range(width)]
    breaks: list[int] = []
    blank: list[int] = []
    ragged: list[Ragged] = []
    swallowed: list[int] = []
    feeds, returns, number, text = 0, 0, 0, ""
    while taken := list(islice(_texts(reader, kept), _PIECE)):
        fitting = []
        for cells, text in taken:
            number += 1
            if len(cells) == width:
                if any(cells):
                    fitting.append(cells)
                else:
                    blank.append(len(breaks))
                breaks.append(breaks_in(_without_end(text)))
            else:
                ragged.append(Ragged(number=number, cells=len(cells), text=_without_end(text)))
        swallowed += _swallowers(fitting, sum(map(len, pieces[0])), width, delimiter)
        for place, piece in enumerate(pieces):
            piece.append(pa.array([cells[place] for cells in fitting], pa.string()))
        inside = "\0".join(cell for cells in fitting for cell in cells if "\n" in cell or "\r" in cell)
        feeds += inside.count("\n") - inside.count("\r\n")
        returns += inside.count("\r") - inside.count("\r\n")
        watch()
    return Records(columns=pieces, breaks=np.array(breaks, np.int64), feeds_inside=feeds, returns_inside=returns,
                   ragged=tuple(ragged), blank=np.array(blank, np.int64),
                   swallowed=np.array(swallowed, np.int64)), text.encode("utf-8")


def _swallowers(records: list[list[str]], first: int, width: int, delimiter: str) -> list[int]:
    """Return which of the records, counted on from `first`, have a cell that seems to go on into the next one."""
    return [place for place, cells in enumerate(records, first)
            if any(breaks_in(cell) and swallows(cell, delimiter, before, width) for before, cell in enumerate(cells))]


def _texts(reader: "Iterator[list[str]]", kept: list[str]) -> Iterator[tuple[list[str], str]]:
    for cells in reader:
        text = "".join(kept)
        kept.clear()
        yield cells or [""], text


def _keeping(lines: Iterator[str], kept: list[str]) -> Iterator[str]:
    for line in lines:
        kept.append(line)
        yield line


def _without_end(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text.removesuffix("\r")
