"""Rows that stand in one pair of quotation marks as a whole, so that every reader takes them for one cell.

Source: exports of programs that quote what is quoted already, and texts that were saved from a single column of a spreadsheet.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_numbered
from steward.schema.context import Context
from steward.table.wrapped import wrapping_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


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
        yield from about_numbered(found.rows, (), kind="wrapped-row", tier=Tier.DECIDE, what=what, remedies=("unwrap_rows",),
                                  next_step=say("Read the cells inside the quotation marks, or export the file again."))


CHECK = WrappedRows()
