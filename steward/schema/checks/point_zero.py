"""Whole numbers that a program wrote with ".0" behind them: years, identifiers and counts in columns with empty cells.

Source: pandas user guide, "Working with missing data": whole numbers become floating-point numbers where one is missing.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.proposals._asked import IDENTIFYING
from steward.table.distinct import Mask
from steward.table.header_words import header_words
from steward.table.numerals import POINT_ZERO, plain_mask
from steward.table.profile import ColumnProfile
from steward.table.text import matching, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

NEARLY_ALL = 0.9          # of the filled cells are numbers
FEWEST_VALUES = 10        # different ones: of ten measures hardly ever all are whole
RARE = 0.2                # of the numbers: all others are written without, so these are no measures either
WHOLE = r"^[+-]?[0-9]+$"
NEVER_BROKEN = IDENTIFYING | {"year", "years", "yr", "fy", "count", "qty", "quantity", "age", "day", "month", "quarter"}


class PointZero:
    """Columns of whole numbers, some or all of which end in ".0"."""

    kinds = ("point-zero",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such column; not for measures, of which some have other digits behind the point."""
        for column in context.columns:
            mask = _ending_so(column)
            what = say_count("One whole number has .0 behind it, as programs write it. Expected: 2015 for 2015.0.",
                             "{count} whole numbers have .0 behind them, as programs write them. Expected: 2015 for 2015.0.",
                             column.distinct.count_where(mask))
            next_step = say("Leave out the .0, so that they match other tables and years are read as years.")
            yield from about_cells(context.sheet, column, mask, kind="point-zero", tier=Tier.WARN, what=what,
                                   next_step=next_step, remedies=("whole_numbers",))


def _ending_so(column: ColumnProfile) -> Mask:
    import pyarrow.compute as pc

    values = column.distinct.values
    none = np.zeros(len(values), np.bool_)
    if column.type not in ("string", "integer", "number", "year"):
        return none
    ending = np.asarray(pc.ends_with(values, ".0")) & ~column.is_blank
    if not ending.any():
        return none
    found = matching_among(values, ending, POINT_ZERO)
    if not found.any():
        return none
    numbers, count = plain_mask(values), column.distinct.count_where
    if (numbers & ~found & ~matching(values, WHOLE)).any():
        return none
    never_broken = bool(NEVER_BROKEN & set(header_words(column.name)))
    are_rare = count(numbers) >= FEWEST_VALUES and count(found) <= RARE * count(numbers)
    if not (never_broken or are_rare or np.count_nonzero(found) >= FEWEST_VALUES):
        return none
    rest = ~column.is_blank & ~column.is_missing_word
    return found if count(numbers) >= NEARLY_ALL * count(rest) else none


CHECK = PointZero()
