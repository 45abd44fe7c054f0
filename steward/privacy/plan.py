"""The recommended plan of a kind of table: which changes answer what was found, column by column.

Context: a bureau that publishes police cases every month should not have to weigh twenty findings one by one. Decision: plans
are files that the program edits (`resources/policy/plans`), one for each kind of table; the plan is chosen by the words of the
headers, by the cells and by what one row is about (`plan_choice.py`), and only proposes steps of the recipe, which a person
looks at and may change. Refused: a plan that is taken by itself (nobody would have decided), and one plan for all tables (a
permit's site is public, a victim's home is not).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from steward.privacy.verdict import ColumnVerdict, Verdict
from steward.vocabulary.recipe import Parameter, Step
from steward.vocabulary.tier import Tier

LEAVE_OUT = "leave_out_column"
WHOLE_COLUMN = 0.1     # of the filled cells: from there on the column holds the kind, below it single cells do
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """What is done about some kinds, each step with the reason. Without `types` in columns of any type.

    `scope`: "column" where most cells hold the kind, "cells" where single ones do, "" for both.
    """

    kinds: frozenset[str]
    steps: tuple[Step, ...]
    scope: str = ""
    types: frozenset[str] = frozenset()

    def answers(self, verdict: Verdict, column_type: str) -> bool:
        """Return whether it is meant for such a verdict in a column of this type."""
        scope = "column" if verdict.share >= WHOLE_COLUMN else "cells"
        return (verdict.kind in self.kinds and self.scope in ("", scope) and (not self.types or column_type in self.types))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan of one kind of table.

    `words` are phrases of headers that speak for it, `cells` phrases of cells and `verdicts` kinds of column that do so under
    headers that say nothing; it needs `least` of them.
    """

    name: str
    title: str
    explain: str
    source: str
    order: int                                   # of plans that fit alike, the lowest is chosen
    about: frozenset[str] = frozenset()          # what one row may be about; empty: anything
    words: tuple[Phrase, ...] = ()
    cells: tuple[str, ...] = ()
    verdicts: frozenset[str] = frozenset()
    least: int = 0
    treatments: tuple[Treatment, ...] = ()       # the first that answers a verdict is taken; its own before those it extends
    linked: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)  # by class of column that still tells the place
    keeps: Mapping[str, str] = field(default_factory=dict)   # by such a class: why it stays, which a person sees
    most_rows_left_out: int = 0                  # percent of the rows that may go, so that nobody stands nearly alone
    sensitive: str = ""                          # the remedy for rows that the lists of sensitive things name; "": none
    confirmed_by: str = ""


def treat(plan: Plan, verdict: ColumnVerdict, column_type: str) -> tuple[Step, ...]:
    """Return the steps for one column, without its name where the plan leaves it to a person.

    What blocks and has no treatment is left out; where one of several kinds leaves the column out, nothing else is done to it.
    """
    steps = list(chain.from_iterable(_steps(plan, harm, column_type) for harm in verdict.harmful))
    gone = next((step for step in steps if step.remedy == LEAVE_OUT), None)
    kept = {step.remedy: step for step in ([gone] if gone is not None else steps)}
    return tuple(replace(step, column=verdict.column) for step in kept.values())


def treated_kinds(plan: Plan, verdict: ColumnVerdict, column_type: str) -> frozenset[str]:
    """Return which kinds of a column the plan does something about: all, where it leaves the column out."""
    steps = {harm.kind: _steps(plan, harm, column_type) for harm in verdict.harmful}
    is_gone = any(step.remedy == LEAVE_OUT for some in steps.values() for step in some)
    return frozenset(kind for kind, some in steps.items() if some or is_gone)


def filled_in(step: Step, places: Mapping[str, Parameter]) -> Step:
    """Return a step with what the plan could not know, such as "@threshold", filled in."""
    parameters = {name: places.get(value, value) if isinstance(value, str) else value
                  for name, value in step.parameters.items()}
    return replace(step, parameters=parameters)


def _steps(plan: Plan, verdict: Verdict, column_type: str) -> tuple[Step, ...]:
    for treatment in plan.treatments:
        if treatment.answers(verdict, column_type):
            return treatment.steps
    return (Step(remedy=LEAVE_OUT),) if verdict.tier is Tier.BLOCK else ()
