"""What a recognizer saw in values, and the two ways to look: a pattern on all values, a judge on candidates."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

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
    import pyarrow.compute as pc

    if not len(values):
        return np.zeros(0, np.bool_)
    found: Mask = pc.match_substring_regex(values, pattern).to_numpy(zero_copy_only=False)
    return found


def pick(values: pa.Array, places: Places) -> pa.Array:
    """Return the values at some places."""
    return values if len(places) == len(values) else values.take(pa.array(places))


def judged(values: pa.Array, judge: Callable[[str], bool]) -> Mask:
    """Return for each value what a judge says of its text. Slow: for candidates only."""
    return np.fromiter((judge(text) for text in values.to_pylist()), np.bool_, len(values))


def normalized(values: pa.Array) -> pa.Array:
    """Return the values with full-width digits, invisible characters and odd dashes and blanks made plain.

    Values of plain ASCII stay as they are. Source: Unicode Standard Annex 15, form NFKC.
    """
    import pyarrow.compute as pc

    ascii_only = pc.string_is_ascii(values)
    if pc.all(ascii_only).as_py() in (True, None):
        return values
    odd = pc.invert(ascii_only)
    plain = pc.utf8_normalize(values.filter(odd), form="NFKC")
    for pattern, instead in ((r"\p{Cf}+", ""), (r"\p{Pd}", "-"), (r"\p{Zs}", " "), (r"[‘’]", "'")):
        plain = pc.replace_substring_regex(plain, pattern, instead)
    return pc.replace_with_mask(values, odd, plain)
