"""Months, quarters and fiscal years as people write them: "Jan 2019", "2019-01", "Q1 2019", "FY19", "FY 2018-19".

Decision: a fiscal year is known by the year it ends in, as the city names its own (FY 2018-19 is FY19). A year of two digits
counts from 1970 on. "2010-11" can be a month or a fiscal year: the other cells of the column say which.
"""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table._calendar import MONTHS, WRITTEN_MONTH
from steward.table._words import words_of
from steward.table.days import Days
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.two_years import are_two_years

MOST_VALUES, SOME = 1_200, 40
LONGEST = 200                              # letters, blanks around and within included
NEARLY_ALL, WITH_FULL_YEARS = 0.9, 0.5     # of the filled cells
PIVOT = 70                                 # "70" is 1970, "69" is 2069
TYPES = ("string", "year", "yearmonth")
YEAR_WORDS = frozenset(("year", "yr", "years", "fy", "fiscal", "cy"))
_NAMED = rf"(?P<month>{WRITTEN_MONTH})\.?"
_FULL = r"(?:19|20)[0-9]{2}"
_YEAR, _FULL_YEAR = rf"'?(?P<year>{_FULL}|[0-9]{{2}})", rf"(?P<year>{_FULL})"
_NUMBER = r"(?P<number>0?[1-9]|1[0-2])"
_BEFORE_FISCAL = r"(?:fy|fiscal year)[ -]?"
_QUARTER, _FISCAL = r"(?P<quarter>[1-4])", rf"(?P<fiscal>{_BEFORE_FISCAL})?"
_WRITTEN = {
    "month": (rf"{_NAMED}[ ,/-]+{_FULL_YEAR}", rf"{_NAMED}[ -]'?(?P<year>[0-9]{{2}})", rf"{_FULL_YEAR}[ ,/-]+{_NAMED}",
              rf"{_FULL_YEAR}[-/]{_NUMBER}", rf"{_NUMBER}[-/]{_FULL_YEAR}"),
    "quarter": (rf"q(?:uarter|tr\.?)? ?{_QUARTER}[ ,/-]*{_FISCAL}{_YEAR}",
                rf"{_FISCAL}{_YEAR}[ ,/-]*q(?:uarter|tr\.?)? ?{_QUARTER}",
                rf"{_QUARTER}q[ -]?{_FISCAL}{_YEAR}", rf"{_QUARTER}(?:st|nd|rd|th) (?:quarter|qtr\.?),? {_FISCAL}{_YEAR}"),
    "year": (_FULL_YEAR,),
    "fiscal year": (rf"{_BEFORE_FISCAL}{_YEAR}", rf"{_BEFORE_FISCAL}(?P<begin>{_FULL}|[0-9]{{2}})[-/]{_YEAR}",
                    rf"(?P<begin>{_FULL})[-/]{_YEAR}", _FULL_YEAR),
}
_PATTERNS = {unit: re.compile("|".join(re.sub(r"\?P<(\w+)>", rf"?P<\g<1>{place}>", one) for place, one in enumerate(each)),
                              re.IGNORECASE) for unit, each in _WRITTEN.items()}
_MONTH_NAME = re.compile(rf"\b(?:{_NAMED})", re.IGNORECASE)
_SHORT = len("Jan")
_PER_YEAR = {"month": 12, "quarter": 4, "fiscal year": 1, "year": 1}
Ordinals = npt.NDArray[np.int64]
NONE = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True)
class Period:
    """One period: which of all of its unit it is, counted from year 0, and how it is written ("Mon 9999")."""

    ordinal: int
    form: str
    is_fiscal: bool


@dataclass(frozen=True, slots=True)
class Periods:
    """A column of periods of one unit. `read` has the period of each value, None where it is none."""

    column: ColumnProfile
    unit: str
    read: tuple[Period | None, ...]

    @property
    def ordinals(self) -> Ordinals:
        """Return the number of each value's period; NONE where it is none."""
        return np.array([NONE if one is None else one.ordinal for one in self.read], np.int64)

    @property
    def is_rarer(self) -> Mask:
        """Return which values are written in another way than most cells of the column."""
        counts = Counter[str]()
        for one, count in zip(self.read, self.column.distinct.counts.tolist(), strict=True):
            if one is not None:
                counts[one.form] += count
        usual = counts.most_common(1)[0][0] if counts else ""
        return np.array([one is not None and not _is_alike(one.form, usual) for one in self.read], np.bool_)


def periods_of(column: ColumnProfile) -> Periods | None:
    """Return the periods of a column whose cells are nearly all periods of one unit; None for any other column."""
    return column.remember("periods", lambda: _periods_of(column))


def _periods_of(column: ColumnProfile) -> Periods | None:
    if column.type not in TYPES or not column.distinct.is_counted or not 0 < len(column.is_blank) <= MOST_VALUES:
        return None
    texts = column.distinct.texts()
    some = [text for text, is_blank in zip(texts[:SOME], column.is_blank.tolist(), strict=False) if not is_blank]
    units = ("month",) if column.type == "yearmonth" else _units(column)
    if not any(2 * sum(period(text, unit) is not None for text in some) > len(some) for unit in units):
        return None
    every = [Periods(column, unit, tuple(period(text, unit) for text in texts)) for unit in units]
    best = max(every, key=lambda one: _weight(one, column))
    return best if _is_enough(best) else None


def _weight(found: Periods, column: ColumnProfile) -> tuple[int, bool]:
    """Return how many cells are of this unit; of as many, those are fiscal years that are two years throughout, as 2010-11."""
    known = found.ordinals != NONE
    values = column.distinct.values.filter(pa.array(known))
    is_fiscal = found.unit == "fiscal year" and are_two_years(values, words_of(column.name))
    return column.distinct.count_where(known), is_fiscal


def _units(column: ColumnProfile) -> tuple[str, ...]:
    has_years = column.type == "year" or bool(words_of(column.name) & YEAR_WORDS)
    return tuple(unit for unit in _PATTERNS if unit != "year" or has_years)


def _is_enough(found: Periods) -> bool:
    column = found.column
    is_full = np.array([one is not None and "9999" in one.form for one in found.read], np.bool_)
    of_two_kinds = len({one.is_fiscal for one in found.read if one is not None}) > 1
    filled = column.filled - column.distinct.count_where(column.is_missing_word & ~column.is_blank)
    known = column.distinct.count_where(found.ordinals != NONE)
    is_of_months = found.unit == "month"     # Jan-15 may be a day
    return (known >= NEARLY_ALL * max(filled, 1) and not of_two_kinds
            and (not is_of_months or column.distinct.count_where(is_full) >= WITH_FULL_YEARS * known))


def first_or_last_days(dated: Days) -> Ordinals:
    """Return the month of each day of a column that has only the first days of months, or only their last ones; else NONE."""
    found, known = np.full(len(dated.numbers), NONE), dated.known
    stands_for_months = False
    if np.count_nonzero(known) and len(known) <= MOST_VALUES:
        day = np.asarray(dated.numbers[known], np.int64).astype("datetime64[D]")
        month, next_day = day.astype("datetime64[M]"), day + 1
        stands_for_months = bool((day == month.astype("datetime64[D]")).all()
                                 or (next_day == next_day.astype("datetime64[M]").astype("datetime64[D]")).all())
    if stands_for_months:
        found[known] = month.astype(np.int64)
    return found


def period(text: str, unit: str) -> Period | None:
    """Return the period of that unit that a text names; None where it names none."""
    plain = " ".join(text.split()) if len(text) <= LONGEST else ""
    match = _PATTERNS[unit].fullmatch(plain)
    if match is None:
        return None
    given = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value is not None}
    year = _full_year(given["year"])
    if "begin" in given and _full_year(given["begin"]) + 1 != year:
        return None
    part = _part(given)
    return Period(year * _PER_YEAR[unit] + part, _form(plain), "fiscal" in given)


def written(found: Period, unit: str) -> str:
    """Return how a period is written best: 2019-01, 2019-Q1, FY 2018-19."""
    year, part = divmod(found.ordinal, _PER_YEAR[unit])
    if unit == "month":
        return f"{year:04}-{part + 1:02}"
    if unit == "quarter":
        return f"{'FY ' if found.is_fiscal else ''}{year:04}-Q{part + 1}"
    return f"FY {year - 1:04}-{year % 100:02}" if unit == "fiscal year" else f"{year:04}"


def _full_year(text: str) -> int:
    year = int(text)
    return year if year > 99 else year + (1900 if year >= PIVOT else 2000)  # noqa: PLR2004  # two digits


def _part(given: dict[str, str]) -> int:
    """Return which month or quarter of its year it is, from 0 on."""
    if "month" in given:
        return MONTHS.index(given["month"][:_SHORT].lower())
    return int(given.get("number") or given.get("quarter") or "1") - 1


def _form(text: str) -> str:
    """Return a text with each digit as 9 and the month's name as "Month" or "Mon"; of May nobody knows."""
    named = _MONTH_NAME.sub(lambda found: "May" if found["month"].lower() == "may" else
                            "Mon" if len(found["month"]) <= _SHORT + 1 and found["month"].lower() not in ("june", "july") else
                            "Month", text)
    return re.sub(r"^9(?=[-/])", "99", re.sub("[0-9]", "9", named))


def _is_alike(form: str, usual: str) -> bool:
    """Return whether two forms are one; "May" is a short name as well as a long one."""
    return any(form.replace("May", name) == usual.replace("May", name) for name in ("Mon", "Month"))
