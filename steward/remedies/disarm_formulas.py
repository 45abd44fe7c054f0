"""Put an apostrophe in front of what a spreadsheet would run: it shows the text then. Source: OWASP, "CSV Injection"."""

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.formulas import BEGINS, defused
from steward.table.sheet import Sheet
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
        return with_each(sheet, step, defused, BEGINS)

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Keep what begins like a formula in column {column} as text, with an apostrophe in front.",
                   column=name_of(step))


REMEDY = DisarmFormulas()
