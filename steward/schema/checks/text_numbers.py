"""Numbers that are kept as text: behind an apostrophe, in ="...", with blanks between the digits, or in full-width digits.

Source: Microsoft, "Fix text-formatted numbers by applying a number format"; the export habits of report servers.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.numerals import TEXT_NUMBER, plain_mask
from steward.table.profile import ColumnProfile
from steward.table.text import bytes_of, is_short, matching_among, within
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

NEARLY_ALL = 0.9       # of the filled cells are numbers, as text or not
LONGEST = 60           # bytes
BEGINS = bytes_of("0123456789+-='’‘０")


class TextNumbers:
    """Cells that hold a number as text in a column of numbers."""

    kinds = ("number-as-text",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of numbers with such cells."""
        for column in context.columns:
            mask = _texts(column)
            what = say_count("One number is written as text, such as behind an apostrophe or with blanks between its digits.",
                             "{count} numbers are written as text, such as behind an apostrophe or with blanks between digits.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="number-as-text", tier=Tier.WARN, what=what,
                                   next_step=say("Keep the digits alone."), remedies=("numbers_from_text",))


def _texts(column: ColumnProfile) -> Mask:
    values = column.distinct.values
    if column.type not in ("string", "integer", "number"):
        return np.zeros(len(values), np.bool_)
    among = ~column.is_blank & is_short(values, LONGEST) & (column.odd | (column.type == "string"))
    among &= within(values, BEGINS)
    found = matching_among(values, among, TEXT_NUMBER)
    if column.type != "string" or not found.any():
        return found
    numbers = column.distinct.count_where(found) + column.distinct.count_where(plain_mask(values) & ~found)
    return found if numbers >= NEARLY_ALL * column.filled else np.zeros(len(values), np.bool_)


CHECK = TextNumbers()
