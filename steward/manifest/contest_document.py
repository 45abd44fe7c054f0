"""Requests to let a block pass as a JSON document and back: places, counts, shapes and reasons, never a cell."""

from collections.abc import Mapping, Sequence

from steward.metadata.strict_json import Node, check_format
from steward.workflow.contesting import Contest

NAME = "contests.json"
FORMAT = 1
_KEYS = ("kind", "column", "count", "rows", "shapes", "reason", "by", "at")


def contests_to_json(contests: Sequence[Contest], candidate: str) -> dict[str, object]:
    """Return every request about a candidate, which is named by its SHA-256."""
    return {"format": FORMAT, "candidate": candidate, "contests": [_to_json(contest) for contest in contests]}


def contests_from_json(document: Mapping[str, object], candidate: str, name: str = NAME) -> tuple[Contest, ...]:
    """Return the requests of a document about this candidate. Raises: DocumentBroken, DocumentTooNew."""
    return read_contests(Node(document, name), candidate)


def read_contests(node: Node, candidate: str) -> tuple[Contest, ...]:
    """Return the requests under a node; those about another candidate are refused."""
    check_format(node, FORMAT).only(("format", "candidate", "contests"))
    if node.text("candidate") != candidate:
        node.refuse("candidate")
    return tuple(_read(inner) for inner in node.nodes("contests"))


def _to_json(contest: Contest) -> dict[str, object]:
    return {"kind": contest.kind, "column": contest.column, "count": contest.count, "rows": contest.rows,
            "shapes": list(contest.shapes), "reason": contest.reason, "by": contest.by, "at": contest.at}


def _read(node: Node) -> Contest:
    node.only(_KEYS)
    return Contest(kind=node.text("kind"), column=node.text_or_none("column"), count=node.whole("count"),
                   rows=node.text("rows"), shapes=node.texts("shapes"), reason=node.text("reason"), by=node.text("by"),
                   at=node.text("at"))
