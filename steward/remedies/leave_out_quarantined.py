"""Leave out the records that did not fit the table when it was read, and say why."""

from dataclasses import replace

from steward.remedies._answers import OfTheWholeTable
from steward.table.sheet import Sheet
from steward.vocabulary.message import say


class LeaveOutQuarantined(OfTheWholeTable):
    """The table without its set-apart records; the step's reason says why they may go."""

    name = "leave_out_quarantined"
    title = say("Leave out the rows that do not fit")
    explain = say("Rows with too many or too few cells stay in your file and are not published.")
    loses = say("Nobody can see or count these records.")
    said = say("Leave out the rows that do not fit the table.")
    kinds = frozenset(("extra-cell", "missing-cell", "unreadable-row"))

    def change(self, sheet: Sheet) -> Sheet:
        """Return the sheet without set-apart records."""
        return replace(sheet, quarantine=()) if sheet.quarantine else sheet


REMEDY = LeaveOutQuarantined()
