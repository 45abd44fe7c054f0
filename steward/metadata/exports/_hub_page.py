"""Reads the paragraphs of an item's description: what is bold, what stands in italics, and which words go before it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Paragraph:
    """One paragraph, part by part: the tag around each part ("" for none) and its text."""

    parts: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all of its text."""
        return "".join(text for _, text in self.parts)

    @property
    def plain(self) -> str:
        """Return its text outside bold and italics."""
        return "".join(text for tag, text in self.parts if not tag)

    @property
    def bold(self) -> str:
        """Return its first bold words."""
        return next((text for tag, text in self.parts if tag == "b"), "")

    @property
    def italics(self) -> tuple[str, ...]:
        """Return each of its parts in italics."""
        return tuple(text for tag, text in self.parts if tag == "i")

    @property
    def labelled(self) -> tuple[tuple[str, str], ...]:
        """Return each part in italics with the label before it, which ends in a colon."""
        pairs = zip(self.parts, self.parts[1:], strict=False)
        return tuple((_label(before), text) for (_, before), (tag, text) in pairs if tag == "i")


def paragraphs(html: str) -> list[Paragraph]:
    """Return the paragraphs of a page; text outside them counts as one of its own."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found if reader.found[0].parts else reader.found[1:]


def text_of(html: str) -> str:
    """Return the text of the first paragraph."""
    found = paragraphs(html)
    return found[0].text if found else ""


def _label(before: str) -> str:
    """Return the label at the end of a text: "-- Additional Information: Category: " gives "Category"."""
    label = before.strip().removesuffix(":")
    return label.rpartition(": ")[2].strip()


class _Reader(HTMLParser):
    """Collects paragraphs; entities are read as the letters they stand for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = [Paragraph()]
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's signature
        if tag == "p":
            self.found.append(Paragraph())
            self._open.clear()
        elif tag in ("b", "i"):
            self._open.append(tag)
            self.found[-1].parts.append((tag, ""))
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
            self.found[-1].parts.append(("", ""))

    def handle_data(self, data: str) -> None:
        parts, tag = self.found[-1].parts, self._open[-1] if self._open else ""
        if parts and parts[-1][0] == tag:
            parts[-1] = (tag, parts[-1][1] + data)
        else:
            parts.append((tag, data))
