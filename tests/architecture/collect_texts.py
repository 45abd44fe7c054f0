"""Collects every text for people into resources/translations/steward.pot, from which translators start.

Texts stand in `say` and `say_count` as literals, and in the "label", "help" and "unquoted" of resources/metadata. Run
`python tests/architecture/collect_texts.py` to write the file again; a test holds it against the code.
"""

import ast
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "resources" / "translations" / "steward.pot"
JSON_KEYS = ("label", "help", "unquoted")
UNSTEADY = re.compile(rb'"(?:Project-Id|Report|POT-Creation|PO-Revision|Last-Translator|Language-Team|Generated)[^\n]*\n')
HEADER = "Every text of Steward for people. The text in the code is the message id; {words} in braces stay as they are."


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text, where it stands, and the names it is given values for (None where they are not written out)."""

    place: str
    line: int
    patterns: tuple[str | None, ...]  # None: not a literal, so that it cannot be translated
    names: frozenset[str] | None = None

    @property
    def where(self) -> str:
        """Return the place and line."""
        return f"{self.place}:{self.line}"


def texts_of_code(source: str, place: str) -> Iterator[Text]:
    """Give the texts of one module in the order of its lines."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        wanted = {"say": 1, "say_count": 2}.get(call.func.id)
        if wanted:
            yield Text(place=place, line=call.lineno, patterns=_literals(call, wanted), names=_names(call))


def _literals(call: ast.Call, wanted: int) -> tuple[str | None, ...]:
    return tuple(given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None
                 for given in call.args[:wanted])


def _names(call: ast.Call) -> frozenset[str] | None:
    names = {keyword.arg for keyword in call.keywords}
    return None if None in names else frozenset(names | ({"count"} if call.func.id == "say_count" else set()))


def texts_of_json(value: object, place: str) -> Iterator[Text]:
    """Give the labels, helps and the like in JSON values."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in JSON_KEYS and isinstance(inner, str) and inner:
                yield Text(place=place, line=0, patterns=(inner,), names=frozenset())
            else:
                yield from texts_of_json(inner, place)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of_json(inner, place)


def all_texts() -> Iterator[Text]:
    """Give every text of the checkout, code first."""
    for path in sorted((ROOT / "steward").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if place != "steward/vocabulary/message.py":  # where `say` itself stands
            yield from texts_of_code(path.read_text(encoding="utf-8"), place)
    for path in sorted((ROOT / "resources" / "metadata").glob("*.json")):
        yield from texts_of_json(json.loads(path.read_text(encoding="utf-8")), path.relative_to(ROOT).as_posix())


def placeholders(pattern: str) -> frozenset[str]:
    """Return the names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(pattern) if name)


def template() -> bytes:
    """Return the whole template: sorted, without dates and line numbers, so that it changes only when a text does."""
    catalog = Catalog(header_comment=f"# {HEADER}", project="Steward", fuzzy=False)
    for text in all_texts():
        if all(text.patterns):
            catalog.add(text.patterns[0] if len(text.patterns) == 1 else text.patterns, locations=[(text.place, None)])
    stream = io.BytesIO()
    write_po(stream, catalog, width=0, sort_output=True, include_lineno=False)
    return UNSTEADY.sub(b"", stream.getvalue())


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
