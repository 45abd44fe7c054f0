"""Leave out the records of people who would stand nearly alone, found anew in each month's file.

Source: Sweeney 2002, "k-anonymity", suppression of records; the threshold is that of the CMS cell size suppression policy.
"""

import numpy as np

from steward.remedies._answers import Answers
from steward.remedies._step import columns_of, number_of, texts_of
from steward.table.classes import classes_of
from steward.table.distinct import distinct
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

FEWEST = 11


class LeaveOutSmallGroups(Answers):
    """The table without records that fewer than `fewest` share the cells of `columns` with; blank cells count as alike."""

    name = "leave_out_small_groups"
    may_find_nothing = True
    title = say("Leave out rows that stand nearly alone")
    explain = say("Rows that too few others are alike with, in what many know of a person, are not published. In the next file "
                  "they are found anew.")
    loses = say("Nobody can see or count these records.")
    kinds = frozenset(("small-groups",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet without those records. Raises: StepDoesNotFit if it lacks one of the columns."""
        groups = classes_of([distinct(sheet.column(name).values) for name in columns_of(sheet, step)], sheet.height)
        small = groups.size_of_each_row() < number_of(step, "fewest", FEWEST)
        return sheet.take(np.flatnonzero(~small)) if small.any() else sheet

    def describe(self, step: Step) -> Message:
        """Return which columns are held together, and how many rows must be alike."""
        return say("Leave out rows that fewer than {fewest} share {columns} with.", fewest=number_of(step, "fewest", FEWEST),
                   columns=", ".join(texts_of(step, "columns")))


REMEDY = LeaveOutSmallGroups()
