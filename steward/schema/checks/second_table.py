"""A second table that nothing parts from the first: another row of names within the data, or names that begin anew beside it.

Context: people put one table below or beside another, and every reader takes both for one. Decision: a row is taken for names
only where it has words, each of them once, in every column of figures around it, and in two such columns at least, or where it
stands below blank rows (names_after_gap); words for "nothing" are no names. Names that are printed again have a check of their
own (print_layout).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np

from steward.schema.checks._finding import Places, about_column, about_numbered, about_records, number
from steward.schema.checks._names_afar import around, below_gaps, in_the_middle
from steward.schema.context import Context
from steward.schema.layout import repeated_headers
from steward.table.distinct import Mask
from steward.table.names_beside import first_columns
from steward.table.names_within import AROUND, FEWEST, LONGEST, are_names, heads_others
from steward.table.profile import ColumnProfile
from steward.table.sheet import Quarantined, Sheet
from steward.table.text import matching
from steward.table.wrapped import cells_within
from steward.vocabulary.column_letters import letters_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier

FIGURE = r"^\s*[-+(]?[$€£]?\s?[0-9][0-9.,:/ TZ-]*%?\)?\s*$"     # numbers, dates and times
TYPED = frozenset(("integer", "number", "date", "datetime", "time", "year", "yearmonth"))
SMALL = 20_000      # records, up to which columns of no type are looked at too
MOST_ROWS = 50      # with words among the figures of a column: of more none is a row of names


class SecondTable:
    """A row of other names within the data, and names that begin anew to the right."""

    kinds = ("second-table", "table-beside")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about the rows that seem to be names of other tables, and one about the first column of another."""
        sheet = context.sheet
        if places := list(_rows_of_names(context)):
            yield from about_records(sheet, np.array(places, np.int64), kind="second-table", tier=Tier.WARN, what=say(
                "Another table seems to begin within the data: a row reads as the names of other columns."),
                next_step=_one_by_one(sheet, int(sheet.rows[places[0]])))
        yield from _set_apart(sheet)
        if place := _begins_anew(context):
            first, last = letters_of(sheet.columns[0].position), letters_of(sheet.columns[place - 1].position)
            yield about_column(context.columns[place].name, kind="table-beside", tier=Tier.WARN, what=say(
                "Another table seems to stand beside the first one, and both are read as one."), next_step=say(
                "If there are two tables, open the file again and choose columns {first} to {last} under Columns of the table. "
                "Then open it once more for the columns from {then} on.", first=first, last=last,
                then=letters_of(sheet.columns[place].position)))


def _set_apart(sheet: Sheet) -> Iterable[Finding]:
    """Yield one finding for each run of set-apart records that all have as many cells as the row of names they begin with."""
    for _, run in groupby(sheet.quarantine, key=lambda one: one.cells):
        rows = list(run)
        if len(rows) <= FEWEST or len(rows[0].text) > LONGEST * rows[0].cells:
            continue
        names, *below = (_cells(sheet, one) for one in rows[:AROUND])
        if heads_others(names, below):
            lines = [one.line for one in rows if one.line is not None]
            what = say("Another table seems to stand among the rows that are set apart: they all have as many cells as the row "
                       "of names they begin with.")
            yield from about_numbered([one.row for one in rows], lines if len(lines) == len(rows) else (), kind="second-table",
                                      tier=Tier.WARN, what=what, next_step=_one_by_one(sheet, rows[0].row))


def _cells(sheet: Sheet, one: Quarantined) -> tuple[str, ...]:
    return cells_within(one.text, sheet.provenance.delimiter or ",", sheet.provenance.quoting)


def _one_by_one(sheet: Sheet, row: int) -> Message:
    top = min(sheet.provenance.header_rows, default=int(sheet.rows[0]))
    return say("If there are two tables, open the file again and choose rows {first} to {last} under Rows of the table. Then "
               "open it once more for the rows from {row} on.", first=number(top), last=number(row - 1), row=number(row))


def _rows_of_names(context: Context) -> Iterator[int]:
    """Yield the places of the records that seem to name the columns of what stands below them."""
    if context.sheet.parts is not None or len(context.columns) < FEWEST:
        return
    again = set(context.once(repeated_headers).tolist())
    yield from sorted({*_among_figures(context), *below_gaps(context)} - again)


def _among_figures(context: Context) -> Iterator[int]:
    """Yield the places of the records with words in columns of figures; in a long table of no types first bytes tell them."""
    if context.sheet.height > SMALL:
        yield from in_the_middle(context)
    figures = {column.name: mask for column in context.columns if (mask := _figures(column, context.sheet.height)) is not None}
    maybe = Counter(place for column in context.columns if column.name in figures
                    for place in _words_among(column, figures[column.name]))
    for place in maybe:
        if 0 < place < context.sheet.height - FEWEST and are_names(*around(context.columns, place, context.sheet.height)):
            yield place


def _figures(column: ColumnProfile, height: int) -> Mask | None:
    """Return which values of a column are figures; None where all are, or nobody needs to look."""
    if column.type in TYPED:
        return ~column.is_blank & ~column.odd if column.odd.any() else None
    if height > SMALL:
        return None
    return matching(column.distinct.values, FIGURE)


def _words_among(column: ColumnProfile, figures: Mask) -> Sequence[int]:
    """Return the places of words in a column of figures; none where there are too many."""
    words = ~figures & ~column.is_blank & ~column.is_missing_word
    many = column.distinct.count_where(words)
    if not 0 < many <= min(MOST_ROWS, column.distinct.count_where(figures)):
        return ()
    return [int(place) for place in column.distinct.places_where(words)]


def _begins_anew(context: Context) -> int:
    """Return the place of the first column of a table beside the first one, 0 where there is none."""
    starts = first_columns([column.column.label for column in context.columns],
                           lambda place: _last_filled(context.columns[place]))
    return starts[1] if starts else 0


def _last_filled(column: ColumnProfile) -> int:
    places: Places = column.distinct.places_where(~column.is_blank)
    return int(places[-1]) if len(places) else -1


CHECK = SecondTable()
