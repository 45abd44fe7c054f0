"""The internal part: how the data was curated. The original is named by hash, size and name, without a path."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import PureWindowsPath

from steward.manifest.bag import WrittenFile
from steward.manifest.contents import INTERNAL, CandidateTable, ManifestContents, table_path
from steward.manifest.contest_document import contests_to_json
from steward.manifest.decision_document import decisions_to_json
from steward.manifest.finding_document import ROWS_KEPT, findings_to_json
from steward.manifest.recipe_document import sealed_recipe_to_json
from steward.manifest.record_document import record_to_json
from steward.metadata.strict_json import document_bytes
from steward.table.sheet import Provenance
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.tier import Tier

FORMAT = 1
NOT_TOLD = frozenset(("blank_cells",))   # only what holds a table against a schema asks for it
WORKFLOW, RECORD, RECIPE = f"{INTERNAL}workflow.json", f"{INTERNAL}record.json", f"{INTERNAL}recipe.json"
DECISIONS, CHECKS, SOURCE = f"{INTERNAL}decisions.json", f"{INTERNAL}checks.json", f"{INTERNAL}source.json"
RESOLVED, CONTESTS, TYPED = f"{INTERNAL}resolved.json", f"{INTERNAL}contests.json", f"{INTERNAL}typed.json"


def internal_files(contents: ManifestContents, written: Mapping[str, WrittenFile]) -> dict[str, bytes]:
    """Return the files of the internal part by their path; `written` are the tables as they lie in the bag."""
    documents = {
        WORKFLOW: _workflow(contents, written), RECORD: record_to_json(contents.record),
        RECIPE: _by_table(contents, {table.name: sealed_recipe_to_json(table.recipe) for table in contents.tables}),
        DECISIONS: {**_by_table(contents, {table.name: decisions_to_json(table.decisions) for table in contents.tables}),
                    **_of_record(contents, decisions_to_json(contents.decisions))},
        CHECKS: {**_by_table(contents, {table.name: findings_to_json(table.findings) for table in contents.tables}),
                 **_of_record(contents, findings_to_json(contents.findings))},
        RESOLVED: _by_table(contents, {table.name: findings_to_json(table.resolved) for table in contents.tables}),
        CONTESTS: _by_table(contents, {
            table.name: contests_to_json(table.contests, written[table_path(table.name)].sha256) for table in contents.tables}),
        TYPED: _by_table(contents, {table.name: {"format": FORMAT, "columns": list(table.typed)} for table in contents.tables}),
        SOURCE: _by_table(contents, {table.name: source_to_json(table.source) for table in contents.tables})}
    return {path: document_bytes(document) for path, document in documents.items()}


def source_to_json(source: Provenance) -> dict[str, object]:
    """Return what is said of an original. Of long lists of rows, the first ROWS_KEPT."""
    passed = NOT_TOLD if source.quoting is not Quoting.DOUBLED else NOT_TOLD | {"quoting"}
    values = {field.name: getattr(source, field.name) for field in fields(source) if field.name not in passed}
    said = {name: list(value[:ROWS_KEPT]) if isinstance(value, tuple) else value for name, value in values.items()}
    named = {**said, "file_name": PureWindowsPath(source.file_name).name}  # takes slashes of both kinds for what they are
    return {"format": FORMAT, **{name: value for name, value in named.items() if value is not None}}


def _by_table(contents: ManifestContents, documents: Mapping[str, dict[str, object]]) -> dict[str, object]:
    return {"format": FORMAT, "tables": [{"name": table.name, **documents[table.name]} for table in contents.tables]}


def _of_record(contents: ManifestContents, document: dict[str, object]) -> dict[str, object]:
    """Return what is said of the record alone; with tables it stands beside what is said of them."""
    return {} if contents.tables else {"record": document}


def _workflow(contents: ManifestContents, written: Mapping[str, WrittenFile]) -> dict[str, object]:
    actor = contents.sealed_by
    return {
        "format": FORMAT, "tool_version": contents.tool_version, "practice": contents.is_practice,
        "sealed_at": contents.sealed_at, "sealed_by": {"login": actor.login, "name": actor.name, "role": actor.role.value},
        "submission": contents.submission, "revision": contents.revision, "updates": contents.updates,
        "identifier": contents.record.identifier, "tiers": _tiers(contents),
        "tables": [_table(table, written[table_path(table.name)]) for table in contents.tables]}


def _table(table: CandidateTable, file: WrittenFile) -> dict[str, object]:
    described = table.table_schema.get("fields")
    columns = len(described) if isinstance(described, Sequence) else 0
    return {"name": table.name, "title": table.title, "rows": table.rows, "columns": columns, "size_bytes": file.size_bytes,
            "sha256": file.sha256}


def _tiers(contents: ManifestContents) -> dict[str, object]:
    counted = Counter(finding.tier for found in (contents.findings, *(table.findings for table in contents.tables))
                      for finding in found)
    return {tier.value: counted[tier] for tier in Tier}
