"""Put an apostrophe in front of what a spreadsheet would run: it shows the text then. Source: OWASP, "CSV Injection"."""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_mapped
from steward.table.formulas import runs
from steward.table.sheet import Sheet
from steward.table.text import changed_where
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class DisarmFormulas(Answers):
    """The column with an apostrophe in front of each cell that begins as a formula does; other cells stay."""

    name = "disarm_formulas"
    title = say("Keep the text, so that nothing runs")
    explain = say("Each of these cells gets an apostrophe in front. A spreadsheet then shows its text and does not run it.")
    kinds = frozenset(("formula-cell",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those cells as text."""
        return with_mapped(sheet, step, _disarmed)

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Keep what begins like a formula in column {column} as text, with an apostrophe in front.",
                   column=name_of(step))


def _disarmed(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    masked = runs(values, np.ones(len(values), np.bool_))
    return changed_where(masked, values, lambda some: pc.binary_join_element_wise("'", some, ""))


REMEDY = DisarmFormulas()
