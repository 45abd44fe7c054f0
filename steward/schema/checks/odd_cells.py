"""Cells that are not what the rest of their column is. Source: Validata, which says what it expected."""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells
from steward.schema.checks._forms import example_of, name_of_type
from steward.schema.checks.mixed_times import other_times
from steward.schema.checks.narrow_cells import TOO_NARROW
from steward.schema.checks.print_layout import print_places
from steward.schema.checks.section_titles import section_places
from steward.schema.checks.total_rows import counted_twice
from steward.schema.context import Context
from steward.schema.declared_nothing import declared_nothing
from steward.schema.footers import footers
from steward.table._words import NO_DAY_AT_ALL
from steward.table.decimal_commas import DECIMAL_COMMA
from steward.table.distinct import Mask
from steward.table.mixed_days import in_several_ways
from steward.table.month_days import DAY_MONTH
from steward.table.numerals import DASH, PADDED_NUMBER, SHORTENED, TEXT_NUMBER, formatted_mask
from steward.table.period import DATE_TYPES
from steward.table.profile import ColumnProfile
from steward.table.serial_days import serial_mask
from steward.table.text import is_short, matching_among
from steward.table.written_dates import read_dates
from steward.table.written_periods import periods_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.tier import Tier

LONGEST = 60     # bytes
NAMED_ELSEWHERE = rf"{SHORTENED}|{TEXT_NUMBER}|{DECIMAL_COMMA}|{PADDED_NUMBER}|{DASH}"


class OddCells:
    """Odd cells of a column whose other cells, nine in ten or more, have one type."""

    kinds = ("type-error",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column that is published as text only because of a few cells."""
        for column in context.columns:
            if column.odd.any() and context.field_of(column).type == "string":
                yield from self._about(context, column)

    def _about(self, context: Context, column: ColumnProfile) -> Iterable[Finding]:
        mask = _of_records(context, column, _unexplained(column) & ~declared_nothing(column, context.field_of(column)))
        what = say_count("One cell is not like the others, which are {type}, such as {example}.",
                         "{count} cells are not like the others, which are {type}, such as {example}.",
                         column.distinct.count_where(mask), type=name_of_type(column.type),
                         example=example_of(column.type, column.format))
        next_step = say_count(
            "Correct it by hand here or in your file and open it again, or say of the column that it means no value. As it "
            "stands the column is published as text.",
            "Correct them by hand here or in your file and open it again, or say of the column which of them mean no value. As "
            "it stands the column is published as text.",
            column.distinct.count_where(mask))
        yield from about_cells(context.sheet, column, mask, kind="type-error", tier=Tier.WARN, what=what, next_step=next_step)


def _of_records(context: Context, column: ColumnProfile, mask: Mask) -> Mask:
    """Return which of the values stand in records, and not only in titles, totals or notes, which other checks name."""
    if not mask.any():
        return mask
    others = np.concatenate([context.once(counted_twice), context.once(print_places), context.once(footers).places,
                             context.once(section_places)])
    if not len(others):
        return mask
    places = np.setdiff1d(column.distinct.places_where(mask), others)
    codes = places if column.distinct.codes is None else column.distinct.codes[places]
    still = np.zeros(len(mask), np.bool_)
    still[codes] = True
    return mask & still


def _unexplained(column: ColumnProfile) -> Mask:
    """Return the odd values that no other check names: words for "nothing", dressed-up numbers, dates in another form."""
    mask: Mask = column.odd & ~column.is_missing_word
    values = column.distinct.values
    mask &= ~matching_among(values, mask & is_short(values, LONGEST), TOO_NARROW)
    if column.type in ("integer", "number"):
        mask &= ~formatted_mask(column)
        return mask & ~matching_among(values, mask & is_short(values, LONGEST), NAMED_ELSEWHERE)
    if column.type in DATE_TYPES:
        mask &= ~serial_mask(column)
        mask &= ~matching_among(values, mask & is_short(values, LONGEST), NO_DAY_AT_ALL)
    if column.type == "date" and mask.any() and (reading := read_dates(column)) is not None:
        mask &= ~reading.is_date
    if column.type == "datetime" and mask.any() and (reading := in_several_ways(column)) is not None:
        mask &= ~reading.is_date
    if column.type in ("time", "datetime") and mask.any():
        mask &= ~other_times(column)
    if column.type == "yearmonth":
        mask &= ~matching_among(values, mask & is_short(values, LONGEST), DAY_MONTH)
        mask &= ~_periods(column)
    return mask


def _periods(column: ColumnProfile) -> Mask:
    found = periods_of(column)
    return np.zeros(len(column.is_blank), np.bool_) if found is None else found.is_rarer


CHECK = OddCells()
