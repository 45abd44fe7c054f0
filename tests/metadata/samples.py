"""A record that could be published, a table to go with it, and the files that ship with Steward."""

from functools import cache
from pathlib import Path

from steward.metadata.profile import PROFILE_FILE, MetadataProfile
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import VOCABULARY_FILES, Vocabularies

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def resource(name: str) -> str:
    return (RESOURCES / name).read_text(encoding="utf-8")


@cache
def program_profile() -> MetadataProfile:
    return MetadataProfile.parse(resource(PROFILE_FILE), program_vocabularies())


@cache
def program_vocabularies() -> Vocabularies:
    return Vocabularies.parse({name: resource(name) for name in VOCABULARY_FILES})


def complete_record(**changes) -> Record:
    values = {
        "identifier": "PDX-PBOT-0412", "slug": "bicycle-counts", "title": "Bicycle counts on the bridges",
        "description": "How many bicycles cross eight bridges in each hour, counted by sensors in the road surface.",
        "keywords": ("bicycles", "bridges", "traffic counts"), "theme": ("transportation",), "category": "transportation",
        "purpose": "To plan safer streets.", "modified": "2026-11-20", "frequency": "monthly", "publisher": "pbot",
        "contact_name": "PBOT data desk", "contact_email": "opendata@portlandoregon.gov", "data_steward": "R. Example",
        "system_owner": "S. Example", "classification": "public", "access_level": "public", "license": "ODC-PDDL-1.0",
        "temporal_start": "2026-01-01", "temporal_end": "2026-10-31", "spatial": "portland", "language": "en-US",
        "granularity": "counter and hour", "source_system": "Counter database", "third_party": "no", "version": "1.0.0",
        "known_limits": "Two sensors were out of order in March.", "equity": "People who walk are not counted.",
    }
    return Record(**{**values, **changes})


def table(**changes) -> TableDescription:
    fields = [
        {"name": "station", "type": "string", "title": "Station", "description": "Where it counts.",
         "constraints": {"required": True, "enum": ["Hawthorne", "Steel"]}},
        {"name": "hour", "type": "datetime", "format": "%Y-%m-%dT%H:%M:%S", "description": "Start of the hour, local time."},
        {"name": "bicycles", "type": "integer", "unit": "bicycles", "description": "", "constraints": {"minimum": 0}},
    ]
    values = {"name": "bicycle-counts", "title": "Bicycle counts", "file_name": "bicycle-counts.csv", "size_bytes": 1234,
              "sha256": "ab" * 32, "rows": 42, "table_schema": {"fields": fields, "missingValues": [""]}}
    return TableDescription(**{**values, **changes})
