"""Findings as a JSON document and back: positions, counts and sentences that are still translatable, never a cell.

A sentence from a document is a pattern with places to fill. Only plain places, each with its value, are taken: a pattern of a
hostile manifest could otherwise reach into the program or fill the memory.
"""

from collections.abc import Mapping, Sequence
from string import Formatter

from steward.metadata.strict_json import Node, check_format
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, to_json
from steward.vocabulary.positions import Positions
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

NAME = "checks.json"
FORMAT = 1
ROWS_KEPT = 1000   # of each finding; `count` tells them all
DEEPEST = 4        # messages within messages
_TIERS = tuple(tier.value for tier in Tier)
_ROOMS = ("privacy", "asked", "structure", "metadata", "hidden")
_KEYS = ("kind", "tier", "room", "column", "count", "rows", "lines", "parts", "basis", "remedies", "words", "which")


def findings_to_json(findings: Sequence[Finding]) -> dict[str, object]:
    """Return every finding; of a long list of rows the first ROWS_KEPT."""
    return {"format": FORMAT, "findings": [finding_to_json(finding) for finding in findings]}


def findings_from_json(document: Mapping[str, object], name: str = NAME) -> tuple[Finding, ...]:
    """Return the findings of a document. Raises: DocumentBroken, DocumentTooNew."""
    return read_findings(Node(document, name))


def read_findings(node: Node) -> tuple[Finding, ...]:
    """Return the findings under a node."""
    check_format(node, FORMAT).only(("format", "findings"))
    return tuple(read_finding(inner) for inner in node.nodes("findings"))


def finding_to_json(finding: Finding) -> dict[str, object]:
    """Return one finding."""
    sentences = {"what": finding.words.what, "where": finding.words.where, "next_step": finding.words.next_step}
    written: dict[str, object] = {
        "kind": finding.kind, "tier": finding.tier.value, "room": finding.room, "column": finding.column,
        "count": finding.count, "rows": list(finding.rows[:ROWS_KEPT]), "lines": list(finding.lines[:ROWS_KEPT]),
        "parts": list(finding.parts[:ROWS_KEPT]),
        "basis": finding.basis, "which": finding.which, "remedies": list(finding.remedies),
        "words": {name: to_json(message) for name, message in sentences.items() if message.text}}
    return {name: value for name, value in written.items()
            if value not in (None, []) and (value != "" or name not in ("basis", "which"))}


def read_finding(node: Node) -> Finding:
    """Return the finding under a node."""
    node.only(_KEYS)
    sentences = node.node("words").only(("what", "where", "next_step"))
    words = Words(what=_message(sentences, "what"), where=_message(sentences, "where"),
                  next_step=_message(sentences, "next_step"))
    return Finding(
        kind=node.text("kind"), tier=Tier(node.one_of("tier", _TIERS)), room=node.one_of("room", _ROOMS, "structure"),
        column=node.text_or_none("column"), count=node.whole("count"), rows=Positions(node.wholes("rows")),
        lines=Positions(node.wholes("lines")), parts=Positions(node.wholes("parts")),
        basis=node.text("basis", ""), which=node.text("which", ""), remedies=node.texts("remedies"), words=words)


def _message(node: Node, key: str, depth: int = 0) -> Message:
    if key not in node.values:
        return Message("")
    if depth > DEEPEST:
        node.refuse(key)
    inner = node.node(key).only(("text", "values", "plural"))
    values = inner.node("values")
    read = tuple((name, _value(values, name, depth)) for name in values.values)
    message = Message(inner.text("text"), read, inner.text_or_none("plural"))
    return message if _is_plain(message) else node.refuse(key)


def _value(node: Node, name: str, depth: int) -> str | int | float | Message:
    value = node.values[name]
    return value if isinstance(value, str | int | float) else _message(node, name, depth + 1)


def _is_plain(message: Message) -> bool:
    names = {name for name, _ in message.values}
    try:
        places = [place for pattern in (message.text, message.plural or "") for place in Formatter().parse(pattern)]
    except ValueError:
        return False
    return all(name is None or (name in names and not form and not conversion) for _, name, form, conversion in places)
