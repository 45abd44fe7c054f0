"""Which cells of a column say in a word that there is no value, which may, and in which of the words that are known."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
import pyarrow as pa

from steward.table._words import DASHES, IN_TEXT, NEVER_A_WORD, PERHAPS_A_WORD, nothing_words
from steward.table.distinct import Mask
from steward.table.numerals import formatted_mask
from steward.table.profile import ColumnProfile
from steward.table.text import mask_of
from steward.table.together import each_among

WORDS = NEVER_A_WORD + PERHAPS_A_WORD
SHOWN = {word: word.upper() if word in ("null", "n/a", "na", "nan", "tbd", "unk") else word for word in WORDS}
ANSWERS, OFTEN = ("none", "nil", "blank", "missing", "empty"), 0.2   # of the filled cells
NUMBERS = ("integer", "number")


def sure_mask(column: ColumnProfile) -> Mask:
    """Return which values are a word for "nothing"; a dash among numbers may be zero, and is none."""
    if not column.is_missing_word.any() or not holds_numbers(column):
        return column.is_missing_word
    return column.is_missing_word & ~_among(column, column.is_missing_word, DASHES)


def in_text_mask(column: ColumnProfile) -> Mask:
    """Return which values of a column of words may be such a word; none in a column of another type.

    "None" that stands often is a category as any other; "NA" and a dash are none.
    """
    return next(in_text_masks([column]))


def in_text_masks(columns: Sequence[ColumnProfile]) -> Iterator[Mask]:
    """Yield the same for each of many columns, the small ones of which are looked at together."""
    looked_at = ((column.distinct.values, ~column.is_blank & ~column.is_missing_word & _may_be_text(column))
                 for column in columns)
    yield from map(_as_often, columns, each_among(looked_at, partial(_are_words, words=IN_TEXT)))


def _may_be_text(column: ColumnProfile) -> np.bool_:
    return np.bool_(column.type == "string" and column.distinct.is_counted)


def _as_often(column: ColumnProfile, found: Mask) -> Mask:
    none = np.zeros(len(found), np.bool_)
    if not found.any() or holds_numbers(column):    # the words first: few columns have any, and numbers take longer to tell
        return none
    answers = _among(column, found, ANSWERS)    # each of them is one of the words that are looked for in text
    is_often = column.distinct.count_where(answers) > OFTEN * column.filled
    return found & ~answers if is_often else found


def word_mask(column: ColumnProfile, shown: str) -> Mask:
    """Return which values are one word for "nothing", as `words_in` names it, however often it stands."""
    return _among(column, ~column.is_blank, tuple(word for word in WORDS if SHOWN[word] == shown))


def words_in(column: ColumnProfile, mask: Mask) -> tuple[tuple[str, int], ...]:
    """Return each word for "nothing" that the masked values are, with its cells, the most frequent first."""
    places = np.flatnonzero(mask)
    counts = column.distinct.counts[places].tolist()
    total: dict[str, int] = defaultdict(int)
    for word, count in zip(nothing_words(column.distinct.values.take(pa.array(places))).to_pylist(), counts, strict=True):
        if word is not None:
            total[SHOWN[word]] += int(count)
    return tuple(sorted(total.items(), key=lambda one: (-one[1], one[0])))


def holds_numbers(column: ColumnProfile) -> bool:
    """Return whether a column holds numbers, dressed up or not."""
    return column.type in NUMBERS or (column.type == "string" and bool(formatted_mask(column).any()))


def _among(column: ColumnProfile, mask: Mask, words: tuple[str, ...]) -> Mask:
    found = np.zeros(len(mask), np.bool_)
    places = np.flatnonzero(mask)
    if len(places):
        found[places] = _are_words(column.distinct.values.take(pa.array(places)), words)
    return found


def _are_words(values: pa.Array, words: tuple[str, ...]) -> Mask:
    import pyarrow.compute as pc

    written = nothing_words(values)
    return mask_of(pc.is_in(written, pa.array(words, written.type)))
