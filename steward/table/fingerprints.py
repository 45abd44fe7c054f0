"""A number for each text, so that texts that occur again are found without a table of all texts.

Same texts have the same number. Different ones hardly ever share one, and whoever asks looks at those that do.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.text import PIECE_VALUES, byte_lengths, flat_bytes

Numbers = npt.NDArray[np.uint64]
WORD = 8                  # bytes that are mixed in at a time
MOST_WORDS = 12           # of the beginning of each text; how long it is counts, too
ODD = np.uint64(0x9E3779B97F4A7C15)
HALF = np.uint64(29)
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
