"""Offers rules and keys that a table keeps today, and takes those that a person agrees to."""

from collections.abc import Sequence
from dataclasses import replace

from steward.schema.proposing import Proposed, propose
from steward.tasks.report import CheckReport
from steward.tasks.workbench import Workbench


def proposals(report: CheckReport, passed_over: Sequence[str] = (), primary_key: Sequence[str] = ()) -> Proposed:
    """Return what may be offered of a table: nothing that tells the values of a column that may be about people.

    `passed_over`: keys of proposals that nobody wants; with a `primary_key` no other is offered.
    """
    fields = {field.column: field for field in report.fields}
    private = {verdict.column for verdict in report.privacy.columns if verdict.harmful}
    found = propose(report.profile, fields, private, passed_over)
    return replace(found, keys=()) if primary_key else found


def proposals_of(bench: Workbench) -> Proposed:
    """Return what is offered for a draft."""
    return proposals(bench.report, bench.draft.passed_over, bench.draft.primary_key)
