"""Looks into the zip of a workbook without trusting what it says of itself."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from steward.readers.errors import file_damaged, file_encrypted, needs_too_much
from steward.readers.limits import MEGABYTE, Limits
from steward.vocabulary.message import say

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OverflowError)
_BLOCK_BYTES = 1 << 20


def check_size(path: Path, size_bytes: int, limits: Limits) -> int:
    """Return how many bytes all parts unpack to, counted by unpacking them.

    Raises: FileTooLarge where that, or what the zip says, is beyond the limits; FileDamaged where it cannot be unpacked.
    """
    most = min(limits.unpacked_bytes, max(limits.ratio_free_bytes, size_bytes * limits.unpacked_ratio))
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > most:
                raise _bomb(path.name, most)
            return _count(path, members, most)
    except DAMAGE as trouble:
        raise file_damaged(path.name) from trouble


def check_well_formed(path: Path, name: str) -> None:
    """Go through one part as XML; nothing is kept, and no address or entity is followed.

    The reader of workbooks goes round without end in an OpenDocument sheet that breaks off (found by the fuzz test).
    Raises: FileDamaged where it is not well formed.
    """
    parser = expat.ParserCreate()
    try:
        with zipfile.ZipFile(path) as archive, archive.open(name) as stream:
            while block := stream.read(_BLOCK_BYTES):
                parser.Parse(block, False)
            parser.Parse(b"", True)
    except (*DAMAGE, LookupError, expat.ExpatError):  # its text may hold a cell
        raise file_damaged(path.name) from None


def member(path: Path, name: str, most_bytes: int) -> bytes:
    """Return one part of a zip that was checked, at most so many bytes of it; nothing if it has no such part.

    Raises: FileDamaged if the part cannot be unpacked.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if name not in archive.NameToInfo:
                return b""
            with archive.open(name) as stream:
                return stream.read(most_bytes)
    except DAMAGE as trouble:
        raise file_damaged(path.name) from trouble


def _count(path: Path, members: list[zipfile.ZipInfo], most: int) -> int:
    total = 0
    with path.open("rb") as stream:
        for one in members:
            if one.flag_bits & 1:
                raise file_encrypted(path.name)
            if one.header_offset < 0:
                raise EOFError
            stream.seek(one.header_offset + 26)
            lengths = stream.read(4)
            stream.seek(int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little"), 1)
            total += _unpacked(stream.read, one, most - total)
            if total > most:
                raise _bomb(path.name, most)
    return total


def _unpacked(read: Callable[[int], bytes], one: zipfile.ZipInfo, most: int) -> int:
    if one.compress_type == zipfile.ZIP_STORED:
        return one.compress_size
    if one.compress_type != zipfile.ZIP_DEFLATED:
        raise NotImplementedError
    unpacker, packed_left, total = zlib.decompressobj(-15), one.compress_size, 0
    while packed_left > 0 and total <= most and not unpacker.eof:
        block = read(min(_BLOCK_BYTES, packed_left))
        if not block:
            raise EOFError
        packed_left -= len(block)
        while block and total <= most:
            total += len(unpacker.decompress(block, _BLOCK_BYTES))
            block = unpacker.unconsumed_tail
    return total


def _bomb(name: str, most: int) -> Exception:
    return needs_too_much(name, say("This workbook would unpack to more than {most} MB, the most that Steward unpacks of "
                                    "a file of its size.", most=most // MEGABYTE))
