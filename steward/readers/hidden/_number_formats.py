"""Tells whether a number format shows anything of a value."""

import re
from functools import cache

from steward.readers.hidden._book import BOOLEAN, NUMBER, TEXT

_PIECE = re.compile(r'"([^"]*)"?|\\(.)|_.|\*.|\[[^\]]*\]?|(;)|(General)|([0#?@ymdhseEgb])|(.)', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"\[[<>=]")
_FLAGS = frozenset((0.0, 1.0, -1.0))
BLANK, LITERAL, VALUE = range(3)


@cache
def sections(code: str) -> tuple[int, ...]:
    """Return for each section of a format whether it shows nothing, only fixed letters, or the value."""
    shown = [BLANK]
    for quoted, escaped, semicolon, general, place, other in _PIECE.findall(code):
        if semicolon:
            shown.append(BLANK)
        elif general or place:
            shown[-1] = VALUE
        elif (quoted or escaped or other).strip():
            shown[-1] = max(shown[-1], LITERAL)
    return tuple(shown)


@cache
def may_hide(code: str) -> bool:
    """Return whether some section of a format does not show the value."""
    return bool(code) and min(sections(code)) < VALUE


def hides(code: str, kind: int, text: str) -> bool:
    """Return whether a format shows nothing of a value, or fixed letters in its place. Zero is no loss, nor is a flag."""
    parts = sections(code) if code else (VALUE,)
    if kind in {TEXT, BOOLEAN}:
        return len(parts) > 3 and parts[3] < VALUE and bool(text.strip())  # noqa: PLR2004 - the fourth is for text
    number = _number(text)
    if kind != NUMBER or not number:
        return False
    shown = max(parts) if _CONDITION.search(code) else parts[1 if number < 0 and len(parts) > 1 else 0]
    return shown == BLANK or (shown == LITERAL and number not in _FLAGS)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
