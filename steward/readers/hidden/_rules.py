"""Tells which rules (conditional formats) only tidy a sheet up: those about faulty cells, and about zeros and blanks."""

import re

from steward.readers.hidden._areas import column_letters
from steward.readers.hidden._book import Area

_ABOUT_FAULTS = re.compile(r"\b(?:ISERROR|ISERR|ISNA|ISBLANK|IFERROR)\b|is-error", re.IGNORECASE)
_ABOUT_BLANKS = re.compile(r"=\s*(?:0|\"\")\s*\)*$")
_OWN_VALUE = "cell-content()"


def tidies(formula: str, where: tuple[Area, ...]) -> bool:
    """Return whether a rule with this formula hides only faults, zeros and blanks of the cells it is for, not of others."""
    if _ABOUT_FAULTS.search(formula):
        return True
    if not _ABOUT_BLANKS.search(formula):
        return False
    own = column_letters(where[0][1]) + str(where[0][0]) if where else "(?!)"
    return _OWN_VALUE in formula or re.search(rf"(?<![A-Z0-9]){own}(?!\d)", formula.replace("$", "").upper()) is not None
