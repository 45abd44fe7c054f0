"""Labels that look alike and that a person keeps apart: remembered in the recipe, so that they hold for next month's file."""

from steward.remedies.merge_labels import REMEDY, apart_of
from steward.vocabulary.recipe import Recipe


def kept_apart(recipe: Recipe) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each group of labels that is kept apart, with the column that it was in."""
    return tuple((step.column or "", group) for step in recipe.steps if step.remedy == REMEDY.name for group in apart_of(step))
