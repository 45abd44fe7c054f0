"""Percentages that are partly written as 0 to 1 and partly as 0 to 100.

Source: the file rules of DataSF and California, "percent consistently 0-1 or 0-100 and stated".
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table._words import words_of
from steward.table.distinct import Mask
from steward.table.figures import Figures, value_figures
from steward.table.profile import ColumnProfile
from steward.table.text import matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

WORDS = frozenset(("percent", "percentage", "pct", "share", "rate", "ratio", "proportion", "perc"))
FEWEST = 3                       # of each kind
SMALLEST_PART = 0.02             # of the cells are of the rarer kind
BETWEEN, MOST_BETWEEN, MOST_OF_SMALL, BY_CHANCE = (1.0, 3.0), 0.02, 0.1, 0.04
APART = (25.0, 400.0)            # how many times the middle of the larger ones is that of the smaller ones; a hundred is meant
APART_WITH_SIGNS = 10.0
MORE_DIGITS = 0.5                # behind the point, on the average
SIGN = r"%\s*$"
Places = npt.NDArray[np.int64]


class MixedPercents:
    """The cells of the rarer way of writing."""

    kinds = ("mixed-percent",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of percentages that mixes the two ways."""
        for column in context.columns:
            if not words_of(column.name.replace("%", " percent ")) & WORDS or column.filled < FEWEST:
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
    if (figures < 0).any() or (figures > 100).any():  # noqa: PLR2004
        return none
    signed = matching(column.distinct.values, SIGN)[places]
    small = (figures > 0) & ~signed & ((figures < 1) if signed.any() else (figures <= 1))
    large = (figures > 1) | (signed & (figures > 0))
    rows_small, rows_large = int(weights[small].sum()), int(weights[large].sum())
    if not rows_small or not rows_large or not (
            _signs_tell(column, places, figures, signed) if signed.any() else
            min(small.sum(), large.sum()) >= FEWEST and min(rows_small, rows_large) >= SMALLEST_PART * weights.sum()
            and _are_apart(column, places, figures, small)):
        return none
    none[places[small if rows_small <= rows_large else large]] = True
    return none


def _signs_tell(column: ColumnProfile, places: Places, figures: Figures, signed: Mask) -> bool:
    """Return whether cells without the sign are parts of one: a sign says its scale, and none of the others is on it, too."""
    small, bare = ~signed & (figures > 0) & (figures < 1), ~signed & (figures > 1)
    if _times(figures, small, signed & (figures > 0)) < APART_WITH_SIGNS:
        return False    # small percentages: the sign was left away
    return not bare.any() or (_times(figures, small, bare) >= APART[0] and _needs_more_digits(column, places, small, bare))


def _are_apart(column: ColumnProfile, places: Places, figures: Figures, small: Mask) -> bool:
    large, between = figures > 1, int(((figures > BETWEEN[0]) & (figures < BETWEEN[1])).sum())
    # So many would be there by chance; on one scale there are many, as small ones are the commonest.
    if between > max(MOST_BETWEEN * len(figures), MOST_OF_SMALL * small.sum(), BY_CHANCE * large.sum()):
        return False
    return APART[0] <= _times(figures, small, large) <= APART[1] and _needs_more_digits(column, places, small, large)


def _times(figures: Figures, small: Mask, large: Mask) -> float:
    return float(np.median(figures[large])) / float(np.median(figures[small]))


def _needs_more_digits(column: ColumnProfile, places: Places, small: Mask, large: Mask) -> bool:
    """Return whether the smaller ones have more digits behind the point, as a part of one needs for what a percentage says."""
    import pyarrow.compute as pc

    bare = pc.replace_substring_regex(column.distinct.values.take(pa.array(places)), r"[^0-9.]", "")
    digits = np.asarray(pc.utf8_length(pc.replace_substring_regex(bare, r"^[^.]*\.?", "")))
    return bool(digits[small].mean() >= digits[large].mean() + MORE_DIGITS)


CHECK = MixedPercents()
