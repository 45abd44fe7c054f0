"""Write numbers as digits alone: without separators, currency signs, percent signs and units."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, with_mapped
from steward.table.inference import profile_column
from steward.table.numerals import is_dressed, undressed
from steward.table.sheet import Sheet
from steward.table.units import units_in
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class PlainNumbers(Answers):
    """The column with digits, a point and a minus sign alone; a number in parentheses becomes negative."""

    name = "plain_numbers"
    title = say("Keep the digits alone")
    explain = say("Separators, currency signs, percent signs and units go. A number in parentheses becomes negative.")
    loses = say("The unit is no longer in the cell. Steward keeps it as the unit of the column.")
    kinds = frozenset(("formatted-number", "negative-in-parentheses", "unit-in-cell"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the numbers of the column plain. Raises: StepDoesNotFit where they are in several units."""
        if len(units_in(profile_column(column_of(sheet, step)))) > 1:
            raise refuse(say("The numbers of the column are in different units, and without them nobody could tell which."),
                         say("Put the units into a column of their own, or write all numbers in one unit in your file."),
                         name_of(step))
        return with_plain_numbers(sheet, step)

    def describe(self, step: Step) -> Message:
        """Return which column is made plain."""
        return say("Keep the digits alone in column {column}.", column=name_of(step))


def with_plain_numbers(sheet: Sheet, step: Step) -> Sheet:
    """Return the sheet with the numbers of the step's column plain; other cells stay."""
    return with_mapped(sheet, step, plain)


def plain(values: pa.Array) -> pa.Array:
    """Return dressed-up numbers as digits, a point and a minus sign alone, and all other values as they are."""
    import pyarrow.compute as pc

    return pc.if_else(pa.array(is_dressed(values)), undressed(values), values)


REMEDY = PlainNumbers()
