"""After a place was made coarser: a finding for each column that still tells it, so that it cannot be forgotten."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from steward.privacy.linked import ADDRESS, CASE, COORDINATES, PARCEL, class_of
from steward.privacy.policy import Policy
from steward.table.profile import ColumnProfile
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.linked_columns import ANOTHER_ID, COARSER_PLACES, are_houses, many
from steward.tasks.report import CheckReport, in_order
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft

KIND = "linked-column"
_ASKED = frozenset(("home_address", "precise_geo"))     # have a finding of their own
_REMEDIES = {COORDINATES: ("round_coordinates", "leave_out_column"), PARCEL: ("leave_out_column", ANOTHER_ID),
             ADDRESS: ("address_to_block", "leave_out_column"), CASE: (ANOTHER_ID, "leave_out_column")}


def with_linked(house: House, draft: Draft, report: CheckReport) -> CheckReport:
    """Return the report with a finding for each column that still tells a place which a step of the recipe hides."""
    found = tuple(_findings(draft.recipe.steps, report, knowledge(house).policy))
    return replace(report, findings=in_order((*report.findings, *found), report.profile.sheet)) if found else report


def _findings(steps: Sequence[Step], report: CheckReport, policy: Policy) -> Iterator[Finding]:
    hidden = [report.profile.column(step.column) for step in steps
              if step.remedy in COARSER_PLACES and step.column in report.profile.sheet.names]
    changed = {step.column for step in steps if step.remedy in COARSER_PLACES | {ANOTHER_ID}}
    finest = min((many(column) for column in hidden), default=0)
    for column, verdict in zip(report.profile.columns, report.privacy.columns, strict=True):
        kind = class_of(column.name) if hidden and column.name not in changed else ""
        is_asked = any(harm.kind in _ASKED for harm in verdict.harmful)
        if kind and not is_asked and many(column) >= finest and _tells(column, kind):
            yield _finding(column, kind, hidden[0].name, policy)


def _tells(column: ColumnProfile, kind: str) -> bool:
    return column.filled > 0 and (kind != ADDRESS or are_houses(column))


def _finding(column: ColumnProfile, kind: str, hidden: str, policy: Policy) -> Finding:
    return Finding(kind=KIND, tier=policy.tier(KIND), column=column.name, count=column.filled, room="privacy",
                   basis=policy.basis(KIND), remedies=_REMEDIES[kind], words=Words(
                       what=say("Column {column} still tells the place that column {hidden} hides.", column=column.name,
                                hidden=hidden),
                       where=say("Column {column}, {count} filled cells.", column=column.name, count=column.filled),
                       next_step=_next_step(kind)))


def _next_step(kind: str) -> Message:
    if kind == CASE:
        return say("Whoever looks the number up elsewhere finds the place. Replace it by a random identifier, or leave out the "
                   "column; or say why it may be public.")
    return say("Make it coarser too, or leave out the column; or say why it may be public.")
