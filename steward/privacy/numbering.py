"""Tells numberings that are shaped as Social Security numbers, as "412-24-1187": case, year, line."""

import re

import pyarrow as pa

_PARTS = re.compile(r"\s*[0-8][0-9]{2}([- ])([0-9]{2})\1[0-9]{4}\s*")
NUMBERED = r"^\s*[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}\s*$"
_FEWEST, _WIDEST = 30, 33


def is_numbering(sample: pa.Array) -> bool:
    """Return whether the two digits in the middle lie close together, as years do.

    Thirty and more numbers that all have their middle in a third of its range do so by chance once in a billion billions.
    Source: SSA, "Social Security Number Randomization": groups run from 01 to 99.
    """
    found = (_PARTS.fullmatch(text) for text in sample.to_pylist())
    middles = sorted(int(parts.group(2)) for parts in found if parts)
    if len(middles) < _FEWEST:
        return False
    skipped = len(middles) // 50   # one in fifty may be mistyped
    return middles[-1 - skipped] - middles[skipped] < _WIDEST
