"""Reads a sealed manifest for the Desk. Whatever its bytes are, the answer is a Manifest or a StewardError."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from steward.manifest.bag import OpenFile
from steward.manifest.contents import PUBLIC, table_path
from steward.manifest.contest_document import read_contests
from steward.manifest.decision_document import read_decisions
from steward.manifest.finding_document import read_findings
from steward.manifest.internal import CHECKS, CONTESTS, DECISIONS, FORMAT, RECIPE, RECORD, RESOLVED, SOURCE, TYPED, WORKFLOW
from steward.manifest.recipe_document import read_recipe
from steward.manifest.record_document import read_record
from steward.metadata.exports.data_package import EXPORT as DATA_PACKAGE
from steward.metadata.record import Record
from steward.metadata.slug import is_slug
from steward.metadata.strict_json import LARGEST_BYTES, Node, broken, check_format, load
from steward.table.sheet import Provenance
from steward.vocabulary.decision import Decision
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.people import Actor, Role
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import Recipe
from steward.vocabulary.tier import Tier
from steward.workflow.contesting import Contest

T = TypeVar("T")
_WORKFLOW_KEYS = ("format", "tool_version", "practice", "sealed_at", "sealed_by", "submission", "revision", "updates",
                  "identifier", "tiers", "tables")
_SOURCE_KEYS = ("format", *Provenance.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedTable:
    """One table of a sealed manifest."""

    name: str
    title: str
    path: str                           # in the bag
    rows: int
    column_count: int
    size_bytes: int
    sha256: str
    table_schema: Mapping[str, object]  # as the public reads it
    source: Provenance
    recipe: Recipe
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]       # on the candidate
    resolved: tuple[Finding, ...]       # on the original, taken out by the recipe
    contests: tuple[Contest, ...] = ()  # blocks that the program is asked to let pass
    typed: tuple[str, ...] = ()         # columns whose type a person or a schema said


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A sealed Data Manifest as the coordinator reads it."""

    record: Record
    tables: tuple[SealedTable, ...]
    sealed_at: str
    sealed_by: Actor
    is_practice: bool
    tool_version: str
    submission: str
    revision: int
    updates: str
    record_findings: tuple[Finding, ...] = ()    # on the record, where no table goes with it
    record_decisions: tuple[Decision, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings on all tables, the strictest first."""
        found = [*self.record_findings, *(finding for table in self.tables for finding in table.findings)]
        return tuple(sorted(found, key=lambda finding: finding.tier.rank))

    @property
    def resolved(self) -> tuple[Finding, ...]:
        """Return what was found in the originals and is no longer in the candidates, the strictest first."""
        found = [finding for table in self.tables for finding in table.resolved]
        return tuple(sorted(found, key=lambda finding: finding.tier.rank))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions on all tables."""
        return (*self.record_decisions, *(decision for table in self.tables for decision in table.decisions))

    @property
    def tiers(self) -> dict[Tier, int]:
        """Return how many findings there are of each tier."""
        return {tier: sum(finding.tier is tier for finding in self.findings) for tier in Tier}


def read_manifest(open_file: OpenFile) -> Manifest:
    """Return the manifest of a bag. Raises: DocumentBroken, DocumentTooNew.

    Shape: `open_file` gives a readable stream for a path in the bag with forward slashes.
    """
    workflow = check_format(_document(open_file, WORKFLOW), FORMAT).only(_WORKFLOW_KEYS)
    actor = workflow.node("sealed_by").only(("login", "name", "role"))
    record = read_record(_document(open_file, RECORD))
    if workflow.text("identifier") != record.identifier:
        workflow.refuse("identifier")
    return Manifest(
        record=record, tables=_tables(open_file, workflow, is_without=bool(record.data_status)),
        record_findings=_of_record(open_file, CHECKS, read_findings) if record.data_status else (),
        record_decisions=_of_record(open_file, DECISIONS, read_decisions) if record.data_status else (),
        sealed_at=workflow.text("sealed_at"), is_practice=workflow.flag("practice"),
        sealed_by=Actor(login=actor.text("login"), name=actor.text("name"),
                        role=Role(actor.one_of("role", tuple(role.value for role in Role)))),
        tool_version=workflow.text("tool_version"), submission=workflow.text("submission", ""),
        revision=workflow.whole("revision", 0), updates=workflow.text("updates", ""))


def _of_record(open_file: OpenFile, path: str, read: Callable[[Node], T]) -> T:
    """Return what a manifest without data says of its record."""
    return read(check_format(_document(open_file, path), FORMAT).only(("format", "tables", "record")).node("record"))


def _tables(open_file: OpenFile, workflow: Node, *, is_without: bool) -> tuple[SealedTable, ...]:
    if is_without:
        return workflow.refuse("tables") if workflow.nodes("tables") else ()
    sources = _by_table(open_file, SOURCE, _read_source)
    recipes = _by_table(open_file, RECIPE, read_recipe)
    decisions = _by_table(open_file, DECISIONS, read_decisions)
    findings = _by_table(open_file, CHECKS, read_findings)
    resolved = _by_table(open_file, RESOLVED, read_findings)
    asked = _by_table(open_file, CONTESTS, lambda node: node) if _is_there(open_file, CONTESTS) else None
    typed = _by_table(open_file, TYPED, _read_typed) if _is_there(open_file, TYPED) else None
    schemas = _schemas(open_file)
    nodes = workflow.nodes("tables") or workflow.refuse("tables")
    names = [node.text("name") if is_slug(node.text("name")) else node.refuse("name") for node in nodes]
    for node, name in zip(nodes, names, strict=True):
        every = (sources, recipes, decisions, findings, resolved, schemas, *(one for one in (asked, typed) if one is not None))
        if names.count(name) > 1 or not all(name in told for told in every):
            node.refuse("name")
    return tuple(
        SealedTable(name=name, title=node.text("title"), path=table_path(name), rows=node.whole("rows"),
                    column_count=node.whole("columns"), size_bytes=node.whole("size_bytes"), sha256=node.text("sha256"),
                    table_schema=schemas[name], source=sources[name], recipe=recipes[name], decisions=decisions[name],
                    findings=findings[name], resolved=resolved[name],
                    contests=read_contests(asked[name], node.text("sha256")) if asked is not None else (),
                    typed=typed[name] if typed is not None else ())
        for node, name in zip(nodes, names, strict=True))


def _by_table(open_file: OpenFile, path: str, read: Callable[[Node], T]) -> dict[str, T]:
    root = check_format(_document(open_file, path), FORMAT).only(("format", "tables"))
    return {node.text("name"): read(_unnamed(node)) for node in root.nodes("tables")}


def _is_there(open_file: OpenFile, path: str) -> bool:
    """Return whether the bag has a file; manifests of earlier versions tell of no requests, and not who said a type."""
    try:
        open_file(path).close()
    except FileNotFoundError:
        return False
    return True


def _unnamed(node: Node) -> Node:
    return Node({key: value for key, value in node.values.items() if key != "name"}, node.document, node.path)


def _schemas(open_file: OpenFile) -> dict[str, Mapping[str, object]]:
    package = _document(open_file, f"{PUBLIC}{DATA_PACKAGE.file_name}")
    return {node.text("name"): node.node("schema").values for node in package.nodes("resources")}


def _read_typed(node: Node) -> tuple[str, ...]:
    return check_format(node, FORMAT).only(("format", "columns")).texts("columns")


def _read_source(node: Node) -> Provenance:
    check_format(node, FORMAT).only(_SOURCE_KEYS)
    return Provenance(
        file_name=node.text("file_name"), sha256=node.text("sha256"), size_bytes=node.whole("size_bytes"),
        encoding=node.text_or_none("encoding"), delimiter=node.text_or_none("delimiter"),
        quoting=Quoting(node.one_of("quoting", tuple(Quoting), Quoting.DOUBLED)),
        line_ending=node.text_or_none("line_ending"), physical_lines=node.whole_or_none("physical_lines"),
        sheet=node.text_or_none("sheet"), header_rows=node.wholes("header_rows"), title_rows=node.wholes("title_rows"),
        blank_rows=node.wholes("blank_rows"), hidden_rows=node.whole("hidden_rows", 0),
        hidden_columns=node.whole("hidden_columns", 0),
        hidden_rows_included=node.flag("hidden_rows_included", default=True),
        hidden_columns_included=node.flag("hidden_columns_included", default=True))


def _document(open_file: OpenFile, path: str) -> Node:
    name = path.rpartition("/")[2]
    try:
        with open_file(path) as stream:
            content = stream.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise broken(name, say("It is missing.")) from None
    return load(content, name)
