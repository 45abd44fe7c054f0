"""Looks whether the parts of an old Office file (OLE compound file) end: a damaged table of sectors may lead in a circle.

Context: the reader of workbooks follows such a circle for ever (found by the fuzz test). Decision: all chains are followed once
before, each at most as long as the file has sectors. Source: MS-CFB, versions 3 and 4.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from steward.readers.errors import file_damaged

_HEADER_BYTES, _ENTRY_BYTES, _IN_HEADER = 512, 128, 109
_LAST_SECTOR = 0xFFFFFFFA      # numbers above say what a sector is for, or that a chain ends
_SMALL_STREAM = 4096           # bytes; smaller ones lie in the sectors of the small table
_MOST_STEPS = 20_000_000
_STREAM, _ROOT = 2, 5


class _Broken(Exception):
    """A chain does not end, or begins nowhere."""


def check_chains(path: Path) -> None:
    """Follow every chain of sectors to its end. Raises: FileDamaged where one does not end; OSError."""
    content = path.read_bytes()
    try:
        _follow_all(content)
    except (_Broken, struct.error):
        raise file_damaged(path.name) from None


def _follow_all(content: bytes) -> None:
    exponent, = struct.unpack_from("<H", content, 30)
    if exponent not in (9, 12):
        raise _Broken
    sectors = _Sectors(content, 1 << exponent)
    directory = b"".join(map(sectors.read, sectors.chain(struct.unpack_from("<I", content, 48)[0])))
    small = sectors.numbers(sectors.chain(struct.unpack_from("<I", content, 60)[0]))
    for place in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        kind, start, size = directory[place + 66], *struct.unpack_from("<IQ", directory, place + 116)
        if size > len(content) + sectors.size and kind in (_STREAM, _ROOT):
            raise _Broken    # the reader of workbooks asks for that much memory
        if kind in (_STREAM, _ROOT) and size:
            sectors.follow(start, small if kind == _STREAM and size < _SMALL_STREAM else sectors.table)


def stream_of(path: Path, name: str) -> bytes:
    """Return a stream of a compound file whose chains were checked; nothing where it has none of that name. Raises: OSError."""
    compound = CompoundFile.of(path.read_bytes())
    return compound.read(name) if compound else b""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the directory: a stream or a folder (a storage), and where its neighbors and children are listed."""

    name: str
    kind: int
    beside: tuple[int, int]
    child: int
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file by their paths, such as "MBD0012/Workbook"."""

    def __init__(self, content: bytes) -> None:
        """Read the directory. Raises: ValueError where it is broken."""
        try:
            self._content, self._sectors = content, _Sectors(content, 1 << struct.unpack_from("<H", content, 30)[0])
            directory = b"".join(map(self._sectors.read, self._sectors.chain(struct.unpack_from("<I", content, 48)[0])))
        except (_Broken, struct.error) as broken:
            raise ValueError from broken
        self._entries = [_entry(directory[place:place + _ENTRY_BYTES])
                         for place in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES)]
        self._streams = dict(self._listed(self._entries[0].child, "", set())) if self._entries else {}

    @classmethod
    def of(cls, content: bytes) -> "CompoundFile | None":
        """Return the file, None where its directory is broken."""
        try:
            return cls(content)
        except ValueError:
            return None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the paths of all streams."""
        return tuple(self._streams)

    def read(self, name: str) -> bytes:
        """Return a stream; nothing where there is none of that path, or where its chain is broken."""
        entry = self._streams.get(name)
        if entry is None:
            return b""
        try:
            if entry.size >= _SMALL_STREAM:
                return b"".join(map(self._sectors.read, self._sectors.chain(entry.start)))[:entry.size]
            return _small_stream(self._content, self._sectors, self._entries[0].start, entry.start)[:entry.size]
        except (_Broken, struct.error):
            return b""

    def _listed(self, number: int, folder: str, seen: set[int]) -> Iterator[tuple[str, _Entry]]:
        """Give the streams of a folder: its entries are a tree, which a damaged file may close to a circle."""
        waiting = [(number, folder)]
        while waiting:
            number, folder = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            waiting += [(place, folder) for place in entry.beside]
            if entry.kind == _STREAM:
                yield folder + entry.name, entry
            else:
                waiting.append((entry.child, f"{folder}{entry.name}/"))


def _entry(line: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", line, 64)
    left, right, child = struct.unpack_from("<3I", line, 68)
    start, size = struct.unpack_from("<IQ", line, 116)
    return _Entry(line[:max(0, min(length, 64) - 2)].decode("utf-16-le", "replace"), kind, (left, right), child, start,
                  size & 0xFFFFFFFF)


def _small_stream(content: bytes, sectors: "_Sectors", root: int, start: int) -> bytes:
    """Return a stream of less than 4,096 bytes: its sectors of 64 bytes lie in the stream of the root."""
    whole = b"".join(map(sectors.read, sectors.chain(root)))
    table = sectors.numbers(sectors.chain(struct.unpack_from("<I", content, 60)[0]))
    return b"".join(whole[number * 64:number * 64 + 64] for number in sectors.follow(start, table))


class _Sectors:
    """The sectors of one file and the table that chains them."""

    def __init__(self, content: bytes, size: int) -> None:
        self._content, self.size, self._steps = content, size, 0
        self.table: Sequence[int] = self.numbers([number for number in self._table_sectors() if number < _LAST_SECTOR])

    def read(self, number: int) -> bytes:
        start = _HEADER_BYTES + number * self.size if self.size == _HEADER_BYTES else (number + 1) * self.size
        return self._content[start:start + self.size]

    def numbers(self, sectors: Sequence[int]) -> Sequence[int]:
        joined = b"".join(map(self.read, sectors))
        return struct.unpack(f"<{len(joined) // 4}I", joined[:len(joined) // 4 * 4])

    def chain(self, start: int) -> list[int]:
        """Return the sectors of a chain. Raises: _Broken."""
        return self.follow(start, self.table)

    def follow(self, start: int, table: Sequence[int]) -> list[int]:
        """Return the numbers from `start` to the end. Raises: _Broken where they go in a circle or out of the table."""
        found: list[int] = []
        while start < _LAST_SECTOR:
            found.append(start)
            self._steps += 1
            if start >= len(table) or len(found) > len(table) or self._steps > _MOST_STEPS:
                raise _Broken
            start = table[start]
        return found

    def _table_sectors(self) -> list[int]:
        """Return the sectors that hold the table itself: listed in the header, and in a chain of lists behind it."""
        found = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76))
        following, = struct.unpack_from("<I", self._content, 68)
        lists = 0
        while following < _LAST_SECTOR:
            block = self.numbers([following])
            lists += 1
            if not block or lists * self.size > len(self._content):
                raise _Broken
            found.extend(block[:-1])
            following = block[-1]
        return found
