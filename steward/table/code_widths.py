"""Which codes of a column are shorter than a whole one, because a spreadsheet took the zeros in front for nothing.

Source: the U.S. Postal Service (ZIP codes have five digits), ANSI INCITS 38 and 31 (FIPS codes), ISBN and UPC.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table._words import words_of
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import byte_lengths, bytes_of, is_short, matching_among, within

ZIP_WORDS = frozenset(("zip", "zipcode", "postal", "postcode", "zip5"))
CODE_WORDS = frozenset(("fips", "geoid", "barcode", "upc", "isbn", "ndc", "gtin"))
PERHAPS_CODES = frozenset(("code", "account", "acct", "parcel", "taxlot", "apn", "fund", "id"))   # where others begin with 0
LEADING_ZERO = r"^\s*0[0-9]"
ZIP_DIGITS = 5
SHORTER_ZIP = r"^\s*[0-9]{3,4}(?:-[0-9]{4})?\s*$"
DIGITS = r"^\s*[0-9]+\s*$"
BORDERS = bytes_of("0123456789")     # of both patterns above
LONGEST = 24
MOSTLY = 0.6            # of the codes have the full width
MOST_LOST = 2           # digits, where no whole code tells of more
FEWEST_WITH_ZEROS = 3   # rows: so many codes that kept their zeros, all of one width, tell by themselves what that width is
NEARLY_ALL = 0.95       # of the cells of such a column are digits
Widths = npt.NDArray[np.int64]


def shorter_codes(column: ColumnProfile) -> tuple[Mask, int]:
    """Return which values lost zeros, and how many digits a whole code of the column has; none and 0 in other columns."""
    words, values = words_of(column.name), column.distinct.values
    among = ~column.is_blank & is_short(values, LONGEST)
    if not words & ZIP_WORDS and not words & (CODE_WORDS | PERHAPS_CODES) and column.type != "string":
        return _none(column), 0
    among &= within(values, BORDERS, BORDERS)
    if words & ZIP_WORDS:
        return matching_among(values, among, SHORTER_ZIP), ZIP_DIGITS
    digits = matching_among(values, among, DIGITS)
    kept = matching_among(values, digits, LEADING_ZERO)
    if not words & CODE_WORDS and not kept.any():
        return _none(column), 0
    lengths = np.where(digits, byte_lengths(values), 0)
    if _kept_one_width(column, digits, kept, lengths):
        width = int(lengths.max())
        return digits & (lengths < width) & (lengths >= width - _most_lost(values, kept)), width
    return _of_most(column, digits, lengths) if words & (CODE_WORDS | PERHAPS_CODES) else (_none(column), 0)


def _kept_one_width(column: ColumnProfile, digits: Mask, kept: Mask, lengths: Widths) -> bool:
    """Return whether all codes that kept their zeros have the width of the longest, in a column of nothing but digits."""
    counts = column.distinct.count_where
    return bool(kept.any() and (lengths[kept] == lengths.max()).all() and counts(kept) >= FEWEST_WITH_ZEROS
                and counts(digits) >= NEARLY_ALL * column.filled)


def _most_lost(values: pa.Array, kept: Mask) -> int:
    """Return how many zeros the codes that kept theirs have in front, at most."""
    import pyarrow.compute as pc

    whole = values.filter(pa.array(kept))
    zeros = byte_lengths(whole).astype(np.int64) - byte_lengths(pc.utf8_ltrim(whole, " 0")).astype(np.int64)
    return max(MOST_LOST, int(zeros.max()))


def _of_most(column: ColumnProfile, digits: Mask, lengths: Widths) -> tuple[Mask, int]:
    """Return the same where most of the codes have the full width."""
    rows = np.bincount(lengths, weights=np.where(digits, column.distinct.counts, 0))
    width = int(rows.argmax()) if len(rows) else 0
    if rows.sum() == 0 or rows[width] < MOSTLY * rows.sum() or lengths.max() > width:
        return _none(column), 0
    return digits & (lengths < width) & (lengths >= width - MOST_LOST), width


def _none(column: ColumnProfile) -> Mask:
    return np.zeros(len(column.is_blank), np.bool_)
