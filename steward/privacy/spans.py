"""What a recognizer saw in values, and the two ways to look: a pattern on all values, a judge on candidates."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.text import matching

_MADE_PLAIN = ((r"[\p{Cf}\p{Mn}]+", ""), (r"[\p{Pd}\x{2212}\x{2043}]", "-"), ("[‘’]", "'"),
               (r"([0-9])[·•‧∙⋅・‚․﹒]([0-9])", r"\1.\2"))   # form NFKD makes odd blanks plain
_BARRED = tuple(zip("đĐłŁøØ", "dDlLoO", strict=True))   # letters that no form takes apart
_JAMO = r"[\x{1100}-\x{11ff}]"
_OTHER = r"[\p{Cyrillic}\p{Greek}]"
_FOREIGN = rf"[^\P{{Nd}}0-9]|[A-Za-z@][^ ]*{_OTHER}|{_OTHER}[^ ]*[A-Za-z@]"
_ALIKE = "аеорсухіјѕԁԛԝАВЕКМНОРСТУХІЅЈοΟΑΒΕΖΗΙΚΜΝΡΤΥΧν"
_LATIN = "aeopcyxijsdqwABEKMHOPCTYXISJoOABEZHIKMNPTYXv"
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
    for pattern, instead in _MADE_PLAIN:
        plain = pc.replace_substring_regex(plain, pattern, instead)
    if matches(plain, "[đĐłŁøØ]").any():
        for barred, letter in _BARRED:
            plain = pc.replace_substring(plain, barred, letter)
    if matches(plain, _JAMO).any():
        plain = pc.utf8_normalize(plain, form="NFC")
    return pc.replace_with_mask(values, odd, _translated(plain))


def _translated(values: pa.Array) -> pa.Array:
    """Return the values with foreign digits and look-alike letters made Latin; few hold any, so these go one by one."""
    places = np.flatnonzero(matches(values, _FOREIGN))
    if not len(places):
        return values
    table = _plain_signs()
    texts = pa.array([text.translate(table) for text in pick(values, places).to_pylist()], values.type)
    import pyarrow.compute as pc

    mask = np.zeros(len(values), np.bool_)
    mask[places] = True
    return pc.replace_with_mask(values, pa.array(mask), texts)


@cache
def _plain_signs() -> dict[int, str]:
    digits = {number: str(unicodedata.decimal(chr(number))) for number in range(0x660, 0x1FC00)
              if unicodedata.decimal(chr(number), None) is not None}
    return digits | {ord(sign): plain for sign, plain in zip(_ALIKE, _LATIN, strict=True)}
