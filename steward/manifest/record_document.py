"""The record as a JSON document and back."""

from collections.abc import Mapping

from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS, FORMAT, UNCONFIRMED, Record, Value
from steward.metadata.strict_json import Node, check_format

NAME = "record.json"


def record_to_json(record: Record) -> dict[str, object]:
    """Return the record with its format number; what is not answered is left out."""
    answers = {identifier: record.value(identifier) for identifier in ELEMENT_IDS}
    written = {name: list(value) if isinstance(value, tuple) else value for name, value in answers.items() if value}
    return {"format": FORMAT, **written}


def record_from_json(document: Mapping[str, object], name: str = NAME) -> Record:
    """Return the record of a document, some of whose answers may be unconfirmed. Raises: DocumentBroken, DocumentTooNew."""
    return read_record(Node({key: value for key, value in document.items() if key != UNCONFIRMED}, name))


def unconfirmed_in(document: Mapping[str, object], name: str = NAME) -> tuple[str, ...]:
    """Return the elements of a document that Steward filled in and nobody has confirmed. Raises: DocumentBroken."""
    node = Node(document, name)
    return tuple(element if element in ELEMENT_IDS else node.refuse(UNCONFIRMED) for element in node.texts(UNCONFIRMED))


def read_record(node: Node) -> Record:
    """Return the record under a node."""
    check_format(node, FORMAT).only(("format", *ELEMENT_IDS))
    answers: dict[str, Value] = {name: node.texts(name) if name in LIST_ELEMENTS else node.text(name, "")
                                 for name in ELEMENT_IDS}
    return Record(**answers)  # type: ignore[arg-type]  # the name decides which of the two types
