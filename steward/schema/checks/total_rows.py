"""Rows that add up other rows.

Source: the file rules of DataSF, California and New York, "no total rows"; the pilot's BDS files.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.block_sums import LABEL_COLUMNS, block_sums, is_label
from steward.schema.checks._finding import Places, about_records
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.figures import Figures, row_figures
from steward.table.profile import ColumnProfile
from steward.table.text import matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.tier import Tier

TOTAL = (r"(?i)^\s*(?:(?:grand|sub|overall|running|report|page)[ -]?)?totals?\s*[:.]?\s*$"
         r"|(?i)^\s*(?:grand|overall)[ -]totals?\b"
         r"|(?i)^\s*totals?(?:[ :-]+(?:for|of|all|in)\b|\s*[:-]|\s+[A-Za-z]+\s*$|\s+[A-Za-z]+ [A-Za-z]+\s*$)"
         r"|(?i)[ -]sub-?totals?\s*:?\s*$|(?i)^\s*[^ ]+ [Tt]otals?\s*:?\s*$")
MOST_ROWS = 0.2       # more rows than this are no totals but a kind of record ("Total loss")
MOST_REPEATS = 1      # each total is named once, unless the word stands alone
MOSTLY = 0.5
FEWEST_ABOVE = 5      # records that a row without a label adds up
FEWEST_SUMS = 2       # columns that add up, where the row says something else too
LAST_RECORDS = 3      # among which such a row is sought
SAME_SUM = 1e-9       # of the sum: numbers are added up in another order
CENT = 0.011
WORD = r"[A-Za-z]{2}"
ALONE = r"(?i)^\s*(?:(?:grand|sub)[ -]?)?totals?\s*[:.]?\s*$"


class TotalRows:
    """Records that are totals or subtotals of the records above them."""

    kinds = ("total-row",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding if there are such rows and columns of numbers that they could add up."""
        places = context.once(counted_twice)
        what = say_count("One row looks like a total of other rows. Whoever adds up the column counts everything twice.",
                         "{count} rows look like totals of other rows. Whoever adds up the column counts everything twice.",
                         len(places))
        yield from about_records(context.sheet, places, kind="total-row", tier=Tier.WARN, what=what,
                                 next_step=say_count("Leave this row out.", "Leave these rows out.", len(places)),
                                 remedies=("leave_out_rows",))


def counted_twice(context: Context) -> Places:
    """Return the places of the records that are told as totals; where there are very many, only those that figures prove."""
    places = context.once(total_places)
    return places if len(places) <= max(1, MOST_ROWS * context.sheet.height) else context.once(block_sums)


def total_places(context: Context) -> Places:
    """Return the places of the records that call themselves totals, in order."""
    texts = [column for column in context.columns if column.type == "string" and column.filled][:LABEL_COLUMNS]
    if len(context.columns) == len(texts):
        return np.zeros(0, np.int64)
    found = [_places(context, column) for column in texts]
    named = np.unique(np.concatenate([*found, context.once(block_sums)]))
    return named if len(named) else _without_label(context)


def _without_label(context: Context) -> Places:
    """Return the place of the last record with numbers, if each is the sum of the column above it and no name says so.

    Else the first one, if its numbers are the sums of all below.
    Two columns that add up are no chance; one must be a sum that no other record comes near.
    """
    sheet = context.sheet
    numeric = [column for column in context.columns if column.type in ("integer", "number") and column.filled]
    for place in range(sheet.height - 1, max(FEWEST_ABOVE, sheet.height - 1 - LAST_RECORDS), -1):
        told = [column for column in numeric if str(column.column.values[place]).strip()]
        if told:
            return np.array([place], np.int64) if _adds_up(context, told, place) else _on_top(numeric)
    return np.zeros(0, np.int64)


def _on_top(numeric: list[ColumnProfile]) -> Places:
    """Return the first record, "Citywide", if each of at least two numbers is the sum of all below it."""
    adds_up = len(numeric) >= FEWEST_SUMS and all(_is_sum(row_figures(column)[::-1], -1) for column in numeric)
    return np.zeros(int(adds_up), np.int64)


def _adds_up(context: Context, told: list[ColumnProfile], place: int) -> bool:
    names = frozenset(column.name for column in told)
    others = (one for one in context.columns if one.name not in names and one.missing < MOSTLY * context.sheet.height)
    if any(str(column.column.values[place]).strip() for column in others) and len(told) < FEWEST_SUMS:
        return False
    return all(_is_sum(row_figures(column), place) for column in told)


def _is_sum(figures: Figures, place: int) -> bool:
    """Return whether the number of one record is the sum of those above it, and they are not nearly all zeros."""
    above = figures[:place][np.isfinite(figures[:place])]
    total = float(above.sum())
    is_same = abs(total - float(figures[place])) <= max(CENT, SAME_SUM * abs(total))
    return is_same and int((above != 0).sum()) >= FEWEST_ABOVE


def _places(context: Context, column: ColumnProfile) -> Places:
    values = column.distinct
    named = matching_among(values.values, is_label(column), TOTAL)
    alone = matching_among(values.values, named, ALONE)
    perhaps = values.places_where(named & ~alone & (values.counts <= MOST_REPEATS))
    return np.concatenate([values.places_where(alone), perhaps[_leaves_gaps(context, column, perhaps)]])


def _leaves_gaps(context: Context, label: ColumnProfile, places: Places) -> Mask:
    """Return which records say nothing in another column of words: a shop named "Total" has an address, a total has none."""
    others = [column for column in context.columns if column is not label and len(places) and _is_of_words(column)]
    gaps = np.full(len(places), not others, np.bool_)
    for column in others:
        codes = places if column.distinct.codes is None else column.distinct.codes[places]
        gaps |= column.is_blank[codes]
    return gaps


def _is_of_words(column: ColumnProfile) -> bool:
    if column.type not in ("string", "date", "datetime") or column.missing > MOSTLY * column.distinct.height:
        return False
    words = column.distinct.count_where(matching_among(column.distinct.values, ~column.is_blank, WORD))
    return column.type != "string" or words > MOSTLY * column.filled


CHECK = TotalRows()
