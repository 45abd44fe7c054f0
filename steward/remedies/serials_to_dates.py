"""Write the numbers that a spreadsheet keeps for days as dates: 43831 becomes 2020-01-01, 43831.5 noon of that day."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, number_of, refuse
from steward.table.distinct import rows_of
from steward.table.inference import profile_column
from steward.table.serial_days import FIRST_DAYS, day_of, serial_mask
from steward.table.sheet import Sheet
from steward.table.text import changed_where, matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

USUAL = 1900
TIME = r"[0-9][T ][0-9]{1,2}:"


class SerialsToDates(Answers):
    """The column with days in place of their numbers; parameter `system`, 1900 or 1904, says from where they are counted."""

    name = "serials_to_dates"
    title = say("Write the numbers as dates")
    explain = say("43831 becomes 2020-01-01, and 43831.5 becomes noon of that day. Compare some rows first.")
    kinds = frozenset(("serial-date",))
    asks = (Question(parameter="system", text=say("From where are these days counted?"), first=USUAL,
                     explain=say("Workbooks from older Macs count from 1904. If the dates do not agree with your system, "
                                 "choose the other answer."),
                     options=(Option(value=1900, label=say("From 1900 on, as 43831 for 2020-01-01")),
                              Option(value=1904, label=say("From 1904 on, as 43831 for 2024-01-02")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those cells as dates; others stay. Raises: StepDoesNotFit where the column holds none."""
        profile = profile_column(column_of(sheet, step))
        mask = serial_mask(profile)
        system = number_of(step, "system", USUAL)
        if not mask.any() or system not in FIRST_DAYS:
            raise refuse(say("The column holds no numbers of days."), say("Take the step out of the recipe."), profile.name)
        values = profile.distinct.values
        has_times = bool((matching(values, TIME) | (mask & matching(values, r"\."))).any())
        changed = changed_where(mask, values, lambda some: pa.array(
            [day_of(text.strip(), system, has_times=has_times) for text in some.to_pylist()], some.type))
        return sheet.with_values(profile.name, rows_of(profile.distinct, changed))

    def describe(self, step: Step) -> Message:
        """Return in which column, and from where the days are counted."""
        return say("Write the day numbers of column {column} as dates, counted from {system} on.", column=name_of(step),
                   system=str(number_of(step, "system", USUAL)))


REMEDY = SerialsToDates()
