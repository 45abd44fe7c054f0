"""Put a random identifier in the place of each value, the same for the same value; the next release gets others by default.

Context: a case or person number that stays the same over releases and tables lets them be joined. Decision: a hash under a
random key that stays in the draft on this workstation and never travels, so that nobody can go back by trying all numbers:
keyed BLAKE2s (RFC 7693), in half the time of HMAC-SHA-256, by which steps that do not name their hash were made and replay;
each new step draws a new key, and so does each release, unless a person chooses identifiers that stay. Refused: hashes
without a key (all nine-digit numbers are tried in seconds) and counting from 1 (the order of the file tells who is who).
Source: Article 29 Working Party, Opinion 05/2014, section 4.
"""

import hashlib
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, text_of
from steward.table.distinct import Mask, distinct, rows_of
from steward.table.places import different
from steward.table.sheet import Sheet
from steward.table.text import mask_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

LETTERS = 10      # an even number, of 32 kinds each: two of a million values meet by chance once in two thousand tables
NEW, STABLE = "new", "stable"
SHORTEST_KEY = 32  # hexadecimal digits
DIGEST_BYTES, BLOCK_BYTES = 32, 64     # of both hashes
HASH, BLAKE2S, SHA256 = "hash", "blake2s", "sha256"
ALPHABET = np.frombuffer(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", np.uint8)
PAIRS = np.stack([np.repeat(ALPHABET, 32), np.tile(ALPHABET, 32)], axis=1).copy().view(np.uint16).ravel()   # of ten bits
PIECE_VALUES = 1 << 14
BYTES = {pa.string(): pa.binary(), pa.large_string(): pa.large_binary()}


class ReplaceByRandomId(Answers):
    """The column with a random identifier for each value; empty cells stay empty. Parameter `private_key`: hexadecimal."""

    name = "replace_by_random_id"
    title = say("Replace by a random identifier")
    explain = say("Equal values get the same identifier, so that rows of one person can still be counted. The key stays in "
                  "this draft on this computer and is never sent.")
    loses = say("Nobody can look the value up or join this table with others by it.")
    kinds = frozenset(("person_id", "username", "device_id", "medical_id", "license_plate", "vin", "driver_license", "passport",
                       "person_name", "linked-column", "mac_address", "ip_address", "ssn", "phone", "email"))
    random_parameter = "private_key"
    asks = (Question(
        parameter="release", text=say("What about the next release?"), first=NEW,
        explain=say("Identifiers that stay let anyone follow one person over the releases. Their key is kept in the draft of "
                    "this dataset on this computer: whoever has it can work out who is who, and without it they change."),
        options=(Option(value=NEW, label=say("New identifiers for each release")),
                 Option(value=STABLE, label=say("The same identifiers, with the key kept on this computer")))),)

    def step_for(self, finding: Finding) -> Step:
        """Return the step that answers this finding, with the hash that it takes."""
        return Step(remedy=self.name, column=finding.column, parameters={HASH: BLAKE2S})

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with identifiers in the column. Raises: StepDoesNotFit where the key is not at hand."""
        column, key = column_of(sheet, step), text_of(step, self.random_parameter)
        if len(key) < SHORTEST_KEY:
            raise refuse(say("The key of these identifiers is kept in the draft on the computer where they were made."),
                         say("Take the step out of the recipe and choose the change again; the identifiers are then new."),
                         column.name)
        known = distinct(column.values)
        identifiers = _identifiers(known.values, key.encode(), HASHES.get(text_of(step, HASH, SHA256), _hmac_sha256))
        return sheet.with_values(column.name, rows_of(known, identifiers.cast(column.values.type)))

    def describe(self, step: Step) -> Message:
        """Return which column is replaced, and where a key is kept."""
        if text_of(step, "release", NEW) == STABLE:
            return say("Replace each value of column {column} by a random identifier that stays the same in each release; the "
                       "key is kept in the draft on this computer.", column=name_of(step))
        return say("Replace each value of column {column} by a random identifier.", column=name_of(step))


def _identifiers(values: pa.Array, key: bytes, hashed: Callable[[list[bytes], bytes], bytes]) -> pa.Array:
    """Return an identifier per value, blanks around it apart, long enough that different values never share one."""
    import pyarrow.compute as pc

    bare = pc.utf8_trim_whitespace(values)
    is_filled = mask_of(pc.not_equal(bare, ""))
    digests = _digests(bare.cast(BYTES[bare.type]), lambda some: hashed(some, key))
    found, letters = _written(digests, is_filled, LETTERS), LETTERS
    if _all_begin_differently(digests):
        return found
    values_count = len(bare.unique())
    while len(found.unique()) < values_count:
        letters += 2
        found = _written(digests, is_filled, letters)
    return found


def _digests(values: pa.Array, hashed: Callable[[list[bytes]], bytes]) -> npt.NDArray[np.uint8]:
    """Return the digest of each value, piece by piece: what is made for a piece stays near the processor."""
    found = np.empty((len(values), DIGEST_BYTES), np.uint8)
    for start in range(0, len(values), PIECE_VALUES):
        piece = hashed(values.slice(start, PIECE_VALUES).to_pylist())
        found[start:start + PIECE_VALUES] = np.frombuffer(piece, np.uint8).reshape(-1, DIGEST_BYTES)
    return found


def _all_begin_differently(digests: npt.NDArray[np.uint8]) -> bool:
    """Return whether no two digests share LETTERS: to sort numbers is far quicker than to look for equal texts."""
    numbers = np.ascontiguousarray(digests[:, :8]).view(">u8").ravel().astype(np.uint64) >> np.uint64(64 - 5 * LETTERS)
    return len(different(numbers)) == len(numbers)


def _keyed_blake2s(values: list[bytes], key: bytes) -> bytes:
    """Return keyed BLAKE2s of each value. Source: RFC 7693, section 2.9."""
    begun = hashlib.blake2s(key=key if len(key) <= DIGEST_BYTES else hashlib.blake2s(key).digest())
    found = []
    for value in values:      # to copy what was begun takes two thirds of the time of beginning
        one = begun.copy()
        one.update(value)
        found.append(one.digest())
    return b"".join(found)


def _hmac_sha256(values: list[bytes], key: bytes) -> bytes:
    """Return HMAC-SHA-256 of each value. Its two hashes are begun once, which is twice as fast. Source: RFC 2104."""
    block = (key if len(key) <= BLOCK_BYTES else hashlib.sha256(key).digest()).ljust(BLOCK_BYTES, b"\0")
    inner, outer = (hashlib.sha256(bytes(byte ^ pad for byte in block)).copy for pad in (0x36, 0x5C))
    found = []
    for value in values:      # the hash itself takes nearly all of the time
        first, second = inner(), outer()
        first.update(value)
        second.update(first.digest())
        found.append(second.digest())
    return b"".join(found)


def _written(digests: npt.NDArray[np.uint8], is_filled: Mask, letters: int) -> pa.Array:
    """Return the first letters of each digest in base 32 (RFC 4648); empty where nothing is filled in."""
    pieces = [_letters(digests[start:start + PIECE_VALUES], letters) for start in range(0, len(digests), PIECE_VALUES)]
    text = np.concatenate([np.zeros((0, letters), np.uint8), *pieces])[is_filled]
    ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(is_filled) * letters])
    return pa.Array.from_buffers(pa.large_string(), len(is_filled), [None, pa.py_buffer(ends), pa.py_buffer(text.tobytes())])


def _letters(digests: npt.NDArray[np.uint8], letters: int) -> npt.NDArray[np.uint8]:
    found = np.empty((len(digests), letters // 2), np.uint16)
    for pair in range(letters // 2):
        byte, bit = divmod(10 * pair, 8)
        two = digests[:, byte].astype(np.uint16) << np.uint16(8) | digests[:, byte + 1]
        found[:, pair] = PAIRS[two >> np.uint16(6 - bit) & np.uint16(1023)]
    return found.view(np.uint8)


HASHES = {BLAKE2S: _keyed_blake2s, SHA256: _hmac_sha256}
REMEDY = ReplaceByRandomId()
