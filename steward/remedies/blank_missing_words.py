"""Make cells empty that say in a word that there is no value."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of
from steward.table.distinct import rows_of
from steward.table.inference import profile_column
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class BlankMissingWords(Answers):
    """The column with NULL, N/A and the like made empty; in a column of numbers or dates also a dash and "none"."""

    name = "blank_missing_words"
    title = say("Make these cells empty")
    explain = say("Words such as NULL or N/A go, and the cell is empty, which every program reads as no value.")
    kinds = frozenset(("missing-value-word",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those cells empty."""
        import pyarrow.compute as pc

        profile = profile_column(column_of(sheet, step))
        if not profile.is_missing_word.any():
            return sheet
        kind = profile.column.values.type
        emptied = pc.if_else(pa.array(profile.is_missing_word), pa.scalar("", kind), profile.distinct.values)
        return sheet.with_values(profile.name, rows_of(profile.distinct, emptied))

    def describe(self, step: Step) -> Message:
        """Return which column is emptied of them."""
        return say("Make cells of column {column} empty that say NULL, N/A or the like.", column=name_of(step))


REMEDY = BlankMissingWords()
