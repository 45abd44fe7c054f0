"""Which findings a remedy answers, said once as sets, and the step that a finding asks for."""

from typing import ClassVar

from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Question
from steward.vocabulary.recipe import Step


class Answers:
    """Part of every remedy: the kinds of finding it answers but for `never`, and the types of column it makes sense in."""

    name: ClassVar[str]
    kinds: ClassVar[frozenset[str] | None]         # None: all, those of later versions included
    types: ClassVar[frozenset[str] | None] = None
    never: ClassVar[frozenset[str]] = frozenset()
    loses: ClassVar[Message] = say("")
    asks: ClassVar[tuple[Question, ...]] = ()
    random_parameter: ClassVar[str] = ""   # drawn by whoever adds the step to a recipe
    looks_beside: ClassVar[bool] = False
    may_find_nothing: ClassVar[bool] = False   # what it looks for is rare, and a table without any is an ordinary one

    def fits(self, kind: str, column_type: str) -> bool:
        """Return whether the remedy answers a finding of this kind in a column of this type."""
        answers = kind not in self.never and (self.kinds is None or kind in self.kinds)
        return answers and (self.types is None or column_type in self.types)

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:  # noqa: ARG002  # most ask the same of all
        """Return which questions arise for a column."""
        return self.asks

    def step_for(self, finding: Finding) -> Step:
        """Return the step that answers this finding."""
        return Step(remedy=self.name, column=finding.column)

    def fits_less(self, before: Sheet, after: Sheet, step: Step) -> Message:  # noqa: ARG002  # some look at what it names
        """Return what the step did not find in a table that it was not made for; empty where it fits as it did."""
        return say("It found nothing to change.") if after is before and not self.may_find_nothing else say("")


class OfTheWholeTable(Answers):
    """Part of remedies that ask nothing: no column and no parameter."""

    said: ClassVar[Message]

    def change(self, sheet: Sheet) -> Sheet:
        """Return the changed sheet."""
        raise NotImplementedError

    def apply(self, sheet: Sheet, step: Step) -> Sheet:  # noqa: ARG002  # there is nothing that a step could say
        """Return the changed sheet."""
        return self.change(sheet)

    def describe(self, step: Step) -> Message:  # noqa: ARG002
        """Return what the remedy does."""
        return self.said
