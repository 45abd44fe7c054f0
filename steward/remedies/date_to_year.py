"""Keep only the year of a date. Source: the usual generalization of birth dates (the city's Privacy Toolkit)."""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of
from steward.table.distinct import rows_of
from steward.table.inference import profile_column
from steward.table.moments import years
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

FOUR_DIGITS = r"(?:^|[^0-9])(?P<year>(?:1[5-9]|20)[0-9]{2})(?:[^0-9]|$)"
TWICE = r"(?:^|[^0-9])(?:1[5-9]|20)[0-9]{2}[^0-9](?:.*[^0-9])?(?:1[5-9]|20)[0-9]{2}(?:[^0-9]|$)"


class DateToYear(Answers):
    """The column with a year in place of each date; a cell whose year is not plain becomes empty."""

    name = "date_to_year"
    title = say("Keep only the year")
    explain = say("Each date becomes its year. A cell in which no year can be read for certain becomes empty.")
    loses = say("Nobody can see the month and the day, or the time of day.")
    kinds = frozenset(("date_of_birth", "age", "k-anonymity", "health", "victim_status"))
    types = frozenset(("date", "datetime", "yearmonth", "string"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with years in the column."""
        profile = profile_column(column_of(sheet, step))
        years_only = _years(profile.distinct.values, profile.format if profile.type in ("date", "datetime") else None)
        return sheet.with_values(profile.name, rows_of(profile.distinct, years_only))

    def describe(self, step: Step) -> Message:
        """Return which column keeps only its years."""
        return say("Keep only the year in column {column}.", column=name_of(step))


def _years(written: pa.Array, form: str | None) -> pa.Array:
    import pyarrow.compute as pc

    searched = pc.struct_field(pc.extract_regex(written, FOUR_DIGITS), "year")
    is_plain = pa.array(np.logical_not(matching(written, TWICE)))
    found = pc.if_else(is_plain, searched, pa.scalar(None, written.type))
    if form:
        found = pc.coalesce(years(written, form).cast(written.type), found)
    return pc.fill_null(found, pa.scalar("", written.type))


REMEDY = DateToYear()
