"""Tables of one dataset that a key joins: what they tell of people together, when each was looked at alone.

Whoever has both tables can join them. The rows of the table that names the other are counted in groups that are alike in what
many know of people in either table; it is told where more of them are in small groups than in the table alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from steward.privacy.joined import Groups, groups_of_joined
from steward.schema.sheet_keys import ForeignKeyCandidate, foreign_keys, sheet_keys
from steward.tasks.report import in_order
from steward.tasks.workbench import Workbench
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

JOINED = "joined-tables"


def with_joined(benches: Sequence[Workbench]) -> tuple[Workbench, ...]:
    """Return the tables of a dataset, each with what it tells of people together with another that it names."""
    return tuple(_with_joined(bench, [other for other in benches if other is not bench]) for bench in benches)


def joined_findings(benches: Sequence[Workbench]) -> tuple[Finding, ...]:
    """Return only those findings, table by table."""
    return tuple(found for bench in with_joined(benches) for found in bench.report.findings if found.kind == JOINED)


def _with_joined(bench: Workbench, others: Sequence[Workbench]) -> Workbench:
    others_kept = tuple(found for found in bench.report.findings if found.kind != JOINED)
    found = tuple(finding for other in others for finding in _findings(bench, other))
    if not found and len(others_kept) == len(bench.report.findings):
        return bench
    return replace(bench, report=replace(bench.report, findings=in_order((*others_kept, *found), bench.report.profile.sheet)))


def _findings(bench: Workbench, other: Workbench) -> Sequence[Finding]:
    mine, theirs = bench.report.privacy.disclosure, other.report.privacy.disclosure
    if mine is None or theirs is None:
        return ()
    sheet = other.original.provenance.sheet or ""
    keys = foreign_keys(bench.report.profile, sheet_keys(sheet, other.report.profile))
    found = []
    for key in keys:
        own = [name for name in mine.quasi_identifiers if name not in key.columns]
        beside = [name for name in theirs.quasi_identifiers if name not in key.named]
        if not own or not beside:
            continue
        groups = groups_of_joined(bench.candidate, other.candidate, (key.columns, key.named), (own, beside), mine.threshold)
        if groups.in_small > mine.rows_in_small_groups:
            found.append(_finding(key, [*own, *beside], groups, mine.threshold))
    return found


def _finding(key: ForeignKeyCandidate, columns: Sequence[str], groups: Groups, threshold: int) -> Finding:
    where = say("Joined to sheet {sheet} by column {column}, and held against {columns}: the smallest group has {smallest} "
                "rows, and {count} rows are in groups of fewer than {threshold}.", sheet=verbatim(" ".join(key.sheet.split())),
                column=_listed(key.columns), columns=_listed(columns),
                smallest=groups.smallest, count=groups.in_small, threshold=threshold)
    return Finding(kind=JOINED, tier=Tier.WARN, column=key.columns[0], count=groups.in_small, room="privacy", words=Words(
        what=say("Together with another table of this dataset, this one tells more of people than alone."), where=where,
        next_step=say("Make the columns named here coarser in either table, leave out the column that joins them, or publish "
                      "them as they are if that is meant.")))


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(" ".join(name.split()) for name in columns)
