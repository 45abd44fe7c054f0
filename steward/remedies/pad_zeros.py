"""Put back the zeros in front that a spreadsheet took away from codes."""

from dataclasses import replace

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, number_of, with_mapped
from steward.table.code_widths import shorter_codes
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

WIDTHS = (2, 3, 5, 6, 9, 10, 11, 12, 13)
ZIP_DIGITS = 5
DIGITS = r"^\s*[0-9]+\s*$"
ZIP_AND_FOUR = r"^\s*[0-9]{3,5}-[0-9]{4}\s*$"


class PadZeros(Answers):
    """The column with codes of one width; parameter `width`, in digits, five where none is given.

    Without a width it is never measured: the same step has to give the same bytes whenever it is replayed.
    """

    name = "pad_zeros"
    title = say("Put the zeros back in front")
    explain = say("Codes of digits that are too short get zeros in front. Longer codes and other cells stay.")
    kinds = frozenset(("lost-zeros",))
    asks = (Question(parameter="width", text=say("How many digits has a whole code?"), first=ZIP_DIGITS,
                     explain=say("A ZIP code has 5 digits, the code of a state 2, of a county 5, of a tract 11."),
                     options=tuple(Option(value=width, label=say("{count} digits", count=width)) for width in WIDTHS)),)

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return the question with the width that the whole codes of the column have as the first answer."""
        width = shorter_codes(column)[1] if column is not None else 0
        if not width:
            return self.asks
        options = tuple(Option(value=one, label=say("{count} digits", count=one)) for one in sorted({*WIDTHS, width}))
        return (replace(self.asks[0], first=width, options=options),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the codes as wide as they should be."""
        width = max(1, number_of(step, "width", ZIP_DIGITS))
        return with_mapped(sheet, step, lambda values: _padded(values, width))

    def describe(self, step: Step) -> Message:
        """Return in which column, and how many digits a code gets."""
        return say("Put zeros in front of codes of column {column} until they have {width} digits.", column=name_of(step),
                   width=number_of(step, "width", ZIP_DIGITS))


def _padded(values: pa.Array, width: int) -> pa.Array:
    import pyarrow.compute as pc

    trimmed = pc.utf8_trim_whitespace(values)
    codes = pc.if_else(pa.array(matching(values, DIGITS)), pc.utf8_lpad(trimmed, width, "0"), values)
    if width != ZIP_DIGITS:
        return codes
    return pc.if_else(pa.array(matching(values, ZIP_AND_FOUR)), pc.utf8_lpad(trimmed, width + 5, "0"), codes)


REMEDY = PadZeros()
