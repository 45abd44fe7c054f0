"""Sums that disagree with their parts: a column that adds up the columns before it, a row that adds up the rows above it.

Source: the file rules of DataSF, California and New York ("no total rows"); a sum that disagrees tells of a part that is wrong.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from steward.schema.checks._finding import Places, at_places, in_rows
from steward.schema.checks.total_rows import counted_twice
from steward.schema.context import Context
from steward.schema.headings import is_change, is_total
from steward.table.distinct import Mask
from steward.table.figures import Figures, row_figures
from steward.table.profile import ColumnProfile
from steward.table.sorting import sizes
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

FEWEST_ROWS, FEWEST_PARTS, MOST_PARTS = 5, 2, 60
MOSTLY = 0.8               # of the records agree: then it is a sum, and the others are mistaken
CENT = 0.011
SHARE_THAT_AGREES = 0.5    # of the columns of a total row


class Sums:
    """Records in which a sum is not what its parts give."""

    kinds = ("sum-differs",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of sums with such records, and for each column in which a total row disagrees."""
        found = dict[str, Places]()
        totals = context.once(counted_twice)
        columns = context.columns if _may(context, totals) else ()
        numeric = [(column, row_figures(column)) for column in columns if _is_numeric(column)]
        for column, places in (*_of_columns(numeric), *_of_rows(context, numeric, totals)):
            found[column.name] = np.union1d(found.get(column.name, np.zeros(0, np.int64)), places)
        for name, places in found.items():
            what = say_count("One sum is not what its parts add up to.", "{count} sums are not what their parts add up to.",
                             len(places))
            where = in_rows(name, len(places), int(context.sheet.rows[places[0]]))
            yield at_places(context.sheet, places, name, kind="sum-differs", tier=Tier.WARN, remedies=("leave_out_column",),
                            words=Words(what=what, where=where, next_step=say(
                                "See which of the parts or the sum is wrong, and correct it. Better still, leave sums out.")))


def _may(context: Context, totals: Places) -> bool:
    return len(totals) > 0 or any(is_total(column.name) for column in context.columns)


def _of_columns(numeric: list[tuple[ColumnProfile, Figures]]) -> Iterator[tuple[ColumnProfile, Places]]:
    """Yield columns named as totals that add up the columns before them in most records, with the records that disagree."""
    begin = 0
    for place, (column, figures) in enumerate(numeric):
        if not is_total(column.name) or is_change(column.name):
            continue
        told = np.isfinite(figures)
        differs = _fewest_differ([numbers for _, numbers in numeric[begin:place][-MOST_PARTS:]], figures)
        begin = place + 1
        if told.sum() >= FEWEST_ROWS and 0 < differs.sum() <= (1 - MOSTLY) * told.sum():
            yield column, np.flatnonzero(differs)


def _fewest_differ(before: list[Figures], figures: Figures) -> Mask:
    """Return which records disagree with the sum of those columns just before it that agrees best."""
    told = np.isfinite(figures)
    best, total = told, np.zeros(len(figures))
    for count, part in enumerate(reversed(before), start=1):
        total += np.nan_to_num(part)
        differs = told & (np.abs(total - figures) > CENT)
        if count >= FEWEST_PARTS and differs.sum() < best.sum():
            best = differs
    return np.asarray(best, np.bool_)


def _of_rows(context: Context, numeric: list[tuple[ColumnProfile, Figures]],
             totals: Places) -> Iterator[tuple[ColumnProfile, Places]]:
    """Yield the columns in which the only total, below all records, is not their sum although it is in most columns."""
    if len(totals) != 1 or totals[0] < FEWEST_ROWS or totals[0] < context.sheet.height - 3:
        return
    total = int(totals[0])
    told = [(column, numbers) for column, numbers in numeric if np.isfinite(numbers[total])]
    agrees = [abs(float(np.nansum(numbers[:total])) - float(numbers[total])) <= CENT for _, numbers in told]
    if not told or sum(agrees) < max(1, SHARE_THAT_AGREES * len(told)):
        return
    for (column, _), is_right in zip(told, agrees, strict=True):
        if not is_right:
            yield column, totals


def _is_numeric(column: ColumnProfile) -> bool:
    return column.type in ("integer", "number") or (column.type == "string" and len(sizes(column)[0]) > 0)


CHECK = Sums()
