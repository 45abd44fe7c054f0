"""The one way a table is written: UTF-8 without byte order mark, minimal quoting, one line feed after each record.

Context: replaying a recipe must give the same bytes, and csv.writer takes seconds for a million rows. Decision: Arrow kernels
write whole batches; a cell is quoted where it holds a comma, a quote or a line break of either kind, and where it is the empty
only cell of its record (RFC 4180, and what csv.writer does with QUOTE_MINIMAL). Refused: pyarrow's own writer, which quotes
every cell of text.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

import pyarrow as pa

from steward.table.sheet import Sheet
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress

BATCH_ROWS = 50_000
BATCH_BYTES = 64 << 20
TO_QUOTE = '[",\r\n]'


def write_csv(sheet: Sheet, names: Sequence[str], stream: BinaryIO, progress: Progress) -> None:
    """Write the sheet's columns under these header names, in the sheet's order. Raises: Cancelled if the person stops it."""
    stream.write(_header(names))
    written = 0
    for columns in _batches(sheet):
        stream.write(_records(columns))
        written += len(columns[0])
        progress.report(written / sheet.height, say("Writing the table"))


def _header(names: Sequence[str]) -> bytes:
    return _records([pa.array([name], pa.string()) for name in names]) if names else b""


def _batches(sheet: Sheet) -> Iterator[list[pa.Array]]:
    if not sheet.columns:
        return
    table = pa.Table.from_arrays([column.values for column in sheet.columns], names=[str(n) for n in range(len(sheet.columns))])
    for batch in table.to_batches(max_chunksize=BATCH_ROWS):
        yield from _small(batch.columns)


def _small(columns: list[pa.Array]) -> Iterator[list[pa.Array]]:
    """Yield the batch in pieces that fit Arrow's 2 GB limit for text with room to spare."""
    height = len(columns[0])
    if height <= 1 or sum(column.nbytes for column in columns) <= BATCH_BYTES:
        yield columns
        return
    half = height // 2
    yield from _small([column.slice(0, half) for column in columns])
    yield from _small([column.slice(half) for column in columns])


def _records(columns: list[pa.Array]) -> bytes:
    import pyarrow.compute as pc

    quoted = [_quoted(column.cast(pa.large_string()), is_only=len(columns) == 1) for column in columns]
    ended = pc.binary_join_element_wise(*quoted, pa.scalar(",", pa.large_string())) if len(quoted) > 1 else quoted[0]
    everything = pa.LargeListArray.from_arrays(pa.array([0, len(ended)], pa.int64()), ended)
    joined: bytes = pc.binary_join(everything, pa.scalar("\n", pa.large_string()))[0].as_buffer().to_pybytes()
    return joined + b"\n"


def _quoted(cells: pa.Array, *, is_only: bool) -> pa.Array:
    import pyarrow.compute as pc

    wanting = pc.match_substring_regex(cells, TO_QUOTE)
    if is_only:
        wanting = pc.or_(wanting, pc.equal(pc.binary_length(cells), 0))
    if not pc.any(wanting).as_py():
        return cells
    mark = pa.scalar('"', pa.large_string())
    doubled = pc.replace_substring(cells, '"', '""')
    return pc.if_else(wanting, pc.binary_join_element_wise(mark, doubled, mark, pa.scalar("", pa.large_string())), cells)
