"""Names that are written once above a group of records and left blank below, as merged cells and reports leave them.

Source: Broman and Woo 2018, "Data Organization in Spreadsheets": fill in all cells.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells
from steward.schema.checks.section_titles import section_places
from steward.schema.context import Context
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

FIRST_COLUMNS = 3
FEWEST_GROUPS = 2
FEWEST_BLANK = 0.3     # of the records
NO_REPEATS = 0.1       # of the groups may begin with the name of the group above
EVEN = 4               # times the average group; a longer one tells of a cell that nobody filled in


class FilledOnce:
    """Columns of names of which only the first record of each group has one."""

    kinds = ("filled-once",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such column among the first ones."""
        for column in context.once(group_columns):
            what = say_count("One cell is blank below a name that seems to hold for it too.",
                             "{count} cells are blank below a name that seems to hold for them too.", column.missing)
            yield from about_cells(context.sheet, column, column.is_blank, kind="filled-once", tier=Tier.WARN, what=what,
                                   next_step=say("Fill the name down, so that each record says what it belongs to. Records "
                                                 "that repeat are looked for once that is done."),
                                   remedies=("fill_down",))


def group_columns(context: Context) -> tuple[ColumnProfile, ...]:
    """Return the columns, among the first ones, whose names hold for the blank cells below them."""
    found = tuple(column for column in context.columns[:FIRST_COLUMNS]
                  if _is_filled_once(column) and (column is context.columns[0] or _is_each_once(column)))
    return () if not found or len(section_places(context)) else found


def _is_each_once(column: ColumnProfile) -> bool:
    """Return whether each name stands once: behind a first column that is whole, only that tells groups from gaps."""
    return bool((column.distinct.counts[~column.is_blank] == 1).all())


def _is_filled_once(column: ColumnProfile) -> bool:
    """Return whether the first record is filled, groups are about as long as each other, and no name comes again at once."""
    values = column.distinct
    if column.type != "string" or not values.is_counted or column.missing < FEWEST_BLANK * values.height:
        return False
    codes = values.codes if values.codes is not None else np.arange(values.height)
    begins = np.flatnonzero(~column.is_blank[codes])
    if len(begins) < FEWEST_GROUPS or begins[0] != 0:
        return False
    lengths = np.diff(np.append(begins, values.height))
    names = codes[begins]
    again = int((names[1:] == names[:-1]).sum())
    is_even = int((lengths == 1).sum()) <= NO_REPEATS * len(lengths) and lengths.max() <= EVEN * lengths.mean()
    return bool(is_even and again <= NO_REPEATS * len(names))


CHECK = FilledOnce()
