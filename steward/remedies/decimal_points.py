"""Write numbers with a decimal point that have a comma in its place."""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of
from steward.table.decimal_commas import decimal_comma_mask, with_points
from steward.table.distinct import rows_of
from steward.table.inference import profile_column
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class DecimalPoints(Answers):
    """The column with a point in each number that had a comma for it; points that parted thousands go."""

    name = "decimal_points"
    title = say("Write the numbers with a point")
    explain = say("The comma of each such number becomes a point: 12,5 becomes 12.5, and 1.204,50 becomes 1204.50.")
    kinds = frozenset(("decimal-comma",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the numbers rewritten; other cells stay."""
        import pyarrow.compute as pc

        profile = profile_column(column_of(sheet, step))
        mask = decimal_comma_mask(profile)
        if not np.any(mask):
            return sheet
        values = profile.distinct.values
        written = pc.replace_with_mask(values, pa.array(mask), with_points(values.filter(pa.array(mask))))
        return sheet.with_values(profile.name, rows_of(profile.distinct, written))

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Write the numbers of column {column} with a decimal point in place of a comma.", column=name_of(step))


REMEDY = DecimalPoints()
