"""Every value that is written as JSON, and back. Documents carry a format number; a newer one is refused in plain words."""

from steward.manifest.decision_document import decisions_from_json, decisions_to_json
from steward.manifest.draft_document import draft_from_json, draft_to_json, field_to_json
from steward.manifest.finding_document import finding_to_json, findings_from_json, findings_to_json
from steward.manifest.recipe_document import recipe_from_json, recipe_to_json, sealed_recipe_to_json
from steward.manifest.record_document import record_from_json, record_to_json, unconfirmed_in
from steward.metadata.record import UNCONFIRMED
from steward.metadata.strict_json import DocumentBroken, DocumentTooNew, document_bytes, load

__all__ = [
    "UNCONFIRMED", "DocumentBroken", "DocumentTooNew", "decisions_from_json", "decisions_to_json", "document_bytes",
    "draft_from_json", "draft_to_json", "field_to_json", "finding_to_json", "findings_from_json", "findings_to_json",
    "load", "recipe_from_json", "recipe_to_json", "record_from_json", "record_to_json", "sealed_recipe_to_json",
    "unconfirmed_in",
]
