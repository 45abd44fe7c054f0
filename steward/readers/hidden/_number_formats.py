"""Tells whether a number format shows anything of a value."""

import re
from functools import cache

from steward.readers.hidden._book import BOOLEAN, NUMBER, TEXT
from steward.readers.hidden._colors import INDEXED

_PIECE = re.compile(r'"([^"]*)"?|\\(.)|_.|\*.|\[[^\]]*\]?|(;)|(General)|([0#?@ymdhseEgb])|(.)', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"\[[<>=]")
_COLOR_OR_END = re.compile(r'"[^"]*"?|\\.|\[(?:(black|blue|cyan|green|magenta|red|white|yellow)|colou?r ?([1-9]\d?)|'
                           r"#([0-9a-f]{6}))\]|(;)", re.IGNORECASE | re.DOTALL)
_ANY_TEXT = re.compile(r"General|@", re.IGNORECASE)
_NAMED = {"black": 0x000000, "white": 0xFFFFFF, "red": 0xFF0000, "green": 0x00FF00, "blue": 0x0000FF, "yellow": 0xFFFF00,
          "magenta": 0xFF00FF, "cyan": 0x00FFFF}
_OWN_COLORS = 8        # the first of Excel's indexed colors that a format calls Color1
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


@cache
def colors(code: str) -> tuple[int | None, ...]:
    """Return for each section of a format the color that it gives to letters, None where it leaves the cell's own."""
    found: list[int | None] = [None]
    for color, place, exact, semicolon in _COLOR_OR_END.findall(code):
        if semicolon:
            found.append(None)
        elif color or place or exact:
            found[-1] = _color(color, place, exact)
    return tuple(found)


def letters(code: str, kind: int, text: str) -> int | None:
    """Return the color that a format gives to the letters of one value, None where it leaves the cell's own."""
    parts = colors(code)
    if kind in {TEXT, BOOLEAN}:
        return parts[3] if len(parts) > 3 else parts[0] if len(parts) == 1 and _ANY_TEXT.search(code) else None  # noqa: PLR2004
    number = _number(text)
    if kind != NUMBER:
        return None
    if _CONDITION.search(code):
        return parts[0] if len(set(parts)) == 1 else None
    wanted = 1 if number < 0 else 2 if number == 0 else 0
    return parts[wanted] if wanted < len(parts) else parts[0]


def _color(name: str, place: str, exact: str) -> int | None:
    if name or exact:
        return _NAMED[name.lower()] if name else int(exact, 16)
    number = int(place) + _OWN_COLORS - 1
    return INDEXED[number] if number < len(INDEXED) else None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
