"""Contesting a block: what a request names, and when it still stands.

Context: a rule that stops a file can be mistaken, and the person who sends it must not be the one who says so. Decision: the
person asks, the draft may then be sealed and sent, and only another person in the program lets it pass, for the very rows of
the very candidate that was sealed. Requests name places, counts and the shape of the cells; refused were a hash of the cells (a
nine-digit number is found from its hash in seconds) and a release for a kind or a column, which would let later rows pass.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.finding import Finding
from steward.vocabulary.tier import Tier
from steward.workflow.draft import Draft
from steward.workflow.states import Contested

CONTESTABLE_ROOM = "privacy"   # a missing answer or a broken table is mended, not argued about


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """One request to let a block pass, as it is sealed. `shapes` are patterns such as "d3-d2-d4", never cells."""

    kind: str
    column: str | None
    count: int
    rows: str                 # SHA-256 of the numbers of the rows
    shapes: tuple[str, ...]   # of the cells, the most frequent first; empty where it is about no single column
    reason: str
    by: str
    at: str                   # ISO 8601 with offset

    @property
    def key(self) -> tuple[str, str | None]:
        """Return which finding this is about."""
        return (self.kind, self.column)

    def of(self, candidate: str) -> Contested:
        """Return what the queue keeps of the request for a candidate, named by its SHA-256."""
        return Contested(kind=self.kind, column=self.column, count=self.count, rows=self.rows, candidate=candidate)


def may_contest(finding: Finding) -> bool:
    """Return whether a finding is one that the program can be asked to let pass."""
    return finding.tier is Tier.BLOCK and finding.room == CONTESTABLE_ROOM


def rows_of(finding: Finding) -> str:
    """Return the SHA-256 of the rows a finding names, and of its parts where the table was reshaped."""
    return hashlib.sha256(finding.rows.to_bytes() + b"|" + finding.parts.to_bytes()).hexdigest()


def mark_of(finding: Finding) -> str:
    """Return the SHA-256 of a finding as it stands: its kind, column, count and rows."""
    told = "\n".join((finding.kind, repr(finding.column), str(finding.count), rows_of(finding)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def contest_of(draft: Draft, finding: Finding) -> Decision | None:
    """Return the request that was made for a finding as it stands now; one for other rows or another count is void."""
    asked = next((given for given in draft.decisions if given.key == finding.key and given.choice is Choice.CONTEST), None)
    return asked if asked is not None and may_contest(finding) and asked.about == mark_of(finding) else None


def contested(draft: Draft, findings: Iterable[Finding]) -> tuple[tuple[Finding, Decision], ...]:
    """Return the blocks that the draft asks to let pass, each with its request."""
    return tuple((finding, asked) for finding in findings if (asked := contest_of(draft, finding)) is not None)


def unreleased(findings: Iterable[Finding], contests: Sequence[Contest], released: Sequence[Contested],
               candidate: str) -> tuple[Finding, ...]:
    """Return the blocks of a sealed candidate that nobody has let pass; an approval must find none.

    A release counts for the request that it names, which must be about the finding as it was sealed.
    """
    passed = {contest.key: contest for contest in contests if contest.of(candidate) in released}
    return tuple(finding for finding in findings if finding.tier is Tier.BLOCK
                 and (finding.key not in passed or passed[finding.key].count != finding.count))
