"""Sudden gaps in a series that otherwise has records in every day, week, month, quarter or year. Source: Steward's default."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

import numpy as np

from steward.schema.checks._dates import is_about_other_times
from steward.schema.checks._finding import Places, at_places, shown
from steward.schema.context import Context
from steward.schema.days import days
from steward.table.days import Days, Numbers, first_days, number_of
from steward.table.missing_in_groups import GroupGaps, fewest_records, group_gaps, records_of_groups
from steward.table.missing_periods import FEWEST, gaps_of
from steward.table.places import different
from steward.table.profile import ColumnProfile
from steward.table.written_periods import NONE, Ordinals, first_or_last_days, periods_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

FEWEST_DAYS = 24           # different ones
REGULAR = 0.95             # of the steps from one day to the next are no longer than
STEADY = 3                 # times the usual step, which a long weekend is
SUDDEN = 10                # times the usual step
EVEN, A_WEEK = 1.2, 6      # of a series of weeks, months or years nearly all steps are alike: then
MISSED = 1.9               # times the usual step is one that was missed
DAILY, FEWEST_DAILY = 0.98, 60   # of the steps of such a series, so many at least, are one day: then
DAYS_MISSED = 3            # days from one record to the next are a gap; a holiday leaves two
EVENLY = 0.9               # of the steps
FEWEST_EVEN = 12           # different days of such a series
MOST_GAPS, MOST_GROUPS = 3, 500
A_YEAR = 366
PARTS = ("year", "yearmonth")


class SeriesGaps:
    """Records on both sides of a stretch of time without any."""

    kinds = ("series-gap",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of days, months, quarters or years with a few such gaps."""
        there = context.once(days)
        for column in context.columns:
            if not is_about_other_times(column):
                dated = there.get(column.name)
                yield from (_of_periods(context, column, dated) or _of_days(context, column, there)
                            or _of_groups(context, column, dated))


def _of_periods(context: Context, column: ColumnProfile, dated: Days | None) -> list[Finding]:
    """Return the finding about a column of months, quarters or years; none for any other, and where none is missing."""
    ordinals = first_or_last_days(dated) if dated is not None else _ordinals(column)
    known = ordinals != NONE
    gaps = gaps_of(ordinals[known], column.distinct.counts[known])
    if not gaps:
        return []
    codes = column.distinct.codes
    per_row = ordinals if codes is None else ordinals[codes]
    places = np.unique([int(np.argmax(per_row == one)) for gap in gaps for one in (gap.before, gap.behind)])
    what = say_count("One month, quarter or year is missing in a series that has all others from its first to its last.",
                     "{count} months, quarters or years are missing in a series that has all others from its first to its "
                     "last.",
                     sum(gap.missing for gap in gaps))
    return [_finding(context, column, places, what)]


def _of_groups(context: Context, column: ColumnProfile, dated: Days | None) -> list[Finding]:
    """Return the finding about a period that single groups of the table lack; none where each has all, or nothing tells."""
    ordinals = _ordinals(column) if dated is None else np.where(dated.known, dated.numbers, NONE).astype(np.int64)
    codes = column.distinct.codes
    if codes is None or len(ordinals) < FEWEST or not (ordinals != NONE).all():
        return []
    ranks = np.unique(ordinals, return_inverse=True)[1][codes]
    most, grouping = context.once(_groupings)
    for other in (grouping[place] for place in np.flatnonzero(most >= fewest_records(int(ranks.max()) + 1))):
        groups = other.distinct.codes
        found = None if other is column or groups is None else group_gaps(
            other.remember("folded-groups", partial(_folded, other))[groups], ranks)
        if found is not None:
            return [_finding(context, column, found.beside, _lacked(found, other))]
    return []


def _groupings(context: Context) -> tuple[Places, list[ColumnProfile]]:
    """Return the columns that may name groups, and for each how many records its groups have at least.

    A table of thousands of columns has as many pairs of a period and a grouping as half of their square: this tells most off.
    """
    named = [column for column in context.columns if column.distinct.codes is not None and not column.missing
             and 1 < (column.distinct_count or 0) <= MOST_GROUPS]
    return np.array([records_of_groups(column.distinct.counts) for column in named], np.int64), named


def _folded(column: ColumnProfile) -> Ordinals:
    """Return for each value the number of its group: "Kenton" and "KENTON " are one group, whose spelling others tell of."""
    texts = [" ".join(text.split()).casefold() for text in column.distinct.texts()]
    return np.unique(np.array(texts, object), return_inverse=True)[1].astype(np.int64)


def _lacked(found: GroupGaps, other: ColumnProfile) -> Message:
    return say_count("One of the groups of column {by} has no record in a period for which the others have one ({periods} in "
                     "all).",
                     "{count} of the groups of column {by} have no record in periods for which the others have one "
                     "({periods} in all).", found.groups, by=shown(other.name), periods=found.periods)


def _ordinals(column: ColumnProfile) -> Ordinals:
    found = periods_of(column)
    return np.full(len(column.is_blank), NONE) if found is None else found.ordinals


def _of_days(context: Context, column: ColumnProfile, there: Mapping[str, Days]) -> list[Finding]:
    """Return the finding about stretches of days without a record; none where there are none."""
    dated = Days(column, first_days(column)) if column.type in PARTS else there.get(column.name)
    gaps = [] if dated is None else _gaps(dated, context.around.today)
    if dated is None or not gaps:
        return []
    what = say_count("There is a gap in time: {days} days without a record, where otherwise they follow closely.",
                     "There are {count} gaps in time, the longest {days} days without a record, where otherwise they "
                     "follow closely.", len(gaps), days=max(last - first for first, last in gaps) - 1)
    return [_finding(context, column, _beside(dated, gaps), what)]


def _finding(context: Context, column: ColumnProfile, places: Places, what: Message) -> Finding:
    where = say("Column {column}, beside rows {first} and {last}.", column=shown(column.name),
                first=str(int(context.sheet.rows[places[0]])), last=str(int(context.sheet.rows[places[-1]])))
    return at_places(context.sheet, places, column.name, kind="series-gap", tier=Tier.NOTE, words=Words(
        what=what, where=where,
        next_step=say("See whether records are missing. If nothing happened then, say so in the known limits.")))


def _gaps(found: Days, today: date | None) -> list[tuple[int, int]]:
    """Return the days on both sides of each gap; none where the series is not steady, or has many gaps."""
    there = different(found.numbers[found.known])
    there = there if today is None else there[there <= number_of(today) + A_YEAR]   # a date in the far future is no gap
    if len(there) < FEWEST_EVEN:
        return []
    steps = np.diff(there)
    usual = max(float(np.median(steps)), 1.0)
    longest = _sudden(steps, usual)
    if longest is None:
        return []
    sudden = np.flatnonzero((steps >= longest) & (steps <= max(3, int(usual / 100)) * A_YEAR))
    return [(int(there[place]), int(there[place + 1])) for place in sudden] if len(sudden) <= MOST_GAPS else []


def _sudden(steps: Numbers, usual: float) -> float | None:
    """Return from how many days on a step is a gap; None where the series is not steady."""
    if usual >= A_WEEK and float(np.mean((steps <= EVEN * usual) & (steps * EVEN >= usual))) >= EVENLY:
        return MISSED * usual
    if len(steps) >= FEWEST_DAILY and float(np.mean(steps == 1)) >= DAILY:
        return DAYS_MISSED
    is_steady = len(steps) >= FEWEST_DAYS - 1 and np.quantile(steps, REGULAR) <= STEADY * usual
    return SUDDEN * usual if is_steady else None


def _beside(found: Days, gaps: list[tuple[int, int]]) -> Places:
    per_row = found.per_row
    return np.unique([int(np.argmax(per_row == day)) for gap in gaps for day in gap])


CHECK = SeriesGaps()
