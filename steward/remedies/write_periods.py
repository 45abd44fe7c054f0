"""Write months, quarters and fiscal years in one way: 2019-01, 2019-Q1, FY 2018-19."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse
from steward.table.distinct import rows_of
from steward.table.inference import profile_column
from steward.table.sheet import Sheet
from steward.table.written_periods import periods_of, written
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class WritePeriods(Answers):
    """The column with each month, quarter or fiscal year in one way; other cells stay."""

    name = "write_periods"
    title = say("Write all of them in one way")
    explain = say("A month becomes 2019-01, a quarter 2019-Q1, and the fiscal year that ends in 2019 becomes FY 2018-19.")
    kinds = frozenset(("period-form",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the periods rewritten. Raises: StepDoesNotFit where the column holds none of one unit."""
        profile = profile_column(column_of(sheet, step))
        found = periods_of(profile)
        if found is None:
            raise refuse(say("The column does not hold months, quarters or years."), say("Take the step out of the recipe."),
                         profile.name)
        texts = profile.distinct.texts()
        made = [text if one is None else written(one, found.unit) for text, one in zip(texts, found.read, strict=True)]
        if made == texts:
            return sheet
        return sheet.with_values(profile.name, rows_of(profile.distinct, pa.array(made, profile.column.values.type)))

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Write the months, quarters or fiscal years of column {column} in one way.", column=name_of(step))


REMEDY = WritePeriods()
