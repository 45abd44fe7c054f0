"""Numbers that are kept as text: behind an apostrophe, in ="...", with blanks between the digits, or in full-width digits.

The cells of a workbook say themselves which numbers they keep as text. Such are published as the numbers that they are, but
a sum that somebody took in the workbook left them out.

Source: Microsoft, "Fix text-formatted numbers by applying a number format"; the export habits of report servers.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells, at_places, in_rows
from steward.schema.context import Context
from steward.table._words import CODE_WORDS, words_of
from steward.table.distinct import Mask
from steward.table.numerals import TEXT_NUMBER, plain_mask
from steward.table.profile import ColumnProfile
from steward.table.sheet import KEPT_AS_TEXT
from steward.table.text import bytes_of, is_short, matching_among, within
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

NEARLY_ALL = 0.9       # of the filled cells are numbers, as text or not
LONGEST = 60           # bytes
NAMING = CODE_WORDS | frozenset((
    "id", "ids", "no", "number", "num", "nbr", "key", "record", "case", "permit", "ticket", "order", "ref", "reference",
    "index", "objectid", "folder", "invoice", "license", "badge", "year"))
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
            if not mask.any():
                yield from _kept_in_workbook(context, column)


def _kept_in_workbook(context: Context, column: ColumnProfile) -> Iterable[Finding]:
    """Yield the finding about numbers that the workbook keeps as text in a column of numbers; codes are kept so rightly."""
    position = column.column.position
    oddity = next((one for one in context.sheet.oddities if (one.kind, one.position) == (KEPT_AS_TEXT, position)), None)
    if oddity is None or column.type not in ("integer", "number") or _is_naming(column):
        return
    places = np.flatnonzero(np.isin(context.sheet.rows, np.array(list(oddity.rows), np.int64)))
    if not len(places):
        return
    is_whole = len(places) >= NEARLY_ALL * column.filled
    what = say_count("The workbook keeps one number of this column as text.",
                     "The workbook keeps {count} numbers of this column as text.", len(places))
    next_step = say("They are read as numbers here. If somebody added them up in the spreadsheet, see whether a sum left them "
                    "out, and change the cells to numbers there.")
    yield at_places(context.sheet, places, column.name, kind="number-as-text", tier=Tier.NOTE if is_whole else Tier.WARN,
                    words=Words(what=what, where=in_rows(column.name, len(places), int(context.sheet.rows[places[0]])),
                                next_step=next_step))


def _is_naming(column: ColumnProfile) -> bool:
    """Return whether the numbers name things, as the header says: nobody adds them up."""
    return bool(words_of(column.name) & NAMING)


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
