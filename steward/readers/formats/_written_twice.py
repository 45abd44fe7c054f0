"""Cells that the XML of a sheet holds twice: readers of workbooks keep one of the two values without a word.

Decision: cells are counted on every opening, which takes a hundredth of it; only where more are written than were read are
their names compared.
"""

import re
from collections import Counter

_VALUES = (b"</v>", b"</is>", b":v>", b":is>")
_CELL = re.compile(rb"""<(?:[A-Za-z0-9_.-]+:)?c\b[^<>]*?\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["'][^<>]*(?<!/)>\s*<(?!/)""")


def cells_written(xml: bytes) -> int:
    """Return how many values stand in the rows of a sheet, at most: empty ones are among them."""
    plain, inline, *prefixed = (xml.count(sign) for sign in _VALUES)
    return plain + inline + sum(prefixed) // 2


def rows_of_twice_written(xml: bytes) -> tuple[int, ...]:
    """Return the row of each cell, 1-based, that is there more than once with something in it."""
    times = Counter((letters.upper(), int(row)) for letters, row in _CELL.findall(xml))
    return tuple(sorted(row for (_, row), count in times.items() if count > 1))
