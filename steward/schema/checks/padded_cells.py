"""Blanks before or after the text of a cell.

Source: the BDS files of the city's pilot of 2021 (padded headers, " 110 ").
"""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells, about_column
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.numerals import DASH, formatted_mask
from steward.table.profile import ColumnProfile
from steward.table.text import ASCII_BLANKS, NOT_ASCII, byte_lengths, first_bytes, in_pieces, last_bytes, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class PaddedCells:
    """Blanks that nobody sees and that keep equal values apart, the non-breaking blank included."""

    kinds = ("padded-cell", "padded-label")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells, and for each with such a name."""
        for column, padded in context.each(padded_mask):
            mask = padded & ~column.is_blank
            mask &= ~_told_as_dashes(column, mask)
            what = say_count("One cell has blanks before or after its text.",
                             "{count} cells have blanks before or after their text.", column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="padded-cell", tier=Tier.WARN, what=what,
                                   next_step=say("Remove the blanks, so that equal values are equal."),
                                   remedies=("trim_blanks",))
            if column.name != column.name.strip():
                yield about_column(column.name, kind="padded-label", tier=Tier.NOTE, remedies=("rename_column",),
                                   what=say("The name of a column has blanks before or after it."),
                                   next_step=say("It is published without them. There is nothing to do."))


def _told_as_dashes(column: ColumnProfile, padded: Mask) -> Mask:
    """Return which padded values are the dashes of a column of numbers: what they mean is asked, and the blanks go with it."""
    if not padded.any() or (column.type not in ("integer", "number") and not formatted_mask(column).any()):
        return np.zeros(len(padded), np.bool_)
    return matching_among(column.distinct.values, padded, DASH)


def padded_mask(values: pa.Array) -> Mask:
    """Return which values begin or end with a blank."""
    return in_pieces(values, _padded_mask)


def _padded_mask(values: pa.Array) -> Mask:
    import pyarrow.compute as pc

    first, last = first_bytes(values), last_bytes(values)
    perhaps = np.isin(first, ASCII_BLANKS) | np.isin(last, ASCII_BLANKS) | (first >= NOT_ASCII) | (last >= NOT_ASCII)
    places = np.flatnonzero(perhaps)
    found = np.zeros(len(values), np.bool_)
    if len(places):
        written = values.take(pa.array(places))
        found[places] = byte_lengths(pc.utf8_trim_whitespace(written)) != byte_lengths(written)
    return found


CHECK = PaddedCells()
