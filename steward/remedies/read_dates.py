"""Write dates year first in a column that has several ways to write them; a person says how the doubtful ones are read."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, text_of, with_mapped
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.table.written_dates import iso_dates, read_dates
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step


class ReadDates(Answers):
    """The column with each date as ISO 8601; parameter `order`, "mdy" or "dmy", is for dates that can be read both ways."""

    name = "read_dates"
    title = say("Write all dates year first")
    explain = say("Each date is read for itself, however it is written, and becomes year, month, day. Other cells stay.")
    kinds = frozenset(("two-date-orders", "text-date"))
    types = frozenset(("string", "date"))
    asks = (Question(
        parameter="order", text=say("How are dates read that can be read both ways?"),
        explain=say("4/13/2026 can only be April 13. But 4/5/2026 may be April 5 or May 4. Look in your system."),
        options=(Option(value="mdy", label=say("The month stands in front")),
                 Option(value="dmy", label=say("The day stands in front")))),)

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return the question of the order, where some date can be read both ways."""
        reading = read_dates(column) if column is not None else None
        is_open = reading is not None and (reading.is_mdy & reading.is_dmy).any()
        return self.asks if is_open else ()

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the dates rewritten. Raises: StepDoesNotFit where the column holds none."""
        column = column_of(sheet, step)
        return with_mapped(sheet, step, lambda values: _written(values, text_of(step, "order", "mdy"), column.name))

    def describe(self, step: Step) -> Message:
        """Return which column is rewritten, and how doubtful dates were read."""
        if text_of(step, "order") == "dmy":
            return say("Write all dates of column {column} year first; the doubtful ones have the day in front.",
                       column=name_of(step))
        if text_of(step, "order") == "mdy":
            return say("Write all dates of column {column} year first; the doubtful ones have the month in front.",
                       column=name_of(step))
        return say("Write all dates of column {column} year first.", column=name_of(step))


def _written(values: pa.Array, order: str, column: str) -> pa.Array:
    import pyarrow.compute as pc

    iso = iso_dates(values, "dmy" if order == "dmy" else "mdy")
    if iso.null_count == len(iso):
        raise refuse(say("The column holds no dates."), say("Take the step out of the recipe."), column)
    return pc.coalesce(iso.cast(values.type), values)


REMEDY = ReadDates()
