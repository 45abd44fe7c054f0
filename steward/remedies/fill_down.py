"""Fill names down that stand once above a group of records.

Source: Broman and Woo 2018, "Data Organization in Spreadsheets": fill in all cells.
"""

from dataclasses import replace

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._groups import fill_down
from steward.remedies._step import column_of, name_of, numbers_of
from steward.table.sheet import Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.recipe import Step


class FillDown(Answers):
    """The column with each blank cell saying what the cell above it says; with parameter `rows` only in those of the file."""

    name = "fill_down"
    title = say("Fill the names down")
    explain = say("Each blank cell says what the last filled cell above it says. Blank cells at the top stay blank.")
    loses = say("Nobody can see which cells were blank.")
    kinds = frozenset(("filled-once", "merged-rows"))

    def step_for(self, finding: Finding) -> Step:
        """Return the step that answers this finding; of merged cells only those are filled that were merged."""
        step = super().step_for(finding)
        return replace(step, parameters={"rows": tuple(finding.rows)}) if finding.kind == "merged-rows" else step

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column filled down."""
        import pyarrow.compute as pc

        name, rows = column_of(sheet, step).name, numbers_of(step, "rows")
        filled = fill_down(sheet, (name,))
        if not rows:
            return filled
        wanted = pa.chunked_array([pa.array(np.isin(sheet.rows, np.array(rows, np.int64)))])
        before, after = sheet.column(name).values, filled.column(name).values
        return sheet.with_values(name, pc.if_else(wanted, after, before.cast(after.type)))

    def describe(self, step: Step) -> Message:
        """Return which column is filled down, and in how many rows where not in all."""
        if rows := numbers_of(step, "rows"):
            return say_count("Fill column {column} down in one row: it says what the cell above says.",
                             "Fill column {column} down in {count} rows: they say what the cell above says.", len(set(rows)),
                             column=name_of(step))
        return say("Fill column {column} down: blank cells say what the cell above says.", column=name_of(step))


REMEDY = FillDown()
