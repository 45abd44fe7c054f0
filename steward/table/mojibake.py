"""Text that was written as UTF-8 and read as Windows-1252 or Latin-1, once or several times, and what it was before.

Source: the WHATWG Encoding Standard, index windows-1252; ftfy's rule that a repair must read as UTF-8 throughout.
"""

import re

LOST = "\ufffd"
# Bytes 80 to BF as Windows-1252 and Latin-1 show them: the second and third of each letter of UTF-8.
_HIGH = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "".join(map(chr, range(0x80, 0xA0)))
_REST = "[" + re.escape(_HIGH) + "]"
_SEQUENCE = re.compile(rf"[Â-ß]{_REST}|[à-ï]{_REST}{{2}}|[ð-ô]{_REST}{{3}}")
_INNER = "".join(f"\\x{{{ord(sign):04X}}}" for sign in _HIGH)
MOJIBAKE = rf"[Â-ß][{_INNER}]|[à-ï][{_INNER}][{_INNER}]|[ð-ô][{_INNER}][{_INNER}][{_INNER}]"    # for RE2
MOST_TIMES = 3
# After a letter that texts really hold these are signs of the text: "Å–" and "é”—" are meant.
_TYPED = frozenset("€‚„…†‡•–—‘’“”™")
_ALWAYS, _NEVER = frozenset("ÂÃÅÐÑâðï"), frozenset(("Å–", "Å—"))


def repaired(text: str) -> str:
    """Return the text with every damaged letter read as it was meant; unchanged where there is none."""
    for _time in range(MOST_TIMES):
        again = _SEQUENCE.sub(_read, text)
        if again == text:
            return text
        text = again
    return text


def _read(match: re.Match[str]) -> str:
    if match[0] in _NEVER or (match[0][0] not in _ALWAYS and set(match[0][1:]) <= _TYPED):
        return match[0]
    written = bytes(_byte(sign) for sign in match[0])
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def _byte(sign: str) -> int:
    return ord(sign) if ord(sign) < 0x100 else sign.encode("cp1252")[0]  # noqa: PLR2004  # the five bytes that have no letter stay themselves
