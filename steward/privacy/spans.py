"""What a recognizer saw in values, and the two ways to look: a pattern on all values, a judge on candidates."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.privacy._signs import latin_letters, plain_signs, rewritten
from steward.table.text import matching

_DOTTED = r"([0-9])[·•‧∙⋅・‚․﹒]([0-9])"   # form NFKD makes odd blanks plain
_JAMO = r"[\x{1100}-\x{11ff}]"
_OTHER = r"[\p{Cyrillic}\p{Greek}]"
_MIXED = rf"[A-Za-z@][^ ]*{_OTHER}|{_OTHER}[^ ]*[A-Za-z@]"
Places = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """Which values hold something of a kind's shape. Shape: all four have one entry per such value."""

    places: Places   # 0-based among the values looked at, ascending
    whole: Mask      # nothing else stands in the value
    proven: Mask     # it obeys all rules of the kind: number ranges, check digit
    cued: Mask       # it has its separators, or a cue word stands beside it

    def at(self, places: Places) -> "Spans":
        """Return the same, where the values looked at were those at `places` among more."""
        return replace(self, places=places[self.places])

    def part(self, start: int, end: int, first: int) -> "Spans":
        """Return the entries from `start` to before `end`; their places are counted from the value at `first`."""
        chosen = slice(start, end)
        return Spans(places=self.places[chosen] - first, whole=self.whole[chosen], proven=self.proven[chosen],
                     cued=self.cued[chosen])

    def where(self, mask: Mask) -> Places:
        """Return the places whose entry is masked."""
        return self.places[mask]


def matches(values: pa.Array, pattern: str) -> Mask:
    """Return for each value whether the RE2 pattern stands in it."""
    return matching(values, pattern) if len(values) else np.zeros(0, np.bool_)


def pick(values: pa.Array, places: Places) -> pa.Array:
    """Return the values at some places."""
    return values if len(places) == len(values) else values.take(pa.array(places))


def judged(values: pa.Array, judge: Callable[[str], bool]) -> Mask:
    """Return for each value what a judge says of its text. Slow: for candidates only."""
    return np.fromiter((judge(text) for text in values.to_pylist()), np.bool_, len(values))


def normalized(values: pa.Array) -> pa.Array:
    """Return the values with the digits of all scripts, accents, invisible characters and odd dashes and blanks made plain.

    Values of plain ASCII stay as they are. Source: Unicode Standard Annex 15, form NFKD; Technical Standard 39 for letters of
    other scripts that look like Latin ones, which are changed only inside a word that holds Latin letters too.
    """
    import pyarrow.compute as pc

    ascii_only = pc.string_is_ascii(values)
    if pc.all(ascii_only).as_py() in (True, None):
        return values
    odd = pc.invert(ascii_only)
    plain = pc.utf8_normalize(values.filter(odd), form="NFKD")
    plain = pc.replace_substring_regex(rewritten(plain, plain_signs()), _DOTTED, r"\1.\2")
    if matches(plain, _JAMO).any():
        plain = pc.utf8_normalize(plain, form="NFC")
    return pc.replace_with_mask(values, odd, _in_latin(plain))


def _in_latin(values: pa.Array) -> pa.Array:
    """Return the values with letters that look Latin made so, where they stand in one word with Latin ones."""
    import pyarrow.compute as pc

    mixed = pa.array(matches(values, _MIXED))
    if not pc.any(mixed).as_py():
        return values
    return pc.replace_with_mask(values, mixed, rewritten(values.filter(mixed), latin_letters()))
