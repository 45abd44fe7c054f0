"""What else people send: recognized by its content, and answered with what to export instead."""

import re
import zipfile
from typing import NoReturn

from steward.readers.errors import file_damaged, not_a_table
from steward.readers.format import Peek, Reading
from steward.readers.formats._archive import DAMAGE
from steward.readers.formats._encodings import encoding_by_mark, is_utf8, mark_length, unread_encoding, without_nul_runs
from steward.readers.formats._kinds import (
    BEGINNINGS,
    IWORK,
    LOCKED_ARCHIVE,
    MARKUP,
    MIME_TYPES,
    NAMES,
    NUMBERS,
    PARTS,
    STREAMS,
    UNKNOWN,
    Kind,
    by_container,
    by_signs,
    packed,
)
from steward.readers.formats._written_texts import by_writing
from steward.readers.limits import Limits
from steward.table.preview import Preview
from steward.table.sheet import SheetListing
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep

_NEAR = 64       # bytes
_OFTEN = 20      # one sign in so many that no text has: not a text
_SELDOM = 100    # the same of 16-bit signs, which any numbers may look like
_CONTROLS = (*range(9), *range(14, 27), *range(28, 30))    # U+001E and U+001F may part the rows and cells of a text
_NULS = re.compile("\0{8,}")
_FEW, _FEW_SHARE = 3, 3     # stray signs, which a short text may have where there are thrice as many others


class Foreign:
    """Recognizes files that are no tables, and says what to do."""

    name = "foreign"
    suffixes: tuple[str, ...] = ()

    def claim(self, peek: Peek) -> int:
        """Return 3 for a kind known by its first bytes or its name, 2 for one of parts, packed or binary at all, else 0.

        What looks like text is left to others.
        """
        if _known(peek) is not None:
            return 2 if peek.members or peek.streams else 3  # an old workbook may have a text document inside
        if _is_binary(peek.head):
            return 3 if encoding_by_mark(peek.head) else 2   # numbers of 16 bits look like UTF-16 to the reader of text
        return 2 if peek.members or peek.is_broken_zip else 0   # packed zeros and few letters look like text

    def read(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Reading:  # noqa: ARG002 - the port's
        """Refuse. Raises: NotATable with what to export instead; FileDamaged for a packed file that breaks off."""
        _explain(peek)

    def list_sheets(self, peek: Peek, limits: Limits, progress: Progress) -> tuple[SheetListing, ...]:  # noqa: ARG002
        """Refuse. Raises: NotATable with what to export instead; FileDamaged for a packed file that breaks off."""
        _explain(peek)

    def preview(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Preview:  # noqa: ARG002 - the port's
        """Refuse. Raises: NotATable with what to export instead; FileDamaged for a packed file that breaks off."""
        _explain(peek)


def _explain(peek: Peek) -> NoReturn:
    kind = _known(peek)
    if peek.is_broken_zip and kind is None:
        raise file_damaged(peek.name)
    if kind is None and peek.members:
        kind = LOCKED_ARCHIVE if _is_locked(peek) else packed(list(peek.members))
    kind = kind or UNKNOWN
    raise not_a_table(peek.name, kind.what, kind.next_step)


def _known(peek: Peek) -> Kind | None:
    by_name = next((kind for pattern, kind in NAMES if pattern.fullmatch(peek.name)), None)
    if by_name is not None or peek.is_broken_zip:
        return by_name
    if peek.members:
        return _kind_of_zip(peek)
    by_stream = (kind for name, kind in STREAMS.items() if name in peek.streams)
    by_beginning = (kind for beginning, kind in BEGINNINGS
                    if peek.head.startswith(beginning) and _is_really(beginning, peek.head))
    head = _as_utf8(peek.head)
    by_markup = (kind for pattern, kind in MARKUP if pattern.match(head))
    return (next(by_stream, None) or by_container(peek.head, peek.name) or next(by_beginning, None) or next(by_markup, None)
            or by_signs(peek.head) or _by_writing(head, peek.name))


def _by_writing(head: bytes, name: str) -> Kind | None:
    """Return what a text is that is no table; None for anything that is not plain text."""
    return None if 0 in head else by_writing(head.decode("utf-8", "replace"), name)


def _as_utf8(head: bytes) -> bytes:
    """Return the beginning of a file without its byte order mark, and UTF-16 as UTF-8."""
    encoding = encoding_by_mark(head)
    if encoding in ("utf-16-le", "utf-16-be"):
        return head[mark_length(head):].decode(encoding, "replace").encode("utf-8", "replace")
    return head[mark_length(head):]


def _kind_of_zip(peek: Peek) -> Kind | None:
    for pattern, kind in PARTS:
        if any(pattern.fullmatch(name) for name in peek.members):
            is_numbers = kind is IWORK and peek.path.suffix.lower() not in (".pages", ".key")
            return NUMBERS if is_numbers else kind
    return next((kind for mark, kind in MIME_TYPES if mark in peek.head[:200]), None)


def _is_locked(peek: Peek) -> bool:
    """Return whether a part of the zip is encrypted."""
    try:
        with zipfile.ZipFile(peek.path) as archive:
            return any(member.flag_bits & 1 for member in archive.infolist())
    except DAMAGE:
        return False


def _is_really(beginning: bytes, head: bytes) -> bool:
    """Return whether a beginning of letters, which a column name may have too, goes on with signs that no text has."""
    return not beginning.isalnum() or any(code in _CONTROLS for code in head[:_NEAR])


def _is_binary(head: bytes) -> bool:
    """Return whether the bytes, or the letters they stand for in UTF-16, hold many signs that no text has."""
    if unread_encoding(head) is not None:   # the reader of text says so
        return False
    if encoding_by_mark(head) in ("utf-16-le", "utf-16-be"):
        text = _NULS.sub("", head[mark_length(head):].decode(str(encoding_by_mark(head)), "replace"))
        known = _OFTEN if mark_length(head) else _SELDOM    # one damaged letter behind a mark is still text
        strays = sum(text.count(chr(code)) for code in (*_CONTROLS, 0xFFFD, 0xFFFE, 0xFFFF))
        return strays * known > len(text) and not _is_few(strays, len(text))
    written = without_nul_runs(head)
    strays = sum(written.count(code) for code in _CONTROLS)
    return not written or (strays * _OFTEN > len(written) and not (_is_few(strays, len(written)) and _has_lines(written)))


def _has_lines(written: bytes) -> bool:
    return is_utf8(written) or b"\n" in written or b"\r" in written


def _is_few(strays: int, length: int) -> bool:
    return strays <= _FEW and strays * _FEW_SHARE < length


FORMAT = Foreign()
