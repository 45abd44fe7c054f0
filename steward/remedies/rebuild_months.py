"""Rebuild months that a spreadsheet took for days: 2020-07-15, shown as 15-Jul, was typed Jul-15 and means July 2015.

Source: the pilot's workbook of the Bureau of Development Services (the city's own pilot of 2021).
"""

from datetime import date

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, number_of, refuse
from steward.table.distinct import rows_of
from steward.table.inference import profile_column
from steward.table.moments import iso_text
from steward.table.month_days import as_month_day
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

PIVOTS = (2000, 1900)
DATE_LENGTH = len("2020-01-31")


class RebuildMonths(Answers):
    """The column with months such as 2015-07; parameter `century`, 2000 or 1900, is added to the day of the month."""

    name = "rebuild_months"
    title = say("Rebuild the months")
    explain = say("The day of the month is read as the year: 2020-07-15 becomes 2015-07. Compare some rows first.")
    loses = say("The cells no longer name a day. If they were real days, they are lost here.")
    kinds = frozenset(("excel-date",))
    asks = (Question(parameter="century", text=say("In which century are these years?"), first=PIVOTS[0],
                     explain=say("The spreadsheet kept two digits of the year only."),
                     options=(Option(value=2000, label=say("From 2001 on, as 15 for 2015")),
                              Option(value=1900, label=say("From 1901 on, as 15 for 1915")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the months rebuilt; other cells stay. Raises: StepDoesNotFit for dates of several years."""
        profile = profile_column(column_of(sheet, step))
        texts, days = profile.distinct.values.to_pylist(), _days(profile)
        if len({day.year for day in days if day is not None}) > 1:
            raise refuse(say("These dates lie in several years, so they are no months that a spreadsheet took for days."),
                         say("Take the step out of the recipe."), profile.name)
        century = number_of(step, "century", PIVOTS[0])
        written = [_month(text, day, century) for text, day in zip(texts, days, strict=True)]
        if not any(written):
            raise refuse(say("The column holds no days that could be months."), say("Take the step out of the recipe."),
                         profile.name)
        values = [new or old for new, old in zip(written, texts, strict=True)]
        return sheet.with_values(profile.name, rows_of(profile.distinct, pa.array(values, profile.column.values.type)))

    def describe(self, step: Step) -> Message:
        """Return which column is rebuilt, and with which century."""
        return say("Rebuild the months of column {column} that a spreadsheet took for days, from {century} on.",
                   column=name_of(step), century=str(number_of(step, "century", PIVOTS[0]) + 1))


def _days(profile: ColumnProfile) -> list[date | None]:
    """Return the day of each value of a column of dates; None where it is none."""
    values = profile.distinct.values
    if profile.type not in ("date", "datetime"):
        return [None] * len(values)
    iso = values if profile.format is None else iso_text(values, profile.format, profile.type)
    odd = (profile.odd | profile.is_blank).tolist()
    return [None if text is None or is_odd else date.fromisoformat(text[:DATE_LENGTH])
            for text, is_odd in zip(iso.to_pylist(), odd, strict=True)]


def _month(text: str, day: date | None, century: int) -> str:
    """Return the month of a value; empty where it is none."""
    if day is not None:
        return f"{century + day.day:04}-{day.month:02}"
    read = as_month_day(text)
    return "" if read is None else f"{century + read.day:04}-{read.month:02}"


REMEDY = RebuildMonths()
