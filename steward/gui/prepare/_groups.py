"""Findings that say the same of many columns, put together: one thing to read, one to answer, each column to open."""

from collections.abc import Iterable
from dataclasses import replace

from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.positions import NOWHERE
from steward.vocabulary.tier import Tier

LEAST = 3        # columns that say the same, before they are shown as one
NAMED = 3        # columns named in the sentence
ALIKE = (Tier.WARN, Tier.NOTE)  # what needs a decision is looked at column by column

Group = tuple[Finding, ...]


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings in their order, those together that differ in nothing but column and count."""
    alike: dict[object, list[Finding]] = {}
    for place, finding in enumerate(findings):
        alike.setdefault(_likeness(finding) if finding.tier in ALIKE and finding.column else place, []).append(finding)
    groups: list[Group] = []
    for found in alike.values():
        groups.extend([tuple(found)] if len(found) >= LEAST else [(one,) for one in found])
    return tuple(groups)


def as_one(group: Group) -> Finding:
    """Return one finding that speaks of all in the group."""
    first, total = group[0], sum(finding.count for finding in group)
    words = replace(first.words, what=_counting(first.words.what, total), where=_where(group))
    return replace(first, column=None, count=total, rows=NOWHERE, lines=NOWHERE, words=words)


def _likeness(finding: Finding) -> tuple[object, ...]:
    what = finding.words.what
    return (finding.kind, finding.tier, finding.remedies, what.text, what.plural or what.text,
            tuple(value for value in what.values if value[0] != "count"), finding.words.next_step)


def _counting(what: Message, total: int) -> Message:
    return replace(what, values=tuple((name, total if name == "count" else value) for name, value in what.values))


def _where(group: Group) -> Message:
    names = ", ".join(finding.column or "" for finding in group[:NAMED])
    left = len(group) - NAMED
    if left <= 0:
        return say_count("{count} column: {names}.", "{count} columns: {names}.", len(group), names=names)
    return say("{total} columns: {names} and {left} more.", total=len(group), names=names, left=left)
