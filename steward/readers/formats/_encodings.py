"""The encodings of text files that are read: how the first bytes prove one, and how bytes become text.

Context: a guess by a detector turns "José" into something else and says nothing. Decision: a byte order mark, or the
zero bytes of UTF-16, prove an encoding; else a file is UTF-8 where all its bytes are, and Windows-1252 where they are not; a
file with lines of both kinds is read line by line by that same rule, and says where the kind changes.
"""

import codecs
import re
from collections.abc import Callable
from encodings import cp1252

Decode = Callable[[bytes, bool], str]

MIXED = "utf-8+cp1252"      # each physical line as UTF-8 where its bytes are, else as cp1252
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252", MIXED)
UTF8, UTF16 = ("utf-8", "utf-8-sig"), ("utf-16-le", "utf-16-be")

# The five bytes that cp1252 leaves undefined stand for the control characters of the same number.
# Source: WHATWG Encoding Standard, windows-1252.
CP1252 = "".join(chr(byte) if character == "\ufffe" else character for byte, character in enumerate(cp1252.decoding_table))
UNDEFINED = bytes(byte for byte, character in enumerate(cp1252.decoding_table) if character == "\ufffe")

_UTF16_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF7_MARK = re.compile(rb"\+/v[89+/]")
_WITHOUT_MARK_SHARE = 0.3   # of the first bytes are NUL, all at even or all at odd places: UTF-16 without its mark
_NUL_RUN = re.compile(rb"\0{16,}")  # room on a disk that nobody wrote to: no encoding has so many in a row
_EBCDIC_BYTES, _FEWEST_EBCDIC, _EBCDIC_SHARE = 4_096, 32, 0.95
_EBCDIC_RUNS = ((0x81, 0x89), (0x91, 0x99), (0xA2, 0xA9), (0xC1, 0xC9), (0xD1, 0xD9), (0xE2, 0xE9), (0xF0, 0xF9))
_EBCDIC_LETTERS = bytes(byte for first, last in _EBCDIC_RUNS for byte in range(first, last + 1))
_EBCDIC = _EBCDIC_LETTERS + bytes.fromhex("00 05 0d 15 25 40 4b 4c 4d 4e 50 5b 5c 5d 5e 60 61 6b 6c 6d 6e 6f 7a 7b 7d 7e 7f")
_FEWEST_WIDE = 4            # characters of four bytes each that show UTF-32 without its mark


def encoding_by_mark(head: bytes) -> str | None:
    """Return the encoding that the first bytes prove, or None."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    for mark, encoding in _UTF16_MARKS.items():
        if head.startswith(mark):
            return encoding
    return _unmarked_utf16(head)


def unread_encoding(head: bytes) -> str | None:
    """Return the name of an encoding that the first bytes prove and that is not read, or None."""
    if head.startswith(_UTF32_MARKS) or _is_unmarked_utf32(head):
        return "UTF-32"
    if _UTF7_MARK.match(head):
        return "UTF-7"
    return "EBCDIC" if _is_ebcdic(head) else None


def without_nul_runs(head: bytes) -> bytes:
    """Return the bytes without long runs of NUL bytes, which a disk leaves in a text that was not written to its end."""
    return _NUL_RUN.sub(b"", head) if head.count(0) else head


GARBLED_MARK = codecs.BOM_UTF8.decode("cp1252").encode()    # taken for letters, and written as UTF-8


def mark_length(head: bytes) -> int:
    """Return how many bytes the byte order mark takes, written more than once, too, as programs do that join files."""
    mark = codecs.BOM_UTF8 if head.startswith((codecs.BOM_UTF8, GARBLED_MARK)) else head[:2]
    if mark != codecs.BOM_UTF8 and mark not in _UTF16_MARKS:
        return 0
    length = 0
    while known := next((one for one in (mark, GARBLED_MARK) if head.startswith(one, length)), b""):
        length += len(known)
    return length


def decoder(encoding: str) -> Decode:
    """Return a function that turns successive bytes into text; the flag says that they are the last.

    Raises (when called): UnicodeDecodeError; never for cp1252 and for the mixture of it with UTF-8.
    """
    if encoding == "cp1252":
        return lambda block, _: from_cp1252(block)
    if encoding == MIXED:
        return _LineByLine()
    return codecs.getincrementaldecoder("utf-8" if encoding == "utf-8-sig" else encoding)("strict").decode


def from_cp1252(block: bytes) -> str:
    """Return the text of Windows-1252 bytes; every byte stands for something."""
    return codecs.charmap_decode(block, "strict", CP1252)[0]


def is_utf8(block: bytes) -> bool:
    """Return whether bytes are UTF-8."""
    try:
        block.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _LineByLine:
    """Decodes each physical line by itself: UTF-8 where its bytes are, else cp1252."""

    def __init__(self) -> None:
        self._kept = b""

    def __call__(self, block: bytes, is_last: bool) -> str:
        whole = self._kept + block
        end = len(whole) if is_last else max(whole.rfind(b"\n"), whole.rfind(b"\r")) + 1
        whole, self._kept = whole[:end], whole[end:]
        if is_utf8(whole):
            return whole.decode("utf-8")
        return "".join(line.decode("utf-8") if is_utf8(line) else from_cp1252(line) for line in whole.splitlines(keepends=True))


def _unmarked_utf16(head: bytes) -> str | None:
    head = head[:len(head) // 2 * 2]    # an odd byte at the end is damage, and told with its line
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < 1 or max(even, odd) < len(head) / 2 * _WITHOUT_MARK_SHARE or min(even, odd) * 20 > max(even, odd):
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    ends = head.count(b"\n") + head.count(b"\r")     # few NUL bytes in a short text of single bytes prove nothing
    text = head.decode(encoding, "replace")
    return encoding if 2 * (text.count("\n") + text.count("\r")) >= ends else None


def _is_ebcdic(head: bytes) -> bool:
    """Return whether the bytes are the letters, figures and blanks of mainframes, which no other text is made of."""
    begin = head[:_EBCDIC_BYTES]
    known = len(begin) - len(begin.translate(None, _EBCDIC))
    letters = len(begin) - len(begin.translate(None, _EBCDIC_LETTERS))
    is_so = known >= _EBCDIC_SHARE * len(begin) and 2 * letters > len(begin) >= _FEWEST_EBCDIC
    return is_so and b"\x40" in begin and not is_utf8(begin)


def _is_unmarked_utf32(head: bytes) -> bool:
    if len(head) < 4 * _FEWEST_WIDE or len(head) % 4:
        return False
    for own, others in ((0, (1, 2, 3)), (3, (0, 1, 2))):
        if not head[own::4].count(0) and all(head[other::4].count(0) == len(head) // 4 for other in others):
            return True
    return False
