"""Numbers that are not what other columns of the same row give, where nearly all others are: net, balance, remaining.

Source: Steward's default; the file rules of DataSF, California and New York ask for figures that can be added up.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.balances import Balance, balances, is_counted
from steward.schema.checks._finding import at_places, in_rows, shown
from steward.schema.checks.total_rows import counted_twice
from steward.schema.context import Context
from steward.schema.headings import is_total
from steward.table.figures import figures_at, holds_figures, row_figures, some_places
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

SOME_ROWS, FEWEST_COLUMNS, MOST_COLUMNS = 300, 3, 60


class Differences:
    """Records in which a column is not what others give, although it is in the great majority."""

    kinds = ("difference-differs",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such column."""
        columns = [column for column in context.columns if holds_figures(column) and is_counted(column)]
        if not FEWEST_COLUMNS <= len(columns) <= MOST_COLUMNS:
            return
        places = some_places(context.sheet.height, SOME_ROWS)
        told: set[int] = set()
        for one in balances([column.name for column in columns], [figures_at(column, places) for column in columns]):
            name = columns[one.result].name
            if one.result in told or (is_total(name) and not one.taken):     # sums are told by themselves
                continue
            told.add(one.result)
            yield from _about(context, columns, one)


def _about(context: Context, columns: list[ColumnProfile], one: Balance) -> Iterable[Finding]:
    figures = [row_figures(column) if place in one.parts else np.zeros(0) for place, column in enumerate(columns)]
    places = np.setdiff1d(np.flatnonzero(one.differs(figures)), context.once(counted_twice))
    if not len(places) or not one.is_proved(figures):
        return
    name = columns[one.result].name
    what = say_count("One number is not {sum}, and nearly all others of its column are.",
                     "{count} numbers are not {sum}, and nearly all others of their column are.", len(places),
                     sum=_sum(columns, one))
    yield at_places(context.sheet, places, name, kind="difference-differs", tier=Tier.WARN, remedies=("leave_out_column",),
                    words=Words(what=what, where=in_rows(name, len(places), int(context.sheet.rows[places[0]])), next_step=say(
                        "See which of these numbers is wrong, and correct it here or in your file, or say why it is right.")))


def _sum(columns: list[ColumnProfile], one: Balance) -> Message:
    added, taken = ([shown(columns[place].name) for place in places] for places in (one.added, one.taken))
    if not taken:
        return say("{first} plus {second}", first=added[0], second=added[1])
    if len(taken) > 1:
        return say("{first} less {second} less {third}", first=added[0], second=taken[0], third=taken[1])
    if len(added) > 1:
        return say("{first} plus {second} less {third}", first=added[0], second=added[1], third=taken[0])
    return say("{first} less {second}", first=added[0], second=taken[0])


CHECK = Differences()
