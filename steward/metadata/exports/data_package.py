"""Frictionless Data Package, one descriptor that is valid as version 1 and as version 2.

Source: datapackage.org profiles 1.0 and 2.0; frictionless 5.21 enforces the constraints of version 1 and passes over
`categories` and `uniqueKeys`, so neither is written. Paths are relative to the descriptor, which lies beside the tables.
"""

from collections.abc import Mapping, Sequence

from steward.metadata.exports._parts import MEDIA_TYPE, table_text, told, without_blanks
from steward.metadata.forms import dated, is_address, linked
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import Vocabularies

FIELD_KEYS = ("name", "type", "format", "title", "description", "unit", "missingValues", "constraints")
CONSTRAINT_KEYS = ("required", "unique", "minimum", "maximum", "minLength", "maxLength", "pattern", "enum")


class DataPackage:
    """The descriptor that describes tables to programs."""

    name = "data-package"
    file_name = "datapackage.json"
    is_sealed = True
    needs_tables = True   # a package without a resource is none

    def export(self, record: Record, tables: Sequence[TableDescription], vocabularies: Vocabularies) -> dict[str, object]:
        """Return the descriptor."""
        issued = dated(record.issued)
        return without_blanks({
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "profile": "data-package", "name": record.slug,
            "id": record.identifier, "title": record.title.strip(), "description": record.description.strip(),
            "keywords": told(record.keywords), "version": record.version, "created": f"{issued}T00:00:00Z" if issued else "",
            "homepage": linked(record.landing_page), "licenses": _licenses(record, vocabularies),
            "contributors": _contributors(record, vocabularies), "sources": _sources(record),
            "resources": [_resource(record, table) for table in tables]})


def _licenses(record: Record, vocabularies: Vocabularies) -> list[object]:
    license_ = vocabularies.license(record.license)
    return [{"name": license_.id, "path": license_.uri, "title": license_.label}] if license_ else []


def _contributors(record: Record, vocabularies: Vocabularies) -> list[object]:
    bureau = vocabularies.bureau(record.publisher)
    city = vocabularies.program.organization
    publisher = {"title": f"{city}, {bureau.label}", "role": "publisher", "roles": ["publisher"]} if bureau else {}
    address = record.contact_email if is_address(record.contact_email) else ""
    name = record.contact_name.strip()
    contact = without_blanks({"title": name, "email": address, "role": "maintainer", "roles": ["contact"]}) if name else {}
    return [contributor for contributor in (publisher, contact) if contributor]


def _sources(record: Record) -> list[object]:
    others = record.third_party_source if record.third_party == "yes" else ""
    return [{"title": source} for source in told([record.source_system, others])]


def _resource(record: Record, table: TableDescription) -> dict[str, object]:
    return without_blanks({
        "name": table.name, "path": table.file_name, "profile": "tabular-data-resource", "type": "table", "title": table.title,
        "description": table_text(record, table.description), "format": "csv", "mediatype": MEDIA_TYPE, "encoding": "utf-8",
        "bytes": table.size_bytes, "hash": f"sha256:{table.sha256}", "schema": _schema(table.table_schema)})


def _schema(schema: Mapping[str, object]) -> dict[str, object]:
    fields = schema.get("fields")
    listed = [_field(field) for field in fields if isinstance(field, Mapping)] if isinstance(fields, Sequence) else []
    kept = {key: schema[key] for key in ("primaryKey", "foreignKeys") if schema.get(key)}
    return {"fields": listed, "missingValues": schema.get("missingValues", [""]), **kept}


def _field(field: Mapping[str, object]) -> dict[str, object]:
    known = {key: field[key] for key in FIELD_KEYS if key in field}
    rules = known.get("constraints")
    constraints = {key: rules[key] for key in CONSTRAINT_KEYS if key in rules} if isinstance(rules, Mapping) else {}
    # missing values are kept when empty: then no word stands for a missing value
    kept: dict[str, object] = {key: known[key] for key in ("name", "missingValues") if key in known}
    return {**without_blanks({**known, "constraints": constraints}), **kept}


EXPORT = DataPackage()
