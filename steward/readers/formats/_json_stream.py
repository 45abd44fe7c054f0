"""Reads the values of a JSON text one after the other, so that a file of any length needs the memory of one value.

Context: `json.load` keeps a whole file as objects, which takes ten times its size. Decision: the text comes in blocks, and each
value is parsed where it begins; numbers stay as they are written, objects become tuples of pairs, so that a name that stands
twice in one object is seen twice; arrays become lists. Refused: parsers that turn 0.10 into 0.1 or a long number into another.
"""

import codecs
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from steward.readers.formats._encodings import decoder, encoding_by_mark, mark_length

BLOCK_BYTES = 1 << 20
LONGEST_VALUE = 1 << 28      # characters of one value that is no list of records
_BLANK = " \t\r\n\ufeff\x1e"  # RFC 7464 puts the last one before each value of a sequence
_UNSURE = 32                 # a number this near to the end of a block may go on in the next one


class Written(str):
    """A number as it is written in the file."""

    __slots__ = ()


class JsonBroken(Exception):
    """The text is not JSON from here on."""


class JsonTooLong(Exception):
    """One value is longer than the limit."""


_DECODER = json.JSONDecoder(parse_float=Written, parse_int=Written, parse_constant=Written, object_pairs_hook=tuple,
                            strict=False)


class JsonStream:
    """The text of one file, with the place up to which it was read."""

    def __init__(self, path: Path, encoding: str, watch: Callable[[int], None]) -> None:
        """Begin at the first character; `watch` is told how many bytes were read and may raise.

        Raises: OSError; LookupError for an encoding that is not known.
        """
        self._decode, self._watch, self._mark = decoder(encoding), watch, True
        self._file = path.open("rb", buffering=0)
        self._text, self._place, self._is_done, self._lines_before = "", 0, False, 0
        self._digest, self.read_bytes = hashlib.sha256(), 0

    @property
    def sha256(self) -> str:
        """Return the digest of what was read."""
        return self._digest.hexdigest()

    @property
    def line(self) -> int:
        """Return the physical line at which the stream stands."""
        return 1 + self._lines_before + self._text.count("\n", 0, self._place)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def next_sign(self) -> str:
        """Return the next character that is not blank, without taking it; empty at the end. Raises: UnicodeDecodeError."""
        while True:
            while self._place < len(self._text) and self._text[self._place] in _BLANK:
                self._place += 1
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._more():
                return ""

    def took(self, sign: str) -> bool:
        """Return whether the next sign is this one, and take it if so."""
        if self.next_sign() != sign:
            return False
        self._place += 1
        return True

    def take(self, sign: str) -> None:
        """Take the next sign. Raises: JsonBroken if it is another one."""
        if not self.took(sign):
            raise JsonBroken

    def value(self) -> Any:
        """Return the value that begins here. Raises: JsonBroken, JsonTooLong, UnicodeDecodeError."""
        self.next_sign()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._place)
            except RecursionError:
                raise JsonBroken from None
            except json.JSONDecodeError:  # its text holds the whole document
                if self._more():
                    continue
                raise JsonBroken from None
            size = end - self._place      # reading on moves the place
            if end + _UNSURE < len(self._text) or not self._more():
                self._place += size
                return value

    def items(self) -> Iterator[Any]:
        """Give the values of the array that begins here, one after the other. Raises: JsonBroken."""
        self.take("[")
        if self.took("]"):
            return
        while True:
            yield self.value()
            if self.took("]"):
                return
            self.take(",")

    def names(self) -> Iterator[str]:
        """Give the names of the object that begins here; whoever is given one takes its value. Raises: JsonBroken."""
        self.take("{")
        if self.took("}"):
            return
        while True:
            if self.next_sign() != '"':
                raise JsonBroken
            name = self.value()
            self.take(":")
            yield name
            if self.took("}"):
                return
            self.take(",")

    def _more(self) -> bool:
        """Read on; twice as much each time while one value goes on, so that a long one is not parsed over and over."""
        if self._is_done:
            return False
        left = len(self._text) - self._place
        if left > LONGEST_VALUE:
            raise JsonTooLong
        self._lines_before += self._text.count("\n", 0, self._place)
        pieces, wanted = [self._text[self._place:]], max(BLOCK_BYTES, left)
        self._place, self._text = 0, ""
        while wanted > 0 and (text := self._block()) is not None:
            pieces.append(text)
            wanted -= len(text)
        self._text = "".join(pieces)
        return len(self._text) > left or not self._is_done

    def _block(self) -> str | None:
        if self._is_done:
            return None
        raw = self._file.read(BLOCK_BYTES)
        self._is_done = not raw
        self._digest.update(raw)
        self.read_bytes += len(raw)
        self._watch(self.read_bytes)
        if self._mark and raw:
            self._mark, raw = False, raw[mark_length(raw):]
        return self._decode(raw, self._is_done)


def encoding_of(head: bytes) -> str:
    """Return the encoding that the first bytes show; UTF-8 unless they prove another."""
    return encoding_by_mark(head) or "utf-8"


def beginning(head: bytes) -> str:
    """Return the first characters of a file, without its byte order mark and without blanks before the first sign."""
    text = codecs.decode(head[mark_length(head):], encoding_of(head).replace("-sig", ""), "replace")
    return text.lstrip(_BLANK)
