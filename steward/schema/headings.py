"""What column names of reports are made of: months, years, quarters, weekdays, age groups, districts, totals, changes.

Such names are really values: the table says in its header what a column of its own should say. Source: the pilot's BDS files;
Wickham 2014, "Tidy Data", section 3.1, "column headers are values, not variable names".
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from steward.table._calendar import WRITTEN_MONTH
from steward.vocabulary.message import Message, say

MONTH = rf"(?:{WRITTEN_MONTH})"
YEAR = r"(?:'?[0-9]{2}|(?:19|20)[0-9]{2})"
DATE = r"(?:19|20)[0-9]{2}[/-](?:0[1-9]|1[0-2])(?:[/-][0-3][0-9])?"
FULL_YEAR = r"(?:19|20)[0-9]{2}"
TWO_YEARS = r"(?:19|20)[0-9]{2}[/-](?:(?:19|20)[0-9]{2}|[0-9]{2})"
FISCAL = rf"(?:(?:cy|fy|sy|fiscal year|school year)[ -]*{YEAR}(?:[/-]{YEAR})?|{TWO_YEARS})"
QUARTER = rf"(?:q[1-4][ -]*{YEAR}?|{YEAR}[ -]*q[1-4]|[1-4](?:st|nd|rd|th) (?:quarter|qtr)(?:[ ,-]*{YEAR})?)"
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
AGES = (r"(?:(?:ages? )?[0-9]{1,2} ?(?:-|–|to) ?[0-9]{1,3}(?: (?:years?|yrs?)(?: old)?)?|(?:ages? )?[0-9]{2} ?\+"
        r"|(?:under|over|below) [0-9]{1,2}|[0-9]{2} (?:and|or|years and|& ) ?(?:over|older|up|above))")
PLACE = r"(?:district|precinct|ward|council district|beat|zone|region|station|sector)[ #-]*(?:no\.? ?)?[0-9]{1,3}"
WHAT = r"(?: ?(?:total|count|number|no\.?|amount|valuation|value))?"
MONTHS = rf"(?:{MONTH}\.?(?:[ ,/-]*{YEAR})?|{FULL_YEAR}[ /-]*{MONTH}|{DATE})"
WEEK = r"week [0-9]{1,2}"
TIGHT = rf"(?:{MONTHS}|{FISCAL}|{QUARTER}|{FULL_YEAR}|{WEEK})"
PERIOD = re.compile(rf"(?i)^\s*{TIGHT}{WHAT}\s*$")
TOTAL = re.compile(r"(?i)\b(?:(?:sub-? ?|grand )?totals?|ytd|year[ -]to[ -]date|cumulative)\b")
CHANGE = re.compile(r"(?i)(?:%|\bpct\.?\b|\bpercent(?:age)?\b).{0,12}\b(?:change|chg|diff|of total|share)\b|\b"
                    r"(?:change|difference|variance)\b|^\s*(?:%|\+/-|percent of total|share)\s*$|(?:Δ)")
LONGEST = 120   # letters; longer names are sentences, and would cost the patterns dear
_JOINT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One kind of value that stands in column names; `enough` of them are a report by themselves."""

    name: Message
    sign: Message
    pattern: re.Pattern[str]
    enough: int


def _whole(inner: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)^\s*{inner}\s*$")


FAMILIES = (
    Family(name=say("Month"), sign=say("months or years stand across the top"), pattern=_whole(MONTHS), enough=6),
    Family(name=say("Fiscal year"), sign=say("months or years stand across the top"), pattern=_whole(FISCAL), enough=6),
    Family(name=say("Quarter"), sign=say("months or years stand across the top"), pattern=_whole(QUARTER), enough=6),
    Family(name=say("Year"), sign=say("months or years stand across the top"), pattern=_whole(FULL_YEAR), enough=6),
    Family(name=say("Week"), sign=say("months or years stand across the top"), pattern=_whole(WEEK), enough=6),
    Family(name=say("Weekday"), sign=say("days of the week stand across the top"), pattern=_whole(DAY), enough=6),
    Family(name=say("Age group"), sign=say("age groups stand across the top"), pattern=_whole(AGES), enough=6),
    Family(name=say("Area"), sign=say("districts or the like stand across the top"), pattern=_whole(PLACE), enough=6),
)
PERIODS = 5      # of them, the first ones, are times; years and months may stand together
ANY = "|".join(family.pattern.pattern.removeprefix(r"(?i)^\s*").removesuffix(r"\s*$") for family in FAMILIES)
BEFORE = re.compile(rf"(?i)^\s*(?P<value>{ANY})(?:\s*[:|/–-]\s*|\s+|$)(?P<measure>\D.*|)$")
AFTER = re.compile(rf"(?i)^\s*(?P<measure>\S.*?)(?:\s*[:|/,–-]\s*|\s+)(?P<value>{ANY})\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column name taken apart: the value in it, what is measured, and the place of its family in FAMILIES."""

    value: str
    measure: str
    family: int


def heading(label: str) -> Heading | None:
    """Return the name taken apart, the value before or after the measure; None where it holds no such value."""
    text = " ".join(label.split()) if len(label) <= LONGEST else ""
    found = BEFORE.match(text) or AFTER.match(text)
    if found is None:
        return None
    value = found["value"].strip()
    family = next(place for place, one in enumerate(FAMILIES) if one.pattern.match(value))
    return Heading(value, (found["measure"] or "").strip(), family)


def is_total(label: str) -> bool:
    """Return whether a name is that of a sum: "Grand total", "TotalUnits", "units_total"."""
    return TOTAL.search(_in_words(label)) is not None


def is_change(label: str) -> bool:
    """Return whether a name is that of a share or a difference: "% change", "BudgetVariance"."""
    return CHANGE.search(_in_words(label)) is not None


def _in_words(label: str) -> str:
    return _JOINT.sub(" ", label[:LONGEST])


@lru_cache(maxsize=4)    # of the tables at hand: a form asks for the same names several times
def headings(labels: tuple[str, ...]) -> tuple[Heading | None, ...]:
    """Return each name taken apart, where enough of them agree in what they hold.

    "May", "Sun" or "Q1" alone prove nothing: questions run on to Q5, a single "2020 population" is a name.
    """
    found = [heading(label) for label in labels]
    if any(re.match(r"(?i)^\s*q(?:[5-9]|[1-9][0-9]+)\b", label) for label in labels):
        found = [None if one is not None and re.fullmatch(r"(?i)q[1-4]", one.value) else one for one in found]
    counts = Counter(one.family for one in found if one is not None)
    return tuple(one if one is not None and len(counts) and one.family in _common(counts) else None for one in found)


def _common(counts: Counter[int]) -> frozenset[int]:
    """Return the families that are there at all often; years and months may stand together."""
    most = max(counts.values())
    return frozenset(family for family, count in counts.items() if count * 4 >= most or family < PERIODS)
