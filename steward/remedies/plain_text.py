"""Keep the text of cells that hold HTML."""

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.markup import HTML, plain_text
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class PlainText(Answers):
    """The column with the text of each cell mended; cells without such signs stay."""

    name = "plain_text"
    title = say("Keep the text alone")
    explain = say("Tags of web pages go, and references such as &amp; become the letters they stand for.")
    kinds = frozenset(("html-cell",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column mended."""
        return with_each(sheet, step, plain_text, HTML)

    def describe(self, step: Step) -> Message:
        """Return which column is mended."""
        return say("Keep the text alone in column {column}, without the markup of web pages.", column=name_of(step))


REMEDY = PlainText()
