"""Numbers that a spreadsheet has spoiled: shown as 1.2E+11, or cut after fifteen digits.

Source: Microsoft, "Excel specifications and limits": number precision, 15 digits; the rest of a longer number becomes zeros.
"""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import holds_byte
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import byte_lengths, bytes_of, is_short, matching_among, within
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

KEPT_DIGITS = 15
LONGEST = 25                           # bytes
SHORTENED = (r"^\s*[-+]?[0-9](?:(?:\.[0-9]{1,8})?[eE]\+(?:0?[5-9]|[1-9][0-9]{1,2})"
             r"|(?:\.[0-9]{1,3})?[eE]\+0?4|(?:\.[0-9]{1,2})?[eE]\+0?3)\s*$")   # of a small number too, where digits are gone
SMALL = r"^\s*[-+]?[0-9](?:\.[0-9]+)?[eE]-[0-9]+\s*$"
LONG = r"^\s*-?[0-9]{16,20}\s*$"
CUT = r"^\s*-?[0-9]{15}0+\s*$"
LONG_BEGINS, LONG_ENDS = bytes_of("-0123456789"), bytes_of("0123456789")
MOSTLY = 0.9
FEWEST_ZEROS = 4                       # so many zeros together come by chance once in ten thousand times
FEWEST_DIGITS_AMONG, FEWEST_AMONG = 17, 3   # two zeros or more, in so many of them: chance gives one in a hundred
TIMES_CHANCE, MOST_ROUND = 0.05, 0.4   # a share that is five times chance; numbers made round have more zeros before these
ROUND = r"^\s*-?[0-9]{14}0+\s*$"
NEXT = say("The digits are lost here. Export the table from its system again, with this column as text, and use that file.")


class DamagedNumbers:
    """Cells whose last digits are gone."""

    kinds = ("scientific-number", "cut-number")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells."""
        for column in context.columns:
            if column.type not in ("string", "number", "integer"):
                continue
            mask = _shortened(column)
            what = say_count("One number is shortened, such as 1.2E+11 for a number of twelve digits.",
                             "{count} numbers are shortened, such as 1.2E+11 for a number of twelve digits.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="scientific-number", tier=Tier.WARN, what=what,
                                   next_step=NEXT, remedies=("leave_out_column",))
            mask = _cut(column)
            what = say_count("One long number ends in zeros after fifteen digits, as spreadsheets cut them.",
                             "{count} long numbers end in zeros after fifteen digits, as spreadsheets cut them.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="cut-number", tier=Tier.WARN, what=what, next_step=NEXT,
                                   remedies=("leave_out_column",))


def _shortened(column: ColumnProfile) -> Mask:
    """Return which values are shortened; none in a column of measurements, which has small ones written so, too."""
    values = column.distinct.values
    perhaps = is_short(values, LONGEST) & ~column.is_blank
    if not holds_byte(column, "+") or matching_among(values, perhaps, SMALL).any():
        return np.zeros(len(values), np.bool_)
    return matching_among(values, perhaps, SHORTENED)


def _cut(column: ColumnProfile) -> Mask:
    """Return which long numbers are cut: nearly all of the column end in zeros, and there are more zeros than chance gives."""
    values = column.distinct.values
    none = np.zeros(len(values), np.bool_)
    if column.type != "string":        # a number of sixteen digits is text
        return none
    perhaps = ~column.is_blank & is_short(values, LONGEST) & ~is_short(values, KEPT_DIGITS)
    long = matching_among(values, perhaps & within(values, LONG_BEGINS, LONG_ENDS), LONG)
    if not long.any():
        return none
    cut = matching_among(values, long, CUT)
    zeros = byte_lengths(values.take(pa.array(np.flatnonzero(cut)))) - KEPT_DIGITS
    if zeros.sum() < FEWEST_ZEROS:
        return none
    return cut if cut.sum() >= MOSTLY * long.sum() or _are_cut_among_others(column, cut, long) else none


def _are_cut_among_others(column: ColumnProfile, cut: Mask, long: Mask) -> bool:
    """Return whether some of the long numbers were cut: far more than end in such zeros by chance, and with no zeros before."""
    values = column.distinct.values
    of_this_length = long & (byte_lengths(values) >= FEWEST_DIGITS_AMONG)
    spoiled = cut & of_this_length
    round_before = matching_among(values, spoiled, ROUND)
    return bool(spoiled.sum() >= FEWEST_AMONG and spoiled.sum() == cut.sum()
                and spoiled.sum() >= TIMES_CHANCE * of_this_length.sum() and round_before.sum() <= MOST_ROUND * spoiled.sum())


CHECK = DamagedNumbers()
