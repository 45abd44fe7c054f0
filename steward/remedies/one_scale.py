"""Write percentages on one scale: 0 to 1 or 0 to 100. Source: the file rules of DataSF and California."""

from decimal import Decimal

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, text_of, with_mapped
from steward.table.numerals import is_dressed, plain_mask, undressed
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

HUNDRED, ONE = "100", "1"


class OneScale(Answers):
    """The column on one scale; parameter `scale`, "100" or "1". What is at most 1 is taken as a part of one."""

    name = "one_scale"
    title = say("Write them on one scale")
    explain = say("Numbers up to 1 are parts of one, larger ones parts of a hundred. All are written on the scale you choose.")
    loses = say("A real percentage of less than 1 in a hundred cannot be told from a part of one. Look at the rows first.")
    kinds = frozenset(("mixed-percent",))
    asks = (Question(parameter="scale", text=say("Which scale?"), first=HUNDRED,
                     explain=say("Say in the description of the column which one it is."),
                     options=(Option(value=HUNDRED, label=say("0 to 100")), Option(value=ONE, label=say("0 to 1")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the numbers of the column on one scale; other cells stay."""
        is_hundred = text_of(step, "scale", HUNDRED) != ONE
        return with_mapped(sheet, step, lambda values: _scaled(values, is_hundred=is_hundred))

    def describe(self, step: Step) -> Message:
        """Return which column is written on which scale."""
        if text_of(step, "scale", HUNDRED) == ONE:
            return say("Write the percentages of column {column} on a scale of 0 to 1.", column=name_of(step))
        return say("Write the percentages of column {column} on a scale of 0 to 100.", column=name_of(step))


def _scaled(values: pa.Array, *, is_hundred: bool) -> pa.Array:
    import pyarrow.compute as pc

    dressed = is_dressed(values)
    plain = pc.utf8_trim_whitespace(pc.if_else(pa.array(dressed), undressed(values), values))
    numeric, texts = plain_mask(plain).tolist(), values.to_pylist()
    return pa.array([_number(written, text, is_hundred=is_hundred) if is_number else text for written, text, is_number
                     in zip(plain.to_pylist(), texts, numeric, strict=True)], values.type)


def _number(written: str, text: str, *, is_hundred: bool) -> str:
    number = Decimal(written)
    is_part = abs(number) <= 1 and not text.rstrip().endswith("%")
    if is_part == is_hundred:
        number = number * 100 if is_hundred else number / 100
        return f"{number.normalize():f}"
    return written


REMEDY = OneScale()
