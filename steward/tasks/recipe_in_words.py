"""The recipe as a person reads it."""

from steward.remedies import remedy
from steward.vocabulary.message import Message
from steward.vocabulary.recipe import Recipe


def recipe_in_words(recipe: Recipe) -> tuple[Message, ...]:
    """Return one sentence per step, in order; the import is told where the file is opened."""
    return tuple(remedy(step.remedy).describe(step) for step in recipe.steps)
