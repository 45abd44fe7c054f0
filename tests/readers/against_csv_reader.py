"""Holds what the reader of text files gives against what csv.reader says of the same text."""

from pathlib import Path

from steward.readers.errors import FileEmpty, QuoteUnclosed
from steward.readers.format import Reading
from steward.readers.formats.delimited import FORMAT
from steward.readers.limits import DEFAULT
from steward.readers.recognition import peek
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.readers.dirtier import Dirty
from tests.readers.dirty import expected
from tests.readers.opened import cells_of

BLANK = " \t\r\n\f\v\u00a0"


def is_blank(cells) -> bool:
    """Return whether no cell holds anything but blanks."""
    return not any(cell.strip(BLANK) for cell in cells)


def differences(path: Path, dirty: Dirty) -> list[str]:
    """Return in what the reading of a file differs from csv.reader's; none where both agree, on an unclosed quote too."""
    path.write_bytes(dirty.content)
    truth = expected(dirty.text, dirty.delimiter, dirty.quoting)
    step = ImportStep(delimiter=dirty.delimiter, header_rows=(), encoding=dirty.encoding, quoting=dirty.quoting)
    try:
        reading = FORMAT.read(peek(path), step, DEFAULT, Silence())
    except QuoteUnclosed:
        return [] if truth.is_open else ["a quotation mark is said to be open"]
    except FileEmpty:
        return [] if all(is_blank(cells) for _, cells in truth.records) else ["the file is said to be empty"]
    return [name for name, (ours, theirs) in _compared(reading, truth).items() if ours != theirs]


def _compared(reading: Reading, truth) -> dict[str, tuple[object, object]]:
    width, account = len(reading.labels), reading.account
    numbered = [(row, line, tuple(cells)) for row, (line, cells) in enumerate(truth.records, start=1)]
    ends = [*(line for _, line, _ in numbered[1:]), truth.lines + 1]
    size_of = {row: end - line for (row, line, _), end in zip(numbered, ends, strict=True)}
    fitting = [record for record in numbered if len(record[2]) == width and any(record[2])]
    ragged = [(row, line, len(cells)) for row, line, cells in numbered if len(cells) != width and not is_blank(cells)]
    apart = {row for row, _, _ in ragged}
    table = {row for row, _, _ in fitting}
    blank = [row for row, _, _ in numbered if row not in apart | table]
    return {
        "open quote": (False, truth.is_open),
        "records": (list(zip(reading.rows.tolist(), reading.lines.tolist(), cells_of(reading), strict=True)), fitting),
        "set apart": ([(one.row, one.line, one.cells) for one in reading.quarantine], ragged),
        "blank rows": (list(reading.provenance.blank_rows), blank),
        "lines": (reading.provenance.physical_lines, truth.lines),
        "account": ((account.total, account.records, account.quarantined, account.blank, account.missing),
                    (truth.lines, sum(map(size_of.get, table)), sum(map(size_of.get, apart)), sum(map(size_of.get, blank)), 0)),
    }
