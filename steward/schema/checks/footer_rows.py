"""Rows below the last record that are none: a source, a note, the date of the export, a line under a blank line.

Source: the file rules of DataSF, California and New York. How they are told from records stands in steward/schema/footers.py.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import at_rows
from steward.schema.context import Context
from steward.schema.footers import Footers, footers
from steward.table.sheet import Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.positions import NOWHERE, Positions
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words


class FooterRows:
    """Lines under the table, read into it or set apart."""

    kinds = ("footer-row",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about all of them."""
        found = context.once(footers)
        places = found.places
        rows = sorted([*context.sheet.rows[places].tolist(), *found.apart])
        if not rows:
            return
        what = say_count("One row below the last record looks like a note, a source or a sum and not like a record.",
                         "{count} rows below the last record look like notes, sources or sums and not like records.", len(rows))
        yield Finding(kind="footer-row", tier=Tier.DECIDE, count=len(rows), rows=Positions(rows),
                      lines=_lines(context.sheet, found), remedies=("leave_out_rows",),
                      words=Words(what=what, where=at_rows(len(rows), rows[0]),
                                  next_step=say_count(
                                      "Leave this row out, and put what it says into the description. If it is a record, say "
                                      "so.",
                                      "Leave these rows out, and put what they say into the description. If they are records, "
                                      "say so.", len(rows))))


def _lines(sheet: Sheet, found: Footers) -> Positions:
    if sheet.lines is None:
        return NOWHERE
    wanted = frozenset(found.apart)
    apart = [one.line for one in sheet.quarantine if one.row in wanted and one.line is not None]
    return Positions(np.sort([*sheet.lines[found.places].tolist(), *apart]).tolist())


CHECK = FooterRows()
