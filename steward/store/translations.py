"""Translations: GNU gettext catalogs, as translators write them (.po) or compiled (.mo)."""

import gettext
import io
import re
from collections.abc import Iterator

from steward.store.resources import ResourceMissing, resource_bytes, resource_names, resource_path, resource_text
from steward.vocabulary.message import Catalog, English

FOLDER = "translations"
ESCAPE = re.compile(r"\\(.)")
ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")


def catalog(language: str) -> Catalog:
    """Return the texts of a language, English where there is no translation or it cannot be read."""
    if not LANGUAGE.fullmatch(language):
        return English()
    try:
        return _compiled(language) or PoCatalog(resource_text(f"{FOLDER}/{language}.po"))
    except (ResourceMissing, OSError, ValueError):
        return English()


def languages() -> tuple[str, ...]:
    """Return the languages that can be chosen, English among them."""
    try:
        found = {name.rpartition(".")[0] for name in resource_names(FOLDER) if name.endswith((".po", ".mo"))}
    except ResourceMissing:
        found = set()
    return tuple(sorted({"en", *(name for name in found if LANGUAGE.fullmatch(name))}))


class PoCatalog:
    """The texts of a .po file. What is not translated, or marked fuzzy, stays English."""

    def __init__(self, text: str) -> None:
        """Read the text of the file."""
        self._texts: dict[str, list[str]] = {}
        for entry in _entries(text):
            if entry.get("msgid"):
                forms = [entry[key] for key in sorted(entry) if key.startswith("msgstr")]
                self._texts.update({entry["msgid"]: forms} if all(forms) else {})
            else:
                self._plural = gettext.c2py(_plural_rule(entry.get("msgstr", "")))

    def gettext(self, message: str) -> str:
        """Return the translation of a text."""
        return self._texts.get(message, [message])[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation that fits the count."""
        forms = self._texts.get(msgid1)
        place = self._plural(n) if forms else 0
        return forms[place] if forms and place < len(forms) else English().ngettext(msgid1, msgid2, n)


def _compiled(language: str) -> Catalog | None:
    try:
        resource_path(f"{FOLDER}/{language}.mo")
    except ResourceMissing:
        return None
    return gettext.GNUTranslations(io.BytesIO(resource_bytes(f"{FOLDER}/{language}.mo")))


def _plural_rule(header: str) -> str:
    found = re.search(r"plural\s*=\s*([^;\n]+)", header)
    return found.group(1) if found else "n != 1"


def _entries(text: str) -> Iterator[dict[str, str]]:
    """Yield the entries of a .po file: keywords and their texts, joined over lines. Source: GNU gettext manual, "PO files"."""
    for block in re.split(r"\n\s*\n", text):
        lines = block.splitlines()
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        entry: dict[str, str] = {}
        keyword = ""
        for line in lines:
            found = re.match(r'\s*(msg\w+(?:\[\d+\])?)?\s*"(.*)"\s*$', line)
            if found and not line.startswith("#"):
                keyword = found.group(1) or keyword
                entry[keyword] = entry.get(keyword, "") + _unescaped(found.group(2))
        yield entry


def _unescaped(text: str) -> str:
    return ESCAPE.sub(lambda found: ESCAPED.get(found.group(1), found.group(1)), text)
