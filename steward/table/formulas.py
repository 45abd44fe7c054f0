"""Texts that a spreadsheet would run as formulas, and how they are made harmless. Source: OWASP, "CSV Injection"."""

import re

import numpy as np

STARTS = np.frombuffer(b"=+-@\t\r", np.uint8)
# Signs alone, signed numbers and telephone numbers with a plus are no formulas.
PLAIN = r"^[+-](?:[+-]*\s*|[ $€£]*[0-9.,][0-9 ().,/:-]*(?:[eE][+-]?[0-9]+)?\s*%?)$"
_PLAIN = re.compile(PLAIN)
BEGINS = r"^[=+@\t\r-]"
_QUOTED = r'"((?:[^"]|"")*)"'
# =HYPERLINK("address","text"), =HYPERLINK("address") and ="text" hold what they show.
SHOWS_TEXT = rf"(?i)^\s*=\s*(?:HYPERLINK\(\s*{_QUOTED}\s*(?:[,;]\s*{_QUOTED}\s*)?\)|{_QUOTED})\s*$"
_SHOWS_TEXT = re.compile(SHOWS_TEXT)


def defused(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet would run it; other texts as they are."""
    return f"'{text}" if text[:1] in tuple("=+-@\t\r") and not _PLAIN.search(text) else text


def shown(text: str) -> str:
    """Return what a formula shows that holds it itself; other texts as they are. What it shows may be a formula in turn."""
    found = _SHOWS_TEXT.search(text)
    if found is None:
        return text
    address, words, quoted = found.groups()
    return str(words or address or quoted or "").replace('""', '"')
