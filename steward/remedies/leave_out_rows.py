"""Leave out records that a person named, by the numbers their rows have in the file."""

from dataclasses import replace

import numpy as np

from steward.remedies import StepDoesNotFit
from steward.remedies._answers import Answers
from steward.remedies._step import numbers_of
from steward.table.sheet import Sheet
from steward.vocabulary.errors import words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.recipe import Parameter, Step


class LeaveOutRows(Answers):
    """The table without some records; parameter `rows`, as the file numbers them, set-apart ones included.

    Of a reshaped table `parts` says, for each of the rows, which of its records goes; without it all of them go.
    """

    name = "leave_out_rows"
    title = say("Leave out these rows")
    explain = say("The rows stay in your file and are not published.")
    loses = say("Nobody can see or count these records.")
    kinds = frozenset(("total-row", "footer-row", "print-layout", "duplicate-row", "section-title", "future-date", "far-date",
                       "outside-period", "far-coordinates", "extra-cell", "missing-cell", "unreadable-row", "formula-cell",
                       "ruler-row", "hidden-row", "filtered-row", "grouped-row", "low-row", "inner-mark", "nul-tail",
                       "end-sign", "valueless-row",
                       "constraint-error", "primary-key",
                       "type-error", "ssn", "credit_card", "phone", "email", "person_name", "free_text_pii", "credential",
                       "small-groups"))

    def step_for(self, finding: Finding) -> Step:
        """Return the step that leaves out every row of the finding."""
        parts: dict[str, Parameter] = {"parts": tuple(finding.parts)} if finding.parts else {}
        return Step(remedy=self.name, parameters={"rows": tuple(finding.rows), **parts})

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet without those rows. Raises: StepDoesNotFit if it has none of some of them."""
        if numbers_of(step, "parts"):
            return _without_parts(sheet, step)
        unwanted = frozenset(numbers_of(step, "rows"))
        set_apart = frozenset(one.row for one in sheet.quarantine)
        in_table = np.isin(sheet.rows, np.fromiter(unwanted, np.int64, len(unwanted)))
        if not unwanted or int(in_table.sum()) + len(unwanted & set_apart) < len(unwanted):
            raise _refusal(len(unwanted))
        kept = tuple(one for one in sheet.quarantine if one.row not in unwanted)
        return replace(sheet.take(np.flatnonzero(~in_table)), quarantine=kept)

    def describe(self, step: Step) -> Message:
        """Return how many rows are left out."""
        return say_count("Leave out one row.", "Leave out {count} rows.", len(_named(step)))


def _named(step: Step) -> frozenset[tuple[int, ...]]:
    rows, parts = numbers_of(step, "rows"), numbers_of(step, "parts")
    return frozenset(zip(rows, parts, strict=False)) if parts else frozenset((row,) for row in rows)


def _without_parts(sheet: Sheet, step: Step) -> Sheet:
    rows, parts = numbers_of(step, "rows"), numbers_of(step, "parts")
    if len(rows) != len(parts):
        raise _refusal(len(_named(step)))
    held = sheet.parts if sheet.parts is not None else np.zeros(sheet.height, np.int64)
    named, unwanted = np.isin(sheet.rows, np.array(rows, np.int64)), _named(step)
    perhaps = np.flatnonzero(named)     # of a million records a few are looked at one by one
    there = [pair in unwanted for pair in zip(sheet.rows[perhaps].tolist(), held[perhaps].tolist(), strict=True)]
    if sum(there) < len(unwanted):
        raise _refusal(len(unwanted))
    named[perhaps] = there
    return sheet.take(np.flatnonzero(~named))


def _refusal(count: int) -> StepDoesNotFit:
    what = say("The recipe leaves out rows that the table does not have.")
    if not count:
        what = say("The recipe leaves out rows and does not say which.")
    return StepDoesNotFit(words(what, say_count("One row is named.", "{count} rows are named.", count),
                                say("Take the step out of the recipe, and choose the rows again.")))


REMEDY = LeaveOutRows()
