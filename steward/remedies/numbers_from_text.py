"""Write numbers that were kept as text as digits: without the apostrophe, ="...", blanks between digits, full-width digits."""

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.numerals import TEXT_NUMBER, number_of_text
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class NumbersFromText(Answers):
    """The column with the digits alone; other cells stay."""

    name = "numbers_from_text"
    title = say("Keep the digits alone")
    explain = say("What makes a number a text goes: an apostrophe, an equals sign with quotation marks, blanks between digits.")
    kinds = frozenset(("number-as-text", "formula-cell"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those cells as digits."""
        return with_each(sheet, step, number_of_text, TEXT_NUMBER)

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Write numbers of column {column} that were kept as text as digits.", column=name_of(step))


REMEDY = NumbersFromText()
