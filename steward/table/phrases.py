"""Which texts hold one of some phrases, whatever the case and the signs between their words."""

import re
from collections.abc import Sequence

import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.text import matching

_EDGE_BEFORE, _EDGE_AFTER, _BETWEEN = r"(?:^|[^\p{L}\p{N}])", r"(?:$|[^\p{L}\p{N}])", r"[^\p{L}\p{N}]+"


def holding(values: pa.Array, phrases: Sequence[str], never: Sequence[str] = ()) -> Mask:
    """Return which values hold one of the phrases beside what is left of them without the phrases in `never`."""
    import numpy as np
    import pyarrow.compute as pc

    if not phrases:
        return np.zeros(len(values), np.bool_)
    found = matching(values, _roughly(phrases))    # a hundred times as fast as with the edges of words
    if not found.any():
        return found
    places = np.flatnonzero(found)
    some = values.take(pa.array(places))
    some = pc.replace_substring_regex(some, _pattern(never), " . ") if never else some
    found[places] = matching(some, _pattern(phrases))
    return found


def _roughly(phrases: Sequence[str]) -> str:
    return "(?i)" + "|".join("[^a-z0-9]+".join(re.escape(word) for word in phrase.split()) for phrase in phrases)


def _pattern(phrases: Sequence[str]) -> str:
    """Return the RE2 pattern of the phrases, each also in the plural."""
    words = (_BETWEEN.join(re.escape(word) for word in phrase.split()) for phrase in phrases)
    return rf"(?i){_EDGE_BEFORE}(?:{'|'.join(words)})(?:s|es)?{_EDGE_AFTER}"
