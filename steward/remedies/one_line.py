"""Put the text of each cell on one line."""

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.markup import LINE_BREAK, one_line
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class OneLine(Answers):
    """The column with the text of each cell mended; cells without such signs stay."""

    name = "one_line"
    title = say("Put each cell on one line")
    explain = say("Wherever lines break in a cell, one blank stands instead.")
    kinds = frozenset(("line-break",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column mended."""
        return with_each(sheet, step, one_line, LINE_BREAK)

    def describe(self, step: Step) -> Message:
        """Return which column is mended."""
        return say("Put each cell of column {column} on one line.", column=name_of(step))


REMEDY = OneLine()
