"""Texts that a spreadsheet would run as formulas, and how they are made harmless. Source: OWASP, "CSV Injection"."""

import re

import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.text import bytes_of, matching_among, within

# Spreadsheets take signs of full width for the plain ones, and look past blanks before an equals sign.
_SIGNS, _PLUS_OR_MINUS = "=+@＝＋－＠", "[+＋－-]"
_BLANKS = " \t\n\f\r\u00a0\u3000\ufeff\u200b"
BEGINS = rf"^(?:[{_SIGNS}\t\r\n-]|[{_BLANKS}]+[=＝])"
# Signs alone, signed numbers and telephone numbers with a plus are no formulas; so are numbers behind blanks.
PLAIN = (rf"^[{_BLANKS}]*(?:{_PLUS_OR_MINUS}(?:{_PLUS_OR_MINUS}*\s*"
         r"|[ $€£]*[0-9０-９.,][0-9０-９ ().,/:-]*(?:[eE][+-]?[0-9]+)?\s*%?)|[0-9.,$€£()% -]*)$")
# A spreadsheet makes a sum or a number of it, and the plus is gone.
_TELEPHONE = re.compile(r"^[+＋][ (]*[0-9](?:[ ().-]*[0-9]){8,}[ ().-]*$")
_BEGINS, _PLAIN = re.compile(BEGINS), re.compile(PLAIN)
_FIRST = frozenset(f"{_SIGNS}-{_BLANKS}")
_FIRST_BYTES = bytes_of("".join(_FIRST))
_QUOTED = r'"((?:[^"]|"")*)"'
# =HYPERLINK("address","text"), =HYPERLINK("address") and ="text" hold what they show.
SHOWS_TEXT = rf"(?i)^\s*=\s*(?:HYPERLINK\(\s*{_QUOTED}\s*(?:[,;]\s*{_QUOTED}\s*)?\)|{_QUOTED})\s*$"
_SHOWS_TEXT = re.compile(SHOWS_TEXT)


def runs(values: pa.Array, among: Mask) -> Mask:
    """Return which of the masked values a spreadsheet would run."""
    begun = matching_among(values, among & within(values, _FIRST_BYTES), BEGINS)
    return begun & ~matching_among(values, begun, PLAIN)


def defused(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet would run it or take its plus; others as they are."""
    if text[:1] not in _FIRST or not _BEGINS.match(text):
        return text
    return text if _PLAIN.match(text) and not _TELEPHONE.match(text) else f"'{text}"


def shown(text: str) -> str:
    """Return what a formula shows that holds it itself; other texts as they are. What it shows may be a formula in turn."""
    found = _SHOWS_TEXT.search(text)
    if found is None:
        return text
    address, words, quoted = found.groups()
    return str(words or address or quoted or "").replace('""', '"')
