"""Records in which every cell is empty or a word for "nothing", such as NULL or N/A, that nobody declared to mean no value.

Source: the pilot's BOEC file, where NULL stands for an empty cell. Frictionless calls it blank once they are declared.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_records
from steward.schema.checks.blank_rows import blank_places
from steward.schema.context import Context
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class ValuelessRows:
    """Records that say in words that they hold nothing."""

    kinds = ("valueless-row",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about all such records."""
        if not any(column.is_missing_word.any() for column in context.columns):
            return
        found = np.ones(context.sheet.height, np.bool_)
        for column in context.columns:
            nothing = column.is_blank | column.is_missing_word
            found &= nothing if column.distinct.codes is None else nothing[column.distinct.codes]
            if not found.any():
                return
        places = np.setdiff1d(np.flatnonzero(found), blank_places(context))
        what = say_count("One record holds nothing but words that mean no value, such as NULL.",
                         "{count} records hold nothing but words that mean no value, such as NULL.", len(places))
        yield from about_records(context.sheet, places, kind="valueless-row", tier=Tier.WARN, what=what,
                                 next_step=say("Leave them out, unless somebody knows what should stand there."),
                                 remedies=("leave_out_rows",))


CHECK = ValuelessRows()
