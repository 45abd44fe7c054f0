"""Make numbers that stand for "no value" empty cells: -999, 9999 and their kin."""

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, with_emptied
from steward.table.inference import profile_column
from steward.table.sentinels import sentinel_mask
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class BlankSentinels(Answers):
    """The column of numbers with those left empty that lie far from all others and are made of nines or eights."""

    name = "blank_sentinels"
    title = say("Make these numbers empty")
    explain = say("A number that stands for no value, such as -999, becomes an empty cell, which every program reads as none.")
    kinds = frozenset(("sentinel-number",))
    types = frozenset(("integer", "number", "year", "string"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those cells empty."""
        profile = profile_column(column_of(sheet, step))
        return with_emptied(sheet, profile, sentinel_mask(profile))

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Make numbers of column {column} empty that stand for no value, such as -999.", column=name_of(step))


REMEDY = BlankSentinels()
