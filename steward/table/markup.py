"""Line breaks and HTML within a text, and the text without them. Source: the HTML standard."""

import html
import re

LINE_BREAK = r"[^\s][ \t]*[\r\n\x{0085}\x{2028}\x{2029}]+\s*[^\s]"   # between words, for RE2; those around a text are blanks
_TAGS = ("a|abbr|b|big|blockquote|body|br|center|code|div|dl|dd|dt|em|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|link"
         "|ol|p|pre|script|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul")
_TAG = rf"</?(?:{_TAGS})(?:\s+[a-zA-Z-]+\s*=[^<>]*|\s*)/?>|<!--"
_REFERENCE = (r"&(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5}|amp|lt|gt|quot|apos|nbsp|ndash|mdash|rsquo|lsquo|rdquo|ldquo|bull|eacute"
              "|ntilde);")
HTML = rf"(?i:{_TAG}|{_REFERENCE})"
_HIDDEN = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->")
_ENDS_LINE = re.compile(r"(?i)</?(?:br|p|div|li|tr|h[1-6])(?:\s[^<>]*)?/?>")
_ANY_TAG = re.compile(f"(?i){_TAG}")


def one_line(text: str) -> str:
    """Return the text with one blank wherever lines broke."""
    return " ".join(part.strip() for part in text.splitlines() if part.strip())


def plain_text(text: str) -> str:
    """Return the text as a web page would show it: without tags, with letters for references."""
    bare = _ANY_TAG.sub("", _ENDS_LINE.sub(" ", _HIDDEN.sub(" ", text)))
    return re.sub(r"[ \t\u00a0]+", " ", html.unescape(bare)).strip()
