"""A plan made for one table, part by part, as a person sees it before it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from steward.privacy.left_standing import left_standing
from steward.privacy.plan import Plan
from steward.remedies import remedy
from steward.tasks.report import CheckReport
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

PLAN = "plan"      # the parameter by which the steps of one plan are known to belong together


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is done to one column, or with None to the whole table, and the kinds of finding it answers.

    Without steps the column stays as it is on purpose, and `kept` says why.
    """

    column: str | None
    kinds: frozenset[str]
    steps: tuple[Step, ...]
    kept: str = ""

    @property
    def words(self) -> Message:
        """Return what the part does, in plain words."""
        if not self.steps:
            return say("Column {column} stays as it is.", column=self.column or "")
        told = remedy(self.steps[0].remedy).describe(self.steps[0])
        for step in self.steps[1:]:
            told = say("{first} {then}", first=told, then=remedy(step.remedy).describe(step))
        return told

    @property
    def why(self) -> str:
        """Return the reason as the plan gives it, empty where it gives none."""
        return self.steps[0].reason if self.steps else self.kept


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendedPlan:
    """The plan chosen for a table. `is_whole`: its steps were tried, and what they leave is taken care of too.

    `doubt` says where nobody can be sure that the table is of the plan's kind.
    """

    plan: Plan
    parts: tuple[Part, ...]
    is_whole: bool = False
    doubt: Message | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return all steps in order."""
        return tuple(step for part in self.parts for step in part.steps)


def left_as_it_is(report: CheckReport, steps: Sequence[Step]) -> tuple[Message, ...]:
    """Return what a person should look at although nothing was found there, in the columns that no step treats."""
    return left_standing(report.profile.columns, report.privacy.columns, {step.column for step in steps})
