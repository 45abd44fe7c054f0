"""Blanks within a text that are not the ordinary one, and signs that nobody sees. Source: Unicode, categories Zs, Cf and Cc."""

import re

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
# No signs that join or part letters (U+200C, U+200D): Persian and pictures need them. No line breaks, and no sign of the range
# 1C to 1F, which readers take for one.
_UNSEEN = "".join(map(chr, (*range(1, 9), *range(0x0E, 0x1C), *range(0x7F, 0xA0)))) + "\u00ad\u200b\u2060\ufeff"


def _as_re2(signs: str) -> str:
    return "".join(f"\\x{{{ord(sign):04X}}}" for sign in signs)


ODD_BLANK = rf"[^\s{_as_re2(_BLANKS)}] *[{_as_re2(_BLANKS)}][{_as_re2(_BLANKS)} ]*[^\s{_as_re2(_BLANKS)}]"    # between words
INVISIBLE = f"[{_as_re2(_UNSEEN)}]"
ODD_SIGN = f"{ODD_BLANK}|{INVISIBLE}"
_BETWEEN = re.compile(rf"(?<=\S) *[{_BLANKS}][{_BLANKS} ]*(?=\S)")
_INVISIBLE = re.compile(f"[{_UNSEEN}]")


def with_plain_blanks(text: str) -> str:
    """Return the text with ordinary blanks between its words and without signs that nobody sees."""
    return _BETWEEN.sub(" ", _INVISIBLE.sub("", text))
