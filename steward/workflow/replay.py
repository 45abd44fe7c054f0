"""From the original to the candidate: every step of the recipe, in order."""

from steward.remedies import StepDoesNotFit, remedy
from steward.table.sheet import Sheet
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import Recipe, Step


def replay(original: Sheet, recipe: Recipe, progress: Progress) -> Sheet:
    """Return the candidate that the recipe makes of the original, the same each time.

    Raises: StepDoesNotFit, naming the step by its number, if one cannot be done on the sheet it meets; Cancelled.
    """
    sheet = original
    for number, step in enumerate(recipe.steps, start=1):
        progress.report((number - 1) / len(recipe.steps), say("Step {number} of the recipe", number=number))
        sheet = apply_step(sheet, step, number)
    return sheet


def apply_step(sheet: Sheet, step: Step, number: int) -> Sheet:
    """Return the sheet after one step. Raises: StepDoesNotFit, naming the step by its number."""
    try:
        return remedy(step.remedy).apply(sheet, step)
    except Refused as refusal:
        said = refusal.words
        where = say("Step {number} of the recipe. {where}", number=number, where=said.where)
        raise StepDoesNotFit(words(said.what, where, said.next_step)) from refusal
