"""Exact patterns for written dates and times: what matches is a day that the calendar has.

Context: a type is only given where every value really parses, and strptime on a million distinct moments costs seconds.
Decision: each strptime format becomes one RE2 pattern that knows the length of every month and the leap years, so one pass
proves a whole column. Refused: Arrow's own strptime (takes February 30) and a pattern of digits checked afterward (slower).
"""

from functools import cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
               "december")
# As people write them, short or long, small letters alone.
WRITTEN_MONTH = (r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                 r"|nov(?:ember)?|dec(?:ember)?")
LONG, SHORT, FEBRUARY = (0, 2, 4, 6, 7, 9, 11), (3, 5, 8, 10), (1,)
YEAR = "[12][0-9]{3}"
LEAP_YEAR = "(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)"
SHORT_YEAR = "[0-9]{2}"
SHORT_LEAP_YEAR = "(?:[02468][048]|[13579][26])"
CLOCK = {"H": "(?:[01]{z}[0-9]|2[0-3])", "I": "(?:0{z}[1-9]|1[0-2])", "M": "[0-5]{z}[0-9]", "S": "[0-5]{z}[0-9]",
         "p": "[ap]m", "f": "[0-9]{1,6}"}


@cache
def pattern_of(form: str, *, padded: bool = False) -> str:
    """Return the RE2 pattern, without anchors, of all texts that Python's strptime takes for this form.

    `padded` asks for two digits wherever the form has a number, as ISO 8601 does. The form may use %Y %y %m %b %B %d %H %I %M
    %S %f %p; a date has all of year, month and day, or only year and month, or none.
    """
    zero = "" if padded else "?"
    if "%d" not in form:
        return _fill(form, {**_clock(zero), "Y": YEAR, **_months(range(12), zero)})
    ways = ((LONG, _days("01", zero), False), (SHORT, _days("0", zero), False), (FEBRUARY, _days("", zero), False),
            (FEBRUARY, "29", True))
    parts = ({**_clock(zero), **_months(months, zero), **_years(is_leap), "d": day} for months, day, is_leap in ways)
    return "(?:" + "|".join(_fill(form, part) for part in parts) + ")"


def _fill(form: str, parts: dict[str, str]) -> str:
    written, letters = "", iter(form)
    for letter in letters:
        written += parts[next(letters)] if letter == "%" else _literal(letter)
    return written


def _literal(letter: str) -> str:
    return letter if letter.isalnum() or letter in " -/:," else "\\" + letter


def _clock(zero: str) -> dict[str, str]:
    return {letter: pattern.replace("{z}", zero) for letter, pattern in CLOCK.items()}


def _days(thirties: str, zero: str) -> str:
    """Return the days of a month whose thirties are these last digits; without them it ends with the 28th."""
    return f"(?:0{zero}[1-9]|1[0-9]|2[0-{'9' if thirties else '8'}]" + (f"|3[{thirties}])" if thirties else ")")


def _months(months: tuple[int, ...] | range, zero: str) -> dict[str, str]:
    numbers = "|".join(f"0{zero}{month + 1}" if month + 1 < 10 else str(month + 1) for month in months)  # noqa: PLR2004  # ten has two digits
    return {"m": f"(?:{numbers})", "b": "(?:" + "|".join(MONTHS[month] for month in months) + ")",
            "B": "(?:" + "|".join(LONG_MONTHS[month] for month in months) + ")"}


def _years(is_leap: bool) -> dict[str, str]:
    return {"Y": LEAP_YEAR if is_leap else YEAR, "y": SHORT_LEAP_YEAR if is_leap else SHORT_YEAR}
