"""Rows that only paper needs: the names of the columns again on each page, page numbers, dates of printing, signatures.

Source: reports that were "printed" to a spreadsheet or saved from a viewer, as crosstab exports of report servers are. A row is
taken for such a line only where it fills a few cells of a wider table; a column that happens to be named Page is none.
"""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import Places, about_records
from steward.schema.context import Context
from steward.schema.layout import filled_rows, repeated_headers
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

LINE = (r"(?i)^\s*-*\s*page\s*:?\s*[0-9]+(?:\s*(?:of|/)\s*[0-9]+)?\s*-*\s*$"
        r"|(?i)^\s*(?:print(?:ed)?|run|report(?:ed)?|generated|created|exported)\s*(?:on|date|by|at|time)?\s*[:/]?\s*"
        r"(?:on\s+)?[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}"
        r"|(?i)^\s*(?:print(?:ed)?|run|report)\s+(?:date|time)\s*:?\s*$"
        r"|(?i)^\s*(?:prepared|approved|reviewed|submitted|certified|signed|authorized)\s+by\b"
        r"|(?i)^\s*(?:authorized\s+)?signature\b[\s:_.]*$|^\s*_{5,}\s*$"
        r"|(?i)^\s*(?:continued(?:\s+on\s+next\s+page)?|\(continued\)|end\s+of\s+report|\*+\s*end\s+of\s+report\s*\*+)\s*\.*\s*$")
LONGEST_LINE = 120       # bytes
FEWEST_COLUMNS = 3
MOST_FILLED = 0.5        # of the cells of such a row


class PrintLayout:
    """Lines of the printed page among the records."""

    kinds = ("print-layout",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about all of them."""
        places = context.once(print_places)
        what = say_count("One row belongs to the printed page, not to the table: a header repeated, a page number, a date of "
                         "printing or a signature.", "{count} rows belong to the printed page, not to the table: headers "
                         "repeated, page numbers, dates of printing or signatures.", len(places))
        yield from about_records(context.sheet, places, kind="print-layout", tier=Tier.WARN, what=what,
                                 next_step=say("Leave these rows out."), remedies=("leave_out_rows",))


def print_places(context: Context) -> Places:
    """Return the places of the records that are lines of the printed page, in order."""
    return np.union1d(context.once(repeated_headers), _lines(context))


def _lines(context: Context) -> Places:
    if len(context.columns) < FEWEST_COLUMNS:
        return np.zeros(0, np.int64)
    filled, named = np.zeros(context.sheet.height, np.int32), np.zeros(context.sheet.height, np.bool_)
    for column in context.columns:
        filled += filled_rows(column)
    sparse = filled <= MOST_FILLED * len(context.columns)
    for column in context.columns if sparse.any() else ():
        named[_named(column, sparse)] = True
    return np.flatnonzero(named & sparse)


def _named(column: ColumnProfile, sparse: Mask) -> Places:
    """Return the places of such lines; where the values are those of the rows, only the sparse rows are looked at."""
    values = column.distinct
    if values.codes is not None:
        short = ~column.is_blank & is_short(values.values, LONGEST_LINE)
        return values.places_where(matching_among(values.values, short, LINE))
    places = np.flatnonzero(sparse & ~column.is_blank)
    looked_at = values.values.take(pa.array(places))
    return places[matching_among(looked_at, is_short(looked_at, LONGEST_LINE), LINE)]


CHECK = PrintLayout()
