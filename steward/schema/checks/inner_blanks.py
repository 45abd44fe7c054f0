"""Blanks within texts that are not what they seem, and signs that nobody sees: equal texts look alike and are not equal.

Source: what pasting from web pages and word processors leaves.
"""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells, about_column
from steward.schema.context import Context
from steward.table.odd_blanks import INVISIBLE, ODD_BLANK
from steward.table.profile import ColumnProfile
from steward.table.text import flat_bytes, matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

FIRST_SHOWN, LAST_SHOWN = 0x20, 0x7E
LINE_BREAKS = (0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F)
INVISIBLE_NEXT = say("Remove these characters: they keep values apart that look the same.")


class InnerBlanks:
    """Cells with such blanks between their words or with such signs, and names of columns with such signs."""

    kinds = ("odd-blank", "invisible-sign", "invisible-label")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such blanks, and one for each with such signs."""
        for column in context.columns:
            if not _is_plain(column.distinct.values):
                yield from _in_cells(context, column)
            if matching(pa.array([column.name]), INVISIBLE).any():
                yield about_column(column.name, kind="invisible-label", tier=Tier.WARN, next_step=INVISIBLE_NEXT,
                                   remedies=("rename_column",),
                                   what=say("The name of a column holds a character that nobody sees."))


def _in_cells(context: Context, column: ColumnProfile) -> Iterable[Finding]:
    mask = matching(column.distinct.values, ODD_BLANK)
    what = say_count("One cell has a blank between its words that only looks like one and compares otherwise.",
                     "{count} cells have blanks between their words that only look like blanks and compare otherwise.",
                     column.distinct.count_where(mask))
    yield from about_cells(context.sheet, column, mask, kind="odd-blank", tier=Tier.WARN, what=what,
                           next_step=say("Make them ordinary blanks."), remedies=("plain_blanks",))
    mask = matching(column.distinct.values, INVISIBLE)
    what = say_count("One cell holds a character that nobody sees.", "{count} cells hold characters that nobody sees.",
                     column.distinct.count_where(mask))
    yield from about_cells(context.sheet, column, mask, kind="invisible-sign", tier=Tier.WARN, what=what,
                           next_step=INVISIBLE_NEXT, remedies=("plain_blanks",))


def _is_plain(values: pa.Array) -> bool:
    """Return whether no byte is beyond ASCII or a control character other than a line break."""
    codes = flat_bytes(values)
    if not len(codes) or (codes.min() >= FIRST_SHOWN and codes.max() <= LAST_SHOWN):   # one fast look; most columns are so
        return True
    return bool((codes <= LAST_SHOWN).all()) and not (~np.isin(codes, LINE_BREAKS) & (codes < FIRST_SHOWN)).any()


CHECK = InnerBlanks()
