"""Dates in whatever way each is written, value by value: for columns that no single form covers."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from steward.table._calendar import pattern_of
from steward.table._shapes import DATE_FORMS
from steward.table.distinct import Mask
from steward.table.moments import iso_text
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching, matching_among

LONGEST = 36                       # bytes
SAMPLE_VALUES, WORTH_TRYING, HARDLY_ANY = 200, 0.5, 0.05
DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
PERHAPS = rf"(?i)^\s*(?:{DAY_NAME}[.,]*\s+)?(?:[0-9]{{1,4}}(?:st|nd|rd|th)?[/. -]|{MONTH_NAME}[a-z]*[., -])"
MIDNIGHT = r"(?i)(?:T|\s+)(?:00?:00(?::00(?:\.0{1,6})?)?|12:00(?::00)?\s*AM)$"   # which spreadsheets put behind a date
DRESSED = (rf"{MIDNIGHT}|(?i)^{DAY_NAME}[., ]|[0-9](?:st|nd|rd|th)\b|\b{MONTH_NAME}\."
           rf"|\bsept\b|,?\s*\(?\b{DAY_NAME}\)?$| {{2}}| of ")
# What a date is written with besides day, month and year. The weekday says nothing that the date does not.
BARED = ((MIDNIGHT, ""), (rf"(?i)^{DAY_NAME}[.,]*\s+|,?\s*\(?\b{DAY_NAME}\)?$", ""), (r"(?i)([0-9])(?:st|nd|rd|th)\b", r"\1"),
         (rf"(?i)\b({MONTH_NAME})\.", r"\1"), (r"(?i)\bsept\b", "Sep"), (r"(?i)([0-9]) of ", r"\1 "), (r"\s+", " "))
ISO = f"^{pattern_of('%Y-%m-%d', padded=True)}$"
NAMED = (*(form for form in DATE_FORMS if "%m" not in form), "%Y/%m/%d", "%Y.%m.%d", "%B %d %Y", "%b %d %Y", "%d %B, %Y",
         "%d %b, %Y", "%Y %b %d", "%Y %B %d", "%Y-%b-%d", "%b-%d-%Y")
NUMERIC = tuple(form for form in DATE_FORMS if form.startswith(("%m", "%d")) and "%m" in form)
FIRST_IS = {"mdy": "%m", "dmy": "%d"}


@dataclass(frozen=True, slots=True)
class Reading:
    """Which values of a column are dates, and what is known of the order of month and day."""

    column: ColumnProfile
    is_iso: Mask
    is_named: Mask       # the month is written out, the year stands in front, or midnight behind: one way to read it
    is_mdy: Mask         # numbers alone that are a date with the month in front
    is_dmy: Mask         # numbers alone that are a date with the day in front; many are both

    @property
    def is_numeric(self) -> Mask:
        """Return which values are dates of numbers alone, the year at the end."""
        return self.is_mdy | self.is_dmy

    @property
    def is_date(self) -> Mask:
        """Return which values are dates."""
        return self.is_iso | self.is_named | self.is_numeric

    @property
    def has_two_orders(self) -> bool:
        """Return whether some values can only have the month in front and others only the day."""
        return bool((self.is_mdy & ~self.is_dmy).any() and (self.is_dmy & ~self.is_mdy).any())


def read_dates(column: ColumnProfile) -> Reading | None:
    """Return how the values of a column read as dates; None where a look at some of them finds few dates."""
    values = column.distinct.values
    some = np.flatnonzero(~column.is_blank)[::max(1, len(values) // SAMPLE_VALUES)]
    if not len(some) or not _is_promising(values.take(pa.array(some))):
        return None
    perhaps = matching_among(values, ~column.is_blank & is_short(values, LONGEST), PERHAPS)
    found = [np.zeros(len(values), np.bool_) for _ in range(4)]
    for mask, seen in zip(found, _seen(values.take(pa.array(np.flatnonzero(perhaps)))), strict=True):
        mask[perhaps] = seen
    return Reading(column, *found)


def _is_promising(sample: pa.Array) -> bool:
    """Return whether most of some values begin like a date, and not hardly any is one: addresses begin with a number, too."""
    begun = matching(sample, PERHAPS)
    if begun.mean() < WORTH_TRYING:
        return False
    short = begun & is_short(sample, LONGEST)      # a text of a megabyte may begin with a number; a date ends soon
    return bool(np.logical_or.reduce(_seen(sample.filter(pa.array(short)))).sum() >= HARDLY_ANY * len(sample))


def _seen(values: pa.Array) -> list[Mask]:
    """Return which values are dates: in ISO 8601, of one reading, with the month in front, with the day in front."""
    trimmed = bare(values)
    year_first, named, mdy, dmy = (matching(trimmed, pattern) for pattern in (
        ISO, _any(NAMED), _any(_ordered("mdy")), _any(_ordered("dmy"))))
    is_whole = year_first & matching(values, MIDNIGHT)
    return [year_first & ~is_whole, named | is_whole, mdy, dmy]


def iso_dates(values: pa.Array, order: str) -> pa.Array:
    """Return each value as ISO 8601 writes it, doubtful ones read in `order` ("mdy" or "dmy"); null where it is no date."""
    import pyarrow.compute as pc

    other = "dmy" if order == "mdy" else "mdy"
    trimmed = bare(values)
    written = pc.if_else(pa.array(matching(trimmed, ISO)), trimmed.cast(pa.string()), pa.scalar(None, pa.string()))
    for form in (*NAMED, *_ordered(order), *_ordered(other)):
        if written.null_count:
            written = pc.coalesce(written, iso_text(trimmed, form, "date"))
    return written


def bare(values: pa.Array) -> pa.Array:
    """Return the values without blanks around them, weekdays, points behind months and endings of ordinal numbers."""
    import pyarrow.compute as pc

    trimmed = pc.utf8_trim_whitespace(values)
    dressed = matching(trimmed, DRESSED)
    if not dressed.any():
        return trimmed
    undressed = trimmed.filter(pa.array(dressed))
    for pattern, instead in BARED:
        undressed = pc.replace_substring_regex(undressed, pattern, instead)
    return pc.replace_with_mask(trimmed, pa.array(dressed), undressed)


def _ordered(order: str) -> tuple[str, ...]:
    return tuple(form for form in NUMERIC if form.startswith(FIRST_IS[order]))


def _any(forms: tuple[str, ...]) -> str:
    return "(?i)^(?:" + "|".join(pattern_of(form) for form in forms) + ")$"

