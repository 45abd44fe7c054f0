"""The record as a JSON document and back."""

from collections.abc import Mapping

from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS, FORMAT, Record, Value
from steward.metadata.strict_json import Node, check_format

NAME = "record.json"


def record_to_json(record: Record) -> dict[str, object]:
    """Return the record with its format number; what is not answered is left out."""
    answers = {identifier: record.value(identifier) for identifier in ELEMENT_IDS}
    written = {name: list(value) if isinstance(value, tuple) else value for name, value in answers.items() if value}
    return {"format": FORMAT, **written}


def record_from_json(document: Mapping[str, object], name: str = NAME) -> Record:
    """Return the record of a document. Raises: DocumentBroken, DocumentTooNew."""
    return read_record(Node(document, name))


def read_record(node: Node) -> Record:
    """Return the record under a node."""
    check_format(node, FORMAT).only(("format", *ELEMENT_IDS))
    answers: dict[str, Value] = {name: node.texts(name) if name in LIST_ELEMENTS else node.text(name, "")
                                 for name in ELEMENT_IDS}
    return Record(**answers)  # type: ignore[arg-type]  # the name decides which of the two types
