"""Tell the age band in place of the age: 1-20, 21-40, 41-60, 61-80, 81+, as the city's demographic reports do."""

import re

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

YOUNGEST, WIDTH, LAST, OLDEST_BELIEVED = 1, 20, 81, 130
AGE = re.compile(r"\s*(\d{1,3})(?:\.\d*)?\s*\+?\s*(?:y|yr|yrs|years?|years? old|y\.?/?o\.?)?\s*", re.IGNORECASE)
UNDER_TWO_YEARS = re.compile(r"\s*(?:\d{1,2}|\d{1,2}\.\d)\s*(?:months?|mos?|weeks?|wks?|days?)\s*(?:old)?\s*", re.IGNORECASE)
BANDS = frozenset(("1-20", "21-40", "41-60", "61-80", "81+"))


class AgeBands(Answers):
    """The column with the band in place of each age; what is no age in years becomes empty."""

    name = "age_bands"
    title = say("Tell the age band")
    explain = say("Each age becomes 1-20, 21-40, 41-60, 61-80 or 81+; a child under one year counts with the first. What is no "
                  "age becomes empty.")
    loses = say("Nobody can see the exact age.")
    kinds = frozenset(("age", "date_of_birth", "k-anonymity", "small-groups"))
    types = frozenset(("integer", "number", "string"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with bands in the column."""
        return with_each(sheet, step, band_of)

    def describe(self, step: Step) -> Message:
        """Return which column tells bands."""
        return say("Tell the age band in column {column}.", column=name_of(step))


def band_of(cell: str) -> str:
    """Return the band that an age in years, or in months of a small child, lies in; a band as it is; else an empty text."""
    if cell.strip() in BANDS:
        return cell.strip()
    if UNDER_TWO_YEARS.fullmatch(cell):
        return f"{YOUNGEST}-{WIDTH}"
    found = AGE.fullmatch(cell)
    age = int(found.group(1)) if found else OLDEST_BELIEVED + 1
    if age > OLDEST_BELIEVED:
        return ""
    if age >= LAST:
        return f"{LAST}+"
    first = (max(age, YOUNGEST) - YOUNGEST) // WIDTH * WIDTH + YOUNGEST
    return f"{first}-{first + WIDTH - 1}"


REMEDY = AgeBands()
