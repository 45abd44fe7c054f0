"""Percentages that are partly written as 0 to 1 and partly as 0 to 100.

Source: the file rules of DataSF and California, "percent consistently 0-1 or 0-100 and stated".
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.figures import value_figures
from steward.table._words import words_of
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

WORDS = frozenset(("percent", "percentage", "pct", "share", "rate", "ratio", "proportion", "perc"))
FEWEST = 3                       # of each kind
SMALLEST_PART = 0.02             # of the cells are of the rarer kind
BETWEEN, MOST_BETWEEN = (1.0, 3.0), 0.02
APART = (25.0, 400.0)            # how many times the middle of the larger ones is that of the smaller ones; a hundred is meant
SIGN = r"%\s*$"


class MixedPercents:
    """The cells of the rarer way of writing."""

    kinds = ("mixed-percent",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of percentages that mixes the two ways."""
        for column in context.columns:
            if not words_of(column.name.replace("%", " percent ")) & WORDS or column.filled < 2 * FEWEST:
                continue
            mask = _rarer(column)
            what = say_count("One percentage is written on another scale than the others: 0 to 1 beside 0 to 100.",
                             "{count} percentages are written on another scale than the others: 0 to 1 beside 0 to 100.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="mixed-percent", tier=Tier.WARN, what=what,
                                   next_step=say("Write all of them on one scale, and say in the description which one it is."),
                                   remedies=("one_scale",))


def _rarer(column: ColumnProfile) -> Mask:
    none = np.zeros(len(column.is_blank), np.bool_)
    every = value_figures(column)
    places = np.flatnonzero(np.isfinite(every))
    figures, weights = every[places], column.distinct.counts[places]
    small, large = (figures > 0) & (figures <= 1), (figures > 1) & (figures <= 100)  # noqa: PLR2004
    if (figures < 0).any() or (figures > 100).any() or min(small.sum(), large.sum()) < FEWEST:  # noqa: PLR2004
        return none
    rows_small, rows_large = int(weights[small].sum()), int(weights[large].sum())
    if min(rows_small, rows_large) < SMALLEST_PART * weights.sum() or not _are_apart(column, places, figures, small, large):
        return none
    none[places[small if rows_small <= rows_large else large]] = True
    return none


def _are_apart(column: ColumnProfile, places: "np.ndarray[tuple[int], np.dtype[np.int64]]",
               figures: "np.ndarray[tuple[int], np.dtype[np.float64]]", small: Mask, large: Mask) -> bool:
    signed = matching(column.distinct.values, SIGN)[places]
    if signed.any() and not signed.all():
        return bool(signed[large].all() and not signed[small].any())
    between = (figures > BETWEEN[0]) & (figures < BETWEEN[1])
    if between.sum() > MOST_BETWEEN * len(figures):
        return False
    apart = float(np.median(figures[large])) / float(np.median(figures[small]))
    decimals = _decimals(column, places)
    return APART[0] <= apart <= APART[1] and bool(decimals[small].max() > decimals[large].max())


def _decimals(column: ColumnProfile, places: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> "np.ndarray[Any, Any]":
    """Return how many digits each value has behind its point: a part of one needs more of them than a percentage does."""
    import pyarrow.compute as pc

    bare = pc.replace_substring_regex(column.distinct.values.take(pa.array(places)), r"[^0-9.]", "")
    return np.asarray(pc.utf8_length(pc.replace_substring_regex(bare, r"^[^.]*\.?", "")))


CHECK = MixedPercents()
