"""Rebuild ranges that a spreadsheet took for days: 5-Jan and 2020-01-05 were typed 1-5."""

from dataclasses import replace

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, text_of
from steward.table.distinct import rows_of
from steward.table.inference import profile_column
from steward.table.profile import ColumnProfile
from steward.table.range_days import range_days, rebuilt
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step


class RebuildRanges(Answers):
    """The column with ranges such as 1-5; parameter `order`, "mdy" or "dmy", says which number was taken for the month."""

    name = "rebuild_ranges"
    title = say("Rebuild the ranges")
    explain = say("5-Jan and 2020-01-05 become 1-5 again. Compare some rows first.")
    kinds = frozenset(("range-as-day",))
    asks = (Question(parameter="order", text=say("Which number was taken for the month?"), first="mdy",
                     explain=say("A spreadsheet set to United States English takes the first one."),
                     options=(Option(value="mdy", label=say("The first one: 1-5 became January 5")),
                              Option(value="dmy", label=say("The second one: 1-5 became May 1")))),)

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return the question with the answer first under which the ranges fit the others."""
        found = range_days(column) if column is not None else None
        return self.asks if found is None or not found.is_day_first else (replace(self.asks[0], first="dmy"),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the ranges rebuilt; others stay. Raises: StepDoesNotFit where no days stand among ranges."""
        profile = profile_column(column_of(sheet, step))
        found = range_days(profile)
        if found is None:
            raise refuse(say("The column holds no days among ranges."), say("Take the step out of the recipe."), profile.name)
        day_first = text_of(step, "order", "dmy" if found.is_day_first else "mdy") == "dmy"
        made = [text if pair is None else rebuilt(pair, found, day_first=day_first)
                for text, pair in zip(profile.distinct.texts(), found.pairs, strict=True)]
        return sheet.with_values(profile.name, rows_of(profile.distinct, pa.array(made, profile.column.values.type)))

    def describe(self, step: Step) -> Message:
        """Return in which column, and which number was the month."""
        if text_of(step, "order") == "dmy":
            return say("Rebuild the ranges of column {column} that a spreadsheet took for days, the day in front.",
                       column=name_of(step))
        if text_of(step, "order") == "mdy":
            return say("Rebuild the ranges of column {column} that a spreadsheet took for days, the month in front.",
                       column=name_of(step))
        return say("Rebuild the ranges of column {column} that a spreadsheet took for days.", column=name_of(step))


REMEDY = RebuildRanges()
