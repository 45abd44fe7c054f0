"""Days that lie years away from all others of their column, as a slip of the finger in the year leaves them: 1024 for 2024.

Source: Tukey 1977, "Exploratory Data Analysis": far out is what lies three times the width of the others away; Steward's
default for the width, which is that of all others. What a header names as an earlier time, such as when a house was built,
is left alone.
"""

from collections.abc import Iterable
from datetime import date

import numpy as np

from steward.schema.checks._dates import is_about_earlier_times, is_ahead
from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import days
from steward.table.days import Days, Numbers, number_of
from steward.table.default_days import default_days
from steward.table.distinct import Mask
from steward.table.places import different
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.tier import Tier

FEWEST = 20               # dates that lie together
MOST_FAR = 0.02           # of the dates; more of them are records of another time
FEW = 3                   # dates may lie apart in a small table all the same
TIMES, YEARS = 3, 3 * 365  # so many widths of the others, and so many days, lie between them and the rest


class FarDates:
    """Cells of a column that tells when things happened, far before or after all of its other days."""

    kinds = ("far-date",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of dates with such cells, without those that lie outside the declared period."""
        period = context.around.period or (date.min, context.around.today or date.max)
        for found in context.once(days).values():
            if is_about_earlier_times(found.column):
                continue
            start, end = (date.min, date.max) if is_ahead(found.column) else period
            mask = _far(found, number_of(start), number_of(end))
            what = say_count("One date lies years away from all others of its column.",
                             "{count} dates lie years away from all others of their column.",
                             found.column.distinct.count_where(mask))
            yield from about_cells(context.sheet, found.column, mask, kind="far-date", tier=Tier.WARN, what=what,
                                   next_step=say_count("See whether its year is mistyped, and correct it.",
                                                       "See whether their years are mistyped, and correct them.",
                                                       found.column.distinct.count_where(mask)),
                                   remedies=("leave_out_rows",))


def _far(found: Days, start: int, end: int) -> Mask:
    """Return which days lie far from the others; others tell of days to come and outside the period."""
    known = found.known & (start <= found.numbers) & (found.numbers <= end)
    if not _has_gap(found.numbers[known]) or not (known := known & ~default_days(found)).any():
        return np.zeros(len(known), np.bool_)
    first, last = _together(found.numbers[known], found.column.distinct.counts[known])
    return np.asarray(known & ((found.numbers < first) | (found.numbers > last)), np.bool_)


def _has_gap(numbers: Numbers) -> bool:
    is_wide = len(numbers) > 1 and int(numbers.max()) - int(numbers.min()) > YEARS
    return is_wide and bool((np.diff(different(numbers)) > YEARS).any())


def _together(numbers: Numbers, counts: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> tuple[int, int]:
    """Return the first and the last of the days that lie together: nearly all, and those that are not far from them."""
    order = np.argsort(numbers, kind="stable")
    numbers, rows = numbers[order], np.cumsum(counts[order])
    every = int(rows[-1])
    most = max(int(MOST_FAR * every), FEW)
    if every < FEWEST + most:
        return int(numbers[0]), int(numbers[-1])
    low, high = (int(np.searchsorted(rows, place)) for place in (most + 1, every - most))
    while low > 0 and numbers[low] - numbers[low - 1] <= _near(numbers, low, high):
        low -= 1
    while high < len(numbers) - 1 and numbers[high + 1] - numbers[high] <= _near(numbers, low, high):
        high += 1
    return int(numbers[low]), int(numbers[high])


def _near(numbers: Numbers, low: int, high: int) -> int:
    return max(YEARS, TIMES * int(numbers[high] - numbers[low]))


CHECK = FarDates()
