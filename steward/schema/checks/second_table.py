"""A second table that nothing parts from the first: another row of names within the data, or names that begin anew beside it.

Context: people put one table below or beside another, and every reader takes both for one. Decision: a row is taken for names
only where it has words, each of them once, in every column of figures around it, and in two such columns at least; words for
"nothing" are no names. Names that are printed again have a check of their own (print_layout).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np

from steward.schema.checks._finding import Places, about_column, about_records, number
from steward.schema.context import Context
from steward.schema.layout import repeated_headers
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.vocabulary.column_letters import letters_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier

FIGURE = r"^\s*[-+(]?[$€£]?\s?[0-9][0-9.,:/ TZ-]*%?\)?\s*$"     # numbers, dates and times
TYPED = frozenset(("integer", "number", "date", "datetime", "time", "year", "yearmonth"))
SMALL = 20_000      # records, up to which columns of no type are looked at too
MOST_ROWS = 50      # with words among the figures of a column: of more none is a row of names
AROUND = 50         # records above and below
NEARLY_ALL = 0.8
FEWEST = 2          # columns with words among figures, and records below
LONGEST = 60        # characters of a name


class SecondTable:
    """A row of other names within the data, and names that begin anew to the right."""

    kinds = ("second-table", "table-beside")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about the rows that seem to be names of other tables, and one about the first column of another."""
        sheet = context.sheet
        if places := list(_rows_of_names(context)):
            yield from about_records(sheet, np.array(places, np.int64), kind="second-table", tier=Tier.WARN, what=say(
                "Another table seems to begin within the data: a row has words in columns of figures, as names of columns."),
                next_step=_one_by_one(sheet, int(sheet.rows[places[0]])))
        if place := _begins_anew(context):
            first, last = letters_of(sheet.columns[0].position), letters_of(sheet.columns[place - 1].position)
            yield about_column(context.columns[place].name, kind="table-beside", tier=Tier.WARN, what=say(
                "Another table seems to stand beside the first one, and both are read as one."), next_step=say(
                "If there are two tables, open the file again and choose columns {first} to {last} under Columns of the table. "
                "Then open it once more for the columns from {then} on.", first=first, last=last,
                then=letters_of(sheet.columns[place].position)))


def _one_by_one(sheet: Sheet, row: int) -> Message:
    top = min(sheet.provenance.header_rows, default=int(sheet.rows[0]))
    return say("If there are two tables, open the file again and choose rows {first} to {last} under Rows of the table. Then "
               "open it once more for the rows from {row} on.", first=number(top), last=number(row - 1), row=number(row))


def _rows_of_names(context: Context) -> Iterator[int]:
    """Yield the places of the records that seem to name the columns of what stands below them."""
    if context.sheet.parts is not None or len(context.columns) < FEWEST:
        return
    figures = {column.name: mask for column in context.columns if (mask := _figures(column, context.sheet.height)) is not None}
    maybe = Counter(place for column in context.columns if column.name in figures
                    for place in _words_among(column, figures[column.name]))
    again = set(context.once(repeated_headers).tolist())
    for place in sorted(maybe):
        if place not in again and _are_names(context.columns, place, context.sheet.height):
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


def _are_names(columns: Sequence[ColumnProfile], place: int, height: int) -> bool:
    """Return whether the record has a word in every column of figures around it, each word once, above two records or more."""
    if not 0 < place < height - FEWEST:
        return False
    begin, end = max(0, place - AROUND), min(height, place + 1 + AROUND)
    words, broken, above_figures = list[str](), 0, 0
    for column in columns:
        cells = [cell.strip() for cell in column.column.values.slice(begin, end - begin).to_pylist()]
        own, above, below = cells[place - begin], cells[:place - begin], cells[place - begin + 1:]
        is_above, is_below = _are_figures(above), _are_figures(below)
        if not own:
            if is_above and is_below:
                return False
            continue
        if _is_figure(own) or len(own) > LONGEST or own in above or own in below:
            return False
        words.append(own.casefold())
        broken += is_above or is_below
        above_figures += is_below
    return broken >= FEWEST and above_figures > 0 and len(set(words)) == len(words)


def _are_figures(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(_is_figure, filled)) >= NEARLY_ALL * len(filled)


def _is_figure(cell: str) -> bool:
    return cell.lstrip("-+($€£ ")[:1].isdigit() and not any(map(str.isalpha, cell.strip("TZ")))


def _begins_anew(context: Context) -> int:
    """Return the place of the first column of a table beside the first one, 0 where there is none."""
    labels = [" ".join((column.column.label or "").casefold().split()) for column in context.columns]
    blocks = [[place for place, _ in group] for is_named, group in groupby(enumerate(labels), key=lambda pair: bool(pair[1]))
              if is_named]
    if len(blocks) > 1 and min(map(len, blocks)) >= FEWEST and _are_apart(context, blocks, labels):
        return blocks[1][0]
    start = next((place for place in range(FEWEST, len(labels)) if labels[0] and labels[place] == labels[0]), 0)
    is_repeated = bool(start) and len(labels) % start == 0 and all(
        labels[place:place + start] == labels[:start] for place in range(start, len(labels), start))
    return start if is_repeated and all(labels) and len(set(labels[:start])) == start else 0


def _are_apart(context: Context, blocks: Sequence[Sequence[int]], labels: Sequence[str]) -> bool:
    """Return whether empty columns stand between blocks of columns that have a name in common or end in different rows."""
    inside = range(blocks[0][0], blocks[-1][-1] + 1)
    named = {place for block in blocks for place in block}
    if any(not context.columns[place].is_blank.all() for place in inside if place not in named):
        return False
    names = [{labels[place] for place in block} for block in blocks]
    ends = {max((_last_filled(context.columns[place]) for place in block), default=-1) for block in blocks}
    return bool(set.intersection(*names)) or len(ends) > 1


def _last_filled(column: ColumnProfile) -> int:
    places: Places = column.distinct.places_where(~column.is_blank)
    return int(places[-1]) if len(places) else -1


CHECK = SecondTable()
