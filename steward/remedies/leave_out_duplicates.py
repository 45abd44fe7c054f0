"""Leave out records that repeat an earlier one in every cell; the first of them stays."""

import numpy as np

from steward.remedies._answers import OfTheWholeTable
from steward.table.distinct import distinct
from steward.table.repeats import repeated_places
from steward.table.sheet import Sheet
from steward.vocabulary.message import say


class LeaveOutDuplicates(OfTheWholeTable):
    """The table with each record once."""

    name = "leave_out_duplicates"
    title = say("Leave out the repeated records")
    explain = say("Of records that are the same in every cell only the first is published.")
    loses = say("Nobody can see how often such a record came. If each of them really happened, counts become too low.")
    said = say("Leave out records that repeat an earlier one in every cell.")
    kinds = frozenset(("duplicate-row",))

    def change(self, sheet: Sheet) -> Sheet:
        """Return the sheet without the later ones of equal records."""
        repeated = repeated_places([distinct(column.values) for column in sheet.columns])
        return sheet.take(np.delete(np.arange(sheet.height), repeated)) if len(repeated) else sheet


REMEDY = LeaveOutDuplicates()
