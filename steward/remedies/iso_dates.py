"""Write dates and times as ISO 8601 does.

Source: the file rules of DataSF, California and New York, "dates YYYY-MM-DD"; RFC 3339.
"""

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, text_of
from steward.table.distinct import rows_of
from steward.table.inference import profile_column
from steward.table.moments import iso_text, with_order
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.table.text import mask_of
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step


class IsoDates(Answers):
    """The column with the year first; parameter `order`, "mdy" or "dmy", says how a person reads it."""

    name = "iso_dates"
    title = say("Write the dates year first")
    explain = say("Each date becomes year, month, day, such as 2020-01-31, and a time of day follows a T.")
    kinds = frozenset(("date-form",))
    types = frozenset(("date", "datetime", "time"))
    asks = (Question(
        parameter="order", text=say("What stands first in these dates?"),
        explain=say("Many dates can be read both ways, such as 4/5/2026. Look in your system how it writes them."),
        options=(Option(value="mdy", label=say("The month, as in 1/31/2026")),
                 Option(value="dmy", label=say("The day, as in 31/1/2026")))),)

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return the question of the order, where month and day are numbers that stand in front."""
        is_open = column is not None and column.format is not None and column.format.startswith(("%m", "%d"))
        return self.asks if is_open else ()

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the dates rewritten; cells that are no dates stay. Raises: StepDoesNotFit if there are none."""
        import pyarrow.compute as pc

        profile = profile_column(column_of(sheet, step))
        if profile.type not in ("date", "datetime", "time"):
            raise refuse(say("The column does not hold dates in one form."), say("Take the step out of the recipe."),
                         profile.name)
        if profile.format is None:
            return sheet
        form = with_order(profile.format, text_of(step, "order"))
        values = profile.distinct.values
        iso = iso_text(values, form, profile.type).cast(values.type)
        if form != profile.format and (mask_of(pc.is_null(iso)) & ~profile.is_blank & ~profile.odd).any():
            raise refuse(say("Some of these dates do not exist when they are read in this order."),
                         say("Choose the other order."), profile.name)
        written = pc.coalesce(iso, values)
        return sheet.with_values(profile.name, rows_of(profile.distinct, written))

    def describe(self, step: Step) -> Message:
        """Return which column is rewritten, and in which order it was read."""
        if text_of(step, "order") == "dmy":
            return say("Write the dates of column {column} year first, reading the day before the month.", column=name_of(step))
        if text_of(step, "order") == "mdy":
            return say("Write the dates of column {column} year first, reading the month before the day.", column=name_of(step))
        return say("Write the dates of column {column} year first.", column=name_of(step))


REMEDY = IsoDates()
