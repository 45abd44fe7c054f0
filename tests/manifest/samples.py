"""A manifest to seal, and a bag of it in memory."""

from steward.manifest.bag import BagWriter
from steward.manifest.contents import CandidateTable, ManifestContents
from steward.manifest.sealing import write_manifest
from steward.table.sheet import Provenance
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.people import Actor, Role
from steward.vocabulary.positions import Positions
from steward.vocabulary.recipe import ImportStep, Recipe, Step
from steward.vocabulary.tier import Tier
from tests.manifest.bags import MemoryBag
from tests.metadata.samples import complete_record, program_vocabularies

ROWS = "station,hour,bicycles\nHawthorne,2026-01-01T00:00:00,12\nSteel,2026-01-01T00:00:00,\n"
SCHEMA = {"fields": [{"name": "station", "type": "string", "title": "Station", "constraints": {"required": True}},
                     {"name": "hour", "type": "datetime", "description": "Local time."},
                     {"name": "bicycles", "type": "integer", "unit": "bicycles", "constraints": {"minimum": 0}}],
          "missingValues": [""]}


def finding(**changes) -> Finding:
    values = {"kind": "email", "tier": Tier.DECIDE, "column": "Contact", "count": 2, "rows": Positions([3, 4]),
              "room": "privacy",
              "words": words(say("Column {column} holds e-mail addresses.", column="Contact"), say("2 rows."), say("Decide."))}
    return Finding(**{**values, **changes})


def candidate(**changes) -> CandidateTable:
    source = Provenance(file_name="Counts.xlsx", sha256="cd" * 32, size_bytes=4321, sheet="Sheet1", header_rows=(2,),
                        title_rows=(1,), blank_rows=(9,))
    values = {
        "name": "bicycle-counts", "title": "Bicycle counts", "rows": 2, "table_schema": SCHEMA, "source": source,
        "write": lambda stream: stream.write(ROWS.encode()), "findings": (finding(),),
        "recipe": Recipe(import_step=ImportStep(sheet="Sheet1"), steps=(Step(remedy="leave_out_column", column="Contact"),)),
        "decisions": (Decision(kind="email", column="Contact", choice=Choice.REMEDY, reason="Not for the public.", by="rex",
                               at="2026-11-23T10:00:00+00:00", step=1),)}
    return CandidateTable(**{**values, **changes})


def contents(**changes) -> ManifestContents:
    values = {"record": complete_record(), "tables": (candidate(),), "vocabularies": program_vocabularies(),
              "sealed_at": "2026-11-23T10:05:00+00:00", "sealed_by": Actor(login="rex", name="R. Example", role=Role.STEWARD),
              "is_practice": True, "tool_version": "0.1.0", "submission": "PBOT-7F3K2Q", "revision": 1}
    return ManifestContents(**{**values, **changes})


def sealed(**changes):
    """Return the bag and what sealing answered."""
    bag = MemoryBag()
    return bag, write_manifest(contents(**changes), BagWriter(bag.create))
