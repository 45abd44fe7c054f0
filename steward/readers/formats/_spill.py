"""Keeps the batches of a large table in a file of the moment instead of in memory, and gives them back from there.

Context: the parser gives the table in thousands of small batches, and the handover wants each column in one piece; until the
last batch they would all lie in memory, twice the size of the file. Decision: above a certain size they are written as they
come and mapped when all are there, so that the system may drop their pages. A small table stays in memory, which is quicker.
"""

import mmap
import tempfile
from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa

from steward.disk.trouble import plainly
from steward.readers.handover import PLACE

LARGE_BYTES = 256 << 20


class Batches:
    """Takes batches of one schema and gives them all back in their order."""

    def __init__(self, most_bytes: int = LARGE_BYTES) -> None:
        """Keep as many bytes in memory, and all that come later in a file."""
        self._kept: list[pa.RecordBatch] = []
        self._most, self._size = most_bytes, 0
        self._file: BinaryIO | None = None
        self._writer: pa.ipc.RecordBatchFileWriter | None = None

    def add(self, batch: pa.RecordBatch) -> None:
        """Take one more. Raises: Trouble where there is no room for it."""
        if self._size < self._most:
            self._size += batch.get_total_buffer_size()
            self._kept.append(batch)
            return
        with plainly(PLACE):
            self._open(batch.schema).write_batch(batch)

    def columns(self, width: int) -> list[list[pa.Array]]:
        """Return the pieces of each column; those that are in the file are mapped. Raises: Trouble. Called once."""
        pieces: list[list[pa.Array]] = [[] for _ in range(width)]
        with plainly(PLACE):
            for batch in (*self._kept, *self._mapped()):
                for column, values in zip(pieces, batch.columns, strict=True):
                    column.append(values)
        self._kept.clear()
        return pieces

    def close(self) -> None:
        """Let go of the file; what was given back from it stays."""
        if self._file is not None:
            self._file.close()

    def _open(self, schema: pa.Schema) -> "pa.ipc.RecordBatchFileWriter":
        if self._writer is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close(); its pages stay while they are mapped
            self._writer = pa.ipc.new_file(self._file, schema)
        return self._writer

    def _mapped(self) -> Iterator[pa.RecordBatch]:
        if self._writer is None or self._file is None:
            return
        self._writer.close()
        self._file.flush()
        mapped = pa.py_buffer(mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ))
        with pa.ipc.open_file(pa.BufferReader(mapped)) as file:
            for number in range(file.num_record_batches):
                yield file.get_batch(number)
