"""After something was hidden: a finding for each column that still tells it, so that it cannot be forgotten."""

from collections.abc import Iterator, Sequence

import numpy as np

from steward.privacy.linked import ADDRESS, CASE, COORDINATES, PARCEL, ZIP_PLUS_FOUR, links_of
from steward.privacy.policy import Policy
from steward.privacy.told_again import ToldAgain, told_again
from steward.table.places import positions_of
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.linked_columns import ANOTHER_ID, COARSER_PLACES, are_houses, hides_words, many, narrowing, not_coarser
from steward.tasks.report import CheckReport
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.recipe import Step
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft

KIND, NARROWING = "linked-column", "narrowing-column"
_ASKED = frozenset(("home_address", "precise_geo"))     # have a finding of their own
REMEDIES_OF = {COORDINATES: ("round_coordinates", "leave_out_column"), PARCEL: ("leave_out_column", ANOTHER_ID),
             ADDRESS: ("address_to_block", "leave_out_column"), CASE: (ANOTHER_ID, "leave_out_column"),
             ZIP_PLUS_FOUR: ("address_to_zip", "leave_out_column")}
_TOLD = ("leave_out_column", "leave_out_rows")
_IN_SENTENCES = frozenset(("free_text_pii", "person_name"))    # such a column is asked about in any case


def with_linked(house: House, draft: Draft, report: CheckReport, original: Sheet) -> CheckReport:
    """Return the report with a finding for each column that still tells what a step of the recipe hides."""
    policy = knowledge(house).policy
    found = tuple(_findings(draft.recipe.steps, report, policy))
    places = {one.column for one in found}
    found += tuple(_telling(one, report, policy) for one in _again(draft, report, original) if one.column not in places)
    closer = narrowing(draft.recipe.steps, report.profile.sheet, report.privacy.columns)
    found += tuple(_narrowing(name, report, policy) for name in closer if name not in places)
    return report.also(found) if found else report


def _again(draft: Draft, report: CheckReport, original: Sheet) -> tuple[ToldAgain, ...]:
    """Return the columns, once each, whose records hold words that the recipe took out of others."""
    kinds = {given.step: given.kind for given in draft.decisions if given.step is not None}
    hidden = [step.column for number, step in enumerate(draft.recipe.steps, start=1)
              if step.column in original.names and hides_words(step, {kinds.get(number, "")})]
    left = not_coarser(draft.recipe.steps, (one.column for one in report.privacy.columns if not any(
        harm.kind in _IN_SENTENCES for harm in one.harmful)))
    if not hidden:
        return ()
    found = told_again(original, report.profile.sheet, dict.fromkeys(name for name in hidden if name), left)
    return tuple({one.column: one for one in reversed(found)}.values())


def _telling(told: ToldAgain, report: CheckReport, policy: Policy) -> Finding:
    rows = positions_of(report.profile.sheet.rows[np.array(told.places, np.int64)])
    where = say_count("Column {column}, {count} row, row {first}.", "Column {column}, {count} rows, first in row {first}.",
                      len(told.places), column=told.column, first=str(rows[0]))
    return Finding(kind=KIND, tier=policy.tier(KIND), column=told.column, count=len(told.places), rows=rows, room="privacy",
                   basis=policy.basis(KIND), remedies=_TOLD, words=Words(
                       what=say("Column {column} still tells what column {hidden} hides.", column=told.column,
                                hidden=told.hidden), where=where,
                       next_step=say("The same row holds words or numbers that were taken out there. Leave out the column, or "
                                     "change these cells in the whole table; or say why it may be public.")))


def _findings(steps: Sequence[Step], report: CheckReport, policy: Policy) -> Iterator[Finding]:
    hidden = [report.profile.column(step.column) for step in steps
              if step.remedy in COARSER_PLACES and step.column in report.profile.sheet.names]
    changed = {step.column for step in steps if step.remedy in COARSER_PLACES | {ANOTHER_ID}}
    finest = min((many(column) for column in hidden), default=0)
    pairs = [(column, verdict) for column, verdict in zip(report.profile.columns, report.privacy.columns, strict=True)
             if hidden and column.name not in changed]
    for (column, verdict), kind in zip(pairs, links_of([column.column for column, _verdict in pairs]), strict=True):
        is_asked = any(harm.kind in _ASKED for harm in verdict.harmful)
        if kind and not is_asked and many(column) >= finest and _tells(column, kind):
            yield _finding(column, kind, hidden[0].name, policy)


def _tells(column: ColumnProfile, kind: str) -> bool:
    return column.filled > 0 and (kind != ADDRESS or are_houses(column))


def _finding(column: ColumnProfile, kind: str, hidden: str, policy: Policy) -> Finding:
    return Finding(kind=KIND, tier=policy.tier(KIND), column=column.name, count=column.filled, room="privacy",
                   basis=policy.basis(KIND), remedies=REMEDIES_OF[kind], words=Words(
                       what=say("Column {column} still tells the place that column {hidden} hides.", column=column.name,
                                hidden=hidden),
                       where=say("Column {column}, {count} filled cells.", column=column.name, count=column.filled),
                       next_step=_next_step(kind)))


def _narrowing(name: str, report: CheckReport, policy: Policy) -> Finding:
    filled = report.profile.column(name).filled
    return Finding(kind=NARROWING, tier=policy.tier(NARROWING), column=name, count=filled, room="privacy",
                   basis=policy.basis(NARROWING), remedies=("leave_out_column", "recode_rare"), words=Words(
                       what=say("Column {column} narrows down the blocks that the addresses were cut to.", column=name),
                       where=say("Column {column}, {count} filled cells.", column=name, count=filled),
                       next_step=say("A street may have the same block in two ZIP codes, and few homes in one of them. Leave "
                                     "it out if the block alone is enough.")))


def _next_step(kind: str) -> Message:
    if kind == CASE:
        return say("Whoever looks the number up elsewhere finds the place. Replace it by a random identifier, or leave out the "
                   "column; or say why it may be public.")
    return say("Make it coarser too, or leave out the column; or say why it may be public.")
