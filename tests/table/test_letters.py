"""Damaged letters, odd blanks and markup: what is told, what is mended, and what stays."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.markup import HTML, LINE_BREAK, one_line, plain_text
from steward.table.mojibake import MOJIBAKE, repaired
from steward.table.odd_blanks import ODD_SIGN, with_plain_blanks
from steward.table.text import matching

LETTERS = st.text(st.sampled_from("ñéüçø€’“”–—Àаян漢😀 abc"), max_size=12)


def damaged(text, times=1):
    """Return the text as it looks once it was written as UTF-8 and read as Windows-1252, bytes without a letter as they are."""
    for _time in range(times):
        text = "".join(_shown(byte) for byte in text.encode())
    return text


def _shown(byte):
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


@given(LETTERS)
def test_damaged_letters_become_what_they_were(text):
    assert repaired(damaged(text)) == text


@given(LETTERS)
def test_letters_damaged_twice_become_what_they_were(text):
    assert repaired(damaged(text, 2)) == text


@pytest.mark.parametrize("text", ["Ã±", "Pe\u00c3\u00b1a", "itâ€™s", "Â°", "Ã‰cole", "ðŸ˜€", "Â\u00a0"])
def test_damage_is_told(text):
    assert matching(pa.array([text]), MOJIBAKE).all()
    assert repaired(text) != text


@pytest.mark.parametrize("text", [
    "São João",
    "Âge",
    "naïve",
    "ÂNGELA",
    "«à»",
    "Å–B",
    "café”—",
    "Maß“",
    "50 €",
    "Ångström",
    "ÇA",
    "ï",
    "plain",
    "",
])
def test_letters_that_are_meant_stay(text):
    assert repaired(text) == text


@pytest.mark.parametrize(("text", "wanted"), [
    ("a\u00a0b", "a b"),
    ("a \u2003 b", "a b"),
    ("a\tb", "a b"),
    ("a\u200bb", "ab"),
    ("\ufeffa", "a"),
    ("soft\u00adly", "softly"),
])
def test_odd_blanks_become_ordinary(text, wanted):
    assert matching(pa.array([text]), ODD_SIGN).all()
    assert with_plain_blanks(text) == wanted


@pytest.mark.parametrize("text", ["a b", "a  b", "a\nb", " a ", "\u00a0a", "a\u00a0", "", "é b"])
def test_ordinary_blanks_and_those_around_a_text_stay(text):
    assert not matching(pa.array([text]), ODD_SIGN).any()
    assert with_plain_blanks(text) == text


@given(st.text(st.sampled_from("ab \u00a0\t\u200b"), max_size=8))
def test_mending_blanks_twice_is_mending_them_once(text):
    assert with_plain_blanks(with_plain_blanks(text)) == with_plain_blanks(text)


@pytest.mark.parametrize(("text", "wanted"), [("a\nb", "a b"), ("a\r\n\r\n b", "a b"), ("a\u2028b", "a b"), ("a \n b", "a b")])
def test_lines_become_one(text, wanted):
    assert matching(pa.array([text]), LINE_BREAK).all()
    assert one_line(text) == wanted


@pytest.mark.parametrize("text", ["a b", "a\n", "\na", ""])
def test_breaks_around_a_text_are_blanks_and_none_of_these(text):
    assert not matching(pa.array([text]), LINE_BREAK).any()


@pytest.mark.parametrize(("text", "wanted"), [
    ("<b>seen</b>", "seen"), ("a<br/>b", "a b"), ("<p class='x'>a</p><p>b</p>", "a b"), ("R&amp;D", "R&D"), ("a&nbsp;b", "a b"),
    ('<a href="http://x">here</a>', "here"), ("&#39;t", "'t"), ("<script>alert(1)</script>a", "a"), ("<!-- c -->a", "a"),
    ("<DIV>a</DIV>", "a")])
def test_html_becomes_text(text, wanted):
    assert matching(pa.array([text]), HTML).all()
    assert plain_text(text) == wanted


@pytest.mark.parametrize("text", ["<5", "5<10", "a < b > c", "R&D", "A&P; B", "x<y>z", "<missing>", "AT&T", "a <- b"])
def test_comparisons_and_ampersands_are_no_html(text):
    assert not matching(pa.array([text]), HTML).any()
