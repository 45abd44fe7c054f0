"""Write lengths of time, which look like times of day, so that other programs can reckon with them.

Source: ISO 8601-1, 5.5.2, "P[n]DT[n]H[n]M[n]S"; Table Schema v2, "duration". Hours are not made days: 26:10:00 is PT26H10M.
"""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, text_of, with_mapped
from steward.table.elapsed import PATTERN, seconds_of
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

ISO, SECONDS, MINUTES, HOURS = "iso", "seconds", "minutes", "hours"
TWO_PARTS = r"^-?[0-9]{1,4}:[0-5][0-9]$"
FORM = Question(parameter="form", text=say("How are they written?"), first=ISO,
                explain=say("Seconds can be added up anywhere. The standard's form says by itself what it is."),
                options=(Option(value=ISO, label=say("As the standard for dates and times writes them, PT1H30M")),
                         Option(value=SECONDS, label=say("In seconds, 5400"))))
TWO = Question(parameter="two", text=say("What does 12:30 mean?"), first=MINUTES,
               explain=say("Cells of two numbers can be read both ways. Look in your system how it counts."),
               options=(Option(value=MINUTES, label=say("12 minutes and 30 seconds")),
                        Option(value=HOURS, label=say("12 hours and 30 minutes"))))


class WriteDurations(Answers):
    """The column with each length of time in one form; parameters `form` ("iso", "seconds"), `two` ("minutes", "hours")."""

    name = "write_durations"
    title = say("Write them as lengths of time")
    explain = say("A length such as 1:30:00 becomes PT1H30M, or 5400 seconds. Other cells stay.")
    kinds = frozenset(("elapsed-time",))
    types = frozenset(("string", "time"))
    asks = (FORM, TWO)

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return the question of the form, and what two numbers mean where there are cells of two."""
        has_two = column is not None and bool(matching(column.distinct.values, TWO_PARTS).any())
        return self.asks if has_two else (FORM,)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the lengths rewritten; other cells stay."""
        is_iso, two_are_hours = text_of(step, "form", ISO) != SECONDS, text_of(step, "two", MINUTES) == HOURS
        return with_mapped(sheet, step, lambda values: _written(values, is_iso=is_iso, two_are_hours=two_are_hours))

    def describe(self, step: Step) -> Message:
        """Return which column is rewritten, how, and how cells of two numbers are read."""
        column = name_of(step)
        form = (say("Write the lengths of time of column {column} in seconds.", column=column)
                if text_of(step, "form") == SECONDS
                else say("Write the lengths of time of column {column} as PT1H30M.", column=column))
        if text_of(step, "two") == HOURS:
            return say("{what} Two numbers are hours and minutes.", what=form)
        return form


def _written(values: pa.Array, *, is_iso: bool, two_are_hours: bool) -> pa.Array:
    fits = matching(values, PATTERN).tolist()
    texts = values.to_pylist()
    made = [_one(text, is_iso=is_iso, two_are_hours=two_are_hours) if fit else text
            for text, fit in zip(texts, fits, strict=True)]
    return pa.array(made, values.type)


def _one(text: str, *, is_iso: bool, two_are_hours: bool) -> str:
    read = seconds_of(text, two_are_hours=two_are_hours)
    if read is None:
        return text
    whole, rest = read
    behind, sign = f".{rest}" if rest else "", "-" if text.strip().startswith("-") and (whole or rest) else ""
    if not is_iso:
        return f"{sign}{abs(whole)}{behind}"
    hours, minutes, seconds = abs(whole) // 3600, abs(whole) // 60 % 60, abs(whole) % 60
    parts = ((hours, "H"), (minutes, "M"))
    told = "".join(f"{count}{unit}" for count, unit in parts if count) + (f"{seconds}{behind}S" if seconds or rest else "")
    return f"{sign}PT{told or '0S'}"


REMEDY = WriteDurations()
