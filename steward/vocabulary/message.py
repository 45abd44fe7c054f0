"""Texts for people, kept as message ids with their values until they are shown.

Context: every text must be translatable, and the core must not know which language is on. Decision: the English text is the
message id (as in gettext), the values stand beside it, and only a face turns both into a sentence. Refused: ready-made
strings (cannot be translated), numbered ids (nobody can read the code).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Catalog(Protocol):
    """A translation: what `gettext.GNUTranslations` offers."""

    def gettext(self, message: str) -> str:
        """Return the translation of a text."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation that fits the count."""
        ...


class English:
    """The catalog that leaves every text as it is written in the code."""

    def gettext(self, message: str) -> str:
        """Return the text itself."""
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the singular for one, else the plural."""
        return msgid1 if n == 1 else msgid2



@dataclass(frozen=True, slots=True)
class Message:
    """One text for people: an English pattern with named places, and what goes into them. Never holds a cell."""

    text: str
    values: tuple[tuple[str, "str | int | float | Message"], ...] = ()
    plural: str | None = None  # given where the wording depends on the value named "count"

    def show(self, catalog: Catalog | None = None) -> str:
        """Return the sentence in the catalog's language; numbers of four and more digits get separators.

        A sentence that ends with a name that ends with a full stop ("Feb-19 No.") has one.
        """
        catalog = catalog or English()
        count = dict(self.values).get("count")
        if self.plural is not None and isinstance(count, int):
            pattern = catalog.ngettext(self.text, self.plural, count)
        else:
            pattern = catalog.gettext(self.text) if self.text else ""
        shown = {name: _shown(value, catalog) for name, value in self.values}
        for name in (name for name, text in shown.items() if text.endswith(".")):
            pattern = re.sub(rf"(\{{{name}\}})\.(?=\s|$)", r"\1", pattern)
        return pattern.format_map(shown)

    def __str__(self) -> str:
        return self.show()


def say(text: str, **values: "str | int | float | Message") -> Message:
    """Return a message. `text` must be a literal, so that it can be collected for translation."""
    return Message(text, tuple(values.items()))


def say_count(one: str, other: str, count: int, **values: "str | int | float | Message") -> Message:
    """Return a message whose wording follows `count`, which fills the place {count}."""
    return Message(one, (("count", count), *values.items()), other)


def verbatim(text: str) -> Message:
    """Return a message that shows a name as it is (a column, a person, a file); it is never translated."""
    return Message("{text}", (("text", text),)) if text else Message("")


def first_names(names: Sequence[str], most: int) -> Message:
    """Return the first `most` of these names, and how many more there are."""
    shown, more = ", ".join(" ".join(name.split()) for name in names[:most]), len(names) - most
    return say_count("{names} and {count} more", "{names} and {count} more", more, names=shown) if more > 0 else verbatim(shown)


def from_json(value: object) -> Message:
    """Return the message that `to_json` wrote."""
    if isinstance(value, str):
        return verbatim(value)
    if not isinstance(value, Mapping):
        return Message("")
    values = tuple((str(name), from_json(inner) if isinstance(inner, Mapping) else inner)
                   for name, inner in dict(value.get("values") or {}).items())
    return Message(str(value.get("text", "")), values, value.get("plural"))


def to_json(message: Message) -> dict[str, object]:
    """Return the message as plain JSON values, still translatable when it is read back."""
    values = {name: to_json(value) if isinstance(value, Message) else value for name, value in message.values}
    return {"text": message.text, "values": values, **({"plural": message.plural} if message.plural else {})}


def _shown(value: "str | int | float | Message", catalog: Catalog) -> str:
    if isinstance(value, Message):
        return value.show(catalog)
    return f"{value:,}" if isinstance(value, int) else str(value)
