"""Tell the age in place of the date of birth. Ages from 90 on are told together (45 CFR 164.514, the HIPAA identifiers)."""

import re
from datetime import date

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._moments import days_of
from steward.remedies._step import name_of, refuse, text_of
from steward.table.distinct import rows_of
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Question
from steward.vocabulary.recipe import Step

OLDEST, OLDEST_BELIEVED = 90, 130
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class BirthToAge(Answers):
    """The column with whole years in place of birth dates; parameter `on`, the day on which the age is told."""

    name = "birth_to_age"
    title = say("Tell the age in place of the date of birth")
    explain = say("Each date becomes the age in whole years; 90 and more are told as 90. What cannot be read becomes empty.")
    loses = say("Nobody can see the birthday. Ages from 90 on cannot be told apart.")
    kinds = frozenset(("date_of_birth",))
    types = frozenset(("date", "datetime"))
    asks = (Question(parameter="on", text=say("On which day? Write it as 2026-01-31."),
                     explain=say("The same day for all rows, such as the last day of the period that the data covers.")),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with ages in the column. Raises: StepDoesNotFit without a day."""
        day = _day(text_of(step, "on"))
        if day is None:
            raise refuse(say("The day on which the age is told is missing or is no day."),
                         say("Write the day as year, month and day, such as 2026-01-31."), name_of(step))
        name, known, days = days_of(sheet, step)
        ages = [_age(born, day) for born in days.to_pylist()]
        return sheet.with_values(name, rows_of(known, pa.array(ages, known.values.type)))

    def describe(self, step: Step) -> Message:
        """Return which column tells ages, and on which day."""
        return say("Tell the age on {day} in place of the date of birth in column {column}.", day=text_of(step, "on"),
                   column=name_of(step))


def _age(born: str | None, day: date) -> str:
    birth = _day(born or "")
    if birth is None or birth > day:
        return ""
    years = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return str(min(years, OLDEST)) if years <= OLDEST_BELIEVED else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


REMEDY = BirthToAge()
