"""One file per change a person can choose; each maps a Sheet to a new Sheet and never touches the one it was given.

Context: masking, dropping, reshaping and editing by hand must undo, replay and preview alike. Decision: a remedy is a pure
function of a sheet and a step; it shares the columns it does not touch and keeps for each record the row of the original it
came from. Refused: changes in place with a log of inverses (nobody can prove that an inverse is one).
"""

from typing import Protocol

from steward.discovery import discover
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Question
from steward.vocabulary.recipe import Step


class Remedy(Protocol):
    """One change a person can choose."""

    name: str           # as a step of a recipe names it; stable
    title: Message      # what the button says
    explain: Message    # what it does, in a sentence
    loses: Message      # what the public can no longer see afterward; empty where nothing is lost
    asks: tuple[Question, ...]  # all that it may have to ask a person; a step holds the answers as parameters
    random_parameter: str       # name of a private parameter that must be random, drawn where the step is made; empty: none
    looks_beside: bool  # whether it needs what other columns of the same rows tell, and refuses where none does

    def fits(self, kind: str, column_type: str) -> bool:
        """Return whether the remedy answers a finding of this kind in a column of this type."""
        ...

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return which of `asks` arise for a column; without one, for the whole table."""
        ...

    def step_for(self, finding: Finding) -> Step:
        """Return the step that answers a finding, with what it needs to know of it."""
        ...

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the changed sheet. Raises: StepDoesNotFit if the step cannot be done on it."""
        ...

    def fits_less(self, before: Sheet, after: Sheet, step: Step) -> Message:
        """Return what the step did not find in a table that it was not made for; empty where it fits as it did."""
        ...

    def describe(self, step: Step) -> Message:
        """Return what this step does, in plain words, for the recipe and the reviewer."""
        ...


class StepDoesNotFit(Refused):
    """A step of a recipe that cannot be done on this table."""


def all_remedies() -> tuple[Remedy, ...]:
    """Return every remedy, in the order of their names."""
    found: tuple[Remedy, ...] = discover("steward.remedies", "REMEDY")
    return found


def remedy(name: str) -> Remedy:
    """Return the remedy of that name. Raises: StepDoesNotFit if this version of Steward has none."""
    for known in all_remedies():
        if known.name == name:
            return known
    raise StepDoesNotFit(words(say("The recipe asks for a change that this version of Steward does not know."),
                               say("The change is named {name}.", name=name),
                               say("Take the step out of the recipe, or install the newest Steward.")))


def remedies_for(kind: str, column_type: str) -> tuple[str, ...]:
    """Return the names of the remedies that answer a finding of this kind in a column of this type."""
    return tuple(known.name for known in all_remedies() if known.fits(kind, column_type))
