"""Titles of sections among the records: a row that fills its first cell alone and says what the rows below it have in common.

Source: the pilot's list of bureaus and its BDS reports; the file rules of DataSF, California and New York.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import Places, about_records
from steward.schema.context import Context
from steward.schema.footers import footers
from steward.schema.layout import layout
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.tier import Tier

FEWEST_COLUMNS = 3
MOST = 0.34            # of the records; where more have one cell, the others are optional
TYPICAL = 0.5          # of the cells are filled in the other records
DIFFERENT = 0.5        # of the titles stand once
OFTEN = 3              # rows, on average, that have such a title in their first cell


class SectionTitles:
    """Rows that are titles of the rows below them."""

    kinds = ("section-title",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about all of them."""
        places = section_places(context)
        what = say_count("One row looks like the title of a section and not like a record.",
                         "{count} rows look like titles of sections and not like records.", len(places))
        yield from about_records(context.sheet, places, kind="section-title", tier=Tier.WARN, what=what,
                                 next_step=say_count("Put the title into a column of its own, or leave this row out.",
                                                     "Put each title into a column of its own, or leave these rows out.",
                                                     len(places)),
                                 remedies=("titles_to_column", "leave_out_rows"))


def section_places(context: Context) -> Places:
    """Return the places of the titles; none where so many rows fill one cell that it is how records look."""
    sheet, none = context.sheet, np.zeros(0, np.int64)
    if sheet.parts is not None or len(context.columns) < FEWEST_COLUMNS or not sheet.height:
        return none
    if any(column.missing == 0 for column in context.columns[1:]):
        return none                     # a title leaves all the others blank: the layout need not be worked out
    filled = sum(column.filled for column in context.columns)
    if context.columns[0].missing > MOST * sheet.height or filled < TYPICAL * sheet.height * len(context.columns):
        return none
    titles = np.setdiff1d(context.once(layout).titles, context.once(footers).places)
    return titles if 0 < len(titles) <= MOST * sheet.height and _are_names_apart(context, titles) else none


def _are_names_apart(context: Context, titles: Places) -> bool:
    """Return whether the titles are different from each other and from what records say in the same place."""
    first = context.columns[0].distinct
    codes = np.arange(first.height) if first.codes is None else first.codes
    return len(np.unique(codes[titles])) > DIFFERENT * len(titles) and first.counts[codes[titles]].mean() < OFTEN


CHECK = SectionTitles()
