"""Take the place out of the records that tell of sensitive incidents; what happened and when stays, and can be counted.

Source: Portland Police Bureau, metadata for reported crime open data: "the address location of certain case types are not
released".
"""

from steward.remedies._answers import Answers
from steward.remedies._sensitive import told_by
from steward.remedies._step import name_of, texts_of, with_text_in
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class HidePlaceOfRows(Answers):
    """The table with the cells of `places`, as far as they are there, emptied in records that hold one of the phrases."""

    name = "hide_place_of_rows"
    may_find_nothing = True
    title = say("Take the place out of these rows")
    explain = say("The address and the coordinates of these rows become empty; what happened and when stays. In the next file "
                  "such rows are found anew.")
    loses = say("Nobody can see where these were.")
    kinds = frozenset(("sensitive-incident", "sensitive-place"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those cells emptied; for a place that is named in its own column, this column too."""
        mask = told_by(sheet, step)
        for name in texts_of(step, "places"):
            if name in sheet.names:
                sheet = with_text_in(sheet, name, mask, "")
        return sheet

    def describe(self, step: Step) -> Message:
        """Return by which column rows are found."""
        return say("Take the place out of rows with what the program's list names in column {column}.", column=name_of(step))


REMEDY = HidePlaceOfRows()
