"""Leave out the records that tell of sensitive incidents or places, found by the program's lists in each file anew."""

import numpy as np

from steward.remedies._answers import Answers
from steward.remedies._sensitive import told_by
from steward.remedies._step import name_of
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class LeaveOutSensitiveRows(Answers):
    """The table without records whose cell in the column holds one of the phrases in `words`, but for those in `never`."""

    name = "leave_out_sensitive_rows"
    may_find_nothing = True
    title = say("Leave out these incidents")
    explain = say("Rows that tell of what the program's list names are not published. In the next file they are found anew.")
    loses = say("Nobody can see or count these records.")
    kinds = frozenset(("sensitive-incident", "sensitive-place"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet without those records."""
        found = told_by(sheet, step)
        return sheet.take(np.flatnonzero(~found)) if found.any() else sheet

    def describe(self, step: Step) -> Message:
        """Return by which column rows are left out."""
        return say("Leave out rows with what the program's list names in column {column}.", column=name_of(step))


REMEDY = LeaveOutSensitiveRows()
