import os
import random
import re
from decimal import Decimal

import pytest

from steward.readers.formats._number_format import Kind, parsed

ACCOUNTING = '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)'
PHONE = "[<=9999999]###-####;\\(###\\)\\ ###-####"


@pytest.mark.parametrize(("code", "stored", "shown"), [
    ("00000", "2139", "02139"), ("000", "0", "000"), ("00000", "1234567", "1234567"), ("000-00-0000", "12345678",
    "012-34-5678"),
    ("00000-0000", "971234567", "97123-4567"), ('"SR-"0000', "12", "SR-0012"), ('"SR-"0', "12", "SR-12"), ("00000", "-5",
    "-00005"),
    (PHONE, "5035551234", "(503) 555-1234"), (PHONE, "5551234", "555-1234")])
def test_digits_that_are_a_name_are_published_as_shown(code, stored, shown):
    assert parsed(code).shown(stored) == (shown, False)


@pytest.mark.parametrize(("code", "stored", "shown"), [
    ("0.0%", "0.125", "12.5%"), ("0%", "0.07", "7%"), ("0.00%", "-0.5", "-50.00%"), ("0%", "0", "0%"),
    ('"$"#,##0.00', "1234.5", "$1,234.50"), (ACCOUNTING, "-1234.5", "-$1,234.50"), (ACCOUNTING, "0", "$0.00"),
    ("[$€-407] #,##0.00", "3.5", "€3.50"), ("#,##0.00\\ [$€-1]", "3.5", "3.50 €"), ("0.00", "1.1", "1.10"), ("0.00", "5",
    "5.00")])
def test_percents_currency_and_fixed_digits_are_published_as_shown(code, stored, shown):
    assert parsed(code).shown(stored) == (shown, False)


@pytest.mark.parametrize(("code", "stored", "published"), [
    ("#,##0", "1234567", "1234567"), ("0;[Red]0", "-5", "-5"), ("#,##0_);(#,##0)", "-5", "-5"), ("0.00_ ", "2.25", "2.25")])
def test_grouping_colors_and_brackets_are_not_published(code, stored, published):
    assert parsed(code).shown(stored) == (published, False)


@pytest.mark.parametrize(("code", "stored", "published"), [
    ("0", "1.5", "1.5"), ("0.00", "1.234", "1.234"), ("0%", "0.125", "12.5%"), ('"$"0', "9.99", "$9.99"), ("# ?/?", "0.5",
    "0.5"),
    ("0.00E+00", "12345", "12345"), ("0,", "12000", "12000"), ('0" ft"', "12", "12"), (";;;", "5", "5"), ("00000", "1.5",
    "1.5")])
def test_where_the_workbook_shows_less_the_stored_digits_are_published_and_it_is_told(code, stored, published):
    assert parsed(code).shown(stored) == (published, True)


@pytest.mark.parametrize(("code", "kind"), [
    ("General", Kind.PLAIN), ("@", Kind.PLAIN), ("", Kind.PLAIN), ("0.00", Kind.FIXED), ("0%", Kind.NUMBER),
    ("m/d/yyyy", Kind.DATE),
    ("mmm-yy", Kind.DATE), ("[$-409]mmmm d, yyyy;@", Kind.DATE), ("m/d/yy h:mm", Kind.DATETIME), ("h:mm AM/PM", Kind.TIME),
    ("[h]:mm", Kind.DURATION), ("mm:ss", Kind.TIME), ("[Red]0.00", Kind.FIXED), ('"day "0', Kind.NUMBER)])
def test_a_format_is_told_by_its_code(code, kind):
    assert parsed(code).kind is kind


def test_a_later_section_of_text_and_general_keeps_the_number():
    assert parsed('0;"below "General').shown("-7") == ("-7", True)


def test_a_code_that_is_longer_than_excel_allows_leaves_numbers_as_stored():
    assert parsed("0" * 255).kind is Kind.NUMBER
    assert parsed("%" * 100_000 + "0").kind is Kind.PLAIN


def test_no_format_whatever_loses_or_invents_a_digit():
    chance = random.Random(7)
    pieces = ["0", "#", "?", ".", ",", "%", "$", '"x"', "\\-", "(", ")", ";", "[Red]", "[<5]", "_)", "* ", "E+", "/", "-",
              " ", "General"]
    for _ in range(int(os.environ.get("STEWARD_FORMATS", "3000"))):
        code = "".join(chance.choices(pieces, k=chance.randint(1, 9)))
        stored = chance.choice(["0", "7", "-7", "1234567", "0.5", "-12.375", "1234.5", "99.999"])
        known = parsed(code)
        if known.kind in (Kind.FIXED, Kind.NUMBER):
            published, _ = known.shown(stored)
            digits = re.sub(r"[^0-9.]", "", re.sub(r"\.(?!\d)", "", published))
            percents = published.count("%")
            expected = abs(Decimal(stored)).scaleb(2 * percents)
            assert digits.count(".") <= 1, code
            assert Decimal(digits) == expected, (code, stored)
            assert published.startswith("-") == stored.startswith("-") or "-" in code, (code, stored)
