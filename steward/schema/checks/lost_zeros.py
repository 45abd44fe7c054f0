"""Codes that lost the zeros in front when a spreadsheet took them for numbers: ZIP codes of four digits, state codes of one.

Source: the U.S. Postal Service (ZIP codes have five digits), ANSI INCITS 38 and 31 (FIPS codes), ISBN and UPC.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table._words import words_of
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import byte_lengths, is_short, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

ZIP_WORDS = frozenset(("zip", "zipcode", "postal", "postcode", "zip5"))
CODE_WORDS = frozenset(("fips", "geoid", "barcode", "upc", "isbn", "ndc", "gtin"))
PERHAPS_CODES = frozenset(("code", "account", "acct", "parcel", "taxlot", "apn", "fund", "id"))   # where others begin with 0
LEADING_ZERO = r"^\s*0[0-9]"
ZIP_DIGITS = 5
SHORTER_ZIP = r"^\s*[0-9]{3,4}(?:-[0-9]{4})?\s*$"
DIGITS = r"^\s*[0-9]+\s*$"
LONGEST = 24
MOSTLY = 0.6            # of the codes have the full width
MOST_LOST = 2           # digits


class LostZeros:
    """Codes that are shorter than the others of their column."""

    kinds = ("lost-zeros",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of codes with shorter ones."""
        for column in context.columns:
            mask, width = shorter_codes(column)
            what = say_count("One code has fewer digits than the {width} it should have. A spreadsheet may have taken zeros "
                             "away.",
                             "{count} codes have fewer digits than the {width} they should have. A spreadsheet may have taken "
                             "the zeros in front away.", column.distinct.count_where(mask), width=width)
            yield from about_cells(context.sheet, column, mask, kind="lost-zeros", tier=Tier.WARN, what=what,
                                   next_step=say("Put the zeros back. Where digits are missing for another reason, correct "
                                                 "them in your file."), remedies=("pad_zeros",))


def shorter_codes(column: ColumnProfile) -> tuple[Mask, int]:
    """Return which values lost zeros, and how many digits a whole code of the column has; none and 0 in other columns."""
    words, values = words_of(column.name), column.distinct.values
    among = ~column.is_blank & is_short(values, LONGEST)
    if words & ZIP_WORDS:
        return matching_among(values, among, SHORTER_ZIP), ZIP_DIGITS
    if not words & (CODE_WORDS | PERHAPS_CODES):
        return np.zeros(len(values), np.bool_), 0
    digits = matching_among(values, among, DIGITS)
    if not words & CODE_WORDS and not matching_among(values, digits, LEADING_ZERO).any():
        return np.zeros(len(values), np.bool_), 0
    lengths = np.where(digits, byte_lengths(values), 0)
    rows = np.bincount(lengths, weights=np.where(digits, column.distinct.counts, 0))
    width = int(rows.argmax()) if len(rows) else 0
    if rows.sum() == 0 or rows[width] < MOSTLY * rows.sum() or lengths.max() > width:
        return np.zeros(len(values), np.bool_), 0
    return digits & (lengths < width) & (lengths >= width - MOST_LOST), width


CHECK = LostZeros()
