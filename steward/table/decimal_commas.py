"""Numbers with a comma for their point, as most of Europe and Latin America write them: "12,5" and "1.204,50".

A comma before three digits may stand for thousands: it is read as a point only where the column has commas that cannot be
anything else, and no number with both signs the other way around. A few of them among whole numbers may be lists: "1,2".
"""

import numpy as np
import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.numerals import COMMA_FOR_POINT, plain_mask
from steward.table.profile import ColumnProfile
from steward.table.text import flat_bytes, is_short, matching_among

DECIMAL_COMMA = rf"^\s*[+-]?{COMMA_FOR_POINT}\s*$"
PERHAPS = rf"^\s*[+-]?(?:{COMMA_FOR_POINT}|[0-9]{{1,3}},[0-9]{{3}})\s*$"
THOUSANDS = r"[0-9],[0-9]{3}(?:\.[0-9]|,[0-9]{3})"
POINT = r"[.]"
LONGEST = 40          # bytes
NEARLY_ALL = 0.9      # of the filled cells are numbers
MOSTLY = 0.5          # of the numbers with a comma can be read in no other way, or all numbers have one
COMMA = ord(",")


def decimal_comma_mask(column: ColumnProfile) -> Mask:
    """Return which values of a column of numbers have a comma for their point; none where commas stand for thousands."""
    values = column.distinct.values
    none = np.zeros(len(values), np.bool_)
    if column.type not in ("string", "integer", "number") or not (flat_bytes(values) == COMMA).any():
        return none
    among = (column.odd if column.type != "string" else ~column.is_blank & ~column.is_missing_word) & is_short(values, LONGEST)
    sure = matching_among(values, among, DECIMAL_COMMA)
    if not sure.any() or matching_among(values, among, THOUSANDS).any():
        return none
    found = matching_among(values, among, PERHAPS)
    counts = column.distinct.count_where
    if counts(sure) < MOSTLY * counts(found):
        found = sure
    told = ~column.is_blank & ~column.is_missing_word
    plain = plain_mask(values) & told
    may_be_lists = counts(found) < MOSTLY * counts(told) and not matching_among(values, plain, POINT).any()
    return none if may_be_lists or counts(found | plain) < NEARLY_ALL * counts(told) else found


def with_points(values: pa.Array) -> pa.Array:
    """Return such numbers with a point, and without the points that part thousands; for values that the mask names."""
    import pyarrow.compute as pc

    bare = pc.utf8_trim_whitespace(values)
    return pc.replace_substring(pc.replace_substring(bare, ".", ""), ",", ".")
