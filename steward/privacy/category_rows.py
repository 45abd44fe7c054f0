"""Tells tables whose rows are countries, districts, occupations or years: what they tell of is true of many people together.

Source: Wickham 2014, "Tidy Data", section 2.3: the columns that name an observation say what one row is.
"""

import re
from collections.abc import Sequence

import pyarrow as pa

from steward.privacy.evidence import Evidence
from steward.privacy.linked import is_unnamed
from steward.privacy.spans import matches
from steward.table.distinct import Mask
from steward.table.together import each

_GROUPS = frozenset(("country", "nation", "state", "province", "county", "city", "town", "neighborhood", "district", "region",
                     "ward", "precinct", "borough", "tract", "occupation", "profession", "industry", "sector", "school", "year",
                     "decade", "quarter", "month", "state name", "bureau", "department", "agency", "geography"))
_LETTERS = r"^\s*[A-Za-z][^0-9]{2,}$"
_LIKE_A_NAME = r"^\s*\p{Lu}[\p{L}'’.-]*(?:[ ,]+\p{Lu}[\p{L}'’.-]*){1,3}\s*$"   # of people whom no list knows, too
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_FEWEST, _MOSTLY, _HALF, _NAMED, _LOOSE = 8, 0.9, 0.5, 0.3, 1.5


def are_categories(evidences: Sequence[Evidence]) -> bool:
    """Return whether a column names each row by a group of people or a year, each of which comes once.

    A column of words without a header counts too, as programs write the names of rows, where hardly one may be a person's.
    """
    asked = [evidence for evidence in evidences if _comes_once(evidence) and not evidence.reading.has("subject", "personal")]
    mostly = (float(mask.mean()) >= _MOSTLY for mask in each((evidence.sample for evidence in asked), _of_letters))
    return any(_are_years(evidence) or (is_worded and _names_groups(evidence))
               for evidence, is_worded in zip(asked, mostly, strict=True))


def _of_letters(values: pa.Array) -> Mask:
    return matches(values, _LETTERS)


def _names_groups(evidence: Evidence) -> bool:
    is_unheaded = is_unnamed(evidence.profile.column.label)
    if not is_unheaded and _GROUPS.isdisjoint(evidence.reading.words):
        return False
    if max(evidence.sight("person_name").proven, evidence.sight("username").proven) >= _NAMED:
        return False
    return not is_unheaded or float(matches(evidence.sample, _LIKE_A_NAME).mean()) < _HALF


def _are_years(evidence: Evidence) -> bool:
    """Return whether the cells are years that follow each other, under "Year" or no header."""
    is_headed = is_unnamed(evidence.profile.column.label) or "year" in evidence.reading.words
    if not is_headed:
        return False
    years = [int(text) for text in map(str.strip, evidence.sample.to_pylist()) if _YEAR.fullmatch(text)]
    return len(years) == len(evidence.sample) and max(years) - min(years) + 1 <= _LOOSE * len(years)


def _comes_once(evidence: Evidence) -> bool:
    profile = evidence.profile
    return _FEWEST <= profile.filled == profile.distinct_count == profile.distinct.height
