"""Gathers what is seen in one column: shares in a sample of its values, and single hits in all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from typing import cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.discovery import discover
from steward.privacy.headers import HeaderReading
from steward.privacy.in_sentences import told_in_sentences
from steward.privacy.knowledge import DEFAULT_TODAY, Knowledge
from steward.privacy.numbering import NUMBERED, is_numbering
from steward.privacy.offices import RECHECKED, plainer, share_of_city_lines
from steward.privacy.recognizers._recognizer import ByPattern, Recognizer
from steward.privacy.spans import Mask, Places, Spans, matches, normalized, pick
from steward.table.profile import ColumnProfile

SAMPLE_VALUES = 2_000
MANY_ROWS, FEW, MOST_STAFF = 100, 0.06, 500
SENTENCE, _MOSTLY = r"^\s*\S+(?:\s+\S+){4,}", 0.5
MANY_SENTENCES = 0.1   # of the filled values: then the column holds sentences
# Words that stand for nothing; "none" and "no" are answers. Source: the usual ones of pandas, spreadsheets and forms.
_NOTHING = (r"(?i)^\s*(?:#?n\.?/?a\.?|null|nil|nan|[-–—.?]+|tbd|unk|unknown|missing|blank|no data"
            r"|not (?:available|provided|known|given|stated|recorded|applicable)|0{6,}|9{7,})\s*$")
_TAXPAYERS = ("ssn", "itin")
_NO_NOTES = ("business", "official", "place", "product", "animal", "asset")
_WHOLE_CELLS = ("person_name", "email", "phone", "home_address")
_TYPED = frozenset(("integer", "number", "date", "datetime", "time", "year", "yearmonth", "boolean"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How much of a sample of filled values one recognizer sees. Unit: share, 0 to 1."""

    seen: float     # the shape stands somewhere in the value
    whole: float    # the value has the shape and nothing else
    proven: float   # and obeys the rules of the kind
    cued: float     # and has its separators or a cue word
    told: float = 0.0   # whole and cued, proven or not: one listed name alone

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
    city_lines: float = 0.0           # share of the sample: telephone numbers of public offices
    today: date = DEFAULT_TODAY       # of the run
    names_read: Places = field(default_factory=lambda: np.zeros(0, np.int64))   # of those: only a language pipeline read a name

    @cached_property
    def is_repeated(self) -> bool:
        """Return whether few values fill many rows: a dozen inspectors, not a thousand residents."""
        count, filled = self.profile.distinct_count, self.profile.filled
        return count is not None and filled >= MANY_ROWS and count < min(FEW * filled, MOST_STAFF)

    def sight(self, kind: str) -> Sight:
        """Return what is seen of a kind."""
        return self.sights.get(kind, NOT_SEEN)

    def are_sentences(self, places: Places) -> bool:
        """Return whether most of the values at these places are sentences, of five and more words, in a column of sentences."""
        return (len(places) > 0 and len(self.sample) > 0 and float(matches(self.sample, SENTENCE).mean()) >= MANY_SENTENCES
                and float(matches(pick(self.text, places), SENTENCE).mean()) >= _MOSTLY)

    @cached_property
    def filled(self) -> Mask:
        """Return which values hold something."""
        return ~self.profile.is_blank


@cache
def recognizers() -> tuple[Recognizer, ...]:
    """Return all recognizers. Raises: NothingDiscovered if the folder was lost."""
    return cast("tuple[Recognizer, ...]", discover("steward.privacy.recognizers", "RECOGNIZER"))


def gather(profiles: Sequence[ColumnProfile], readings: Sequence[HeaderReading], knowledge: Knowledge) -> list[Evidence]:
    """Return the evidence of some columns in their order.

    Their values are looked at together: making a pattern ready takes longer than trying it on a few values.
    """
    texts = [normalized(profile.distinct.values) for profile in profiles]
    places = [_telling(text, _spread(np.flatnonzero(~profile.is_blank))) for profile, text in zip(profiles, texts, strict=True)]
    samples = [pick(text, some) for text, some in zip(texts, places, strict=True)]
    weights = [profile.distinct.counts[some] for profile, some in zip(profiles, places, strict=True)]
    sights = _sights(samples, weights, knowledge)
    numbering = [_is_numbering(*known) for known in zip(readings, samples, sights, strict=True)]
    sights = [{kind: sight for kind, sight in seen.items() if not (is_one and kind in _TAXPAYERS)}
              for seen, is_one in zip(sights, numbering, strict=True)]
    singles = [told_in_sentences(text, _without_offices(profile, text, found, knowledge), knowledge,
                                 are_notes=_are_notes(profile, reading, seen, found))
               | _headed(profile, reading, text, knowledge)
               for profile, reading, text, seen, found
               in zip(profiles, readings, texts, sights, _singles(profiles, texts, sights, knowledge), strict=True)]
    gathered = [Evidence(profile=profile, reading=reading, text=text, sample=sample, sights=seen, singles=found,
                         today=knowledge.today,
                         city_lines=share_of_city_lines(sample, knowledge.city_exchanges) if "phone" in seen else 0.0)
                for profile, reading, text, sample, seen, found
                in zip(profiles, readings, texts, samples, sights, singles, strict=True)]
    return [_without_numbers(evidence) if is_one else evidence for evidence, is_one in zip(gathered, numbering, strict=True)]


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


def _headed(profile: ColumnProfile, reading: HeaderReading, text: pa.Array, knowledge: Knowledge) -> dict[str, Places]:
    """Return the single hits that need no sign beside them: check digits in texts under a header that speaks of the kind."""
    if profile.type in _TYPED:
        return {}
    spoken = reading.strong | reading.weak
    hits = {one.kind: spans.where(spans.proven) for one in recognizers() if one.kind in spoken and _has_check_digit(one)
            for spans in (one.spot(text, knowledge),)}
    return {kind: places for kind, places in hits.items() if len(places)}


def _has_check_digit(recognizer: Recognizer) -> bool:
    return recognizer.needs.single and isinstance(recognizer, ByPattern) and recognizer.judge is not None


def _singles(profiles: Sequence[ColumnProfile], texts: Sequence[pa.Array], sights: Sequence[Mapping[str, Sight]],
             knowledge: Knowledge) -> list[dict[str, Places]]:
    wanted = [_looked_for(seen) for seen in sights]
    places = [_loose(profile, text) if kinds else np.zeros(0, np.int64)
              for profile, text, kinds in zip(profiles, texts, wanted, strict=True)]
    joined, starts = _joined([pick(text, some) for text, some in zip(texts, places, strict=True)])
    asked = {one.kind for some in wanted for one in some}
    kinds = [recognizer for recognizer in recognizers() if recognizer.kind in asked]
    found = single_hits(joined, knowledge, kinds) if len(joined) and kinds else {}
    return [{one.kind: some[hits] for one in mine if len(hits := _between(found.get(one.kind), start, end))}
            for some, mine, start, end in zip(places, wanted, starts[:-1].tolist(), starts[1:].tolist(), strict=True)]


def _looked_for(sights: Mapping[str, Sight]) -> list[Recognizer]:
    return [recognizer for recognizer in recognizers()
            if recognizer.needs.single and not _is_plain(recognizer, sights.get(recognizer.kind, NOT_SEEN))]


def _loose(profile: ColumnProfile, text: pa.Array) -> Places:
    """Return the places of values that may hold anything: all but those that have the column's own type."""
    return np.flatnonzero(profile.odd) if profile.type in _TYPED else np.arange(len(text))


def _joined(parts: Sequence[pa.Array]) -> tuple[pa.Array, Places]:
    """Return the values of all columns one after the other, and where each column begins, with the end of the last."""
    starts = np.cumsum([0, *(len(part) for part in parts)], dtype=np.int64)
    if len(parts) == 1:
        return parts[0], starts
    return pa.concat_arrays([part.cast(pa.large_string()) for part in parts]), starts


def _between(places: Places | None, start: int, end: int) -> Places:
    """Return which of ascending places lie from `start` to before `end`, counted from `start`."""
    if places is None:
        return np.zeros(0, np.int64)
    return places[np.searchsorted(places, start):np.searchsorted(places, end)] - start


def _is_plain(recognizer: Recognizer, sight: Sight) -> bool:
    """Return whether the share alone will decide, so that single hits need not be looked for."""
    return recognizer.needs.alone is not None and sight.cued >= max(recognizer.needs.alone, 0.9)


def _sights(samples: Sequence[pa.Array], weights: Sequence[Places], knowledge: Knowledge) -> list[dict[str, Sight]]:
    joined, starts = _joined(samples)
    sights: list[dict[str, Sight]] = [{} for _ in samples]
    for recognizer in recognizers() if len(joined) else ():
        spans = recognizer.spot(joined, knowledge)
        bounds = np.searchsorted(spans.places, starts)
        for place in np.flatnonzero(np.diff(bounds)).tolist():
            mine = spans.part(int(bounds[place]), int(bounds[place + 1]), int(starts[place]))
            sights[place][recognizer.kind] = _shares(mine, weights[place] / weights[place].sum())
    return sights


def _shares(spans: Spans, weights: npt.NDArray[np.float64]) -> Sight:
    """Return the shares of rows, not of distinct values: two addresses among a thousand "North" are two in a thousand."""
    seen = weights[spans.places]
    proven = spans.whole & spans.proven
    told = spans.whole & spans.cued
    return Sight(seen=float(seen.sum()), whole=float(seen[spans.whole].sum()), proven=float(seen[proven].sum()),
                 cued=float(seen[proven & spans.cued].sum()), told=float(seen[told].sum()))


def _telling(text: pa.Array, places: Places) -> Places:
    """Return which places of a sample hold more than a word for nothing, as "N/A"; all where none does."""
    telling = places[~matches(pick(text, places), _NOTHING)]
    return telling if len(telling) else places


def _without_offices(profile: ColumnProfile, text: pa.Array, found: dict[str, Places],
                     knowledge: Knowledge) -> dict[str, Places]:
    """Return the single hits without sentences that tell of an office only, as "Call 503-555-0100" in every tenth row."""
    places, left = plainer(profile, text, found, knowledge.city_exchanges)
    if not len(places):
        return found
    kinds = [recognizer for recognizer in recognizers() if recognizer.kind in RECHECKED]
    still = single_hits(pa.array(left), knowledge, kinds)
    gone = {one.kind: np.delete(places, still.get(one.kind, np.zeros(0, np.int64))) for one in kinds}
    kept = {kind: np.setdiff1d(hits, gone[kind]) if kind in gone else hits for kind, hits in found.items()}
    return {kind: hits for kind, hits in kept.items() if len(hits)}


def _are_notes(profile: ColumnProfile, reading: HeaderReading, sights: Mapping[str, Sight],
               found: Mapping[str, Places]) -> bool:
    """Return whether a bare name may stand in the values: under a header of notes, or where a sentence tells of somebody.

    Columns of firms, places, titles and names are none: their words are names, too.
    """
    is_other = profile.type in _TYPED or reading.has(*_NO_NOTES)
    is_told = "free_text_pii" in reading.weak or "free_text_pii" in found
    return is_told and not is_other and all(sights.get(kind, NOT_SEEN).proven < _MOSTLY for kind in _WHOLE_CELLS)


def _is_numbering(reading: HeaderReading, sample: pa.Array, sights: Mapping[str, Sight]) -> bool:
    """Return whether cells that are shaped as Social Security numbers only number something, and the header says no other."""
    seen = sights.get("ssn", NOT_SEEN)
    return seen.told >= _MOSTLY and "ssn" not in reading.strong and is_numbering(sample)


def _without_numbers(evidence: Evidence) -> Evidence:
    """Return the evidence without the single hits that are the numbering's own."""
    hits = evidence.singles.get("ssn")
    if hits is None:
        return evidence
    left = hits[~matches(pick(evidence.text, hits), NUMBERED)]
    others = {kind: places for kind, places in evidence.singles.items() if kind not in _TAXPAYERS}
    return replace(evidence, singles=others | ({"ssn": left} if len(left) else {}))


def _spread(places: Places) -> Places:
    """Return at most SAMPLE_VALUES of the places, evenly spread from the first to the last."""
    if len(places) <= SAMPLE_VALUES:
        return places
    return places[np.linspace(0, len(places) - 1, SAMPLE_VALUES).astype(np.int64)]
