"""One file per standard that the record is written in.

Context: portals and harvesters read different standards, and the city's pilot wrote one of them by hand, with keys given
twice and another bureau's sentences. Decision: one record, and an export that is a pure function from it; each takes
attributes by name, so what no export names can never be published. Refused: a tree of the record's own attributes as output
(an internal one would leak), and one export made from another (each standard drops something).
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from steward.discovery import discover
from steward.metadata.exports._portal_forms import different, shown_record
from steward.metadata.portals import PUBLIC_IDS
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import Vocabularies


class Export(Protocol):
    """One standard."""

    name: str        # "dcat-us-1.1"
    file_name: str   # in the public part of a manifest, or where a person keeps it
    needs_tables: bool  # whether there is no document of a record without data
    is_sealed: bool  # whether every manifest holds it; the others are written when they are asked for

    def export(self, record: Record, tables: Sequence[TableDescription], vocabularies: Vocabularies) -> dict[str, object]:
        """Return the record in this standard; parts that are empty are left out."""
        ...


@runtime_checkable
class ReadableExport(Export, Protocol):
    """A standard that a portal gives back, from which the record is read again."""

    def read(self, package: Mapping[str, object], vocabularies: Vocabularies) -> Record:
        """Return the record that a document tells; what it does not hold says nothing."""
        ...


def all_exports() -> tuple[Export, ...]:
    """Return every export, in the order of the file names."""
    return discover(__name__, "EXPORT")


def sealed_exports() -> tuple[Export, ...]:
    """Return the exports that every manifest holds."""
    return tuple(export for export in all_exports() if export.is_sealed)


def lost_elements(export: Export, document: Mapping[str, object], record: Record,
                  vocabularies: Vocabularies) -> tuple[str, ...]:
    """Return the public elements that a document does not give back as they were answered; none where it cannot be read."""
    if not isinstance(export, ReadableExport):
        return ()
    return different(shown_record(record, PUBLIC_IDS), export.read(document, vocabularies))
