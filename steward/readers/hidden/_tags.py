"""Finds elements in XML without an XML parser: no entity expands, no address is followed, and broken text gives less.

Every search is linear in the length of the text, whatever stands in it.
"""

import html
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

_ATTRIBUTE = re.compile(r"(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ANY_TAG = re.compile(r"<[^<>]*>")
_PARAGRAPH = re.compile(r"</(?:[\w.-]+:)?(?:p|r|si|row|text|comment|title)>")
_MOST_ATTRIBUTES = 1 << 16      # characters of one tag


class Element(NamedTuple):
    """One element: its attributes by their local names, and what stands between its tags."""

    attributes: dict[str, str]
    inner: str

    def get(self, name: str) -> str:
        """Return an attribute's value, empty where there is none."""
        return self.attributes.get(name, "")

    @property
    def text(self) -> str:
        """Return the text within, without tags."""
        return plain(self.inner)


def elements(text: str, name: str) -> Iterator[Element]:
    """Give all elements of that local name, in order; one within another of the same name counts as part of the outer."""
    opening, place, no_more = _opening(name), 0, set[str]()
    while found := opening.search(text, place):
        prefix, inside, end = found.group(1), found.group(2), found.end()
        place = end
        if found.group(3):
            yield Element(attributes(inside), "")
            continue
        close = -1 if prefix in no_more else text.find(f"</{prefix}{name}>", end)
        if close < 0:
            no_more.add(prefix)
            yield Element(attributes(inside), "")
            continue
        yield Element(attributes(inside), text[end:close])
        place = close


def first(text: str, name: str) -> Element | None:
    """Return the first element of that local name."""
    return next(elements(text, name), None)


def inner_texts(text: str, name: str) -> list[str]:
    """Return the text within each element of that name, those without text left out."""
    return [told for element in elements(text, name) if (told := element.text.strip())]


def attributes(inside: str) -> dict[str, str]:
    """Return the attributes of a tag by their local names."""
    if len(inside) > _MOST_ATTRIBUTES:
        inside = inside[:_MOST_ATTRIBUTES]
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(inside)}


def plain(xml: str) -> str:
    """Return the text of some XML: paragraphs apart by blanks, no tags, no character references."""
    return html.unescape(_ANY_TAG.sub("", _PARAGRAPH.sub(" ", xml)))


def without_comments(text: str) -> str:
    """Return XML without comments, and with CDATA sections as ordinary text."""
    if "<!" not in text:
        return text
    text = _cut(text, "<!--", "-->", lambda _: "")
    return _cut(text, "<![CDATA[", "]]>", html.escape)


def without(text: str, name: str) -> str:
    """Return XML without the elements of a name."""
    for inner in {element.inner for element in elements(text, name)}:
        text = text.replace(f">{inner}</", "></")
    return text


def is_true(value: str) -> bool:
    """Return whether an attribute says yes."""
    return value in {"1", "true", "on"}


def _cut(text: str, begin: str, end: str, instead: Callable[[str], str]) -> str:
    parts, place = [], 0
    while (start := text.find(begin, place)) >= 0:
        parts.append(text[place:start])
        stop = text.find(end, start + len(begin))
        if stop < 0:
            return "".join(parts)
        parts.append(instead(text[start + len(begin):stop]))
        place = stop + len(end)
    return "".join((*parts, text[place:]))


@cache
def _opening(name: str) -> re.Pattern[str]:
    return re.compile(rf"<((?:[\w.-]+:)?){re.escape(name)}(?=[\s/>])([^<>]*?)(/?)>")
