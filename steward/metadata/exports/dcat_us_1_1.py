"""DCAT-US 1.1 (Project Open Data), as data.gov's harvester validates a city's records.

Source: GSA datagov-harvester, non-federal_dataset.json. Federal codes (bureauCode, programCode) are left out: the pilot's
two-letter codes are refused there.
"""

from collections.abc import Sequence

from steward.metadata.exports._parts import MEDIA_TYPE, table_text, themes, told, without_blanks
from steward.metadata.forms import bounding_box, dated, is_address, language_tag, linked
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import ACCESS_LEVELS, Vocabularies
from steward.metadata.without_data import described, rights_within

LONGEST_RIGHTS = 255


class DcatUs11:
    """One dataset of a DCAT-US 1.1 catalog."""

    name = "dcat-us-1.1"
    file_name = "dcat-us-1.1.json"
    is_sealed = True
    needs_tables = False

    def export(self, record: Record, tables: Sequence[TableDescription], vocabularies: Vocabularies) -> dict[str, object]:
        """Return the dataset."""
        license_ = vocabularies.license(record.license)
        frequency = vocabularies.frequency(record.frequency)
        return without_blanks({
            "@type": "dcat:Dataset", "identifier": record.identifier, "title": record.title.strip(),
            "description": _description(record, vocabularies), "keyword": told(record.keywords),
            "theme": themes(record, vocabularies),
            "modified": dated(record.modified), "issued": dated(record.issued), "publisher": _publisher(record, vocabularies),
            "contactPoint": _contact(record), "accessLevel": _access_level(record), "rights": _rights(record, vocabularies),
            "license": license_.uri if license_ else "", "accrualPeriodicity": frequency.dcat_us_1_1 if frequency else "",
            "temporal": _temporal(record), "spatial": bounding_box(record.spatial, vocabularies),
            "references": told([linked(one) for one in record.related]),
            "language": told([language_tag(record.language)]), "landingPage": linked(record.landing_page),
            "distribution": [_distribution(record, table) for table in tables]})


def _publisher(record: Record, vocabularies: Vocabularies) -> dict[str, object]:
    bureau = vocabularies.bureau(record.publisher)
    if bureau is None:
        return {}
    city = {"@type": "org:Organization", "name": vocabularies.program.organization}
    whole: dict[str, object] = {"@type": "org:Organization", "name": bureau.label, "subOrganizationOf": city}
    division = record.division.strip()
    return {"@type": "org:Organization", "name": division, "subOrganizationOf": whole} if division else whole


def _contact(record: Record) -> dict[str, object]:
    address = f"mailto:{record.contact_email}" if is_address(record.contact_email) else ""
    contact = without_blanks({"fn": record.contact_name.strip(), "hasEmail": address})
    return {"@type": "vcard:Contact", **contact} if contact else {}


def _access_level(record: Record) -> str:
    return record.access_level if record.access_level in ACCESS_LEVELS else ""


def _description(record: Record, vocabularies: Vocabularies) -> str:
    return described(record, vocabularies, LONGEST_RIGHTS)


def _rights(record: Record, vocabularies: Vocabularies) -> str:
    if record.data_status:
        return rights_within(record, vocabularies, LONGEST_RIGHTS)
    rights = record.rights.strip()
    return rights if len(rights) <= LONGEST_RIGHTS else ""


def _temporal(record: Record) -> str:
    start, end = dated(record.temporal_start), dated(record.temporal_end)
    return f"{start}/{end}" if start and end else ""


def _distribution(record: Record, table: TableDescription) -> dict[str, object]:
    dictionary = linked(table.dictionary_url)
    return without_blanks({
        "@type": "dcat:Distribution", "title": table.title, "description": table_text(record, table.description),
        "downloadURL": linked(table.download_url), "mediaType": MEDIA_TYPE, "format": "CSV", "describedBy": dictionary,
        "describedByType": MEDIA_TYPE if dictionary else ""})


EXPORT = DcatUs11()
