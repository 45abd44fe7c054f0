"""Cells that a spreadsheet would run. Source: OWASP, "CSV Injection". A plain negative number is none."""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.formulas import SHOWS_TEXT, runs
from steward.table.numerals import TEXT_NUMBER
from steward.table.profile import ColumnProfile
from steward.table.text import matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier


class Formulas:
    """Cells that begin as a formula does."""

    kinds = ("formula-cell",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells."""
        for column in context.columns:
            mask = formula_mask(column)
            what = say_count("One cell begins like a formula. A spreadsheet runs it when somebody opens the file.",
                             "{count} cells begin like formulas. A spreadsheet runs them when somebody opens the file.",
                             column.distinct.count_where(mask))
            remedies, next_step = _ways_out(column, mask)
            yield from about_cells(context.sheet, column, mask, kind="formula-cell", tier=Tier.WARN, what=what,
                                   next_step=next_step, remedies=remedies)


def _ways_out(column: ColumnProfile, mask: Mask) -> tuple[tuple[str, ...], Message]:
    """Return what can be done, that first which keeps most, and how it is said."""
    if _all_match(column, mask, TEXT_NUMBER):
        return ("numbers_from_text", "leave_out_column"), say("Keep the digits alone.")
    if _all_match(column, mask, SHOWS_TEXT):
        return ("keep_shown", "disarm_formulas", "leave_out_column"), say("Keep what is shown.")
    return ("disarm_formulas", "leave_out_column"), say(
        "Write the values instead of the formulas in your file, keep the cells as text that nothing runs, or leave the column "
        "out.")


def _all_match(column: ColumnProfile, mask: Mask, pattern: str) -> bool:
    return bool(mask.any()) and not (mask & ~matching_among(column.distinct.values, mask, pattern)).any()


def formula_mask(column: ColumnProfile) -> Mask:
    """Return which values a spreadsheet would run; those that are of the column's type have no formula in them."""
    values = column.distinct.values
    if column.type != "string" and not column.odd.any():
        return np.zeros(len(values), np.bool_)
    return runs(values, column.odd | (column.type == "string"))


CHECK = Formulas()
