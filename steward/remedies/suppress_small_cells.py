"""Suppress counts of 1 to 10 in a table of counts, and as many others as keep them from being worked out from totals.

Source: CMS cell size suppression policy: no cell of 1 to 10, zero allowed, and nothing that lets one be derived; how the others
are chosen and proven stands in `steward.table.flows`.
"""

import numpy as np

from steward.remedies import StepDoesNotFit
from steward.remedies._answers import Answers
from steward.remedies._step import columns_of, number_of, text_of, with_text_in
from steward.table.count_slices import slices
from steward.table.count_table import NotTwoWay, suppression
from steward.table.sheet import Sheet
from steward.vocabulary.errors import words
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

FEWEST = 11
KNOWN, UNKNOWN, EMPTY, STAR = "known", "unknown", "empty", "star"


class SuppressSmallCells(Answers):
    """The table without the small counts in `columns` and those that would tell them; parameters `fewest`, `totals`, `mark`."""

    name = "suppress_small_cells"
    may_find_nothing = True
    title = say("Suppress small counts")
    explain = say("Counts of 1 to 10 are taken out, and as many others as needed so that nobody can work them out from the "
                  "totals. That is tried for every one of them; where it cannot be reached, nothing is changed. Where a total "
                  "goes, take it out of other reports, too.")
    loses = say("Nobody can see these counts. Some larger ones go too.")
    kinds = frozenset(("small-cells",))
    asks = (
        Question(parameter="totals", text=say("Are the totals told anywhere else, such as in a report?"), first=KNOWN,
                 explain=say("Whoever knows the total of a row or column can subtract."),
                 options=(Option(value=KNOWN, label=say("Yes, or I am not sure")),
                          Option(value=UNKNOWN, label=say("No, only where the table tells them")))),
        Question(parameter="mark", text=say("What should stand in their place?"), first=EMPTY,
                 explain=say("An empty cell keeps the column a column of numbers."),
                 options=(Option(value=EMPTY, label=say("Nothing")), Option(value=STAR, label=say("A star (*)")))))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with counts suppressed. Raises: StepDoesNotFit where it cannot be proven to be enough."""
        names = columns_of(sheet, step)
        is_known, fewest = text_of(step, "totals", KNOWN) != UNKNOWN, number_of(step, "fewest", FEWEST)
        try:
            gone = [suppression(table, fewest, are_totals_known=is_known)
                    for table in slices(sheet, names, are_totals_known=is_known)]
        except NotTwoWay as refused:
            raise _refusal(refused.why) from None
        mark = "*" if text_of(step, "mark", EMPTY) == STAR else ""
        for name in names:
            places = [place for part in gone for place, column in (*part.small, *part.others) if column == name]
            sheet = with_text_in(sheet, name, np.isin(np.arange(sheet.height), places), mark)
        return sheet

    def describe(self, step: Step) -> Message:
        """Return which counts go, what is taken as known, and what stands in their place."""
        most = number_of(step, "fewest", FEWEST) - 1
        told = say("Suppress counts of 1 to {most}, and those that would tell them to whoever knows the totals.", most=most)
        if text_of(step, "totals", KNOWN) == UNKNOWN:
            told = say("Suppress counts of 1 to {most}, and those that would tell them by the totals in the table.", most=most)
        is_starred = text_of(step, "mark", EMPTY) == STAR
        return say("{first} A star stands in their place.", first=told) if is_starred else told


def _refusal(why: Message) -> StepDoesNotFit:
    return StepDoesNotFit(words(say("Suppressing these counts would not keep them from being worked out."), why,
                                say("Tell fewer and larger categories, or leave the column out.")))


REMEDY = SuppressSmallCells()
