"""Make dates that a program wrote for "none" empty cells: 1900-01-00, 1970-01-01 and their kin."""

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, with_emptied
from steward.table.default_days import default_mask
from steward.table.inference import profile_column
from steward.table.mixed_days import known_days
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class BlankDefaultDates(Answers):
    """The column of dates with the zeros of calendars left empty."""

    name = "blank_default_dates"
    title = say("Make these dates empty")
    explain = say("A date that a program writes where there is none becomes an empty cell.")
    kinds = frozenset(("default-date",))
    types = frozenset(("date", "datetime", "string"))   # text where its dates are written in several ways

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those cells empty. Raises: StepDoesNotFit for a column of other things than dates."""
        profile = profile_column(column_of(sheet, step))
        if known_days(profile) is None:
            raise refuse(say("The column does not hold dates."), say("Take the step out of the recipe."), profile.name)
        return with_emptied(sheet, profile, default_mask(profile))

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Make dates of column {column} empty that a program wrote where there was none.", column=name_of(step))


REMEDY = BlankDefaultDates()
