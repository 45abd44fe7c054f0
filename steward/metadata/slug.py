"""Short names for links and files, made from any text."""

import re
import unicodedata

LONGEST = 60    # of those we make: paths on network drives must stay short
FALLBACK = "dataset"
_SLUG = re.compile(r"[a-z0-9_-]{2,100}", re.ASCII)
_DEVICES = ("con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)))
_TAKEN = frozenset(("new", "edit", "search", "datapackage", "dictionary", *_DEVICES))  # CKAN's pages, our files, Windows


def is_slug(text: str) -> bool:
    """Return whether a text is a short name that every portal and file system takes. Source: CKAN's name, and Windows."""
    return _SLUG.fullmatch(text) is not None and text not in _TAKEN


def is_told(text: str) -> bool:
    """Return whether a text has letters or figures that a short name can keep; a name in Chinese has none."""
    return bool(_words(text))


def slug(text: str) -> str:
    """Return a short name for a text: ASCII, small letters, hyphens between words, ended at a word."""
    words = _words(text)
    name = words[0][:LONGEST] if words else FALLBACK
    for word in words[1:]:
        if len(name) + 1 + len(word) > LONGEST:
            break
        name = f"{name}-{word}"
    return name if is_slug(name) else f"{FALLBACK}-{name}"


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain.replace("'", ""))
