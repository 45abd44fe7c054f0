"""Numbers as a report prints them: "$1,204", "(3.50)", "12 %", "4.2 mi".

Source: the file rules of DataSF, California and New York.
"""

from collections.abc import Sequence
from string import ascii_letters

import numpy as np
import pyarrow as pa

from steward.table.digit_forms import mask_by_form
from steward.table.distinct import Mask
from steward.table.profile import KEPT_VALUES, ColumnProfile
from steward.table.text import changed_where, first_bytes, matching, matching_among
from steward.table.together import each, each_among

UNITS = (r"(?:mi|miles?|ft|feet|yd|km|m|cm|mm|in|sq\.? ?(?:ft|mi|m|km)|acres?|hrs?|hours?|mins?|minutes?|secs?|seconds?"
         r"|days?|weeks?|wks?|months?|years?|yrs?|lbs?|kg|g|oz|tons?|gal|gallons?|mph|kph|kwh|mwh|kw|mw|mgd|cfs|gpm|gpd|cf|ccf|cy|psi"
         r"|volts?|amps?|watts?|inch(?:es)?|yards?|met(?:er|re)s?|sqft|sqmi|°\s?[fc]|[\"”″]|usd|pct|percent)\.?")
DIGITS = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"   # 0,123 is a part of one elsewhere
PLAIN = r"^[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)$"
PADDED_NUMBER = rf"^(?:\s+{PLAIN[1:-1]}\s*|{PLAIN[1:-1]}\s+)$"
FORMATTED = (rf"(?i)^\s*(?:(?:us)?[$€£]\s*|usd\s*)?[(]?[+-]?\s*[$€£]?\s*[+-]?(?:{DIGITS})(?:\s?-)?\s*[)]?\s*"
             rf"(?:%|{UNITS})?\s*[)]?\s*$")
MILLIONS = r"(?:[$€£][^$€£]*[mM]|[0-9)\s]M)\.?\s*[)]?\s*$"     # $1.2m and 1.2M; 12 m are meters
POINT_ZERO = r"^([+-]?[0-9]+)\.0$"      # as programs write a whole number that they keep with a fraction
DASH = r"^\s*[$€£]?\s*(?:-|--|---|–|—)\s*$"      # which accounting formats of spreadsheets write for zero
IN_PARENTHESES = r"^\s*[$€£]?\s*\(.*\)\s*%?\s*$"
NEGATIVE = r"^\s*[$€£]?\s*\(.*\)|^[^0-9.]*-|[0-9.]\s?-\s*[)]?\s*$"
WITH_UNIT = rf"(?i)[0-9.)]\s?-?\s*[)]?\s*(?:%|{UNITS})\s*[)]?\s*$"    # 12-in too
CURRENCY = r"(?i)^[^0-9]*?(?P<sign>[$€£]|usd)"
# A comma that cannot part thousands: before one, two or four digits, behind a nought or four digits, or behind points.
COMMA_FOR_POINT = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|(?:0+|[0-9]{4,}),[0-9]+)"
DRESSED_COMMA = rf"^\s*[$€£]?\s*[+-]?{COMMA_FOR_POINT}\s*(?:€|%)?\s*$"
UNIT = rf"(?i)(?P<unit>%|{UNITS})\s*[)]?\s*$"
# "207b" is the number of a house; "$2b" are billions.
SHORTENED = (rf"(?i)^\s*[(]?[+-]?\s*(?:[$€£]\s*[+-]?(?:{DIGITS})\s*[bt]|[$€£]?\s*[+-]?(?:{DIGITS})\s*"
             r"(?:k|mm?|mil\.?|mill\.?|millions?|thousands?|bn|bil\.?|billions?|tn|trillions?))\s*[)]?\s*$")
CURRENCIES = {"$": "usd", "€": "eur", "£": "gbp"}
DRESS = f" \t\n\f\r+-$€£()%°{ascii_letters}" + '"”″'     # what stands around the digits of a dressed-up number
SAMPLE_CELLS, WORTH_TRYING = 400, 0.25
BEGINS = np.isin(np.arange(256, dtype=np.uint8), np.frombuffer(b" \t0123456789+-.$(Uu\xe2\xc2", np.uint8))    # by first byte


def formatted_mask(column: ColumnProfile) -> Mask:
    """Return which values are a number that is dressed up; in a column of numbers only the odd values are looked at."""
    return column.once(_formatted)


def know_formatted(columns: Sequence[ColumnProfile]) -> None:
    """Look at the small ones of many columns together, so that `formatted_mask` has its answer for each."""
    light = [column for column in columns if len(column.is_blank) <= KEPT_VALUES and not column.knows(_formatted)]
    looked_at = [(column.distinct.values, among) for column, among in zip(light, _all_perhaps(light), strict=True)]
    for column, found in zip(light, each_among(looked_at, is_dressed), strict=True):
        column.keep(_formatted, found)


def _all_perhaps(columns: Sequence[ColumnProfile]) -> list[Mask]:
    perhaps = [column.odd if column.type != "string" else _begin_as_numbers(column) for column in columns]
    some = [_some(column, mask) for column, mask in zip(columns, perhaps, strict=True)]
    numbers = each(some, lambda values: matching(values, FORMATTED))
    return [mask if column.type != "string" or _are_enough(found) else np.zeros(len(mask), np.bool_)
            for column, mask, found in zip(columns, perhaps, numbers, strict=True)]


def _formatted(column: ColumnProfile) -> Mask:
    found = np.zeros(len(column.is_blank), np.bool_)
    looked_at = np.flatnonzero(column.odd if column.type != "string" else _perhaps(column))
    if len(looked_at):
        values = column.distinct.values.take(pa.array(looked_at))
        found[looked_at] = is_dressed(values)
    return found


def plain_mask(values: pa.Array) -> Mask:
    """Return which values are numbers as they should be."""
    return matching(values, PLAIN)


def _perhaps(column: ColumnProfile) -> Mask:
    """Return the filled values that begin as a number can; none where a look at some of them finds few numbers."""
    perhaps = _begin_as_numbers(column)
    some = _some(column, perhaps)
    return perhaps if len(some) and _are_enough(matching(some, FORMATTED)) else np.zeros(len(perhaps), np.bool_)


def _begin_as_numbers(column: ColumnProfile) -> Mask:
    perhaps: Mask = ~column.is_blank & BEGINS[first_bytes(column.distinct.values)]
    return perhaps


def _some(column: ColumnProfile, mask: Mask) -> pa.Array:
    places = np.flatnonzero(mask)
    return column.distinct.values.take(pa.array(places[::max(1, len(places) // SAMPLE_CELLS)]))


def _are_enough(numbers: Mask) -> bool:
    return bool(np.count_nonzero(numbers) > WORTH_TRYING * len(numbers))


def is_dressed(values: pa.Array) -> Mask:
    """Return which values are numbers with separators, signs or units around them; blanks alone do not count."""
    return mask_by_form(values, _is_dressed)


def _is_dressed(values: pa.Array) -> Mask:
    import pyarrow.compute as pc

    perhaps = ~matching(pc.utf8_trim_whitespace(values), PLAIN)
    found = matching_among(values, perhaps, FORMATTED)
    return found & ~matching_among(values, found, MILLIONS)


def units_of(values: pa.Array) -> pa.Array:
    """Return the unit behind each number, as typed in small letters without its point; "" where there is none."""
    import pyarrow.compute as pc

    found = pc.struct_field(pc.extract_regex(values, UNIT), "unit")
    bare = pc.replace_substring_regex(pc.utf8_lower(found), r"\.$", "")
    return pc.if_else(pa.array(matching(values, WITH_UNIT)), pc.fill_null(bare, ""), pa.scalar("", values.type))


def currencies_of(values: pa.Array) -> pa.Array:
    """Return the currency in front of each number: "usd", "eur", "gbp"; "" where there is none."""
    import pyarrow.compute as pc

    signs = pc.fill_null(pc.utf8_lower(pc.struct_field(pc.extract_regex(values, CURRENCY), "sign")), "")
    for sign, name in CURRENCIES.items():
        signs = pc.if_else(pc.equal(signs, sign), pa.scalar(name, values.type), signs)
    return signs


def undressed(values: pa.Array) -> pa.Array:
    """Return dressed-up numbers as digits, a point and a minus sign alone; only for values that `is_dressed` names."""
    import pyarrow.compute as pc

    digits = pc.replace_substring(_without_dress(values), ",", "")
    bare = changed_where(mask_by_form(digits, lambda some: matching(some, "^0+[0-9]")), digits,
                         lambda some: pc.replace_substring_regex(some, "^0+([0-9])", r"\1"))
    negative = mask_by_form(values, lambda some: matching(some, NEGATIVE))
    return changed_where(negative, bare, lambda some: pc.binary_join_element_wise(pa.scalar("-", some.type), some,
                                                                                  pa.scalar("", some.type)))


def _without_dress(values: pa.Array) -> pa.Array:
    """Return the digits of each number with separators and point. To cut off what surrounds them is quicker than a pattern."""
    import pyarrow.compute as pc

    cut = pc.utf8_rtrim(pc.utf8_ltrim(values, DRESS), DRESS + ".")
    left = ~matching(cut, "^[0-9.,]+$")
    if not left.any():
        return cut
    found = pc.struct_field(pc.extract_regex(values.filter(pa.array(left)), rf"(?P<number>{DIGITS})"), "number")
    return pc.replace_with_mask(cut, pa.array(left), found)


BETWEEN = r"[ \x{00A0}\x{2007}\x{2009}\x{202F}]"
FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋", "0123456789.,-+")  # the signs that are replaced
TEXT_NUMBER = (rf"""^\s*(?:['’‘][+-]?[0-9][0-9.,]*|="[+-]?[0-9][0-9.,]*"|[+-]?[0-9]{{1,3}}(?:{BETWEEN}[0-9]{{3}})+"""
               r"(?:[.,][0-9]+)?|[+-]?[0-9]*[０-９][0-9０-９.．]*)\s*$")


def number_of_text(text: str) -> str:
    """Return the digits of a number that was kept as text; only for values that TEXT_NUMBER matches."""
    bare = text.translate(FULL_WIDTH).strip().strip("'’‘=\"")
    return "".join(bare.split())
