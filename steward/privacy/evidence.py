"""Gathers what is seen in one column: shares in a sample of its values, and single hits in all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.discovery import discover
from steward.privacy.headers import HeaderReading
from steward.privacy.knowledge import Knowledge
from steward.privacy.recognizers._recognizer import Recognizer
from steward.privacy.spans import Mask, Places, Spans, matches, normalized, pick
from steward.table.profile import ColumnProfile

SAMPLE_VALUES = 2_000
MANY_ROWS, FEW = 100, 0.06
_TYPED = frozenset(("integer", "number", "date", "datetime", "time", "year", "yearmonth", "boolean"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How much of a sample of filled values one recognizer sees. Unit: share, 0 to 1."""

    seen: float     # the shape stands somewhere in the value
    whole: float    # the value has the shape and nothing else
    proven: float   # and obeys the rules of the kind
    cued: float     # and has its separators or a cue word

    @property
    def lawful(self) -> float:
        """Return how many of the values of this shape obey the rules: look-alikes often do not."""
        return self.proven / self.whole if self.whole else 0.0


NOT_SEEN = Sight(seen=0.0, whole=0.0, proven=0.0, cued=0.0)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All that is known of one column before it is judged."""

    profile: ColumnProfile
    reading: HeaderReading
    text: pa.Array                    # the values, made plain where they are not ASCII
    sample: pa.Array                  # at most SAMPLE_VALUES filled values
    sights: Mapping[str, Sight]       # by kind; kinds that are not seen are left out
    singles: Mapping[str, Places]     # by kind: places among `text` of hits that prove themselves

    @cached_property
    def is_repeated(self) -> bool:
        """Return whether few values fill many rows: a dozen inspectors, not a thousand residents."""
        count, filled = self.profile.distinct_count, self.profile.filled
        return count is not None and filled >= MANY_ROWS and count < FEW * filled

    def sight(self, kind: str) -> Sight:
        """Return what is seen of a kind."""
        return self.sights.get(kind, NOT_SEEN)

    @cached_property
    def filled(self) -> Mask:
        """Return which values hold something."""
        return ~self.profile.is_blank


@cache
def recognizers() -> tuple[Recognizer, ...]:
    """Return all recognizers. Raises: NothingDiscovered if the folder was lost."""
    return cast("tuple[Recognizer, ...]", discover("steward.privacy.recognizers", "RECOGNIZER"))


def gather(profile: ColumnProfile, reading: HeaderReading, knowledge: Knowledge) -> Evidence:
    """Return the evidence of one column."""
    text = normalized(profile.distinct.values)
    places = _spread(np.flatnonzero(~profile.is_blank))
    sample, weights = pick(text, places), profile.distinct.counts[places]
    sights = {recognizer.kind: sight for recognizer in recognizers()
              if (sight := _sight(recognizer, sample, weights, knowledge)) is not None}
    return Evidence(profile=profile, reading=reading, text=text, sample=sample, sights=sights,
                    singles=_singles(profile, text, sights, knowledge))


def single_hits(text: pa.Array, knowledge: Knowledge, kinds: Sequence[Recognizer]) -> dict[str, Places]:
    """Return for each kind the places of values that hold it and prove it by separators, a check digit or a cue word.

    One alternation of all patterns finds the candidates first; only those are looked at again.
    """
    candidates = np.flatnonzero(matches(text, "|".join(f"(?:{recognizer.sieve})" for recognizer in kinds)))
    if not len(candidates):
        return {}
    values = pick(text, candidates)
    spans = {recognizer.kind: recognizer.spot(values, knowledge).at(candidates) for recognizer in kinds}
    return {kind: found.where(found.proven & found.cued) for kind, found in spans.items()}


def _singles(profile: ColumnProfile, text: pa.Array, sights: Mapping[str, Sight], knowledge: Knowledge) -> dict[str, Places]:
    looked_for = [recognizer for recognizer in recognizers()
                  if recognizer.needs.single and not _is_plain(recognizer, sights.get(recognizer.kind, NOT_SEEN))]
    places = np.flatnonzero(profile.odd) if profile.type in _TYPED else np.arange(len(text))
    if not len(places) or not looked_for:
        return {}
    found = single_hits(pick(text, places), knowledge, looked_for)
    return {kind: places[hits] for kind, hits in found.items() if len(hits)}


def _is_plain(recognizer: Recognizer, sight: Sight) -> bool:
    """Return whether the share alone will decide, so that single hits need not be looked for."""
    return recognizer.needs.alone is not None and sight.cued >= max(recognizer.needs.alone, 0.9)


def _sight(recognizer: Recognizer, sample: pa.Array, weights: Places, knowledge: Knowledge) -> Sight | None:
    spans = recognizer.spot(sample, knowledge)
    return _shares(spans, weights / weights.sum()) if len(spans.places) else None


def _shares(spans: Spans, weights: npt.NDArray[np.float64]) -> Sight:
    """Return the shares of rows, not of distinct values: two addresses among a thousand "North" are two in a thousand."""
    seen = weights[spans.places]
    proven = spans.whole & spans.proven
    return Sight(seen=float(seen.sum()), whole=float(seen[spans.whole].sum()), proven=float(seen[proven].sum()),
                 cued=float(seen[proven & spans.cued].sum()))


def _spread(places: Places) -> Places:
    """Return at most SAMPLE_VALUES of the places, evenly spread from the first to the last."""
    if len(places) <= SAMPLE_VALUES:
        return places
    return places[np.linspace(0, len(places) - 1, SAMPLE_VALUES).astype(np.int64)]
