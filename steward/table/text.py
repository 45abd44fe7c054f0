"""Lengths and first bytes of Arrow text, straight from its buffers: the cheapest look at a million cells there is."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.distinct import Mask

Lengths = npt.NDArray[np.int64]
NOT_ASCII = 0x80
PIECE_VALUES = 1 << 19     # looked at together
NEARLY_ALL = 0.95          # of the values of a piece
RE2_BLANKS = "\t\n\f\r "    # what \\s means in a pattern
ASCII_BLANKS = (0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F)


def byte_lengths(values: pa.Array) -> Lengths:
    """Return the length of each value in bytes of UTF-8."""
    return np.diff(_raw_offsets(values)).astype(np.int64, copy=False)


def size_bytes(values: pa.Array) -> int:
    """Return how many bytes the values take, where each begins included. Arrow's own count takes four times as long."""
    count = len(values)
    if not count:
        return 0
    offsets = np.frombuffer(values.buffers()[1], _width(values))
    return int(offsets[values.offset + count] - offsets[values.offset]) + count * offsets.itemsize


def flat_bytes(values: pa.Array) -> npt.NDArray[np.uint8]:
    """Return the bytes of all values, one after the other."""
    buffer, offsets = values.buffers()[2] if len(values) else None, _offsets(values)
    return np.zeros(0, np.uint8) if buffer is None else np.frombuffer(buffer, np.uint8)[offsets[0]:offsets[-1]]


def first_bytes(values: pa.Array) -> npt.NDArray[np.uint8]:
    """Return the first byte of each value; 0 for an empty one."""
    return _bytes_at(values, _raw_offsets(values)[:-1])


def last_bytes(values: pa.Array) -> npt.NDArray[np.uint8]:
    """Return the last byte of each value; 0 for an empty one."""
    return _bytes_at(values, _raw_offsets(values)[1:] - 1)


def bytes_of(characters: str, at: int = 0) -> Mask:
    """Return a table of all 256 bytes: which ones stand first (`at` -1: last) in any of the characters or a plain blank."""
    return np.isin(np.arange(256, dtype=np.uint8), [character.encode()[at] for character in f"{RE2_BLANKS}{characters}"])


def within(values: pa.Array, begins: Mask, ends: Mask | None = None) -> Mask:
    """Return which values begin, and end, with a byte of the tables: a quick look before a slow one. Empty ones do not."""
    return in_pieces(values, lambda piece: _within(piece, begins, ends))


def _within(values: pa.Array, begins: Mask, ends: Mask | None) -> Mask:
    found: Mask = begins[first_bytes(values)]
    return found if ends is None else found & ends[last_bytes(values)]


def mask_of(result: pa.Array | pa.ChunkedArray) -> Mask:
    """Return an Arrow answer of true and false as a numpy mask."""
    mask: Mask = result.to_numpy() if isinstance(result, pa.ChunkedArray) else result.to_numpy(zero_copy_only=False)
    return mask


def matching(values: pa.Array, pattern: str) -> Mask:
    """Return which values hold the RE2 pattern."""
    import pyarrow.compute as pc

    return in_pieces(values, lambda piece: mask_of(pc.match_substring_regex(piece, pattern)))


def in_pieces(values: pa.Array, look: Callable[[pa.Array], Mask]) -> Mask:
    """Return what `look` says of each value; of a long column it is asked piece by piece.

    Numbers made on the way to an answer (lengths, places) take eight bytes a value: 80 MB at ten million rows, several times.
    """
    if len(values) <= PIECE_VALUES:
        return look(values) if len(values) else np.zeros(0, np.bool_)    # a pattern takes long to make ready
    found = np.empty(len(values), np.bool_)
    for start in range(0, len(values), PIECE_VALUES):
        found[start:start + PIECE_VALUES] = look(values.slice(start, PIECE_VALUES))
    return found


def matching_among(values: pa.Array, among: Mask, pattern: str) -> Mask:
    """Return which of the masked values hold the RE2 pattern."""
    found = np.zeros(len(values), np.bool_)
    for start in range(0, len(values), PIECE_VALUES):
        masked = among[start:start + PIECE_VALUES]
        count = int(np.count_nonzero(masked))
        if count > NEARLY_ALL * len(masked):      # to try a few more costs less than a copy of all others
            found[start:start + PIECE_VALUES] = matching(values.slice(start, PIECE_VALUES), pattern) & masked
        elif count:
            places = start + np.flatnonzero(masked)
            found[places] = matching(values.take(pa.array(places)), pattern)
    return found


def changed_where(mask: Mask, values: pa.Array, change: Callable[[pa.Array], pa.Array]) -> pa.Array:
    """Return the values with `change` done to the masked ones, which it is given together."""
    import pyarrow.compute as pc

    if not mask.any():
        return values
    if mask.all():
        return change(values).cast(values.type)
    chosen = pa.array(mask)
    return pc.replace_with_mask(values, chosen, change(values.filter(chosen)).cast(values.type))


def is_short(values: pa.Array, most_bytes: int) -> Mask:
    """Return which values have at most so many bytes of UTF-8."""
    return in_pieces(values, lambda piece: np.asarray(np.diff(_raw_offsets(piece)) <= most_bytes, np.bool_))


def blank_mask(values: pa.Array) -> Mask:
    """Return which values are empty or hold only blanks, those of other alphabets and the non-breaking one included."""
    return in_pieces(values, _blank_mask)


def _blank_mask(values: pa.Array) -> Mask:
    blank: Mask = byte_lengths(values) == 0
    first = first_bytes(values)
    perhaps = np.flatnonzero(~blank & (np.isin(first, ASCII_BLANKS) | (first >= NOT_ASCII)))
    for place in _only_blanks(values, perhaps):
        blank[place] = True
    return blank


def _only_blanks(values: pa.Array, places: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    import pyarrow.compute as pc

    if not len(places):
        return places
    trimmed = pc.utf8_trim_whitespace(values.take(pa.array(places)))
    return np.compress(byte_lengths(trimmed) == 0, places)


def _offsets(values: pa.Array) -> npt.NDArray[np.int64]:
    return np.asarray(_raw_offsets(values), np.int64)


def _raw_offsets(values: pa.Array) -> npt.NDArray[Any]:
    """Return where each value begins, and where the last one ends, as wide as they lie in memory."""
    if len(values) == 0:
        return np.zeros(1, np.int32)
    return np.frombuffer(values.buffers()[1], _width(values))[values.offset:values.offset + len(values) + 1]


def _width(values: pa.Array) -> "np.dtype[np.int64] | np.dtype[np.int32]":
    return np.dtype(np.int64) if values.type == pa.large_string() else np.dtype(np.int32)


def _bytes_at(values: pa.Array, places: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    buffer = values.buffers()[2] if len(values) else None
    if buffer is None or buffer.size == 0:
        return np.zeros(len(values), np.uint8)
    found = np.take(np.frombuffer(buffer, np.uint8), places, mode="clip")
    found[np.diff(_raw_offsets(values)) == 0] = 0
    return found
