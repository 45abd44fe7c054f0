"""The texts in quotation marks within formulas, and whether they say something or only serve the computing."""

import re

_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_QUOTED_SHEET = re.compile(r"'(?:[^']|'')*'!")
_LINK = re.compile(r'\bHYPERLINK\s*\(\s*"((?:[^"]|"")*)"', re.IGNORECASE)
_FORMAT = re.compile(r"[\s0#?.,;:/\\\-_$%@E+()*\[\]ymdhsYMDHS&<>=!|'~^{}]*")
_ADDRESS = re.compile(r"(?:.+!)?\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?")
_DEAD = re.compile(
    r"\bIF\s*\(\s*(?:(?:FALSE|TRUE)(?:\(\))?|[01]|1\s*=\s*0|1\s*=\s*2)\s*[,;]|\b[NT]\s*\(\s*\"|\bLEN\s*\(\s*\""
    r"|\b(?:REPT|LEFT|RIGHT)\s*\(\s*\"[^\"]*\"\s*[,;]\s*0\s*\)|\bMID\s*\(\s*\"[^\"]*\"\s*[,;]\s*\d+\s*[,;]\s*0\s*\)",
    re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{5}")
_SENTENCE_WORDS = 4


def links(formula: str) -> list[str]:
    """Return the targets of links that a formula makes."""
    return _LINK.findall(formula)


def literals(formula: str) -> list[str]:
    """Return the texts a formula holds, without targets of links, formats and addresses."""
    bare = _LINK.sub("", _QUOTED_SHEET.sub("", formula))
    return [text for text in (found.replace('""', '"').strip() for found in _LITERAL.findall(bare))
            if text and not _FORMAT.fullmatch(text) and not _ADDRESS.fullmatch(text)]


def is_dead(formula: str) -> bool:
    """Return whether a formula holds text that it can never show: IF(FALSE, ...), N("..."), LEFT("...", 0)."""
    return _DEAD.search(_QUOTED_SHEET.sub("", formula)) is not None


def is_remark(text: str) -> bool:
    """Return whether a text says more than a label: a sentence, or a long number."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= _SENTENCE_WORDS or _LONG_NUMBER.search(text) is not None
