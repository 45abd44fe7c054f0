"""Fill names down that stand once above a group of records.

Source: Broman and Woo 2018, "Data Organization in Spreadsheets": fill in all cells.
"""

from steward.remedies._answers import Answers
from steward.remedies._groups import fill_down
from steward.remedies._step import column_of, name_of
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class FillDown(Answers):
    """The column with each blank cell saying what the cell above it says."""

    name = "fill_down"
    title = say("Fill the names down")
    explain = say("Each blank cell says what the last filled cell above it says. Blank cells at the top stay blank.")
    loses = say("Nobody can see which cells were blank.")
    kinds = frozenset(("filled-once",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column filled down."""
        return fill_down(sheet, (column_of(sheet, step).name,))

    def describe(self, step: Step) -> Message:
        """Return which column is filled down."""
        return say("Fill column {column} down: blank cells say what the cell above says.", column=name_of(step))


REMEDY = FillDown()
