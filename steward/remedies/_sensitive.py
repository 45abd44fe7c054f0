"""What remedies of rows that tell of sensitive things share: finding those rows anew, in next month's file too."""

from collections.abc import Sequence

import numpy as np

from steward.remedies import StepDoesNotFit
from steward.remedies._step import column_of, texts_of
from steward.table.distinct import Mask, distinct
from steward.table.phrases import holding
from steward.table.sheet import Sheet
from steward.vocabulary.errors import words
from steward.vocabulary.message import say
from steward.vocabulary.recipe import Step


def told_by(sheet: Sheet, step: Step) -> Mask:
    """Return which records hold one of the phrases in parameter `words`, without those in `never`.

    Raises: StepDoesNotFit where the step names none.
    """
    phrases: Sequence[str] = texts_of(step, "words")
    if not phrases:
        raise StepDoesNotFit(words(say("The recipe looks for rows by words, and does not say which."),
                                   next_step=say("Take the step out of the recipe, and choose it again.")))
    known = distinct(column_of(sheet, step).values)
    mask = np.zeros(sheet.height, np.bool_)
    mask[known.places_where(holding(known.values, phrases, texts_of(step, "never")))] = True
    return mask
