"""The draft as a JSON document and back: everything that was decided, for this workstation only."""

from collections.abc import Mapping
from dataclasses import asdict, fields

from steward.manifest.decision_document import decision_to_json, read_decision
from steward.manifest.recipe_document import read_recipe, read_step, recipe_to_json, step_to_json
from steward.manifest.record_document import read_record, record_to_json
from steward.metadata.strict_json import Node, check_format
from steward.schema.field import Constraints, Field
from steward.workflow.draft import FORMAT, Draft, FurtherTable, Source

NAME = "draft.json"


def draft_to_json(draft: Draft) -> dict[str, object]:
    """Return the draft with its format number."""
    source = {name: _listed(value) for name, value in asdict(draft.source).items()}
    return {
        "format": FORMAT, "id": draft.id, "practice": draft.practice, "started": draft.started, "changed": draft.changed,
        "title": draft.title, "updates": draft.updates, "source": source, "recipe": recipe_to_json(draft.recipe),
        "undone": [step_to_json(step) for step in draft.undone],
        "undone_decisions": [decision_to_json(decision) for decision in draft.undone_decisions],
        "decisions": [decision_to_json(decision) for decision in draft.decisions],
        "fields": [field_to_json(field) for field in draft.fields],
        "primary_key": list(draft.primary_key), "asked_schema": draft.asked_schema,
        "asked_columns": list(draft.asked_columns), "passed_over": list(draft.passed_over),
        "record": record_to_json(draft.record),
        "guided": [{"question": question, "answer": answer} for question, answer in draft.guided],
        "confirmed": list(draft.confirmed), "seen": list(draft.seen), "submission": draft.submission,
        "revision": draft.revision, "part_of": draft.part_of,
        **{name: [{"draft": table.draft, "sheet": table.sheet} for table in tables]
           for name, tables in (("further", draft.further), ("laid_aside", draft.laid_aside))}}


def draft_from_json(document: Mapping[str, object], name: str = NAME) -> Draft:
    """Return the draft of a document. Raises: DocumentBroken, DocumentTooNew."""
    node = check_format(Node(document, name), FORMAT).only(("format", *(field.name for field in fields(Draft))))
    return Draft(
        id=node.text("id"), practice=node.flag("practice"), started=node.text("started"), changed=node.text("changed"),
        title=node.text("title", ""), updates=node.text("updates", ""), source=_source(node.node("source")),
        recipe=read_recipe(node.node("recipe")), undone=tuple(read_step(step) for step in node.nodes("undone")),
        decisions=tuple(read_decision(inner) for inner in node.nodes("decisions")),
        undone_decisions=tuple(read_decision(inner) for inner in node.nodes("undone_decisions")),
        fields=tuple(read_field(inner) for inner in node.nodes("fields")),
        primary_key=node.texts_or_none("primary_key") or (), passed_over=node.texts_or_none("passed_over") or (),
        asked_schema=node.text("asked_schema", ""), asked_columns=node.texts("asked_columns"),
        record=read_record(node.node("record")),
        guided=tuple((inner.text("question"), inner.text("answer")) for inner in node.nodes("guided")),
        confirmed=node.texts("confirmed"), seen=node.texts("seen"), submission=node.text("submission", ""),
        revision=node.whole("revision", 0), part_of=node.text("part_of", ""),
        further=_tables(node, "further"), laid_aside=_tables(node, "laid_aside"))


def field_to_json(field: Field) -> dict[str, object]:
    """Return what was said of one column."""
    rules = {name: _listed(value) for name, value in asdict(field.constraints).items()
             if value is not None and value is not False}
    written = {name: _listed(value) for name, value in asdict(field).items() if value is not None}
    codes = [{"value": value, "meaning": meaning} for value, meaning in field.codes]
    return {**written, "codes": codes, "constraints": rules}


def read_field(node: Node) -> Field:
    """Return the field under a node."""
    node.only([field.name for field in fields(Field)])
    return Field(
        column=node.text("column"), name=node.text("name"), type=node.text("type", "string"),
        format=node.text_or_none("format"), title=node.text("title", ""), description=node.text("description", ""),
        unit=node.text("unit", ""), codes=_codes(node),
        missing_values=_missing_values(node), true_values=node.texts_or_none("true_values") or (),
        false_values=node.texts_or_none("false_values") or (), constraints=_constraints(node.node("constraints")),
        is_typed=node.flag("is_typed", default=False))


def _source(node: Node) -> Source:
    node.only([field.name for field in fields(Source)])
    return Source(path=node.text("path"), name=node.text("name"), sha256=node.text("sha256"),
                  size_bytes=node.whole("size_bytes"), rows=node.whole_or_none("rows"),
                  columns=node.texts_or_none("columns") or ())


def _constraints(node: Node) -> Constraints:
    node.only([field.name for field in fields(Constraints)])
    return Constraints(
        required=node.flag("required", default=False), unique=node.flag("unique", default=False),
        minimum=node.text_or_none("minimum"), maximum=node.text_or_none("maximum"), min_length=node.whole_or_none("min_length"),
        max_length=node.whole_or_none("max_length"), pattern=node.text_or_none("pattern"), enum=node.texts_or_none("enum"))


def _tables(node: Node, name: str) -> tuple[FurtherTable, ...]:
    return tuple(FurtherTable(draft=inner.text("draft"), sheet=inner.text("sheet"))
                 for inner in (one.only(("draft", "sheet")) for one in node.nodes(name)))


def _codes(node: Node) -> tuple[tuple[str, str], ...]:
    """Return the meanings of a field's values; drafts of an earlier Steward have none."""
    entries = [inner.only(("value", "meaning")) for inner in node.nodes("codes")]
    return tuple((entry.text("value"), entry.text("meaning")) for entry in entries)


def _missing_values(node: Node) -> tuple[str, ...]:
    given = node.texts_or_none("missing_values")
    return ("",) if given is None else given


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
