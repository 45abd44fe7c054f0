"""Values that a rule wants only once. Kind and verdict as in frictionless: each later one is named, empty cells are not."""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import Places, at_places, in_rows
from steward.schema.context import Context
from steward.schema.field import Field
from steward.schema.rules import RuleUnreadable, parsed_values
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words


class UniqueValues:
    """Repeated values in a column whose rule is that there are none."""

    kinds = ("unique-error",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such column."""
        for column in context.columns:
            field = context.field_of(column)
            places = _repeated(column, field) if field.constraints.unique else np.zeros(0, np.int64)
            if len(places):
                what = say_count("One value is in the column a second time, and its rule is that each comes once.",
                                 "{count} values are in the column again, and its rule is that each comes once.", len(places))
                where = in_rows(column.name, len(places), int(context.sheet.rows[places[0]]))
                next_step = say_count("Correct it by hand here, or in your file and open it again, or take the rule back.",
                                      "Correct them by hand here, or in your file and open it again, or take the rule back.",
                                      len(places))
                yield at_places(context.sheet, places, column.name, kind="unique-error", tier=Tier.BLOCK,
                                 words=Words(what=what, where=where, next_step=next_step))


def _repeated(column: ColumnProfile, field: Field) -> Places:
    """Return the places of later occurrences; values are alike if the field reads them alike ("1" and "1.0")."""
    import pandas as pd

    try:
        parsed = pd.factorize(np.array([*parsed_values(column, field), None], dtype=object))[0][:-1]
    except (RuleUnreadable, TypeError):
        return np.zeros(0, np.int64)
    per_row = parsed if column.distinct.codes is None else parsed[column.distinct.codes]
    return np.flatnonzero((per_row >= 0) & pd.Series(per_row).duplicated().to_numpy())


CHECK = UniqueValues()
