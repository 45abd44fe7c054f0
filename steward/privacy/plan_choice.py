"""Which plan fits a table: by the words of its headers, and by what the cells say where a header says nothing.

Context: an export whose columns are called COL01 to COL11 is a table of police cases all the same. Decision: a header that
speaks for some plan is believed; any other column speaks by the words that most of its cells hold, and counts for two, because
cells that name offenses row by row are no chance. Refused: a guess that passes for knowledge (where two kinds fit alike, or
none does, the person is told and may choose).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from steward.privacy.headers import says
from steward.privacy.plan import Phrase, Plan

MOSTLY, OFTEN = 0.5, 0.2     # of the filled cells
BY_CELLS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What one column says of the kind of table: the words of its header, its verdicts, and the share of its cells by plan."""

    words: Phrase = ()
    kinds: frozenset[str] = frozenset()
    told: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPlan:
    """The plan that fits best. `is_sure`: it is of one kind of table, and no other fits alike; else `others` may be it too."""

    plan: Plan
    is_sure: bool
    others: tuple[Plan, ...] = ()


def choose(plans: Sequence[Plan], about: str, columns: Sequence[Signs]) -> ChosenPlan | None:
    """Return the plan that fits a table best, the lower order before the higher; None where none fits."""
    silent = [not any(says(one.words, plan.words) for plan in plans) for one in columns]
    scores = {plan.name: _score(plan, columns, silent) for plan in plans}
    fitting = [plan for plan in plans if (not plan.about or about in plan.about) and scores[plan.name] >= plan.least]
    if not fitting:
        return None
    best = min(fitting, key=lambda plan: (-scores[plan.name], plan.order))
    others = tuple(plan for plan in fitting if plan is not best and plan.words and scores[plan.name] == scores[best.name])
    return ChosenPlan(plan=best, is_sure=bool(best.words) and not others, others=others if best.words else ())


def _score(plan: Plan, columns: Sequence[Signs], silent: Sequence[bool]) -> int:
    """Return how strongly the columns speak for a plan: each header once, "Case number" too, though "case" is a phrase."""
    return sum(_by_cells(plan, one) if is_silent else says(one.words, plan.words)
               for one, is_silent in zip(columns, silent, strict=True))


def _by_cells(plan: Plan, column: Signs) -> int:
    share = column.told.get(plan.name, 0.0)
    if share >= MOSTLY:
        return BY_CELLS
    return int(share >= OFTEN or not plan.verdicts.isdisjoint(column.kinds))
