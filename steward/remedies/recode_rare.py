"""Tell values that few rows have as "Other": local recoding, so that nobody stands alone with a rare value.

Source: Samarati and Sweeney 1998, generalization; the threshold is that of the CMS cell size suppression policy.
"""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, number_of, refuse
from steward.table.distinct import Distinct, distinct, rows_of
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

OTHER, FEWEST = "Other", 11


class RecodeRare(Answers):
    """The column with "Other" for each value that fewer rows have than parameter `fewest`; empty cells stay empty.

    Where "Other" itself would still stand for too few rows, the next rarest values join it.
    """

    name = "recode_rare"
    may_find_nothing = True
    title = say('Put "Other" in place of rare values')
    explain = say('Values that few rows have become "Other". If those are still too few together, the next rarest join them.')
    loses = say("Nobody can see which of the rare values it was.")
    kinds = frozenset(("race_ethnicity", "gender", "national_origin", "zip_code", "veteran_status", "religion", "disability",
                       "age", "health", "sexual_orientation", "k-anonymity", "small-groups"))
    asks = (Question(parameter="fewest", text=say("How many rows must share a value?"), first=FEWEST,
                     explain=say("11 is the usual threshold for data that everyone can see."),
                     options=(Option(value=5, label=say("5 or more")), Option(value=11, label=say("11 or more")),
                              Option(value=20, label=say("20 or more")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with rare values told as one. Raises: StepDoesNotFit where nearly every value is rare."""
        column = column_of(sheet, step)
        known = _counted(distinct(column.values))
        rare = _rare(known, fewest_of(step))
        if not rare.any():
            return sheet
        if not (~rare & ~_blank(known)).any():
            raise refuse(say("Nearly every row has a value of its own, so that nothing but one word would be left."),
                         say("Leave the column out."), column.name)
        values = pa.array(np.where(rare, OTHER, known.values.to_numpy(zero_copy_only=False)), column.values.type)
        return sheet.with_values(column.name, rows_of(known, values))

    def describe(self, step: Step) -> Message:
        """Return which column is recoded, and from where on."""
        return say('Put "Other" in place of values of column {column} that fewer than {fewest} rows have.',
                   column=name_of(step), fewest=fewest_of(step))


def fewest_of(step: Step) -> int:
    """Return how many rows must share a value for it to stay. Unit: rows."""
    return number_of(step, "fewest", FEWEST)


def _counted(known: Distinct) -> Distinct:
    """Return the distinct values with a dictionary, also where reading the column did without."""
    if known.codes is not None:
        return known
    encoded = known.values.dictionary_encode()
    return Distinct(values=encoded.dictionary, codes=encoded.indices.to_numpy())


def _blank(known: Distinct) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return np.array([not value.strip() for value in known.values.to_pylist()], np.bool_)


def _rare(known: Distinct, fewest: int) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    counts, filled = known.counts, ~_blank(known)
    rare = filled & (counts < fewest)
    others = [int(place) for place in np.argsort(counts, kind="stable") if filled[place] and not rare[place]]
    is_other = np.array([value == OTHER for value in known.values.to_pylist()], np.bool_)
    while rare.any() and counts[rare | is_other].sum() < fewest and others:
        rare[others.pop(0)] = True
    return rare


REMEDY = RecodeRare()
