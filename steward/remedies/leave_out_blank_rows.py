"""Leave out records in which nothing is filled in."""

import numpy as np

from steward.remedies._answers import OfTheWholeTable
from steward.table.distinct import distinct
from steward.table.sheet import Sheet
from steward.table.text import blank_mask
from steward.vocabulary.message import say


class LeaveOutBlankRows(OfTheWholeTable):
    """The table without the records whose cells are empty or hold only blanks."""

    name = "leave_out_blank_rows"
    title = say("Leave out the empty records")
    explain = say("Records in which no cell holds anything are not published.")
    said = say("Leave out the empty records.")
    kinds = frozenset(("blank-row",))

    def change(self, sheet: Sheet) -> Sheet:
        """Return the sheet without its empty records."""
        blank = np.full(sheet.height, bool(sheet.columns), np.bool_)
        for column in sheet.columns:
            values = distinct(column.values)
            nothing = blank_mask(values.values)
            blank &= nothing if values.codes is None else nothing[values.codes]
        return sheet.take(np.flatnonzero(~blank)) if blank.any() else sheet


REMEDY = LeaveOutBlankRows()
