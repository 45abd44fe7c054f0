"""Says of a table of counts of people that some are so small that they may tell of one. Never holds a cell.

Source: CMS cell size suppression policy, no cell of 1 to 10; zero may be told.
"""

import re
from collections.abc import Sequence

import numpy as np

from steward.privacy.headers import HeaderReading, phrases_of, says
from steward.privacy.knowledge import Knowledge
from steward.table.count_table import COUNT, RATE, is_total
from steward.table.places import positions_of
from steward.table.profile import ColumnProfile, TableProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.words import Words

KIND = "small-cells"
REMEDY = "suppress_small_cells"
FEWEST_ROWS, MOST_ROWS = 2, 20_000
_COUNTED = frozenset(("count", "number", "total", "cases", "case", "n", "tally", "people", "persons"))
_NAMED, _SEVERAL = 3, 2
_AGES = re.compile(r"(?i)(?:ages? ?)?(?:(?:under|over|below|above) ?[0-9]{1,2}|[0-9]{1,2} ?(?:-|–|to|_) ?[0-9]{1,2}"
                   r"|[0-9]{2} ?(?:\+|plus|and (?:over|older|up)))(?: years?)?")
_NO_COUNTS = frozenset(("year", "id", "zip", "district", "ward", "precinct", "tract", "code", "month", "quarter", "rank", "fy",
                        "salary", "pay", "amount", "cost", "price", "age", "phone", "fips", "geoid"))


def small_cells(profile: TableProfile, counted: Sequence[str], knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the finding about counts of 1 to the threshold - 1 in some columns; none where no count is small."""
    columns = [column for column in profile.columns if column.name in counted]
    small = {column.name: _small(column, knowledge.threshold) for column in columns}
    count = sum(len(places) for places in small.values())
    if not count:
        return ()
    rows = positions_of(profile.sheet.rows[np.unique(np.concatenate(list(small.values())))])
    names = [name for name, places in small.items() if len(places)]
    shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    where = say_count("{count} count is 1 to {most}, in column {columns}, row {first}.",
                      "{count} counts are 1 to {most}, in {columns}, the first in row {first}.", count,
                      most=knowledge.threshold - 1, columns=shown, first=str(rows[0]))
    return (Finding(kind=KIND, tier=knowledge.policy.tier(KIND), count=count, rows=rows, room="privacy",
                    basis=knowledge.policy.basis(KIND), remedies=(REMEDY,), words=Words(
                        what=say("Some counts of people are so small that they may tell of single persons."), where=where,
                        next_step=say("Suppress them, with as many others as keep them from being worked out, or tell larger "
                                      "groups; or say why they may be public."))),)


def count_columns(profile: TableProfile, readings: Sequence[HeaderReading], knowledge: Knowledge) -> tuple[str, ...]:
    """Return the columns of a table that counts people; none where rows are no categories, or something else is counted.

    Shape: `readings` has what the header of each column says.
    """
    if not FEWEST_ROWS <= profile.sheet.height <= MOST_ROWS:
        return ()
    people, groups = (phrases_of(words) for words in (knowledge.counted_people, knowledge.people_groups))
    anyone = people | groups
    pairs = list(zip(profile.columns, readings, strict=True))
    across = sum(_may_count(column, reading) and _is_group(column, reading, groups) for column, reading in pairs) >= _SEVERAL
    found = tuple(column.name for column, reading in pairs
                  if _may_count(column, reading) and (across or _counts(column, reading, groups)))
    if not found or not any(says(reading.words, anyone) for reading in readings):
        return ()
    names = frozenset(found)
    labels = [column for column in profile.columns if column.name not in names and column.type != "number"
              and not RATE.search(column.name)]
    return found if _are_categories(labels, profile.sheet.height) else ()


def _may_count(column: ColumnProfile, reading: HeaderReading) -> bool:
    return column.type == "integer" and _NO_COUNTS.isdisjoint(reading.words) and not RATE.search(column.name)


def _is_group(column: ColumnProfile, reading: HeaderReading, groups: frozenset[tuple[str, ...]]) -> bool:
    """Return whether a header is a group of people: "Asian", "18-24", "65+"."""
    return bool(says(reading.words, groups)) or _AGES.fullmatch(column.name.strip()) is not None


def _counts(column: ColumnProfile, reading: HeaderReading, groups: frozenset[tuple[str, ...]]) -> bool:
    """Return whether whole numbers are counts: their header counts, or is a group of people.

    Beside several such groups all others are counts, too: "Native" and "Another" are no groups by themselves.
    """
    named = not _COUNTED.isdisjoint(reading.words) or reading.has("statistic") or is_total(column.name) or reading.is_plural
    return bool(named or _is_group(column, reading, groups))


def _are_categories(labels: Sequence[ColumnProfile], height: int) -> bool:
    """Return whether each row is a category of its own, in one or a few columns of words that repeat across the table."""
    if not labels:
        return False
    seen = set(zip(*(column.column.values.to_pylist() for column in labels), strict=True))
    return len(seen) == height


def _small(column: ColumnProfile, threshold: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    told = [COUNT.fullmatch(text) for text in column.distinct.texts()]
    numbers = np.array([int(one.group(1).replace(",", "")) if one is not None else 0 for one in told], np.int64)
    return column.distinct.places_where((numbers > 0) & (numbers < threshold))
