"""Reads the program's catalog of schemas, and says file and line where one is broken."""

from collections.abc import Mapping

from steward.metadata.strict_json import Node, load_located
from steward.schema.asked import AskedSchema
from steward.schema.patterns import explodes
from steward.schema.table_schema import SchemaUnreadable, from_table_schema, primary_key_of

ENDING = ".schema.json"


def read_catalog(texts: Mapping[str, str]) -> tuple[AskedSchema, ...]:
    """Return the schemas of the files, by their names in order. Raises: DocumentBroken, SchemaUnreadable with file and line."""
    return tuple(_schema(name, text) for name, text in sorted(texts.items()))


def _schema(name: str, text: str) -> AskedSchema:
    root = load_located(text, name)
    fields = root.nodes("fields")
    for node in fields:
        _refuse_exploding(node)
    try:
        read = from_table_schema(dict(root.values), root.lines)
    except SchemaUnreadable as unreadable:
        raise unreadable.of_file(name) from None
    known = {one.name for one in read}
    key = primary_key_of(root.values)
    if not known.issuperset(key):
        root.refuse("primaryKey")
    return AskedSchema(name=name.removesuffix(ENDING), title=root.sentence("title"), explain=root.sentence("description", ""),
                       source=root.text("source"), confirmed_by=root.text("confirmed_by", ""), fields=read, primary_key=key,
                       headers={node.text("name"): node.texts("headers") for node in fields})


def _refuse_exploding(node: Node) -> None:
    pattern = node.node("constraints").text_or_none("pattern")
    if pattern is not None and explodes(pattern):
        node.node("constraints").refuse("pattern")
