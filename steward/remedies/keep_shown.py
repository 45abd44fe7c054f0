"""Keep what a spreadsheet shows of formulas that hold it themselves: links with their text, and texts in quotation marks."""

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.formulas import SHOWS_TEXT, shown
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class KeepShown(Answers):
    """The column with the text that each such formula shows; other cells stay."""

    name = "keep_shown"
    title = say("Keep what is shown")
    explain = say("Of a link the text goes on to be published, or else its address; of a text in quotation marks, the text.")
    loses = say("The address behind the text of a link is not published.")
    kinds = frozenset(("formula-cell",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with what the formulas show."""
        return with_each(sheet, step, shown, SHOWS_TEXT)

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Keep what the formulas of column {column} show.", column=name_of(step))


REMEDY = KeepShown()
