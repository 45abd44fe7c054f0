"""Decisions as a JSON document and back."""

from collections.abc import Mapping, Sequence

from steward.metadata.strict_json import Node, check_format
from steward.vocabulary.decision import Choice, Decision

NAME = "decisions.json"
FORMAT = 1
_CHOICES = tuple(choice.value for choice in Choice)


def decisions_to_json(decisions: Sequence[Decision]) -> dict[str, object]:
    """Return every answer with its reason."""
    return {"format": FORMAT, "decisions": [decision_to_json(decision) for decision in decisions]}


def decisions_from_json(document: Mapping[str, object], name: str = NAME) -> tuple[Decision, ...]:
    """Return the decisions of a document. Raises: DocumentBroken, DocumentTooNew."""
    return read_decisions(Node(document, name))


def read_decisions(node: Node) -> tuple[Decision, ...]:
    """Return the decisions under a node."""
    check_format(node, FORMAT).only(("format", "decisions"))
    return tuple(read_decision(inner) for inner in node.nodes("decisions"))


def decision_to_json(decision: Decision) -> dict[str, object]:
    """Return one answer."""
    written = {"kind": decision.kind, "column": decision.column, "choice": decision.choice.value, "reason": decision.reason,
               "by": decision.by, "at": decision.at, "step": decision.step, "about": decision.about or None,
               "since": decision.since or None, "which": decision.which or None}
    return {name: value for name, value in written.items() if value is not None}


def read_decision(node: Node) -> Decision:
    """Return the answer under a node; a script may leave out who and when, which the program then fills in."""
    node.only(("kind", "column", "choice", "reason", "by", "at", "step", "about", "since", "which"))
    return Decision(kind=node.text("kind"), column=node.text_or_none("column"), choice=Choice(node.one_of("choice", _CHOICES)),
                    reason=node.text("reason"), by=node.text("by", ""), at=node.text("at", ""), step=node.whole_or_none("step"),
                    about=node.text("about", ""), since=node.text("since", ""), which=node.text("which", ""))
