"""One file per kind of earlier metadata that the record can be filled in from.

Context: bureaus have described their data before, in the pilot's files by hand, and those files were valid and wrong (two
values under one name, another dataset's sentences, dates that are none). Decision: whatever a document holds is read as far
as it goes; an answer becomes a proposal with the name it stood under, what cannot be an answer is kept for the person to see,
and what is wrong is said in plain words. Refused: the strict reader of our own documents, which stops at the first fault.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from steward.discovery import discover
from steward.metadata.imports._pairs import parse_loosely
from steward.metadata.imports._reading import Imported, Kept, Reading, Told
from steward.metadata.imports._worksheet import is_worksheet, worksheet_document
from steward.metadata.imports.dcat_us import IMPORT as DCAT_US
from steward.metadata.strict_json import broken
from steward.metadata.vocabularies import Vocabularies
from steward.vocabulary.message import say

__all__ = ["Imported", "Importer", "Kept", "Told", "read_metadata", "read_worksheet"]


class Importer(Protocol):
    """One kind of document."""

    name: str    # "dcat-us"
    order: int   # which kind is looked for first

    def fits(self, document: Mapping[str, object]) -> bool:
        """Return whether a document is of this kind."""
        ...

    def read(self, document: Mapping[str, object], reading: Reading) -> None:
        """Tell what the document answers, keep the rest, and name what is wrong. Raises: DocumentTooNew."""
        ...


def read_metadata(text: str, name: str, vocabularies: Vocabularies) -> Imported:
    """Return what a JSON document says of a dataset. Raises: DocumentBroken (also: of no known kind), DocumentTooNew."""
    document, hidden = parse_loosely(text, name)
    reading = Reading(name, vocabularies)
    kinds: tuple[Importer, ...] = discover(__name__, "IMPORT")
    fitting = next((kind for kind in sorted(kinds, key=lambda kind: kind.order) if kind.fits(document)), None)
    if fitting is None:
        raise broken(name, say("It does not say what a dataset is, in any of the forms that Steward knows."))
    fitting.read(document, reading)
    for key, value in hidden:
        reading.hide(key, value)
    return reading.done(fitting.name, document)


def read_worksheet(rows: Sequence[Sequence[str]], name: str, vocabularies: Vocabularies) -> Imported:
    """Return what the pilot's metadata worksheet says of a dataset. Raises: DocumentBroken where the rows are none."""
    if not is_worksheet(rows):
        raise broken(name, say("It does not say what a dataset is, in any of the forms that Steward knows."))
    reading = Reading(name, vocabularies)
    document = worksheet_document(rows, reading)
    DCAT_US.read(document, reading)
    return reading.done("worksheet", document)
