"""Write zero, or nothing, for a dash in a column of numbers: a person says which of the two it means."""

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, text_of, with_mapped
from steward.table.numerals import DASH
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

ZERO, NOTHING = "zero", "nothing"


class ReplaceDashes(Answers):
    """The column with another text for each cell that is a dash alone; parameter `means`: "zero" or "nothing"."""

    name = "replace_dashes"
    title = say("Write what the dash means")
    explain = say("Accountants write a dash for zero; others for a value that is not known.")
    kinds = frozenset(("dash-for-number",))
    asks = (Question(parameter="means", text=say("What does a dash mean here?"), explain=say("Sums and averages depend on it."),
                     options=(Option(value=ZERO, label=say("Zero: write 0")),
                              Option(value=NOTHING, label=say("No value: leave the cell empty")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the dashes replaced. Raises: StepDoesNotFit where nobody said what they mean."""
        import pyarrow.compute as pc

        column_of(sheet, step)
        means = text_of(step, "means")
        if means not in (ZERO, NOTHING):
            raise refuse(say("It is not said what a dash means."), say("Choose zero, or no value."), name_of(step))
        return with_mapped(sheet, step, lambda values: pc.replace_substring_regex(values, DASH, "0" if means == ZERO else ""))

    def describe(self, step: Step) -> Message:
        """Return the column, and what a dash becomes."""
        if text_of(step, "means") == ZERO:
            return say("Write 0 for a dash in column {column}.", column=name_of(step))
        if text_of(step, "means") == NOTHING:
            return say("Make cells of column {column} empty that hold a dash.", column=name_of(step))
        return say("Write what a dash means in column {column}.", column=name_of(step))


REMEDY = ReplaceDashes()
