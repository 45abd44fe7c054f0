"""Reads the records of a UTF-8 stream exactly as csv.reader would, at the speed of pyarrow, with the lines each one takes.

Context: no quick reader keeps all text and tells physical lines (measured on 26 dirty files); csv.reader does, but slowly.
Decision: pyarrow on one thread with a handler that keeps records of another length; a record's physical lines are one more
than the line breaks inside it. A second thread counts and keeps what the parser gave, while that goes on (at 1M x 12 it has
half as much to do). Refused: parsing with threads (the handler then gets no record numbers).
"""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv as pcsv

from steward.readers.formats._column_files import MOST_COLUMNS, ColumnFiles
from steward.readers.formats._lines import FEED, RETURN
from steward.readers.formats._spill import Batches
from steward.readers.formats._stream import Utf8Stream
from steward.readers.formats._swallowed import swallowers

BLOCK_BYTES = 1 << 20
_FIRST_PLAIN = 14  # tab, \n and \r lie below
_MOST_WAITING = 3  # batches that are parsed and not yet kept
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ragged:
    """One record that has another number of cells than the table has columns."""

    number: int   # 1-based, counting all records of the stream
    cells: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All records of a stream.

    Shape: `columns` holds for each column its pieces; `breaks` has for each accepted record the line breaks inside it.
    """

    columns: list[list[Any]]
    breaks: Numbers
    feeds_inside: int     # of the line breaks inside cells: \\n alone
    returns_inside: int   # \\r alone
    ragged: tuple[Ragged, ...]
    blank: Numbers        # 0-based, which of the accepted records hold no text at all; they are not in the columns
    swallowed: Numbers    # 0-based, which records of the columns seem to go on into the next one
    torn: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))    # 0-based, which of these were cut within a word


@dataclass(slots=True)
class _Gathered:
    batches: Batches | ColumnFiles
    delimiter: str
    blank: list[Numbers] = field(default_factory=list)
    height: int = 0
    breaks: list[Numbers] = field(default_factory=list)
    feeds: int = 0
    returns: int = 0
    ragged: list[Ragged] = field(default_factory=list)
    swallowed: list[Numbers] = field(default_factory=list)
    kept: int = 0

    def set_aside(self, row: pcsv.InvalidRow) -> str:
        self.ragged.append(Ragged(number=row.number, cells=row.actual_columns, text=row.text))
        return "skip"

    def add(self, batch: pa.RecordBatch) -> None:
        breaks, swallowed = np.zeros(batch.num_rows, np.int64), list[int]()
        for before, values in enumerate(batch.columns):
            inside = line_breaks(values)
            if inside is not None:
                breaks += inside.per_value
                self.feeds += inside.feeds
                self.returns += inside.returns
                swallowed += swallowers(values, inside.per_value, before, batch.num_columns, self.delimiter)
        self.breaks.append(breaks)
        places = _blank_places(batch)
        self.blank.append(places + self.height)
        self.height += batch.num_rows
        self._keep(_without(batch, places) if len(places) else batch, _passing(swallowed, places))

    def _keep(self, batch: pa.RecordBatch, swallowed: Numbers) -> None:
        self.swallowed.append(swallowed + self.kept)
        self.kept += batch.num_rows
        self.batches.add(batch)

    def records(self, width: int) -> Records:
        nothing = np.zeros(0, np.int64)
        return Records(columns=list(self.batches.columns(width)), breaks=np.concatenate([nothing, *self.breaks]),
                       feeds_inside=self.feeds, returns_inside=self.returns, ragged=tuple(self.ragged),
                       blank=np.concatenate([nothing, *self.blank]), swallowed=np.concatenate([nothing, *self.swallowed]))


def read_records(stream: Utf8Stream, width: int, delimiter: str, block_bytes: int, watch: Callable[[], object], *,
                 in_files: bool = False) -> Records:
    """Return all records that remain in the stream. Raises: pyarrow.ArrowInvalid if one is longer than a block, Trouble.

    The stream must not be at its end. `watch` is called after each block and may raise. `in_files` says that the columns of a
    large table may be written into files as they come.
    """
    gathered = _Gathered(ColumnFiles() if in_files and width <= MOST_COLUMNS else Batches(), delimiter)
    try:
        _add_all(gathered, _open(stream, width, delimiter, block_bytes, gathered), watch)
        return gathered.records(width)
    finally:
        gathered.batches.close()


def _add_all(gathered: _Gathered, batches: Iterable[pa.RecordBatch], watch: Callable[[], object]) -> None:
    """Add the batches in their order in a thread, while this one parses on. Raises: what either of them raises."""
    waiting = deque[Future[None]]()
    with ThreadPoolExecutor(1) as pool:
        for batch in batches:
            waiting.append(pool.submit(gathered.add, batch))
            if len(waiting) > _MOST_WAITING:
                waiting.popleft().result()
            watch()
        for added in waiting:
            added.result()


def no_records(width: int) -> Records:
    """Return the records of an empty stream."""
    nothing = np.zeros(0, np.int64)
    return Records(columns=[[] for _ in range(width)], breaks=nothing, feeds_inside=0, returns_inside=0, ragged=(),
                   blank=nothing, swallowed=nothing)


def _open(stream: Utf8Stream, width: int, delimiter: str, block_bytes: int, gathered: _Gathered) -> pcsv.CSVStreamingReader:
    names = [f"c{number}" for number in range(width)]
    return pcsv.open_csv(
        pa.PythonFile(stream, mode="r"),
        read_options=pcsv.ReadOptions(use_threads=False, block_size=block_bytes, column_names=names),
        parse_options=pcsv.ParseOptions(delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False,
                                        invalid_row_handler=gathered.set_aside),
        convert_options=pcsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False,
                                            check_utf8=False))  # the stream is made of text, and the scan has proven it


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """Line breaks inside the values of one array."""

    per_value: Numbers
    feeds: int
    returns: int


def line_breaks(values: pa.Array) -> Breaks | None:
    r"""Return how many line breaks each text holds (\\n, \\r, \\r\\n count one), or None if none holds any."""
    _, offsets_buffer, text_buffer = values.buffers()
    if text_buffer is None:
        return None
    offsets = np.frombuffer(offsets_buffer, np.int32)[values.offset:values.offset + len(values) + 1]
    text = np.frombuffer(text_buffer, np.uint8)[offsets[0]:offsets[-1]]
    if len(text) == 0 or text.min() >= _FIRST_PLAIN:     # one fast look; most columns hold no control character at all
        return None
    places = np.flatnonzero(text < _FIRST_PLAIN)
    codes = text[places]
    places = places[(codes == FEED) | (codes == RETURN)]
    return _breaks_at(places, text, offsets - offsets[0]) if len(places) else None


def _breaks_at(places: Numbers, text: npt.NDArray[np.uint8], offsets: npt.NDArray[np.int32]) -> Breaks:
    owners = np.searchsorted(offsets, places, side="right") - 1
    is_feed = text[places] == FEED
    follows = np.zeros(len(places), bool)
    follows[1:] = is_feed[1:] & ~is_feed[:-1] & (np.diff(places) == 1) & (np.diff(owners) == 0)
    pairs = int(follows.sum())
    per_value = np.bincount(owners[~follows], minlength=len(offsets) - 1)
    feeds = int(is_feed.sum()) - pairs
    return Breaks(per_value=per_value, feeds=feeds, returns=len(places) - 2 * pairs - feeds)


def _blank_places(batch: pa.RecordBatch) -> Numbers:
    places: Numbers | None = None
    for values in batch.columns:
        offsets = np.frombuffer(values.buffers()[1], np.int32)[values.offset:values.offset + len(values) + 1]
        if places is None:
            places = np.flatnonzero(offsets[1:] == offsets[:-1])
        else:
            places = places[offsets[places + 1] == offsets[places]]
        if len(places) == 0:
            break
    return np.zeros(0, np.int64) if places is None else places


def _passing(rows: list[int], places: Numbers) -> Numbers:
    """Return the rows, each once, as they are counted without those at some places."""
    found = np.unique(np.array(rows, np.int64))
    return found - np.searchsorted(places, found)


def _without(batch: pa.RecordBatch, places: Numbers) -> pa.RecordBatch:
    keep = np.ones(batch.num_rows, np.bool_)
    keep[places] = False
    return batch.filter(pa.array(keep))


def breaks_in(text: str) -> int:
    """Return how many line breaks a text holds."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")
