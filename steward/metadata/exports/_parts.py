"""What several exports write alike."""

from collections.abc import Mapping, Sequence

from steward.metadata.record import Record
from steward.metadata.vocabularies import Vocabularies

MEDIA_TYPE = "text/csv"  # RFC 7111; never guessed from the system, which on Windows may say Excel
def without_blanks(values: Mapping[str, object]) -> dict[str, object]:
    """Return the parts that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def told(texts: Sequence[str]) -> list[str]:
    """Return the texts that say something, each once, in their order."""
    return list(dict.fromkeys(text.strip() for text in texts if text.strip()))


def themes(record: Record, vocabularies: Vocabularies) -> list[str]:
    """Return the labels of theme and category."""
    labels = [vocabularies.label("themes", theme) for theme in record.theme]
    return told([*labels, vocabularies.label("categories", record.category)])


def table_text(record: Record, description: str) -> str:
    """Return what is said of one table, with what a row stands for."""
    row = record.granularity.strip().rstrip(".")
    return " ".join(told([description, f"One row is one {row}." if row else ""]))
