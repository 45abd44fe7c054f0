"""A number for each text, so that texts that occur again are found without a table of all texts.

Same texts have the same number. Different ones hardly ever share one, and whoever asks looks at those that do.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.text import PIECE_VALUES, byte_lengths, flat_bytes
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
WORD = 8                  # bytes that are mixed in at a time
MOST_WORDS = 12           # of the beginning of each text; how long it is counts, too
ODD = np.uint64(0x9E3779B97F4A7C15)
HALF = np.uint64(29)
SHARE_BITS = 5            # of a number say in which share it is put in order
LOOKING = say("Counting the different values")
_KEPT = np.array([(1 << (8 * count)) - 1 for count in range(WORD + 1)], np.uint64)    # the first bytes of a word


def fingerprints(values: pa.Array) -> Numbers:
    """Return the number of each text."""
    found = np.empty(len(values), np.uint64)
    for start in range(0, len(values), PIECE_VALUES):
        found[start:start + PIECE_VALUES] = _of_piece(values.slice(start, PIECE_VALUES))
    return found


def again(numbers: Numbers) -> npt.NDArray[np.bool_]:
    """Return which of the numbers occur more than once."""
    ordered = np.sort(numbers)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    return np.isin(numbers, twice) if len(twice) else np.zeros(len(numbers), np.bool_)


def repeated(values: pa.Array, progress: Progress) -> tuple[Places, Places]:
    """Return the places of the texts that may be there more than once, and of those that surely stand alone, both ascending.

    A table of ten million texts is slow to build; numbers are put in order share by share. Raises: Cancelled.
    """
    numbers = np.concatenate([np.zeros(0, np.uint64), *_told(values, progress)])
    is_again, share_of = np.zeros(len(numbers), np.bool_), (numbers >> np.uint64(64 - SHARE_BITS)).astype(np.uint8)
    for share in range(1 << SHARE_BITS if len(numbers) else 0):
        progress.report(0.5 + share / (2 << SHARE_BITS), LOOKING)
        places = np.flatnonzero(share_of == share)
        order = np.argsort(numbers[places])
        ordered = numbers[places[order]]
        is_same = ordered[1:] == ordered[:-1]
        is_again[places[order[1:][is_same]]] = True
        is_again[places[order[:-1][is_same]]] = True
    return np.flatnonzero(is_again), np.flatnonzero(~is_again)


def _told(values: pa.Array, progress: Progress) -> Iterator[Numbers]:
    for start in range(0, len(values), PIECE_VALUES):
        progress.report(start / (2 * len(values)), LOOKING)
        yield _of_piece(values.slice(start, PIECE_VALUES))


def _of_piece(values: pa.Array) -> Numbers:
    lengths = byte_lengths(values)
    texts = np.concatenate([flat_bytes(values), np.zeros(WORD, np.uint8)])
    words: Numbers = np.ndarray((len(texts) - WORD + 1,), "<u8", texts, strides=(1,))    # one begins at each byte
    places = np.cumsum(lengths) - lengths
    mixed: Numbers = lengths.astype(np.uint64) * ODD
    for number in range(min(MOST_WORDS, -(-int(lengths.max(initial=0)) // WORD))):
        left, at = lengths - number * WORD, np.minimum(places + number * WORD, len(words) - 1)
        more = (mixed ^ (words[at] & _KEPT[np.clip(left, 0, WORD)])) * ODD
        more ^= more >> HALF
        mixed = np.where(left > 0, more, mixed)     # a text's number must not hang on how long its neighbors are
    return mixed
