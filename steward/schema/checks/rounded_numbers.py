"""Numbers of which some are rounded to thousands or hundreds and the others are exact.

Source: the Data Quality dimension "precision" of ISO/IEC 25012; Steward's default for the shares. People's own estimates end
in every kind of zeros; where numbers are either exact or round to the same place, a report or a system rounded them.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.figures import Figures, value_figures
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

PLACES = (1_000, 100)
FEWEST = 8                # rounded ones
SHARE = 0.05              # of the numbers that are large enough, at least
EXACT = 0.3               # of them are exact
BETWEEN = 0.25            # of the number of the rounded ones may be round to a place less; by chance it would be nine times
LARGE = 1_000_000_000_000


class RoundedNumbers:
    """Cells of a column of exact numbers that end in zeros."""

    kinds = ("rounded-number",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column that mixes rounded numbers with exact ones."""
        for column in context.columns:
            mask = _rounded(column)
            what = say_count("One number seems to be rounded, where the others of its column are exact.",
                             "{count} numbers seem to be rounded, where the others of their column are exact.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="rounded-number", tier=Tier.NOTE, what=what,
                                   next_step=say("Take exact numbers from your system if it has them. If not, say in the "
                                                 "description of the column that some are rounded."))


def _rounded(column: ColumnProfile) -> Mask:
    none = np.zeros(len(column.is_blank), np.bool_)
    if column.type not in ("integer", "number") or column.filled < FEWEST:
        return none
    figures = np.abs(value_figures(column))
    figures = np.where(np.isfinite(figures) & (figures < LARGE), figures, 0.0)
    perhaps = figures % PLACES[-1] == 0
    return next((mask for place in PLACES if (mask := _to(column, figures, perhaps, place)).any()), none)


def _to(column: ColumnProfile, figures: Figures, perhaps: Mask, place: int) -> Mask:
    """Return which numbers are rounded to this place; none where the column is not made of such and of exact ones."""
    large, count = figures >= place, column.distinct.count_where
    rounded = large & perhaps
    rounded[rounded] = figures[rounded] % place == 0
    rows_large, rows = count(large), count(rounded)
    if rows < max(FEWEST, SHARE * rows_large):
        return np.zeros(len(figures), np.bool_)
    between = large & ~rounded & (figures % (place / 10) == 0)
    exact = large & ~rounded & ~between & (figures % (place / 100) != 0)
    is_mixed = count(exact) >= EXACT * rows_large and count(between) <= BETWEEN * rows
    return rounded if is_mixed else np.zeros(len(figures), np.bool_)


CHECK = RoundedNumbers()
