"""Times written in several ways in one column: 7:15 AM among 07:15, moments with a slash among moments with a dash.

Source: the file rules of DataSF, California and New York, "dates YYYY-MM-DD"; RFC 3339.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.elapsed import elapsed
from steward.table.profile import ColumnProfile
from steward.table.text import matching_among
from steward.table.written_times import ISO_MOMENT, read_times
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

NEARLY_ALL = 0.9       # of the filled cells are times, written one way or another
FEWEST = 3             # cells


class MixedTimes:
    """Columns of times that no single way of writing covers."""

    kinds = ("text-time",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding for each such column."""
        for column in context.columns:
            if column.type not in ("string", "time", "datetime"):
                continue
            mask = other_times(column)
            what = say_count("One time is written in another way than the program asks, and the column is text because of it.",
                             "{count} times are written in other ways than the program asks, and the column is text because of "
                             "them.", column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="text-time", tier=Tier.WARN, what=what,
                                   next_step=say("Write all times of the column in one way, from 00:00 to 23:59."),
                                   remedies=("read_times",))


def other_times(column: ColumnProfile) -> Mask:
    """Return which values are times in another form than the column's; none where it is no column of times."""
    return column.once(_other_times)


def _other_times(column: ColumnProfile) -> Mask:
    if elapsed(column).any():      # which is told as what it is
        return np.zeros(len(column.is_blank), np.bool_)
    if column.type != "string":
        return _odd_times(column) if column.odd.any() else np.zeros(len(column.is_blank), np.bool_)
    times = read_times(column)
    if times is None:
        return np.zeros(len(column.is_blank), np.bool_)
    moments, clocks = column.distinct.count_where(times.is_moment), column.distinct.count_where(times.is_time)
    mask = times.is_moment if moments > clocks else times.is_time
    if not FEWEST <= column.distinct.count_where(mask) >= NEARLY_ALL * column.filled:
        return np.zeros(len(column.is_blank), np.bool_)
    return mask & ~matching_among(column.distinct.values, mask, ISO_MOMENT)


def _odd_times(column: ColumnProfile) -> Mask:
    """Return which values that a column's type does not cover are such times; the others are known to be."""
    times = read_times(column, among=column.odd)
    mask = none = np.zeros(len(column.is_blank), np.bool_)
    if times is not None and column.type in ("time", "datetime"):
        mask = (times.is_moment if column.type == "datetime" else times.is_time) & column.odd
    read = column.filled - column.distinct.count_where(column.odd & ~mask)
    return mask if FEWEST <= read >= NEARLY_ALL * column.filled else none


CHECK = MixedTimes()
