"""Remove blanks before and after the text of each cell."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_mapped
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class TrimBlanks(Answers):
    """The column without blanks around its texts, the non-breaking one included."""

    name = "trim_blanks"
    title = say("Remove the blanks around the text")
    explain = say("Blanks before and after the text of a cell go. Blanks between words stay.")
    kinds = frozenset(("padded-cell",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column trimmed."""
        return with_mapped(sheet, step, _trimmed)

    def describe(self, step: Step) -> Message:
        """Return which column is trimmed."""
        return say("Remove the blanks around the text in column {column}.", column=name_of(step))


def _trimmed(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.utf8_trim_whitespace(values)


REMEDY = TrimBlanks()
