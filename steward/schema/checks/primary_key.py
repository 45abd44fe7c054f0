"""Rows that the columns of the primary key do not tell apart. Kind and verdict as in frictionless: of one row, no column."""

from collections.abc import Iterable

import numpy as np

from steward.schema.cells import RuleRefused
from steward.schema.checks._finding import about_records, about_table
from steward.schema.context import Context
from steward.schema.keys import key_codes, later_ones, rows_of_codes
from steward.schema.rules import RuleUnreadable, standard_field
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

NEXT = say("Leave out these rows, correct them by hand or in your file, or take the key back.")


class PrimaryKey:
    """Later rows with the key of an earlier one, and rows without any part of the key."""

    kinds = ("primary-key",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding, where a person said which columns are the key."""
        if not context.primary_key:
            return
        columns = {column.name: column for column in context.columns}
        if not columns.keys() >= set(context.primary_key):
            yield about_table(kind="primary-key", tier=Tier.BLOCK, count=1, next_step=NEXT, where=say("The whole table."),
                              what=say("A column of the key is not in the table."))
            return
        try:
            parts = [key_codes(standard_field(context.field_of(columns[name])), columns[name].distinct, ())
                     for name in context.primary_key]
        except (RuleUnreadable, RuleRefused):
            return    # the rule of the column is told by another check
        nothing = np.logical_and.reduce([part == -1 for part in parts])
        places = np.flatnonzero(nothing | later_ones(rows_of_codes(parts), ~nothing, None))
        what = say_count("One record has no key, or the key of an earlier one.",
                         "{count} records have no key, or the key of an earlier one.", len(places))
        yield from about_records(context.sheet, places, kind="primary-key", tier=Tier.BLOCK, what=what, next_step=NEXT,
                                 remedies=("leave_out_rows",))


CHECK = PrimaryKey()
