"""Keep only the year and the month, or the quarter, of a date."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._moments import days_of
from steward.remedies._step import name_of, text_of
from steward.table.distinct import rows_of
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

MONTH, QUARTER = "month", "quarter"


class DateToMonth(Answers):
    """The column with "2019-04" or "2019-Q2" in place of each date; parameter `precision`. What is no date becomes empty."""

    name = "date_to_month"
    title = say("Keep only the month or the quarter")
    explain = say("Each date becomes its year and month, such as 2019-04, or its quarter, such as 2019-Q2. A cell that cannot "
                  "be read as a date becomes empty.")
    loses = say("Nobody can see the day or the time of day.")
    kinds = frozenset(("date_of_birth", "health", "victim_status", "k-anonymity", "small-groups", "criminal_history"))
    types = frozenset(("date", "datetime"))
    asks = (Question(parameter="precision", text=say("How exactly may the time be told?"), first=MONTH,
                     explain=say("The coarser it is, the more people share the same entry."),
                     options=(Option(value=MONTH, label=say("The month")), Option(value=QUARTER, label=say("The quarter")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with months or quarters in the column."""
        import pyarrow.compute as pc

        name, known, days = days_of(sheet, step)
        coarse = _quarters(days) if text_of(step, "precision", MONTH) == QUARTER else pc.utf8_slice_codeunits(days, 0, 7)
        return sheet.with_values(name, rows_of(known, pc.fill_null(coarse, "").cast(known.values.type)))

    def describe(self, step: Step) -> Message:
        """Return which column is made coarser, and how far."""
        if text_of(step, "precision", MONTH) == QUARTER:
            return say("Keep only the quarter in column {column}.", column=name_of(step))
        return say("Keep only the month in column {column}.", column=name_of(step))


def _quarters(days: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    months = pc.cast(pc.utf8_slice_codeunits(days, 5, 7), pa.int32())
    quarter = pc.cast(pc.add(pc.divide(pc.subtract(months, 1), 3), 1), pa.string())
    return pc.binary_join_element_wise(pc.utf8_slice_codeunits(days, 0, 4), quarter, "-Q")


REMEDY = DateToMonth()
