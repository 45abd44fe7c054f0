"""Tells dates of birth under a header that says nothing: they spread over a human life as no other dates do."""

import re
from datetime import date

from steward.privacy.evidence import Evidence
from steward.privacy.spans import matches

_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9]{5})")
_SHORT_YEAR = re.compile(r"[-/. ]([0-9]{2}) *$", re.MULTILINE)   # "03-JUN-81"
_NEXT_CENTURY = 30   # "29" is 2029, "30" is 1930
_FIRST_OF_LINE = re.compile(rf"^.*?{_YEAR.pattern}", re.MULTILINE)
_LEAST_CELLS, _LEAST_YEARS, _LEAST_SPAN = 30, 20, 35
_SHORTEST_SPAN = 4
_MOSTLY, _DAY = 0.95, r"^\s*(?:(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])|.*[-/. ].*[-/. ].*)\s*$"
_DAY_NUMBER = r"^\s*[1-9]?[0-9]{4}\s*$"
_ENOUGH, _NEARLY_EACH, _YEAR_DAYS, _ROUNDEST = 60, 0.8, 365, 0.2
_FIRST_DAY = date(1899, 12, 30)              # which is 0 for Excel
_FIRST_YEAR, _GROWN_UP = 1900, 21            # years: half of a city's people are at least so old


def are_day_numbers(evidence: Evidence) -> bool:
    """Return whether whole numbers under a header that says nothing are days of birth as Excel counts them: 27765 in 1976.

    Salaries and codes of five digits are rounder, or go beyond what Excel calls today. Source: ECMA-376, part 1, 18.17.4.1.
    """
    profile = evidence.profile
    if profile.type != "integer" or not evidence.reading.is_meaningless or len(evidence.sample) < _ENOUGH:
        return False
    if (profile.distinct_count or 0) < _NEARLY_EACH * profile.filled or not matches(evidence.sample, _DAY_NUMBER).all():
        return False
    days = sorted(map(int, evidence.sample.to_pylist()))
    today = (evidence.today - _FIRST_DAY).days
    are_past = days[-1] <= today and days[len(days) // 2] <= today - _GROWN_UP * _YEAR_DAYS
    is_spread = days[-1] - days[0] >= _LEAST_SPAN * _YEAR_DAYS
    return are_past and is_spread and sum(day % 10 == 0 for day in days) <= _ROUNDEST * len(days)


def are_likely(evidence: Evidence) -> bool:
    """Return whether the dates of a column spread as births do, and its header names no other event.

    Source: the ages of a city's people spread evenly from 0 to 90; what a city dates itself lies in few recent years.
    """
    reading = evidence.reading
    if are_day_numbers(evidence):
        return True
    if not _are_dates(evidence) or reading.has("dated", "asset", "statistic"):
        return False
    is_done = any(word.endswith("ed") for word in reading.words)   # "Interred": what was done on that day
    if is_done or reading.about - {"person"}:
        return False
    years = _years(evidence)
    if len(years) < _LEAST_CELLS or years[0] < _FIRST_YEAR:
        return False
    is_spread = len(set(years)) >= _LEAST_YEARS and years[-1] - years[0] >= _LEAST_SPAN
    return is_spread and years[len(years) // 2] <= evidence.today.year - _GROWN_UP


def _are_dates(evidence: Evidence) -> bool:
    """Return whether the cells are dates by their type, or by their form where the type does not know it: "1981.03.04"."""
    if evidence.profile.type in ("date", "datetime"):
        return True
    is_dated = evidence.profile.type in ("string", "integer") and evidence.sight("date_of_birth").whole >= _MOSTLY
    return is_dated and float(matches(evidence.sample, _DAY).mean()) >= _MOSTLY


def are_impossible(evidence: Evidence) -> bool:
    """Return whether many dates lie in so few years that nobody's births do, whatever the header says."""
    years = _years(evidence)
    return len(years) >= _LEAST_CELLS and years[-1] - years[0] < _SHORTEST_SPAN


def _years(evidence: Evidence) -> list[int]:
    """Return the first year in each value of the sample in order, else, where none has four digits, those of two."""
    texts = evidence.sample.to_pylist()
    return _long_years(texts) or sorted(year + (2000 if year < _NEXT_CENTURY else 1900)
                                        for year in map(int, _SHORT_YEAR.findall("\n".join(texts))))


def _long_years(texts: list[str]) -> list[int]:
    """Return the first year in each text; all are looked through at once, as lines of one text."""
    together = "\n".join(texts)
    if together.count("\n") == len(texts) - 1:
        return sorted(map(int, _FIRST_OF_LINE.findall(together)))
    found = (_YEAR.search(text) for text in texts)
    return sorted(int(match.group(1)) for match in found if match)
