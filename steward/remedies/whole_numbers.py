"""Write whole numbers without the ".0" that a program put behind them."""

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_mapped
from steward.table.numerals import POINT_ZERO
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class WholeNumbers(Answers):
    """The column with its whole numbers alone; numbers with other digits behind the point stay."""

    name = "whole_numbers"
    title = say("Leave out the .0")
    explain = say("2015.0 becomes 2015. Numbers with other digits behind the point stay.")
    kinds = frozenset(("point-zero",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those numbers rewritten; other cells stay."""
        import pyarrow.compute as pc

        return with_mapped(sheet, step, lambda values: pc.replace_substring_regex(values, POINT_ZERO, r"\1"))

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Leave out the .0 behind the whole numbers of column {column}.", column=name_of(step))


REMEDY = WholeNumbers()
