"""Columns in which nothing is filled in. Source: the city's pilot of 2021, "blank columns"."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_column, about_table
from steward.schema.context import Context
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

LOOK = say("Open the file and see whether the records are on another sheet, then open that one.")

COMPARE = say("Compare the row of names with the rows below it, and mend them here, or correct the file and open it again.")


class EmptyColumns:
    """Columns without a single filled cell, and tables without a single record."""

    kinds = ("empty-column", "no-records")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each empty column, or one for a table that has no records."""
        if not context.sheet.height:
            what = say("The table has no records.") if not context.sheet.quarantine else (
                say("No row has as many cells as there are names of columns, so all rows are set apart."))
            yield about_table(kind="no-records", tier=Tier.BLOCK, count=1, what=what, where=say("The whole table."),
                              next_step=LOOK if not context.sheet.quarantine else COMPARE)
            return
        for column in context.columns:
            if not column.filled:
                yield about_column(column.name, kind="empty-column", tier=Tier.WARN, count=column.missing,
                                   remedies=("leave_out_column",), what=say("This column holds nothing."),
                                   next_step=say("Leave the column out, or give it values in your file and open it again."))


CHECK = EmptyColumns()
