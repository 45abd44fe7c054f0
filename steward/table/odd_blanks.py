"""Blanks within a text that are not the ordinary one, and signs that take no room. Source: Unicode, categories Zs and Cf."""

import re

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_NOTHING = "\u200b\u2060\ufeff\u00ad"
_AS_RE2 = "".join(f"\\x{{{ord(sign):04X}}}" for sign in _BLANKS)
_NOTHING_RE2 = "".join(f"\\x{{{ord(sign):04X}}}" for sign in _NOTHING)
ODD_BLANK = rf"[^\s{_AS_RE2}] *[{_AS_RE2}][{_AS_RE2} ]*[^\s{_AS_RE2}]|[{_NOTHING_RE2}]"   # between words, for RE2
_BETWEEN = re.compile(rf"(?<=\S) *[{_BLANKS}][{_BLANKS} ]*(?=\S)")
_NO_WIDTH = re.compile(f"[{_NOTHING}]")


def with_plain_blanks(text: str) -> str:
    """Return the text with ordinary blanks between its words and without signs that take no room."""
    return _BETWEEN.sub(" ", _NO_WIDTH.sub("", text))
