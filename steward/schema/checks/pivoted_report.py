"""Reports laid out for reading: months across the top, headers in two rows, section titles, subtotals in columns.

Source: the pilot's BDS files (3 of 17 submissions; the city's pilot of 2021) and its file rules: one header row, no total rows,
publish the rawest form. One sign alone may be the nature of the table; two together are a report.
"""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

import numpy as np

from steward.schema.checks._finding import at_places, shown
from steward.schema.checks._lines import labels
from steward.schema.context import Context
from steward.schema.headings import FAMILIES, PERIOD, is_total
from steward.schema.layout import Layout, family_sign, filled_rows, formatted_masks, layout
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import byte_lengths, matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

__all__ = ["CHECK", "PERIOD"]
MEASURE = re.compile(r"(?i)\b(?:number|no\.|count|counts|total|amount|valuation|value|percent|percentage|average|avg|mean"
                     r"|median|rate|sum|min|max)\b")
SOME = 3
SHARE_OF_COLUMNS = 0.25
SHARE_OF_ROWS = 0.03
ENOUGH_SIGNS = 2
NUMBERS_BELOW = 0.7        # of the filled cells under a second header
FEWEST_MEASURES, MOST_MEASURES = 2, 6
MOST_RECORDS = 20_000      # people lay out reports by hand; longer tables come out of systems
NAMES_SHOWN = 3
LONGEST_NAME = 200         # characters of a value that may name a measure


class PivotedReport:
    """A report where a table of records is wanted."""

    kinds = ("pivoted-report",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding that says by which signs the table is a report, with the rows that are no records."""
        if not 0 < context.sheet.height <= MOST_RECORDS:
            return
        found = context.once(layout)
        signs = [sign for is_there, sign in SIGNS if is_there(context, found)]
        if _has_families(context, found):
            signs.insert(0, FAMILIES[found.families[0]].sign)
        if not family_sign(found) and len(signs) < ENOUGH_SIGNS:
            return
        signs = signs or [FAMILIES[found.families[0]].sign]
        odd = np.unique(np.concatenate([found.titles, found.totals, found.repeated, found.notes]))
        yield at_places(context.sheet, odd, None, kind="pivoted-report", tier=Tier.DECIDE, words=Words(
            what=say("The table is laid out as a report, not as one record in each row."), where=_where(signs, found),
            next_step=say("Reshape it here, or publish the records behind the report if you can: one header row, one record a "
                          "row. Otherwise say why the report itself is published.")), at_least=1,
                         remedies=("reshape",) if found.values else ())


def _where(signs: list[Message], found: Layout) -> Message:
    said = (say("The whole table: {sign}.", sign=signs[0]) if len(signs) == 1
            else say("The whole table: {sign}, and {other}.", sign=signs[0], other=signs[1]))
    if not found.values:
        return said
    names = ", ".join(shown(name) for name in found.values[:NAMES_SHOWN]).rstrip(".")
    return say_count("{said} One column looks like values: {names}.", "{said} {count} columns look like values, the first are "
                     "{names}.", len(found.values), said=said, names=names)


def _has_families(context: Context, found: Layout) -> bool:
    return (sum(one is not None for one in found.taken_apart) >= max(SOME, SHARE_OF_COLUMNS * len(context.columns)))


def _has_gaps(context: Context, _found: Layout) -> bool:
    """Return whether names are missing over columns that hold something, as merged cells leave them."""
    unnamed = [not label.strip() for label in labels(context.sheet)]
    filled = sum(gap and column.filled > 0 for gap, column in zip(unnamed, context.columns, strict=True))
    has_names = not all(unnamed)
    return has_names and filled >= max(2, SHARE_OF_COLUMNS * len(context.columns))


def has_second_header(context: Context) -> bool:
    """Return whether the first record names what numbers stand below it."""
    heading = _heading(context) if context.sheet.height > 1 else 0
    return heading >= max(SOME, SHARE_OF_COLUMNS * len(context.columns))


def _heading(context: Context) -> int:
    return sum(map(_heads_numbers, context.columns, context.once(formatted_masks)))


def _heads_numbers(column: ColumnProfile, formatted: Mask) -> bool:
    values = column.distinct
    first = 0 if values.codes is None else int(values.codes[0])
    if column.is_blank[first] or column.is_missing_word[first]:
        return False
    numbers = formatted & ~column.is_blank
    below = column.filled - int(values.counts[first])
    return not numbers[first] and below > 0 and values.count_where(numbers) >= NUMBERS_BELOW * below


def _has_sections(context: Context, _found: Layout) -> bool:
    """Return whether some rows fill the first column alone, as titles of sections do."""
    if len(context.columns) < SOME + 1:
        return False
    filled = [filled_rows(column) for column in context.columns]
    alone = filled[0] & ~np.logical_or.reduce(filled[1:])
    return int(alone.sum()) >= max(2, SHARE_OF_ROWS * context.sheet.height)


def _has_total_columns(context: Context, _found: Layout) -> bool:
    return sum(is_total(label) for label in labels(context.sheet)[1:]) >= SOME


def _has_total_rows(context: Context, found: Layout) -> bool:
    """Return whether rows add up others beside at least one other sign in the names: an honest table may end in one total."""
    return len(found.totals) > 0 and (_has_families(context, found) or len(found.totals) > 1)


def _has_measures(context: Context, _found: Layout) -> bool:
    """Return whether a column names in turn what the numbers beside it are."""
    return any(_names_measures(column) for column in context.columns[:SOME])


def _names_measures(column: ColumnProfile) -> bool:
    values = column.distinct
    if column.type != "string" or values.codes is None or not FEWEST_MEASURES <= len(values.values) <= MOST_MEASURES:
        return False
    named = [bool(MEASURE.search(value[:LONGEST_NAME])) for value in values.values.to_pylist()]
    turns = sum(one != other for one, other in pairwise(values.codes.tolist()))
    return all(named) and turns >= NUMBERS_BELOW * (values.height - 1)


def _has_indents(context: Context, _found: Layout) -> bool:
    """Return whether names of columns, or of rows, are moved in by blanks to show what belongs to what."""
    across = [label for label in labels(context.sheet) if label.strip()]
    first = context.columns[0]
    down = matching(first.distinct.values, r"^  +[^ ]") if byte_lengths(first.distinct.values).any() else np.zeros(0, np.bool_)
    return (sum(label.startswith("  ") for label in across) >= max(SOME, SHARE_OF_COLUMNS * len(across))
            or first.distinct.count_where(down) >= max(SOME, SHARE_OF_COLUMNS * context.sheet.height))


SIGNS: tuple[tuple[Callable[[Context, Layout], bool], Message], ...] = (
    (lambda context, _found: context.once(has_second_header), say("the first row below the header is a second header")),
    (_has_gaps, say("several columns have no name of their own")),
    (_has_sections, say("some rows are titles of sections")),
    (_has_total_columns, say("several columns are totals of others")),
    (_has_measures, say("the rows take turns between measures")),
    (_has_indents, say("names are moved in to show what belongs together")),
    (_has_total_rows, say("some rows add up others")),
)
CHECK = PivotedReport()
