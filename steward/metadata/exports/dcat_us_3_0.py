"""DCAT-US 3.0, the final text.

Source: GSA datagov-harvester, schemas/dcatus3.0/definitions, and resources.data.gov, "Migrating to DCAT-US 3.0". The draft had
other words (geographicBoundingBox); the license stands at each distribution, languages have two letters, access is said in
both the old word and the new until the standard drops the old one.
"""

from collections.abc import Sequence

from steward.metadata.exports._parts import MEDIA_TYPE, table_text, themes, told, without_blanks
from steward.metadata.forms import bounding_box, dated, is_address, language_tag, linked
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import ACCESS_LEVELS, Vocabularies
from steward.metadata.without_data import sentences

ISO_639_1 = 2  # letters of a language


class DcatUs30:
    """One dataset of a DCAT-US 3.0 catalog."""

    name = "dcat-us-3.0"
    file_name = "dcat-us-3.0.json"
    is_sealed = True
    needs_tables = False

    def export(self, record: Record, tables: Sequence[TableDescription], vocabularies: Vocabularies) -> dict[str, object]:
        """Return the dataset."""
        frequency = vocabularies.frequency(record.frequency)
        access = record.access_level if record.access_level in ACCESS_LEVELS else ""
        return without_blanks({
            "@type": "Dataset", "identifier": record.identifier, "title": record.title.strip(),
            "description": record.description.strip(), "keyword": told(record.keywords),
            "theme": [{"@type": "Concept", "prefLabel": label} for label in themes(record, vocabularies)],
            "modified": dated(record.modified), "issued": dated(record.issued), "publisher": _publisher(record, vocabularies),
            "contactPoint": _contact(record), "accessLevel": access, "accessRights": access,
            "rights": _rights(record, vocabularies),
            "relation": told([linked(one) for one in record.related]),
            "accrualPeriodicity": frequency.dcat_us_3 if frequency else "", "temporal": _temporal(record),
            "spatial": _spatial(record, vocabularies), "language": _language(record), "version": record.version.strip(),
            "purpose": record.purpose.strip(), "provenance": _provenance(record),
            "liabilityStatement": vocabularies.program.disclaimer.strip(), "landingPage": _landing_page(record),
            "distribution": [_distribution(record, table, vocabularies) for table in tables]})


def _publisher(record: Record, vocabularies: Vocabularies) -> dict[str, object]:
    bureau = vocabularies.bureau(record.publisher)
    if bureau is None:
        return {}
    city = {"@type": "Organization", "name": vocabularies.program.organization}
    whole: dict[str, object] = {"@type": "Organization", "name": bureau.label, "subOrganizationOf": [city]}
    division = record.division.strip()
    return {"@type": "Organization", "name": division, "subOrganizationOf": [whole]} if division else whole


def _contact(record: Record) -> dict[str, object]:
    address = f"mailto:{record.contact_email}" if is_address(record.contact_email) else ""
    contact = without_blanks({"fn": record.contact_name.strip(), "hasEmail": address})
    return {"@type": "Kind", **contact} if contact else {}


def _rights(record: Record, vocabularies: Vocabularies) -> list[str]:
    """Return the rights, without data one sentence each: what was decided, the law, how to ask, when, and why."""
    return told(sentences(record, vocabularies) if record.data_status else [record.rights])


def _temporal(record: Record) -> list[object]:
    period = without_blanks({"startDate": dated(record.temporal_start), "endDate": dated(record.temporal_end)})
    return [{"@type": "PeriodOfTime", **period}] if period else []


def _spatial(record: Record, vocabularies: Vocabularies) -> list[object]:
    box = bounding_box(record.spatial, vocabularies)
    label = vocabularies.label("areas", record.spatial) if vocabularies.area(record.spatial) else ""
    location = without_blanks({"prefLabel": label, "bbox": _polygon(box) if box else {}})
    named: list[dict[str, object]] = [{"prefLabel": name} for name in told(record.neighborhoods)]
    return [{"@type": "Location", **one} for one in (location, *named) if one]


def _polygon(box: str) -> dict[str, object]:
    """Return a box as a GeoJSON polygon, a closed ring against the clock. Source: RFC 7946, 3.1.6."""
    west, south, east, north = (float(edge) for edge in box.split(","))
    return {"type": "Polygon", "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]]}


def _language(record: Record) -> list[str]:
    language = language_tag(record.language).split("-")[0].lower()
    return [language] if len(language) == ISO_639_1 else []


def _provenance(record: Record) -> list[str]:
    others = record.third_party_source if record.third_party == "yes" else ""
    return told([record.source_system, others])


def _landing_page(record: Record) -> dict[str, object]:
    page = linked(record.landing_page)
    return {"@type": "Document", "title": record.title.strip(), "accessURL": page} if page else {}


def _distribution(record: Record, table: TableDescription, vocabularies: Vocabularies) -> dict[str, object]:
    license_, dictionary = vocabularies.license(record.license), linked(table.dictionary_url)
    described_by = {"@type": "Distribution", "title": "Data dictionary", "downloadURL": dictionary, "mediaType": MEDIA_TYPE}
    return without_blanks({
        "@type": "Distribution", "title": table.title, "description": table_text(record, table.description),
        "downloadURL": linked(table.download_url), "mediaType": MEDIA_TYPE, "format": "CSV", "byteSize": str(table.size_bytes),
        "characterEncoding": ["UTF-8"], "license": license_.uri if license_ else "", "modified": dated(record.modified),
        "rights": told([record.rights]), "describedBy": described_by if dictionary else {},
        "checksum": {"@type": "Checksum", "algorithm": "SHA-256", "checksumValue": table.sha256}})


EXPORT = DcatUs30()
