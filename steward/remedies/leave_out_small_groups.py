"""Leave out the records of people who would stand nearly alone, found anew in each month's file.

Source: Sweeney 2002, "k-anonymity", suppression of records; the threshold is that of the CMS cell size suppression policy.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from steward.remedies import StepDoesNotFit
from steward.remedies._answers import Answers
from steward.remedies._step import number_of, texts_of
from steward.table.distinct import distinct
from steward.table.sheet import Column, Sheet
from steward.table.text import blank_mask
from steward.vocabulary.errors import words
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

FEWEST = 11


class LeaveOutSmallGroups(Answers):
    """The table without records that fewer than `fewest` share the cells of `columns` with; blank cells count as alike."""

    name = "leave_out_small_groups"
    title = say("Leave out rows that stand nearly alone")
    explain = say("Rows that too few others are alike with, in what many know of a person, are not published. In the next file "
                  "they are found anew.")
    loses = say("Nobody can see or count these records.")
    kinds = frozenset(("small-groups",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet without those records. Raises: StepDoesNotFit if it lacks one of the columns."""
        names = texts_of(step, "columns")
        if not names or not set(names) <= set(sheet.names):
            raise StepDoesNotFit(words(say("The recipe looks for rows that stand alone in columns that the table has not."),
                                       next_step=say("Take the step out of the recipe, and choose it again.")))
        sizes = _group_sizes([sheet.column(name) for name in names], sheet.height)
        small = sizes < number_of(step, "fewest", FEWEST)
        return sheet.take(np.flatnonzero(~small)) if small.any() else sheet

    def describe(self, step: Step) -> Message:
        """Return which columns are held together, and how many rows must be alike."""
        return say("Leave out rows that fewer than {fewest} share {columns} with.", fewest=number_of(step, "fewest", FEWEST),
                   columns=", ".join(texts_of(step, "columns")))


def _group_sizes(columns: Sequence[Column], height: int) -> npt.NDArray[np.int64]:
    """Return for each record how many are alike in the columns, itself counted."""
    keys = np.zeros(height, np.int64)
    for column in columns:
        codes, width = _codes(column)
        keys = np.unique(keys * width + codes, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return np.bincount(keys)[keys].astype(np.int64) if height else keys


def _codes(column: Column) -> tuple[npt.NDArray[np.int64], int]:
    known = distinct(column.values)
    values, codes = known.values, known.codes
    if codes is None:
        encoded = values.dictionary_encode()
        values, codes = encoded.dictionary, encoded.indices.to_numpy(zero_copy_only=False)
    numbers, blank = np.arange(len(values), dtype=np.int64), blank_mask(values)
    numbers[blank] = len(values)
    return numbers[codes], len(values) + 1


REMEDY = LeaveOutSmallGroups()
