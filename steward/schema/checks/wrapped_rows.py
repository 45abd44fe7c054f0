"""Rows that stand in one pair of quotation marks as a whole, so that every reader takes them for one cell.

Source: exports of programs that quote what is quoted already, and texts that were saved from a single column of a spreadsheet.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import at_rows
from steward.schema.context import Context
from steward.table.wrapped import wrapping_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words


class WrappedRows:
    """Whole rows inside one cell each, in the table or set apart."""

    kinds = ("wrapped-row",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about all of them."""
        found = wrapping_of(context.sheet)
        if found is None:
            return
        what = say_count("One row stands in quotation marks as a whole, so it is read as a single cell.",
                         "{count} rows stand in quotation marks as a whole, so each is read as a single cell.", len(found.rows))
        yield Finding(kind="wrapped-row", tier=Tier.DECIDE, count=len(found.rows), rows=found.rows, remedies=("unwrap_rows",),
                      words=Words(what=what, where=at_rows(len(found.rows), found.rows[0]),
                                  next_step=say("Read the cells inside the quotation marks, or export the file again.")))


CHECK = WrappedRows()
