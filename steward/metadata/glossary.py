"""The program's glossary: what columns of a certain name mean in the city, so that nobody has to write it anew."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from steward.metadata.strict_json import Node, check_format, load_located
from steward.table.header_words import header_words

GLOSSARY_FILE = "metadata/glossary.json"
FORMAT = 1
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a column means. Empty texts: the glossary does not say."""

    description: str = ""
    title: str = ""
    unit: str = ""
    source: str = ""   # where the words come from, for the person who takes them


@dataclass(frozen=True, slots=True)
class Glossary:
    """Meanings by the words of a header, and units by the word that names them at a header's end."""

    meanings: Mapping[str, Meaning]
    units: Mapping[str, str]

    @classmethod
    def parse(cls, text: str, name: str = GLOSSARY_FILE) -> "Glossary":
        """Return the glossary in the text of its file. Raises: DocumentBroken with file and line."""
        root = check_format(load_located(text, name), FORMAT).only(("format", "columns", "units"))
        meanings: dict[str, Meaning] = {}
        for node in root.nodes("columns"):
            _add(meanings, node)
        units = {spoken(word): node.told("unit") for node in root.nodes("units")
                 for word in node.only(("unit", "words")).told_texts("words")}
        return cls(meanings, units)

    def meaning(self, header: str) -> Meaning | None:
        """Return what the glossary says of a column with this header, with the unit that the header itself names."""
        known, unit = self.meanings.get(spoken(_BRACKETS.sub(" ", header))), self._unit(header)
        if known is None:
            known = self.meanings.get(self._without_unit(header))
        if known is None:
            return Meaning(unit=unit, source="") if unit else None
        return Meaning(description=known.description, title=known.title, unit=unit or known.unit, source=known.source)

    def _unit(self, header: str) -> str:
        """Return the unit in brackets or at the end of a header: "Height (ft)", "duration_sec"."""
        for inner in _BRACKETS.findall(header):
            if spoken(inner) in self.units:
                return self.units[spoken(inner)]
        return self.units.get(_last(header), "") if len(spoken(header).split()) > 1 else ""

    def _without_unit(self, header: str) -> str:
        words = spoken(_BRACKETS.sub(" ", header)).split()
        return " ".join(words[:-1]) if words and words[-1] in self.units else ""


def spoken(header: str) -> str:
    """Return the words of a header in small letters: "ZipCode", "zip_code" and "Zip Code" are the same."""
    return " ".join(header_words(header))


def _last(header: str) -> str:
    words = spoken(header).split()
    return words[-1] if words else ""


def _add(meanings: dict[str, Meaning], node: Node) -> None:
    node.only(("headers", "description", "title", "unit", "source"))
    meaning = Meaning(description=node.told("description"), title=node.text("title", ""), unit=node.text("unit", ""),
                      source=node.text("source", ""))
    for header in node.told_texts("headers") or node.refuse("headers"):
        if spoken(header) in meanings:
            node.refuse("headers")
        meanings[spoken(header)] = meaning
