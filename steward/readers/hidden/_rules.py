"""Tells which rules (conditional formats) only tidy a sheet up: those about faulty cells, and about zeros and blanks."""

import re

from steward.readers.hidden._book import Area
from steward.vocabulary.column_letters import letters_of

CELL_IS, COLOR_SCALE, EQUAL = 1, 3, 3     # two kinds of a rule and a sign in it, as XLS and XLSB number them
TIDYING = frozenset((9, 11))              # what Excel made a rule from: that cells are blank, or faulty
_ABOUT_FAULTS = re.compile(r"\b(?:ISERROR|ISERR|ISNA|ISBLANK|IFERROR)\b|is-error", re.IGNORECASE)
_ABOUT_OTHERS = re.compile(r"\bNOT\s*\(\s*IS[A-Z]+\s*\(", re.IGNORECASE)       # so Excel writes "contains this text"
_ABOUT_BLANKS = re.compile(r"=\s*(?:0|\"\")\s*\)*$")
_OWN_VALUE = "cell-content()"


def is_about_faults(formula: str) -> bool:
    """Return whether a rule with this formula is about cells that are faulty or blank, and not about all others."""
    return _ABOUT_FAULTS.search(formula) is not None and not _ABOUT_OTHERS.search(formula)


def tidies(formula: str, where: tuple[Area, ...]) -> bool:
    """Return whether a rule with this formula hides only faults, zeros and blanks of the cells it is for, not of others."""
    if is_about_faults(formula):
        return True
    if not _ABOUT_BLANKS.search(formula):
        return False
    own = letters_of(where[0][1]) + str(where[0][0]) if where else "(?!)"
    return _OWN_VALUE in formula or re.search(rf"(?<![A-Z0-9]){own}(?!\d)", formula.replace("$", "").upper()) is not None
