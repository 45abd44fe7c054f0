"""Leave out records whose number an earlier record has; the first of each number stays."""

import numpy as np

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of
from steward.table.distinct import distinct
from steward.table.repeats import repeated_places
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class LeaveOutSameKey(Answers):
    """The table with the first record of each number; records without a number stay."""

    name = "leave_out_same_key"
    title = say("Leave out the later records of a number")
    explain = say("Of records that have the same number only the first is published, also where they differ in other cells.")
    loses = say("Nobody can see the later records, nor that a number came more than once.")
    kinds = frozenset(("repeated-key", "unique-error"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet without the later records of each number."""
        known = distinct(column_of(sheet, step).values)
        repeated = repeated_places([known])
        blank = np.array([not value.strip() for value in known.values.to_pylist()], np.bool_)
        filled = repeated[~(blank if known.codes is None else blank[known.codes])[repeated]] if len(repeated) else repeated
        return sheet.take(np.delete(np.arange(sheet.height), filled)) if len(filled) else sheet

    def describe(self, step: Step) -> Message:
        """Return by which column."""
        return say("Leave out later records that have the same number in column {column}.", column=name_of(step))


REMEDY = LeaveOutSameKey()
