"""What every recognizer is, and the three ways most of them look: by pattern, by shape under a header, by a list of words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pyarrow as pa

from steward.privacy.knowledge import Knowledge
from steward.privacy.spans import Mask, Spans, judged, matches, pick

DATED = r"^\s*(?:18|19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
# What forms offer beside real answers. Source: HUD, "FY 2024 HMIS Data Standards", data quality responses; OMB SPD 15.
NO_ANSWERS = ("(?:client |person |patient )?(?:refused|declined?|does ?n['’o]?t know|prefers? not)(?: .*)?",
              "(?:data |information )?not (?:available|provided|recorded|specified|disclosed|applicable|known|sure)",
              "(?:data |information )?not (?:collected|reported|stated)",
              "no (?:answer|response|data)", "unspecified", "undisclosed", "missing", "unk")
LEFT, RIGHT = r"(?:^|[^0-9A-Za-z.-])", r"(?:$|[^0-9A-Za-z-])"
OPENED, CLOSED = r"""\s*[(\["'<]?\s*""", r"""\s*[)\]"'>]?\s*"""   # in brackets it is still the whole cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """How much evidence a kind needs: the least share of filled cells, by what the header says. None: never enough."""

    strong: float | None = 0.5   # the header names the kind
    weak: float | None = 0.7     # the header may mean it
    alone: float | None = None   # the header says nothing of it
    bare: float | None = None    # the same, for digits without separators that obey all rules, in a table about people
    single: bool = False         # one cell that proves itself is enough, in any column


class Recognizer(Protocol):
    """Spots one kind in any strings, knowing no context."""

    kind: str
    family: str      # "number", "contact", "name", "place", "quasi", "sensitive": how the weigher treats it
    sieve: str       # RE2 pattern of all that may be a candidate; empty: only looked for by share
    needs: Needs
    is_listed: bool  # True: every filled cell of a column of this kind counts, matched or not

    def spot(self, values: pa.Array, knowledge: Knowledge) -> Spans:
        """Return what is seen in the values."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ByPattern:
    """Spots what a pattern describes; `proven` and `cued` are stricter patterns, `judge` a check digit."""

    kind: str
    family: str
    core: str                                   # RE2, without anchors
    strict: str | None = None                   # obeys the ranges; None: the core proves itself
    cue: str | None = None                      # whole pattern of a cued or separated one; None: always cued
    but_not: str = ""                           # RE2; a value that holds this is not of the kind
    judge: Callable[[str], bool] | None = None  # on candidates that pass `strict`
    sign: Callable[[str], bool] | None = None   # a check digit that cues, where many values hold it, without proving one
    left: str = LEFT
    right: str = RIGHT
    candidates: str = ""                        # a pattern quicker than `cue` that misses none
    needs: Needs = field(default_factory=Needs)
    is_listed: bool = False

    @property
    def sieve(self) -> str:
        """Return the pattern of all that may prove itself."""
        return self.candidates or self.cue or self.core

    def spot(self, values: pa.Array, knowledge: Knowledge) -> Spans:  # noqa: ARG002  the protocol's
        """Return what is seen in the values."""
        places = np.flatnonzero(self.shaped(values))
        hits = pick(values, places)
        return Spans(places=places, whole=matches(hits, f"^{OPENED}(?:{self.core}){CLOSED}$"), proven=self._proven(hits),
                     cued=self._cued(hits))

    def shaped(self, values: pa.Array) -> Mask:
        """Return for each value whether the kind's shape stands in it, lawful or not."""
        shaped = matches(values, f"{self.left}(?:{self.core}){self.right}")
        return shaped & ~matches(values, self.but_not) if self.but_not else shaped

    def _cued(self, hits: pa.Array) -> Mask:
        cued = np.ones(len(hits), np.bool_) if self.cue is None else matches(hits, self.cue)
        if self.sign is not None and cued.any():
            cued[cued] = judged(hits.filter(pa.array(cued)), self.sign)
        return cued

    def _proven(self, hits: pa.Array) -> Mask:
        proven = np.ones(len(hits), np.bool_)
        if self.strict is not None:
            proven = matches(hits, f"{self.left}(?:{self.strict}){self.right}")
        if self.judge is not None and proven.any():
            proven[proven] = judged(hits.filter(pa.array(proven)), self.judge)
        return proven


@dataclass(frozen=True, slots=True, kw_only=True)
class ByWords:
    """Spots values that are one of some words, or hold one of them. For short answers of a form."""

    kind: str
    family: str
    exact: tuple[str, ...] = ()     # the value is this, letter case aside
    holding: tuple[str, ...] = ()   # the value holds this word or words
    telling: tuple[str, ...] = ()   # of `exact` and `holding`: says the kind by itself, without a header
    needs: Needs = field(default_factory=Needs)
    sieve: str = ""
    is_listed: bool = True

    def spot(self, values: pa.Array, knowledge: Knowledge) -> Spans:  # noqa: ARG002  the protocol's
        """Return what is seen in the values."""
        places = np.flatnonzero(matches(values, self._pattern))
        hits = pick(values, places)
        ones = np.ones(len(places), np.bool_)
        return Spans(places=places, whole=matches(hits, r"^.{0,80}$"), proven=ones, cued=self._tells(hits))

    @property
    def _pattern(self) -> str:
        inside = rf"|(?:^|[^a-z0-9])(?:{_either(self.holding)})(?:$|[^a-z0-9])" if self.holding else ""
        return rf"(?i)^\s*(?:{_either((*self.exact, *NO_ANSWERS, *self.holding))})\s*$" + inside

    def _tells(self, hits: pa.Array) -> Mask:
        if not self.telling:
            return np.zeros(len(hits), np.bool_)
        return matches(hits, rf"(?i)(?:^|[^a-z0-9])(?:{_either(self.telling)})(?:$|[^a-z0-9])")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(words)
