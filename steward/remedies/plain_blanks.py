"""Make blanks between words ordinary, and remove signs that nobody sees."""

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.odd_blanks import ODD_SIGN, with_plain_blanks
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class PlainBlanks(Answers):
    """The column with the text of each cell mended; cells without such signs stay."""

    name = "plain_blanks"
    title = say("Make them ordinary blanks")
    explain = say("Non-breaking blanks and tabs between words become ordinary ones, and characters that nobody sees go.")
    kinds = frozenset(("odd-blank", "invisible-sign"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column mended."""
        return with_each(sheet, step, with_plain_blanks, ODD_SIGN)

    def describe(self, step: Step) -> Message:
        """Return which column is mended."""
        return say("Make the blanks between words ordinary in column {column}.", column=name_of(step))


REMEDY = PlainBlanks()
