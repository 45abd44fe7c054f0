"""Texts that a spreadsheet would run as formulas, and how they are made harmless. Source: OWASP, "CSV Injection"."""

import re

import numpy as np

STARTS = np.frombuffer(b"=+-@\t\r", np.uint8)
# Signs alone, signed numbers and telephone numbers with a plus are no formulas.
PLAIN = r"^[+-](?:[+-]*\s*|[ $€£]*[0-9.,][0-9 ().,/:-]*(?:[eE][+-]?[0-9]+)?\s*%?)$"
_PLAIN = re.compile(PLAIN)


def defused(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet would run it; other texts as they are."""
    return f"'{text}" if text[:1] in tuple("=+-@\t\r") and not _PLAIN.search(text) else text
