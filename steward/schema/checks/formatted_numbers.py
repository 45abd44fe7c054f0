"""Numbers with separators, currency signs, percent signs or units, in parentheses or shortened, and dashes among them.

Source: the file rules of DataSF, California and New York; the accounting formats of spreadsheets, which write a negative number
in parentheses and a zero as a dash.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.decimal_commas import decimal_comma_mask
from steward.table.distinct import Mask
from steward.table.in_parentheses import codes_in_parentheses
from steward.table.numerals import DASH, IN_PARENTHESES, SHORTENED, WITH_UNIT, formatted_mask, plain_mask
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among
from steward.table.units import measures_in
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier

NEARLY_ALL = 0.9  # of the filled cells are numbers, dressed up or not: the same share that gives a column its type
LONGEST = 60      # bytes


class FormattedNumbers:
    """Columns of numbers, some or all of which are dressed up for reading."""

    kinds = ("formatted-number", "negative-in-parentheses", "unit-in-cell", "shortened-number", "dash-for-number")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each way in which numbers of a column are dressed up."""
        for column in context.columns:
            if column.type == "string" or (column.type in ("integer", "number") and column.odd.any()):
                yield from _of_column(context, column)


def _of_column(context: Context, column: ColumnProfile) -> Iterable[Finding]:
    dressed = formatted_mask(column)
    dressed &= ~decimal_comma_mask(column) & ~codes_in_parentheses(column, dressed) if dressed.any() else dressed
    short = _among(column, SHORTENED) & ~dressed
    if column.type == "string" and not (dressed | short).any():
        return    # most columns of words: nobody needs to look for dashes
    dash = _among(column, DASH)
    if column.type == "string" and not _is_of_numbers(column, dressed | short, dash):
        return
    yield from _in_forms(context, column, dressed)
    yield from _shortened(context, column, short)
    yield from _dashes(context, column, dash)


def _in_forms(context: Context, column: ColumnProfile, dressed: Mask) -> Iterable[Finding]:
    values = column.distinct.values
    negative = matching_among(values, dressed, IN_PARENTHESES)
    is_mixed = len(measures_in(column)) > 1
    unit = dressed & ~negative if is_mixed else matching_among(values, dressed & ~negative, WITH_UNIT)
    plain = dressed & ~negative & ~unit
    yield from _about(context, column, negative, "negative-in-parentheses", say_count(
        "One number stands in parentheses, which is read as text. Expected: -1234.50 for (1,234.50).",
        "{count} numbers stand in parentheses, which are read as text. Expected: -1234.50 for (1,234.50).",
        column.distinct.count_where(negative)), say("Write negative numbers with a minus sign and without separators."))
    yield from _with_units(context, column, unit, is_mixed=is_mixed)
    yield from _about(context, column, plain, "formatted-number", say_count(
        "One number is written with separators or a currency sign. Expected: 1204 for $1,204.",
        "{count} numbers are written with separators or currency signs. Expected: 1204 for $1,204.",
        column.distinct.count_where(plain)), say("Keep the digits alone. Name the currency in the description of the column."))


def _with_units(context: Context, column: ColumnProfile, mask: Mask, *, is_mixed: bool) -> Iterable[Finding]:
    if not mask.any():
        return
    count = column.distinct.count_where(mask)
    if is_mixed:
        what = say_count("One number is in another unit or currency than others of the column. Expected: 12 for 12 ft.",
                         "{count} numbers carry units or currencies, and not all the same. Expected: 12 for 12 ft.", count)
        next_step = say("Put the units into a column of their own, or write all numbers in one unit in your file.")
        remedies: tuple[str, ...] = ("unit_to_column",)
    else:
        what = say_count("One number carries its unit. Expected: 12 for 12 ft.",
                         "{count} numbers carry their unit. Expected: 12 for 12 ft.", count)
        next_step = say("Keep the digits alone. The unit belongs beside the column's description, or into its name.")
        remedies = ("plain_numbers", "unit_to_header", "unit_to_column")
    yield from about_cells(context.sheet, column, mask, kind="unit-in-cell", tier=Tier.WARN, what=what, next_step=next_step,
                           remedies=remedies)


def _about(context: Context, column: ColumnProfile, mask: Mask, kind: str, *said: Message) -> Iterable[Finding]:
    what, next_step = said
    yield from about_cells(context.sheet, column, mask, kind=kind, tier=Tier.WARN, what=what, next_step=next_step,
                           remedies=("plain_numbers",))


def _shortened(context: Context, column: ColumnProfile, mask: Mask) -> Iterable[Finding]:
    what = say_count("One number is shortened, such as 1.2M. Expected: 1200000.",
                     "{count} numbers are shortened, such as 1.2M. Expected: 1200000.", column.distinct.count_where(mask))
    next_step = say("Write all digits in your file. Steward cannot: what was rounded away is not in the cell.")
    yield from about_cells(context.sheet, column, mask, kind="shortened-number", tier=Tier.WARN, what=what, next_step=next_step)


def _dashes(context: Context, column: ColumnProfile, mask: Mask) -> Iterable[Finding]:
    what = say_count("One cell of a column of numbers holds a dash. Expected: 0, or an empty cell.",
                     "{count} cells of a column of numbers hold a dash. Expected: 0, or an empty cell.",
                     column.distinct.count_where(mask))
    next_step = say("Say whether a dash is zero, as spreadsheets write it, or means that nobody knows.")
    yield from about_cells(context.sheet, column, mask, kind="dash-for-number", tier=Tier.WARN, what=what, next_step=next_step,
                           remedies=("replace_dashes",))


def _among(column: ColumnProfile, pattern: str) -> Mask:
    among = column.odd if column.type != "string" else ~column.is_blank
    return matching_among(column.distinct.values, among & is_short(column.distinct.values, LONGEST), pattern)


def _is_of_numbers(column: ColumnProfile, dressed: Mask, dash: Mask) -> bool:
    values = column.distinct
    rest = ~column.is_blank & ~column.is_missing_word & ~dash
    numbers = values.count_where(dressed) + values.count_where(plain_mask(values.values) & rest)
    return numbers >= NEARLY_ALL * values.count_where(rest | dressed)


CHECK = FormattedNumbers()
