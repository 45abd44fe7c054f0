"""Turns messages into the sentences of the chosen language: the edge where `Message` becomes text on screen."""

from steward.vocabulary.message import Catalog, English, Message, say
from steward.vocabulary.words import Words

MEGABYTE = 1_000_000


class _Language:
    """The catalog that is on."""

    catalog: Catalog = English()
    name: str = "en"


def use(catalog: Catalog) -> None:
    """Show every text from now on in the language of `catalog`; what stands on screen must be built again."""
    _Language.catalog = catalog


def use_language(name: str) -> None:
    """Show every text from now on in the language of that name ("en", "es"), English where it is not translated."""
    from steward.tasks.resources import catalog

    _Language.name = name
    use(catalog(name))


def language() -> str:
    """Return the name of the language that is on."""
    return _Language.name


def tr(message: Message) -> str:
    """Return the message as a sentence in the chosen language."""
    return message.show(_Language.catalog)


def data_text(text: str) -> str:
    """Return a text that stands in a file of resources/ (a label, a help text) in the chosen language, else as it is there."""
    return _Language.catalog.gettext(text) if text else ""


def in_one_line(words: Words) -> str:
    """Return the three sentences as one text, for announcements and accessible descriptions."""
    return " ".join(part for part in (tr(words.what), tr(words.where), tr(words.next_step)) if part)


def shown_date(moment: str) -> str:
    """Return an ISO date or moment as people read it here; what is no date stays as it is."""
    from PySide6.QtCore import QDate, QLocale, Qt

    date = QDate.fromString(moment[:10], Qt.DateFormat.ISODate)
    return QLocale(_Language.name).toString(date, tr(say("MMMM d, yyyy"))) if date.isValid() else moment


def shown_size(size_bytes: int) -> str:
    """Return a file's size in the unit people expect."""
    if size_bytes < MEGABYTE:
        return tr(say("{size} KB", size=max(1, round(size_bytes / 1000))))
    return tr(say("{size} MB", size=f"{size_bytes / MEGABYTE:,.1f}"))


def shortened(text: str, most: int) -> str:
    """Return a text of at most `most` letters: a longer one ends at a word, with "…"."""
    if len(text) <= most:
        return text
    cut = text[:most - 1]
    return f"{cut.rpartition(' ')[0].rstrip(' ,;:') or cut}…"
