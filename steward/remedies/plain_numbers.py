"""Write numbers as digits alone: without separators, currency signs, percent signs and units."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, with_mapped
from steward.table.digit_forms import mask_by_form
from steward.table.distinct import distinct
from steward.table.inference import profile_column
from steward.table.numerals import DRESSED_COMMA, is_dressed, undressed
from steward.table.sheet import Column, Sheet
from steward.table.text import changed_where, matching
from steward.table.units import measures_in
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
        """Return the sheet with the numbers of the column plain.

        Raises: StepDoesNotFit where they are in several units or currencies, or some are written with a decimal comma.
        """
        column = column_of(sheet, step)
        if len(measures_in(profile_column(column))) > 1:
            raise refuse(say("The numbers of the column are in different units or currencies, and without them nobody could "
                             "tell which."),
                         say("Put the units into a column of their own, or write all numbers in one unit in your file."),
                         name_of(step))
        return with_plain_numbers(sheet, step)

    def describe(self, step: Step) -> Message:
        """Return which column is made plain."""
        return say("Keep the digits alone in column {column}.", column=name_of(step))


def with_plain_numbers(sheet: Sheet, step: Step) -> Sheet:
    """Return the sheet with the numbers of the step's column plain; other cells stay. Raises: StepDoesNotFit."""
    refuse_decimal_commas(column_of(sheet, step))
    return with_mapped(sheet, step, plain)


def refuse_decimal_commas(column: Column) -> None:
    """Refuse a column in which a comma may part the whole from its fraction. Raises: StepDoesNotFit."""
    if mask_by_form(distinct(column.values).values, lambda some: matching(some, DRESSED_COMMA)).any():
        raise refuse(say("Some numbers of the column are written with a decimal comma, so that 1,234 may be little more than "
                         "one."), say("Write all numbers with a decimal point in your file, and open it again."), column.name)


def plain(values: pa.Array) -> pa.Array:
    """Return dressed-up numbers as digits, a point and a minus sign alone, and all other values as they are."""
    return changed_where(is_dressed(values), values, undressed)


REMEDY = PlainNumbers()
