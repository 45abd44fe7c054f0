"""Leave out a column: the first remedy the city's Privacy Toolkit and DataSF name."""

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class LeaveOutColumn(Answers):
    """The table without one column."""

    name = "leave_out_column"
    title = say("Leave out this column")
    explain = say("The column stays in your file and is not published.")
    loses = say("Nobody can see anything of this column.")
    kinds = None
    never = frozenset(("not-data", "pivoted-report", "missing-cell", "extra-cell", "blank-row", "duplicate-row", "total-row",
                       "footer-row", "print-layout", "section-title", "header-form"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet without the column. Raises: StepDoesNotFit where no other column is left."""
        column = column_of(sheet, step)
        if len(sheet.columns) == 1:
            raise refuse(say("No other column is left, so that nothing would be published."),
                         say("Choose another change; or describe the dataset without its data."), column.name)
        return sheet.without(column.name)

    def describe(self, step: Step) -> Message:
        """Return what is left out."""
        return say("Leave out column {column}.", column=name_of(step))


REMEDY = LeaveOutColumn()
