"""Looks into the zip of a workbook without trusting what it says of itself."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from steward.readers.errors import file_damaged, file_declares, file_encrypted, needs_too_much
from steward.readers.limits import MEGABYTE, Limits
from steward.vocabulary.message import say

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OverflowError)
_BLOCK_BYTES = 1 << 20
_MOST_KEPT = 256 * MEGABYTE
_SHEETS = "xl/worksheets/"
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<!DOCTYPE", re.DOTALL)


def check_size(path: Path, size_bytes: int, limits: Limits) -> dict[str, bytes]:
    """Count how many bytes all parts unpack to by unpacking them; return the worksheets among them, as far as there is room.

    Raises: FileTooLarge where that, or what the zip says, is beyond the limits; FileDamaged where it cannot be unpacked, and
    where a part declares entities (DOCTYPE), which no spreadsheet program does.
    """
    most = min(limits.unpacked_bytes, max(limits.ratio_free_bytes, size_bytes * limits.unpacked_ratio))
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > most:
                raise _bomb(path.name, most)
            kept: dict[str, bytes] = {}
            _count(path, members, most, kept)
            return kept
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


def place_of(folder: str, target: str) -> str:
    """Return the place in the zip that a part in a folder names, seen from there or from the top."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def member(path: Path, name: str, most_bytes: int) -> bytes:
    """Return one part of a zip that was checked, at most so many bytes of it; nothing if it has no such part.

    Raises: FileDamaged if the part cannot be unpacked.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            found = name if name in archive.NameToInfo else _alike(archive, name)
            if not found:
                return b""
            with archive.open(found) as stream:
                return stream.read(most_bytes)
    except DAMAGE as trouble:
        raise file_damaged(path.name) from trouble


def _alike(archive: zipfile.ZipFile, name: str) -> str:
    """Return the part whose name differs in case alone, which is no difference; "" where there is none.

    Source: ECMA-376 part 2, 6.2.2 (names of parts are compared without case); the reader of workbooks finds it, too.
    """
    return next((one for one in archive.namelist() if one.replace("\\", "/").casefold() == name.casefold()), "")


def _count(path: Path, members: list[zipfile.ZipInfo], most: int, kept: dict[str, bytes]) -> None:
    left, room = most, _MOST_KEPT
    with path.open("rb") as stream:
        for one in members:
            _go_to(path, stream, one)
            size, content = _unpacked(path, stream.read, one, left, is_kept=one.filename.startswith(_SHEETS)
                                      and one.file_size <= room)
            left -= size
            if left < 0:
                raise _bomb(path.name, most)
            if content is not None:
                kept[one.filename] = content
                room -= len(content)


def _go_to(path: Path, stream: BinaryIO, one: zipfile.ZipInfo) -> None:
    if one.flag_bits & 1:
        raise file_encrypted(path.name)
    if one.header_offset < 0:
        raise EOFError
    stream.seek(one.header_offset + 26)
    lengths = stream.read(4)
    stream.seek(int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little"), 1)


def _unpacked(path: Path, read: Callable[[int], bytes], one: zipfile.ZipInfo, most: int, *, is_kept: bool,
              ) -> tuple[int, bytes | None]:
    """Return the size of a part, counted up to a little more than `most`; its bytes too, if they are to be kept and whole."""
    size, blocks = 0, []
    for block in _blocks(read, one):
        if size == 0 and _may_declare(one.filename) and _DECLARATION.match(block):
            raise file_declares(path.name)
        size += len(block)
        is_kept = is_kept and size <= one.file_size
        if is_kept:
            blocks.append(block)
        if size > most:
            return size, None
    content = b"".join(blocks) if is_kept else None
    return size, content if content is not None and zlib.crc32(content) == one.CRC else None


def _may_declare(name: str) -> bool:
    return name.startswith("xl/") or name == "content.xml"


def _blocks(read: Callable[[int], bytes], one: zipfile.ZipInfo) -> Iterator[bytes]:
    if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError
    unpacker, packed_left = zlib.decompressobj(-15), one.compress_size
    while packed_left > 0 and not unpacker.eof:
        block = read(min(_BLOCK_BYTES, packed_left))
        if not block:
            raise EOFError
        packed_left -= len(block)
        if one.compress_type == zipfile.ZIP_STORED:
            yield block
            continue
        while block:
            yield unpacker.decompress(block, _BLOCK_BYTES)
            block = unpacker.unconsumed_tail


def _bomb(name: str, most: int) -> Exception:
    return needs_too_much(name, say("This workbook would unpack to more than {most} MB, the most that Steward unpacks of "
                                    "a file of its size.", most=most // MEGABYTE))
