"""Hides what waits for a decision about people where nobody is there to decide, as in a demonstration on a real file.

Context: a person who tries the way on a file of their own sees it published, if only to a folder. Decision: each finding about
people gets the gentlest change that fits its cells, the one that its page recommends, and the column goes where that does not
help; what no change hides stays open, and nothing is sent. Refused: an answer "keep" that nobody gave.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from steward.privacy.plan import LEAVE_OUT
from steward.table.sheet import Sheet
from steward.tasks import deciding
from steward.tasks.house import House
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import Step
from steward.workflow.needs import is_open

UNSEEN = frozenset(("hidden-row", "filtered-row", "grouped-row", "low-row", "hidden-column"))  # nobody looked at them
MOST_ROUNDS = 12       # one change of a column may bring forth what waits next
Answer = tuple[Finding | None, Step]


def is_private(finding: Finding) -> bool:
    """Return whether a finding is about people, or about rows and columns that nobody sees in the spreadsheet."""
    return finding.room == "privacy" or finding.kind in UNSEEN


def with_all_hidden(house: House, bench: Workbench, progress: Progress) -> Workbench:
    """Return the workbench with a change for each private finding that waits, as steps of its recipe, checked again."""
    treated = set[str | None]()
    for _round in range(MOST_ROUNDS):
        answers = list(_answers(bench, treated))
        if not answers:
            break
        treated |= {step.column for _finding, step in answers}
        bench = deciding.apply_remedies(house, bench, answers, progress)
    return bench


def _answers(bench: Workbench, treated: set[str | None]) -> Iterator[Answer]:
    """Yield one change for each column, and for the table, that something waits about; those treated before are left out."""
    seen, sheet = set[str | None](), bench.candidate
    for finding in bench.report.findings:
        if finding.column in seen or not is_private(finding) or not is_open(bench.draft, finding):
            continue
        seen.add(finding.column)
        gentle = () if finding.column in treated and finding.column is not None else _gentle(bench, finding)
        step, sheet = _first_possible((*gentle, *_without(bench, finding)), sheet)
        if step is not None:    # where one of several columns goes, the finding about the table may still stand
            yield None if finding.column is None and step.remedy == LEAVE_OUT else finding, step


def _first_possible(steps: Sequence[Step], sheet: Sheet) -> tuple[Step | None, Sheet]:
    """Return the first step that does something and leaves something, and the sheet after it.

    Where leaving out the last column comes first, nothing is chosen: what is left may not be public in any form.
    """
    for step in steps:
        if step.remedy == LEAVE_OUT and len(sheet.columns) == 1:
            return None, sheet
        with suppress(Refused):
            changed = deciding.applied(sheet, (step,))
            if changed is not sheet and changed.height:
                return step, changed
    return None, sheet


def _gentle(bench: Workbench, finding: Finding) -> tuple[Step, ...]:
    """Return the steps of the remedies that fit, the recommended one first, of those that ask a person nothing."""
    why = str(say("Nobody was there to decide, and this hides it."))
    fitting = [one for one in deciding.remedies_for(finding, bench) if one.name in finding.remedies
               and all(question.first != "" for question in deciding.questions_for(finding, bench, one))]
    return tuple(_with_reason(deciding.step_for(finding, bench, one), why) for one in fitting)


def _without(bench: Workbench, finding: Finding) -> tuple[Step, ...]:
    """Return the steps that leave columns out: that of the finding, or of those that a finding about the table rests on."""
    why = str(say("Nobody was there to decide, and nothing gentler hides it."))
    columns: Sequence[str] = (finding.column,) if finding.column is not None else _resting_on(bench, finding)
    return tuple(Step(remedy=LEAVE_OUT, column=name, reason=why) for name in columns if name in bench.candidate.names)


def _resting_on(bench: Workbench, finding: Finding) -> Sequence[str]:
    risk = bench.report.privacy.disclosure
    if finding.kind == "small-groups" and risk is not None:
        left = [name for name in risk.quasi_identifiers if name in bench.candidate.names]
        return sorted(left, key=lambda name: -len(bench.report.profile.column(name).distinct.values))
    return bench.report.privacy.counted if finding.kind == "small-cells" else ()


def _with_reason(step: Step, why: str) -> Step:
    return Step(remedy=step.remedy, column=step.column, parameters=step.parameters, reason=step.reason or why)
