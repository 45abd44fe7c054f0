"""Write numbers as digits alone: without separators, currency signs, percent signs and units."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_mapped
from steward.table.numerals import is_dressed, undressed
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class PlainNumbers(Answers):
    """The column with digits, a point and a minus sign alone; a number in parentheses becomes negative."""

    name = "plain_numbers"
    title = say("Keep the digits alone")
    explain = say("Separators, currency signs, percent signs and units go. A number in parentheses becomes negative.")
    loses = say("The unit is no longer in the cell. Name it in the description of the column.")
    kinds = frozenset(("formatted-number",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the numbers of the column plain; other cells stay."""
        return with_mapped(sheet, step, _plain)

    def describe(self, step: Step) -> Message:
        """Return which column is made plain."""
        return say("Keep the digits alone in column {column}.", column=name_of(step))


def _plain(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.if_else(pa.array(is_dressed(values)), undressed(values), values)


REMEDY = PlainNumbers()
