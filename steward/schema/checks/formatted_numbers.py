"""Numbers with separators, currency signs, percent signs or units, in parentheses or shortened, and dashes among them.

Source: the file rules of DataSF, California and New York; the accounting formats of spreadsheets, which write a negative number
in parentheses and a zero as a dash.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.decimal_commas import decimal_comma_mask
from steward.table.distinct import Mask
from steward.table.in_parentheses import codes_in_parentheses
from steward.table.numerals import DASH, IN_PARENTHESES, SHORTENED, WITH_UNIT, formatted_mask, plain_mask
from steward.table.profile import ColumnProfile
from steward.table.text import bytes_of, is_short, matching, matching_among, within
from steward.table.together import each_among, in_portions
from steward.table.units import all_measures
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier

NEARLY_ALL = 0.9  # of the filled cells are numbers, dressed up or not: the same share that gives a column its type
LONGEST = 60      # bytes
SHORTENED_BEGINS = bytes_of("0123456789.+-($€£")
SHORTENED_ENDS = bytes_of("kKmMlLsSdDnNbBtT.)\u017f\u212a", at=-1)    # the last two are "s" and "K" where case is aside
MINUS_BEHIND = r"[0-9]\s?-\s*$"
PERCENT = r"(?i)(?:%|pct\.?|percent)\s*[)]?\s*$"


class FormattedNumbers:
    """Columns of numbers, some or all of which are dressed up for reading."""

    kinds = ("formatted-number", "negative-in-parentheses", "unit-in-cell", "shortened-number", "dash-for-number")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each way in which numbers of a column are dressed up."""
        columns = [column for column in context.columns
                   if column.type == "string" or (column.type in ("integer", "number") and column.odd.any())]
        for some in in_portions(columns, lambda column: len(column.is_blank)):
            yield from _of_columns(context, some)


def _of_columns(context: Context, columns: Sequence[ColumnProfile]) -> Iterable[Finding]:
    seen = [one for one in _seen(columns) if one.column.type != "string" or _is_of_numbers(one)]
    units = _among([one.column for one in seen], [one.dressed for one in seen], WITH_UNIT)
    for one, unit, measures in zip(seen, units, all_measures([one.column for one in seen]), strict=True):
        yield from _in_forms(context, one, unit, is_mixed=len(measures) > 1)
        yield from _shortened(context, one.column, one.short)
        yield from _dashes(context, one.column, one.dash)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Which values of a column are numbers that are dressed up or shortened, and which are dashes."""

    column: ColumnProfile
    dressed: Mask
    short: Mask
    dash: Mask


def _seen(columns: Sequence[ColumnProfile]) -> list[_Seen]:
    shortened = _among(columns, [_odd_and_short(column) & within(column.distinct.values, SHORTENED_BEGINS, SHORTENED_ENDS)
                                 for column in columns], SHORTENED)
    found = [(column, dressed, short & ~dressed) for column, dressed, short in zip(columns, map(_dressed, columns), shortened,
                                                                                   strict=True)]
    # Most columns of words have none of either: nobody needs to look for dashes.
    found = [one for one in found if one[0].type != "string" or (one[1] | one[2]).any()]
    columns = [column for column, *_ in found]
    dashes = _among(columns, [_odd_and_short(column) for column in columns], DASH)
    return [_Seen(*one, dash) for one, dash in zip(found, dashes, strict=True)]


def _among(columns: Sequence[ColumnProfile], masks: Sequence[Mask], pattern: str) -> Iterator[Mask]:
    values = (column.distinct.values for column in columns)
    return each_among(zip(values, masks, strict=True), partial(matching, pattern=pattern))


def _dressed(column: ColumnProfile) -> Mask:
    dressed = formatted_mask(column)
    return dressed & ~decimal_comma_mask(column) & ~codes_in_parentheses(column, dressed) if dressed.any() else dressed


def _in_forms(context: Context, seen: _Seen, unit: Mask, *, is_mixed: bool) -> Iterable[Finding]:
    column, dressed = seen.column, seen.dressed
    negative = matching_among(column.distinct.values, dressed, IN_PARENTHESES)
    unit = ~negative & (dressed if is_mixed else unit)
    yield from _about(context, column, negative, "negative-in-parentheses", say_count(
        "One number stands in parentheses, which is read as text. Expected: -1234.50 for (1,234.50).",
        "{count} numbers stand in parentheses, which are read as text. Expected: -1234.50 for (1,234.50).",
        column.distinct.count_where(negative)), say("Write negative numbers with a minus sign and without separators."))
    yield from _with_units(context, column, unit, is_mixed=is_mixed)
    yield from _plain_dress(context, column, dressed & ~negative & ~unit)


def _plain_dress(context: Context, column: ColumnProfile, plain: Mask) -> Iterable[Finding]:
    behind = matching_among(column.distinct.values, plain, MINUS_BEHIND)
    if behind.any() and not (plain & ~behind).any():
        what = say_count("One number has its minus sign behind it, which is read as text. Expected: -1234.50 for 1234.50-.",
                         "{count} numbers have their minus sign behind them, which is read as text. Expected: -1234.50 for "
                         "1234.50-.", column.distinct.count_where(behind))
        next_step = say("Write the minus sign in front of the digits.")
        yield from _about(context, column, behind, "formatted-number", what, next_step)
        return
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
    elif not (mask & ~matching_among(column.distinct.values, mask, PERCENT)).any():
        what = say_count("One number carries a percent sign. Expected: 12 for 12%.",
                         "{count} numbers carry a percent sign. Expected: 12 for 12%.", count)
        next_step = say("Keep the digits alone, and say in the column's name or its description that they are percentages.")
        remedies = ("plain_numbers", "unit_to_header", "unit_to_column")
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
    next_step = say("Take the exact numbers from your system if it has them. If not, write these out, and say in the "
                    "description of the column that they are rounded.")
    yield from about_cells(context.sheet, column, mask, kind="shortened-number", tier=Tier.WARN, what=what, next_step=next_step,
                           remedies=("write_out_numbers",))


def _dashes(context: Context, column: ColumnProfile, mask: Mask) -> Iterable[Finding]:
    what = say_count("One cell of a column of numbers holds a dash. Expected: 0, or an empty cell.",
                     "{count} cells of a column of numbers hold a dash. Expected: 0, or an empty cell.",
                     column.distinct.count_where(mask))
    next_step = say("Say whether a dash is zero, as spreadsheets write it, or means that nobody knows.")
    yield from about_cells(context.sheet, column, mask, kind="dash-for-number", tier=Tier.WARN, what=what, next_step=next_step,
                           remedies=("replace_dashes",))


def _odd_and_short(column: ColumnProfile) -> Mask:
    among = column.odd if column.type != "string" else ~column.is_blank
    return among & is_short(column.distinct.values, LONGEST)


def _is_of_numbers(seen: _Seen) -> bool:
    column, dressed = seen.column, seen.dressed | seen.short
    values = column.distinct
    rest = ~column.is_blank & ~column.is_missing_word & ~seen.dash
    numbers = values.count_where(dressed) + values.count_where(plain_mask(values.values) & rest)
    return numbers >= NEARLY_ALL * values.count_where(rest | dressed)


CHECK = FormattedNumbers()
