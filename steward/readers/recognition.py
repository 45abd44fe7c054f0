"""Tells what kind of file one has, by its content; the name's ending is not trusted."""

import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from steward.discovery import discover
from steward.readers.errors import (
    file_damaged,
    file_empty,
    file_is_folder,
    file_locked,
    file_missing,
    file_unreachable,
    not_a_file,
    reader_stopped,
)
from steward.readers.format import Format, Peek

HEAD_BYTES = 1 << 16
ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = ("EncryptedPackage", "Workbook", "Book", "WordDocument", "PowerPoint Document", "VisioDocument",
           "__properties_version1.0")
_SEARCH_BYTES = 1 << 22


@contextmanager
def plain_troubles(path: Path) -> Iterator[None]:
    """Turn what the system, or a library that gives up, says of a file into our own words, for the time of the block."""
    try:
        yield
    except FileNotFoundError as trouble:
        raise file_missing(path.name) from trouble
    except IsADirectoryError as trouble:
        raise file_is_folder(path.name) from trouble
    except PermissionError as trouble:
        raise (file_is_folder if os.path.isdir(path) else file_locked)(path.name) from trouble  # noqa: PTH112  it never raises
    except OSError as trouble:
        if trouble.errno is None:  # not the system: a library's word for a part that ends too soon
            raise file_damaged(path.name) from None
        raise file_unreachable(path.name) from trouble
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":  # a library in Rust gave up; it may show a cell, and is no Exception
            raise file_damaged(path.name) from None
        raise


def peek(path: Path) -> Peek:
    """Return a first look at the file. Raises: InputUnreadable subclasses where it is missing, locked, a folder or empty."""
    with plain_troubles(path):
        if path.is_dir():
            raise file_is_folder(path.name)
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device: opening it might wait for ever
            raise not_a_file(path.name)
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            size = path.stat().st_size
        if not head:
            raise file_empty(path.name)
        if head.startswith(COMPOUND):
            return Peek(path=path, head=head, size_bytes=size, streams=_streams(path))
        if not head.startswith(ZIP):
            return Peek(path=path, head=head, size_bytes=size)
        members = _members(path)
    return Peek(path=path, head=head, size_bytes=size, members=members or {}, is_broken_zip=members is None)


def formats() -> tuple[Format, ...]:
    """Return every format."""
    return discover("steward.readers.formats", "FORMAT")


def format_of(first_look: Peek) -> Format:
    """Return the format that is surest of the file. Raises: InputUnreadable where none claims it."""
    best = max(formats(), key=lambda known: known.claim(first_look))
    if best.claim(first_look) == 0:
        raise reader_stopped(first_look.name)
    return best


def _members(path: Path) -> dict[str, int] | None:
    try:
        with zipfile.ZipFile(path) as archive:
            return {member.filename.replace("\\", "/"): member.file_size for member in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        return None


def _streams(path: Path) -> frozenset[str]:
    """Return which of the telling names stand in the directory of an old Office file, wherever it lies."""
    found, kept = set[str](), b""
    with path.open("rb") as stream:
        while block := stream.read(_SEARCH_BYTES):
            text = kept + block
            found.update(name for name in STREAMS if (name + "\0").encode("utf-16-le") in text)
            kept = block[-128:]
    return frozenset(found)
