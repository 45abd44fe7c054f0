"""Digits in parentheses that are no negative numbers: "(503)" and "(5035550100)" are codes and phone numbers.

Source: the accounting formats of spreadsheets, which write -503 as "(503)"; the North American Numbering Plan, whose area
codes are written alike. What is written the same is told apart by what stands beside it.
"""

import numpy as np

from steward.table._words import words_of
from steward.table.distinct import Mask
from steward.table.numerals import IN_PARENTHESES, plain_mask
from steward.table.profile import ColumnProfile
from steward.table.text import matching_among

WHOLE = r"^\s*\(\s*[0-9]+\s*\)\s*$"
OF_CODES = frozenset(("area", "phone", "telephone", "tel", "fax", "mobile", "extension", "ext", "dial", "dialing", "prefix"))
OF_AMOUNTS = frozenset(("loss", "losses", "net", "change", "balance", "amount", "variance", "deficit", "surplus", "difference"))
AMOUNT_DIGITS = (4, 9)    # a column of area codes has fewer, one with phone numbers more


def codes_in_parentheses(column: ColumnProfile, dressed: Mask) -> Mask:
    """Return which of the dressed-up numbers are whole digits in parentheses that nothing in the column makes an amount.

    An amount shows by a currency sign, separators, decimals or a percent sign in other parentheses, by numbers without
    parentheses, by digits of several lengths, or in the header; a header that names telephones outweighs all of them.
    """
    values = column.distinct.values
    negative = matching_among(values, dressed, IN_PARENTHESES)
    whole = matching_among(values, negative, WHOLE)
    if not whole.any() or words_of(column.name) & OF_CODES:
        return whole
    is_told = (negative & ~whole).any() or (dressed & ~negative).any() or (plain_mask(values) & ~column.is_blank).any()
    is_amount = is_told or words_of(column.name) & OF_AMOUNTS or _are_of_several_lengths(column, whole)
    return np.zeros_like(whole) if is_amount else whole


def _are_of_several_lengths(column: ColumnProfile, whole: Mask) -> bool:
    import pyarrow.compute as pc

    digits = pc.replace_substring_regex(column.distinct.values.filter(whole), r"[^0-9]", "")
    shortest, longest = pc.min_max(pc.utf8_length(digits)).as_py().values()
    return bool(shortest < longest and AMOUNT_DIGITS[0] <= longest <= AMOUNT_DIGITS[1])
