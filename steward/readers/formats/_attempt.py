"""One way of reading a text file from its first byte to the proof that all its lines are accounted for."""

import codecs
from concurrent.futures import Executor, Future
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pyarrow as pa

from steward.readers.errors import (
    encoding_unfit,
    encoding_unread,
    file_damaged,
    file_empty,
    lines_unaccounted,
    no_header,
    quote_unclosed,
    region_empty,
    row_without_end,
    too_many_columns,
    two_files_in_one,
)
from steward.readers.format import Peek
from steward.readers.formats._cut_lines import cut_first, cut_records, pass_lines, shared_blanks
from steward.readers.formats._dialect import Record, declared_delimiter, find_delimiter, first_records
from steward.readers.formats._encodings import (
    ENCODINGS,
    MIXED,
    UTF8,
    UTF16,
    decoder,
    encoding_by_mark,
    mark_length,
    unread_encoding,
)
from steward.readers.formats._find_quoting import find_quoting
from steward.readers.formats._line_encodings import line_encodings
from steward.readers.formats._passed_rows import Passed, pass_rows
from steward.readers.formats._placing import BLANK, Above, Placed, empty_lines_told, place
from steward.readers.formats._quotes import last_lines, line_of_open_quote, open_quote
from steward.readers.formats._records import BLOCK_BYTES, Records, breaks_in, no_records, read_records
from steward.readers.formats._scan import Scan, scan
from steward.readers.formats._slow_records import read_slowly
from steward.readers.formats._start import Look, Outcome, Signs, Start
from steward.readers.formats._stream import Utf8Stream, physical_lines, text_behind
from steward.readers.header import SAMPLE_RECORDS, Layout, find_layout
from steward.readers.limits import MEGABYTE
from steward.vocabulary.errors import InputUnreadable
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep

_HEAD_BYTES = 1 << 22
UNUSED = "\x1f"           # what divides the cells of a text that is cut: nothing
_FAR_ROWS = 1_000               # above a region; where there are more, they are passed over
_SHORT_TEXT = 1 << 16
_SHORT_FILE = 1 << 20
_LARGEST_BLOCK = 1 << 30
_MANY_COLUMNS, _MOST_BLOCKS = 256, 16
_RAGGED_BLOCK = 1 << 15     # the parser goes through a block anew for records that do not fit: 2.4 s at 1 MB, 0.5 s so
_RAGGED_SHARE = 0.2
_MOST_COLUMNS = 50_000      # pyarrow takes nine kilobytes for each before it reads anything; Excel has 16,384


class Attempt:
    """Reads one file the way its step says; takes the scan's word over its own guess of the encoding."""

    def __init__(self, peek: Peek, step: ImportStep, progress: Progress, *, in_files: bool = False) -> None:
        """Prepare to read; `in_files` lets the columns of a large table be written into files as they come.

        Raises: EncodingUnfit if the step names an encoding that is not read.
        """
        if step.encoding is not None and step.encoding not in ENCODINGS:
            raise encoding_unfit(peek.name, step.encoding)
        self._peek, self._step, self._progress, self._in_files = peek, step, progress, in_files

    def read(self, pool: Executor) -> Outcome:
        """Return the file as read; a thread of the pool scans it meanwhile. Raises: InputUnreadable subclasses."""
        head, guess = self._first_look()
        try:
            return self._read_as(guess, head, pool)
        except _OtherEncoding as other:
            return self._read_as(other.encoding, head, pool)
        except UnicodeDecodeError:  # it holds bytes of the file
            raise self._unfit(guess, scan(self._peek.path, head, ",", self._step.encoding)) from None

    def look(self, count: int) -> "Look":
        """Return the beginning as it would be read; of a short file every record. Raises: InputUnreadable subclasses."""
        head, guess = self._first_look()
        is_whole = len(head) == self._peek.size_bytes
        is_short = is_whole and len(head) <= _SHORT_FILE
        if is_short and (line := scan(self._peek.path, head, ",", self._step.encoding).other_part_line):
            raise two_files_in_one(self._peek.name, line)
        try:
            start = self._begin(guess, head)
            text = decoder(guess)(head[start.mark:], is_whole)
        except UnicodeDecodeError:  # it holds bytes of the file
            raise self._unfit(guess, scan(self._peek.path, head, ",", self._step.encoding)) from None
        count = SAMPLE_RECORDS if self._is_far else count
        signs = Signs(start.delimiter, start.quoting, start.cuts)
        records = _first(text, signs, len(text) + 1 if is_short else count, is_whole=is_whole)
        far = self._sample(text, start.passed, signs, (guess, start.mark), SAMPLE_RECORDS)
        return Look(start, records, head, is_short, far if start.passed.rows else [])

    def _read_as(self, encoding: str, head: bytes, pool: Executor) -> Outcome:
        start = self._begin(encoding, head)
        scanning = pool.submit(scan, self._peek.path, head, start.delimiter or UNUSED, self._step.encoding)
        records, tail = self._quick_records(start, scanning) or (None, b"")
        scanned = scanning.result()
        self._agree(encoding, scanned)
        if records is None:
            records, tail = self._slow_records(start)
        above = Above(rows=start.rows_above, lines=start.end_line, last_row=self._region[1])
        placed = place(records, start.delimiter, above, start.quoting)
        self._prove_closed(start, placed, tail, scanned.tally.lines)
        told = empty_lines_told(placed, lambda: physical_lines(self._peek.path, start.encoding, start.mark))
        outcome = Outcome(start=start, scan=scanned, records=records, placed=told)
        if outcome.account.missing or placed.end_line != scanned.tally.lines:
            raise lines_unaccounted(self._peek.name, abs(scanned.tally.lines - placed.end_line))
        if not (len(placed.rows) or placed.quarantine or start.layout.header_rows):
            raise file_empty(self._peek.name) if self._step.region is None else self._no_rows()
        return outcome

    def _first_look(self) -> tuple[bytes, str]:
        """Return the first bytes, and the encoding that they show."""
        head = _head(self._peek.path, _HEAD_BYTES)
        if self._step.encoding is None and (unread := unread_encoding(head)):
            raise encoding_unread(self._peek.name, unread)
        return head, self._step.encoding or _guess(head, is_whole=len(head) == self._peek.size_bytes)

    @property
    def _region(self) -> tuple[int, int]:
        """Return the first row that is wanted, from 1 on, and the last one, 0 for the end."""
        region = self._step.region
        return (1, 0) if region is None else (max(1, region[0]), region[2])

    @property
    def _is_far(self) -> bool:
        return self._region[0] > _FAR_ROWS and self._peek.size_bytes > _SHORT_FILE

    def _agree(self, encoding: str, scanned: Scan) -> None:
        if scanned.other_part_line is not None:
            raise two_files_in_one(self._peek.name, scanned.other_part_line)
        if self._step.encoding is None and scanned.encoding != encoding:
            raise _OtherEncoding(scanned.encoding)
        if encoding in UTF8 and scanned.encoding not in UTF8:
            raise self._unfit(encoding, scanned)

    def _unfit(self, encoding: str, scanned: Scan) -> Exception:
        if scanned.other_part_line is not None:
            return two_files_in_one(self._peek.name, scanned.other_part_line)
        return encoding_unfit(self._peek.name, encoding, scanned.unfit_line)

    def _no_rows(self) -> Exception:
        return region_empty(self._peek.name, self._region[0])

    def _begin(self, encoding: str, head: bytes) -> Start:
        mark, is_whole = mark_length(head), len(head) == self._peek.size_bytes
        text = decoder(encoding)(head[mark:], is_whole)
        signs = self._signs(text, encoding, mark, is_whole=is_whole)
        (first_row, last_row), wanted = self._region, self._step.header_rows or ()
        passed = self._passed(encoding, mark, signs) if self._is_far else Passed()
        most = first_row - 1 - passed.rows + max(SAMPLE_RECORDS, *(row - passed.rows for row in wanted or (0,)))
        sample = self._sample(text, passed, signs, (encoding, mark), most)
        if not sample and not is_whole and not passed.rows:
            raise self._diagnosis(encoding, mark, signs, head)
        is_short = is_whole and len(sample) < SAMPLE_RECORDS
        if is_short and not any(cell.strip(BLANK) for record in sample for cell in record.cells):
            raise file_empty(self._peek.name)
        within = first_row - passed.rows    # the region's first row among those of the sample
        if within > max(1, len(sample)) or (passed.rows and not sample) or 0 < last_row < first_row:
            raise self._no_rows()
        has_hint = first_row == 1 and len(sample) > 1 and signs.cuts is None and declared_delimiter(text) is not None
        wanted_records = sample[within - 1:last_row - passed.rows if last_row else None]
        layout = self._layout(wanted_records, first_row, has_hint=has_hint)
        self._bear_columns(sample, len(layout.labels))
        first_record = max(layout.first_row, first_row) - passed.rows
        return Start(encoding=encoding, mark=mark, delimiter=signs.delimiter, quoting=signs.quoting, cuts=signs.cuts,
                     layout=layout, first_row=first_row, has_hint=has_hint, has_nul="\0" in text, passed=passed,
                     is_ragged=_is_ragged(sample[layout.first_row - passed.rows - 1:], len(layout.labels)),
                     above=tuple(sample[:first_record - 1]))

    def _passed(self, encoding: str, mark: int, signs: Signs) -> Passed:
        """Return what the rows above the region take, none of which is kept."""
        lines = physical_lines(self._peek.path, encoding, mark)
        above = self._region[0] - 1
        passed = pass_rows(lines, above, signs.delimiter, signs.quoting) if signs.cuts is None else pass_lines(lines, above)
        if passed.rows < self._region[0] - 1:
            raise self._no_rows()
        return passed

    def _sample(self, text: str, passed: Passed, signs: Signs, source: tuple[str, int], most: int) -> list[Record]:
        """Return the first records behind the rows that were passed over; `text` is the beginning of the file."""
        if not passed.rows:
            return _first(text, signs, most, is_whole=self._peek.size_bytes <= _HEAD_BYTES)
        text, is_whole = text_behind(self._peek.path, *source, passed.bytes, _HEAD_BYTES)
        return [replace(record, end_line=record.end_line + passed.lines, end_byte=record.end_byte + passed.bytes)
                for record in _first(text, signs, most, is_whole=is_whole)]

    def _signs(self, text: str, encoding: str, mark: int, *, is_whole: bool) -> Signs:
        """Return what divides the cells, and how quotation marks are written."""
        if (cuts := self._step.cuts) is not None:
            return Signs("", Quoting.DOUBLED, cuts or shared_blanks(self._peek.path, encoding, mark))
        said, suffix = self._step, self._peek.path.suffix
        quoting = said.quoting or Quoting.DOUBLED
        delimiter = said.delimiter or _find_delimiter(text, suffix, quoting, is_whole=is_whole)
        if said.quoting is None and (quoting := find_quoting(text, delimiter, is_whole=is_whole)) is not Quoting.DOUBLED:
            delimiter = said.delimiter or _find_delimiter(text, suffix, quoting, is_whole=is_whole)
        return Signs(delimiter, quoting, None)

    def _bear_columns(self, sample: list[Record], width: int) -> None:
        if width > _MOST_COLUMNS:
            widest = next(row for row, record in enumerate(sample) if len(record.cells) > _MOST_COLUMNS)
            line = 1 + (sample[widest - 1].end_line if widest else 0)
            raise too_many_columns(self._peek.name, line, len(sample[widest].cells), _MOST_COLUMNS)

    def _layout(self, sample: list[Record], first_row: int, *, has_hint: bool) -> Layout:
        """Return where the table begins in the region; rows are those of the whole file."""
        wanted = self._step.header_rows
        if wanted and min(wanted) < first_row:
            raise no_header(self._peek.name, min(wanted))
        passed = first_row if has_hint and 1 not in (wanted or ()) else first_row - 1
        inside = None if wanted is None else tuple(row - passed for row in wanted)
        try:
            layout = find_layout([record.cells for record in sample[passed - first_row + 1:]], inside).moved(passed)
            return layout if passed < first_row else replace(layout, title_rows=(first_row, *layout.title_rows))
        except IndexError:
            raise no_header(self._peek.name, max(wanted or (0,))) from None

    def _records(self, start: Start) -> tuple[Records, bytes]:
        block_bytes = first = _block_bytes(start)
        while True:
            try:
                return self._records_by(start, block_bytes)
            except pa.ArrowInvalid:  # its text may hold a cell
                if block_bytes > min(_LARGEST_BLOCK, self._peek.size_bytes * 3):
                    raise file_damaged(self._peek.name) from None
                if block_bytes == first and (line := self._open_line(start)):
                    raise quote_unclosed(self._peek.name, line) from None
                block_bytes *= 16

    def _quick_records(self, start: Start, scanning: Future[Scan]) -> tuple[Records, bytes] | None:
        """Return the records as pyarrow gives them, or None where there are NUL bytes or quoting that it cannot bear."""
        if start.has_nul or start.quoting is not Quoting.DOUBLED or start.cuts is not None:
            return None
        try:
            found = self._records(start)
        except (InputUnreadable, UnicodeDecodeError):
            if not scanning.result().nul_bytes:
                raise
            return None
        return None if scanning.result().nul_bytes else found

    def _slow_records(self, start: Start) -> tuple[Records, bytes]:
        lines = islice(physical_lines(self._peek.path, start.encoding, start.mark), start.end_line, None)
        if start.cuts is not None:
            return cut_records(lines, start.cuts, lambda: self._progress.report(0.9, say("Reading the rows."))), b""
        return read_slowly(lines, len(start.layout.labels), start.delimiter,
                           lambda: self._progress.report(0.9, say("Reading the rows.")), start.quoting)

    def _records_by(self, start: Start, block_bytes: int) -> tuple[Records, bytes]:
        stream = Utf8Stream(self._peek.path, start.encoding, start.mark)
        try:
            stream.skip(start.end_byte)
            if not stream.begin():
                return no_records(len(start.layout.labels)), b""
            records = read_records(stream, len(start.layout.labels), start.delimiter, block_bytes, lambda: self._tell(stream),
                                   in_files=self._in_files)
            return records, stream.tail
        finally:
            stream.close()

    def _tell(self, stream: Utf8Stream) -> None:
        share = stream.read_bytes / max(1, self._peek.size_bytes)
        self._progress.report(min(1.0, share) * 0.9, say("Reading the rows."))

    def _prove_closed(self, start: Start, placed: Placed, tail: bytes, lines: int) -> None:
        if start.cuts is not None:
            return
        if not tail and start.above and (line := self._open_line(start)):
            raise quote_unclosed(self._peek.name, line)     # in the last row above the table, which has no records
        if b'"' not in tail:
            return
        last = last_lines(tail, lines - (placed.end_line - placed.last_breaks) + 1)
        if open_quote(last, start.delimiter, start.quoting) is None:
            return
        line = self._open_line(start) or placed.end_line - breaks_in(last)
        raise quote_unclosed(self._peek.name, line)

    def _open_line(self, start: Start) -> int | None:
        return line_of_open_quote(self._peek.path, start.encoding, start.mark, start.delimiter, start.quoting)

    def _diagnosis(self, encoding: str, mark: int, signs: Signs, head: bytes) -> Exception:
        line = line_of_open_quote(self._peek.path, encoding, mark, *signs[:2]) if b'"' in head and signs.cuts is None else None
        return quote_unclosed(self._peek.name, line) if line else row_without_end(self._peek.name, len(head) // MEGABYTE)


def _first(text: str, signs: Signs, count: int, *, is_whole: bool) -> list[Record]:
    if signs.cuts is not None:
        return cut_first(text, signs.cuts, count, is_whole=is_whole)
    return first_records(text, signs.delimiter, count, is_whole=is_whole, quoting=signs.quoting)


def _is_ragged(records: list[Record], width: int) -> bool:
    return sum(len(record.cells) != width for record in records) > _RAGGED_SHARE * len(records)


class _OtherEncoding(Exception):
    """The whole file shows another encoding than its beginning."""

    def __init__(self, encoding: str) -> None:
        super().__init__(encoding)
        self.encoding = encoding


def _find_delimiter(text: str, suffix: str, quoting: Quoting, *, is_whole: bool) -> str:
    """Return the delimiter that the first lines show; all of the text is looked at only where they are too long."""
    short = text[:_SHORT_TEXT]
    if "\n" in short or "\r" in short:
        return find_delimiter(short, suffix, is_whole=is_whole and len(short) == len(text), quoting=quoting)
    return find_delimiter(text, suffix, is_whole=is_whole, quoting=quoting)


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(size)


def _guess(head: bytes, *, is_whole: bool) -> str:
    """Return the encoding that the first bytes show; the scan of the whole file may tell another."""
    marked = encoding_by_mark(head)
    if marked in UTF16:
        return str(marked)
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(head, is_whole)
    except UnicodeDecodeError:
        return MIXED if line_encodings([head], is_cp1252=False).utf8_lines else "cp1252"
    return marked or "utf-8"


def _block_bytes(start: Start) -> int:
    """Return how much is parsed at once: more where there are many columns, each of which has a price in every block."""
    wider = min(len(start.layout.labels) // _MANY_COLUMNS, _MOST_BLOCKS)
    return _RAGGED_BLOCK if start.is_ragged else BLOCK_BYTES * max(1, wider)
