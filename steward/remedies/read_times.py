"""Write times as ISO 8601 does in a column that has several ways to write them, alone or behind a date."""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, text_of, with_mapped
from steward.remedies.read_dates import REMEDY as READ_DATES
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.table.text import mask_of
from steward.table.written_times import iso_moments, iso_times
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Question
from steward.vocabulary.recipe import Step


class ReadTimes(Answers):
    """The column with each time as ISO 8601; parameter `order`, "mdy" or "dmy", is for dates that can be read both ways."""

    name = "read_times"
    title = say("Write all times in one way")
    explain = say("Each time is read for itself, however it is written: 7:15 PM becomes 19:15:00. Other cells stay.")
    kinds = frozenset(("text-time",))
    asks = READ_DATES.asks

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return the question of the order, where some date in front of a time can be read both ways."""
        import pyarrow.compute as pc

        if column is None:
            return ()
        values = column.distinct.values
        both = [iso_moments(values, order) for order in ("mdy", "dmy")]
        return self.asks if np.any(mask_of(pc.fill_null(pc.not_equal(*both), False))) else ()

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the times rewritten; other cells stay."""
        return with_mapped(sheet, step, lambda values: _written(values, text_of(step, "order", "mdy")))

    def describe(self, step: Step) -> Message:
        """Return which column is rewritten, and how doubtful dates were read."""
        if text_of(step, "order") == "dmy":
            return say("Write all times of column {column} in one way; doubtful dates have the day in front.",
                       column=name_of(step))
        if text_of(step, "order") == "mdy":
            return say("Write all times of column {column} in one way; doubtful dates have the month in front.",
                       column=name_of(step))
        return say("Write all times of column {column} in one way.", column=name_of(step))


def _written(values: pa.Array, order: str) -> pa.Array:
    import pyarrow.compute as pc

    iso = pc.coalesce(iso_times(values), iso_moments(values, "dmy" if order == "dmy" else "mdy"))
    return pc.coalesce(iso.cast(values.type), values)


REMEDY = ReadTimes()
