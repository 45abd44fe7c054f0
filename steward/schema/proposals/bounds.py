"""A smallest and a largest value that have a reason beyond the data. Source: Table Schema, "minimum" and "maximum".

The largest amount so far is no rule. What is offered: degrees of latitude and longitude, percentages, counts and amounts that
are never below nothing, scales such as 1 to 5 of which every step is used, and the first day of a collection.
"""

from collections.abc import Iterable
from datetime import date

import numpy as np
import pyarrow as pa

from steward.schema.field import Constraints
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import FEWEST_ROWS, Asked
from steward.table.period import day_span
from steward.table.yes_no import are_flags
from steward.vocabulary.message import Message, say

NATURAL = ((("latitude", "lat"), -90, 90), (("longitude", "lon", "lng", "long"), -180, 180),
           (("percent", "pct", "percentage"), 0, 100))
COUNTED = frozenset(("count", "total", "amount", "quantity", "qty", "cost", "fee", "price", "value", "valuation", "area",
                     "length", "width", "height", "size", "age", "population", "hours", "minutes", "days", "distance", "speed",
                     "acres", "feet", "miles", "units"))
YEARS = (1800, 2199)     # no scale
LONGEST_SCALE, ROWS_PER_STEP = 31, 10
DEFAULT_DAYS = (date(1900, 1, 1), date(1970, 1, 1))   # as programs write "no day"


class Bounds:
    """Numbers and days between two ends, or above one."""

    rule = "bounds"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the rule with what speaks for it."""
        column = asked.column
        if asked.is_private or asked.names_things or column.filled < FEWEST_ROWS or asked.field.type != column.type:
            return None
        found = _of_numbers(asked) if column.type in ("integer", "number") else _of_days(asked)
        if found is None:
            return None
        least, most, why = found
        return Proposal(rule=self.rule, column=column.name, constraints=Constraints(minimum=least, maximum=most), why=why,
                        what=ends_in_words(least, most))


def ends_in_words(least: str | None, most: str | None) -> Message:
    """Return the rule as one says it, with one end or both."""
    if least is None or most is None:
        return say("Never below {least}", least=least or "") if most is None else say("Never above {most}", most=most or "")
    return say("From {least} to {most}", least=least, most=most)


def _of_numbers(asked: Asked) -> tuple[str | None, str | None, Message] | None:
    import pyarrow.compute as pc

    column = asked.column
    is_number = ~(column.is_blank | column.odd)     # cells of another type are told by the type alone
    read = pc.cast(column.distinct.values.filter(pa.array(is_number)), pa.float64()).to_numpy(zero_copy_only=False)
    first, last = float(read.min()), float(read.max())
    for words, least, most in NATURAL:
        if set(words) & set(asked.words) and least <= first and last <= most:
            return str(least), str(most), say("The column's name says what it measures, and all values lie between.")
    if are_flags(column):
        return None
    is_open = YEARS[0] <= first <= last <= YEARS[1] or bool(COUNTED & set(asked.words))    # the next may be one more
    if column.type == "integer" and not is_open and _is_scale(column.distinct.counts[is_number], read):
        return str(int(first)), str(int(last)), say("Every whole number between is used, each several times.")
    if first >= 0 and (first == 0 or COUNTED & set(asked.words)):
        return "0", None, say("None of the {count} filled cells is below.", count=column.distinct.count_where(is_number))
    return None


def _is_scale(counts: Iterable[int], read: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> bool:
    """Return whether whole numbers of a short run are all there, each in several rows."""
    steps = int(read.max() - read.min()) + 1 if len(read) < LONGEST_SCALE else 0
    listed = np.asarray(counts)
    return 2 < steps == len(read) <= LONGEST_SCALE and bool((listed >= ROWS_PER_STEP // 2).all()) and bool(  # noqa: PLR2004
        listed.sum() >= ROWS_PER_STEP * steps)


def _of_days(asked: Asked) -> tuple[str | None, str | None, Message] | None:
    """Return the first day of days in the standard's form; others are to be brought into it first."""
    if asked.column.type != "date" or asked.field.format or (span := day_span(asked.column)) is None:
        return None
    if span[0] in DEFAULT_DAYS or span[0] == span[1]:
        return None
    return span[0].isoformat(), None, say("It is the first of all days in the column.")


PROPOSAL = Bounds()
