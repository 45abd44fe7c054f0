"""Read letters again that were written as UTF-8 and read as Windows-1252."""

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.mojibake import MOJIBAKE, repaired
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class RepairEncoding(Answers):
    """The column with the text of each cell mended; cells without such signs stay."""

    name = "repair_encoding"
    title = say("Read the letters again")
    explain = say("Letters that were written as UTF-8 and read otherwise become what they were, as ñ for Ã±. Other cells stay.")
    kinds = frozenset(("encoding-damage",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column mended."""
        return with_each(sheet, step, repaired, MOJIBAKE)

    def describe(self, step: Step) -> Message:
        """Return which column is mended."""
        return say("Read the damaged letters of column {column} again.", column=name_of(step))


REMEDY = RepairEncoding()
