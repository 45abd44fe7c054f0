"""Holds an update against what is published: whether the two together single people out, or undo what was hidden last time."""

from dataclasses import dataclass

import pyarrow as pa

from steward.manifest.read import SealedTable
from steward.privacy.between_versions import (
    BLANKING,
    RECODING,
    Difference,
    Recoded,
    difference,
    forgotten,
    key_of,
    singled_out,
    told_in_full,
)
from steward.privacy.policy import Policy
from steward.remedies import StepDoesNotFit, remedy
from steward.remedies.recode_rare import OTHER, fewest_of
from steward.schema.changed_meaning import Shape, changes, shapes_before
from steward.schema.checks.changed_columns import CHANGED, changed_column
from steward.schema.field import Field
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.report import CheckReport
from steward.tasks.updating import table_before
from steward.vocabulary.errors import StewardError
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count, verbatim
from steward.vocabulary.recipe import Step
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft

SINGLED, UNDONE = "version-difference", "remedy-undone"
NEXT_SINGLED = say("Make the columns named here coarser, wait until more rows have come together, or say why it may be "
                   "published.")
NEXT_UNDONE = say("Hide it as last time, or say why it may be public now: the earlier version stays with those who have it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The table as it was published, by the public names of its columns, and how it was made."""

    columns: dict[str, pa.ChunkedArray]
    table: SealedTable
    shapes: dict[str, Shape]


def with_versions(house: House, draft: Draft, report: CheckReport) -> CheckReport:
    """Return the report with what an update tells beside the published version; unchanged where none can be read now."""
    if not draft.updates:
        return report
    try:
        before = house.kept.once(("version before", draft.id), lambda: _published(house, draft))
    except StewardError:
        return report
    if before is None:
        return report
    found = (*_singled(before, report, knowledge(house).threshold, knowledge(house).policy),
             *_undone(before, draft, report, knowledge(house).policy), *_changed(before, report))
    return report.also(found) if found else report


def _published(house: House, draft: Draft) -> Versions | None:
    read = table_before(house, draft)
    if read is None:
        return None
    sheet, table = read
    columns = {column.name: column.values for column in sheet.columns}
    return Versions(columns=columns, table=table, shapes=shapes_before(columns))


def _changed(before: Versions, report: CheckReport) -> list[Finding]:
    """Return a finding for each column that means something else than in the published version; told once for a column."""
    public = {field.column: field.name for field in report.fields}
    told = {finding.column for finding in report.findings if finding.kind == CHANGED}
    now = ((public.get(column.name, column.name), column) for column in report.profile.columns if column.name not in told)
    return [changed_column(column.name, what) for column, what in changes(before.shapes, now)]


def _now(report: CheckReport) -> dict[str, pa.ChunkedArray]:
    public = {field.column: field.name for field in report.fields}
    return {public.get(column.name, column.name): column.values for column in report.profile.sheet.columns}


def _singled(before: Versions, report: CheckReport, threshold: int, policy: Policy) -> tuple[Finding, ...]:
    risk = report.privacy.disclosure
    if risk is None:
        return ()
    public = {field.column: field.name for field in report.fields}
    quasi = [public.get(name, name) for name in risk.quasi_identifiers]
    told = singled_out(difference(before.columns, _now(report), quasi, threshold), report.privacy.about, threshold)
    return (_singling(told, threshold, policy),) if told.groups else ()


def _singling(told: Difference, threshold: int, policy: Policy) -> Finding:
    where = say_count("Held against the published version by {columns}, {count} group has gained or lost fewer than "
                      "{threshold} rows: {added} more rows, {removed} fewer.",
                      "Held against the published version by {columns}, {count} groups have gained or lost fewer than "
                      "{threshold} rows: {added} more rows, {removed} fewer.", told.groups, columns=", ".join(told.columns),
                      threshold=threshold, added=told.added, removed=told.removed)
    return Finding(kind=SINGLED, tier=policy.tier(SINGLED), count=told.added + told.removed, room="privacy",
                   basis=policy.basis(SINGLED), words=Words(
                       what=say("What changed since the published version could single people out."), where=where,
                       next_step=NEXT_SINGLED))


def _undone(before: Versions, draft: Draft, report: CheckReport, policy: Policy) -> list[Finding]:
    last = {step.column: step for step in forgotten(before.table.recipe.steps, draft.recipe.steps, report.profile.sheet.names)
            if step.column}
    height = report.profile.sheet.height
    findings = [_undoing(column, height, say("Last time this was done to it: {step}", step=_in_words(step)), policy)
                for column, step in last.items()]
    finer = _finer(before, report)
    columns = {field.name: field.column for field in report.fields}
    findings += [_undoing(columns.get(name, name), count, say_count(
        "{count} cell of a row that both versions have tells more now.",
        "{count} cells of rows that both versions have tell more now.", count), policy)
        for name, count in finer.items() if columns.get(name, name) not in last]
    return findings


def _finer(before: Versions, report: CheckReport) -> dict[str, int]:
    now = _now(report)
    key = key_of(before.columns, now)
    if key is None:
        return {}
    public: dict[str, Field] = {field.column: field for field in report.fields}
    hidden = {public[step.column].name: step.remedy for step in before.table.recipe.steps
              if step.column in public and step.remedy in BLANKING}
    fewest = {public[step.column].name: fewest_of(step) for step in before.table.recipe.steps
              if step.column in public and step.remedy == RECODING}
    return told_in_full(before.columns, now, key, hidden, Recoded(word=OTHER, fewest=fewest))


def _undoing(column: str, count: int, why: Message, policy: Policy) -> Finding:
    return Finding(kind=UNDONE, tier=policy.tier(UNDONE), column=column, count=count, room="privacy",
                   basis=policy.basis(UNDONE), words=Words(
                       what=say("Column {column} tells again what was hidden in the published version.", column=column),
                       where=why, next_step=NEXT_UNDONE))


def _in_words(step: Step) -> Message:
    try:
        return remedy(step.remedy).describe(step)
    except StepDoesNotFit:
        return verbatim(step.remedy)
