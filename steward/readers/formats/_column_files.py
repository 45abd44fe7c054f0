"""Writes the columns of a large table into files as the parser gives them, and maps them when all is there.

Context: the parser gives thousands of small batches. Kept in memory until the last one they are as large as the file, and the
system spends more time on finding that memory than the parser on its work (measured at 1M x 12: 0.75 s in all against 0.28 s).
Decision: the text and the offsets of each column go to two files, just as the handover wants them, and the memory of a batch is
used again by the next one. A small table stays in memory; one of very many columns would need too many open files.
"""

import shutil
import tempfile
import weakref
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa

from steward.disk.mapping import mapped
from steward.disk.trouble import plainly
from steward.readers.handover import LARGEST_INT32, PLACE
from steward.readers.pieces import Lying, Pieces

SMALL_BYTES = 8 << 20
MOST_COLUMNS = 48           # two open files each


class ColumnFiles:
    """Takes batches of one schema and gives them all back, as one piece of each column where that can be."""

    def __init__(self, most_bytes: int = SMALL_BYTES, most_text: int = LARGEST_INT32) -> None:
        """Keep as many bytes in memory; a piece of a column ends before it has more bytes of text than offsets can count."""
        self._kept: list[pa.RecordBatch] = []
        self._most, self._most_text, self._size = most_bytes, most_text, 0
        self._files: list[_ColumnFile] = []
        self._folder: _Folder | None = None

    def add(self, batch: pa.RecordBatch) -> None:
        """Take one more. Raises: Trouble where there is no room for it."""
        self._size += batch.get_total_buffer_size()
        self._kept.append(batch)
        if self._size > self._most:
            with plainly(PLACE):
                self._write()

    def columns(self, width: int) -> list[Pieces]:
        """Return the pieces of each column; those that are in files are mapped. Raises: Trouble. Called once."""
        if not self._folder:
            pieces = [Pieces(batch.column(place) for batch in self._kept) for place in range(width)]
            self._kept.clear()
            return pieces
        with plainly(PLACE):
            self._write()
            self.close()
            return self._mapped()

    def close(self) -> None:
        """Close the files. What was given back from them stays."""
        for file in self._files:
            file.close()

    def _mapped(self) -> list[Pieces]:
        columns = [Pieces(file.pieces()) for file in self._files]
        for column, file in zip(columns, self._files, strict=True):
            column.lies = file.lies if len(column) == 1 else None
        return columns

    def _write(self) -> None:
        for batch in self._kept:
            if not self._folder:
                self._folder = folder = _Folder(Path(tempfile.mkdtemp(prefix="columns-")))
                self._files = [_ColumnFile(Lying(folder=folder.path, number=number, keep=folder.keep), self._most_text)
                               for number in range(batch.num_columns)]
            for file, values in zip(self._files, batch.columns, strict=True):
                file.add(values)
        self._kept.clear()


class _Folder:
    """A folder that goes when nobody needs its files, unless somebody keeps it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._removal = weakref.finalize(self, shutil.rmtree, path, ignore_errors=True)

    def keep(self) -> None:
        """Leave the folder where it is."""
        self._removal.detach()


class _ColumnFile:
    """The two files of one column, and where each piece of it begins in them."""

    def __init__(self, lies: Lying, most_text: int) -> None:
        self.lies, self._most = lies, most_text
        self._offsets: BinaryIO = lies.offsets.open("wb", buffering=0)
        self._text: BinaryIO = lies.text.open("wb", buffering=0)
        self._sizes: list[list[int]] = []       # of each piece: values, bytes of text

    def add(self, values: pa.Array) -> None:
        """Write some more values."""
        if not len(values):
            return
        _, counts, text = values.buffers()
        offsets = np.frombuffer(counts, np.int32)[values.offset:values.offset + len(values) + 1]
        first, last = int(offsets[0]), int(offsets[-1])
        if not self._sizes or self._sizes[-1][1] + last - first > self._most:
            self._sizes.append([0, 0])
            _write_all(self._offsets, memoryview(bytes(4)))
        piece = self._sizes[-1]
        _write_all(self._offsets, (offsets[1:] + np.int32(piece[1] - first)).view(np.uint8).data)
        if last > first:
            _write_all(self._text, memoryview(text)[first:last])
        piece[0], piece[1] = piece[0] + len(values), piece[1] + last - first

    def close(self) -> None:
        """Close both files."""
        self._offsets.close()
        self._text.close()

    def pieces(self) -> list[Any]:
        """Return the pieces as they lie in the files."""
        offsets, text, found, begin, place = mapped(self.lies.offsets), mapped(self.lies.text), [], 0, 0
        for count, size in self._sizes:
            found.append(pa.Array.from_buffers(pa.string(), count, [None, offsets.slice(begin, 4 * count + 4),
                                                                    text.slice(place, size)]))
            begin, place = begin + 4 * count + 4, place + size
        return found


def _write_all(stream: BinaryIO, part: memoryview) -> None:
    while len(part):
        part = part[stream.write(part):]
