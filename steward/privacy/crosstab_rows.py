"""Tells a crosstab that is written one cell a row, as "Hair, Eye, Sex, Freq": its rows are counts, whatever they count.

Source: Wickham 2014, "Tidy Data", section 3; R's `as.data.frame.table`, which writes contingency tables so.
"""

from collections.abc import Sequence
from math import prod

from steward.privacy.evidence import Evidence
from steward.privacy.linked import is_unnamed
from steward.table.profile import ColumnProfile
from steward.table.repeats import repeated_places

_TALLY = frozenset(("count", "frequency", "tally", "n"))
_PEOPLE = frozenset(("people", "person", "case", "death", "birth", "fatality", "injury"))
_EVENTS = frozenset(("person", "incident"))
_FEWEST, _SPARSE, _FEW_AGAIN = 2, 3, 0.05


def is_crosstab(evidences: Sequence[Evidence]) -> bool:
    """Return whether each row is one combination of categories and how often it came.

    One column of whole numbers is headed by a tally and nothing else, or by those who are counted ("Number of Clients"); the
    other columns hold few values, at least a third of whose combinations are there, each about once. A column without a name
    that numbers the rows does not count.
    """
    tallies = [evidence for evidence in evidences if _is_tally(evidence)]
    if len(tallies) != 1 or tallies[0].profile.type != "integer":
        return False
    others = [evidence.profile for evidence in evidences if evidence is not tallies[0]]
    return _are_combined([profile for profile in others if not _numbers_rows(profile)])


def _is_tally(evidence: Evidence) -> bool:
    reading, words = evidence.reading, frozenset(evidence.reading.words)
    is_of_people = reading.has("subject") or bool(reading.about & _EVENTS or words & _PEOPLE)
    is_headed = is_of_people and not reading.strong and (reading.is_plural or "people" in words)
    return bool(words) and (words <= _TALLY or (is_headed and evidence.profile.type == "integer"))


def _are_combined(categories: Sequence[ColumnProfile]) -> bool:
    known = [profile.distinct for profile in categories]
    varied = sum(len(one.values) >= _FEWEST for one in known)
    if varied < _FEWEST or not all(one.is_counted for one in known):
        return False
    height, sizes = known[0].height, [len(one.values) for one in known]
    if max(sizes) * 2 > height or not height <= prod(sizes) <= _SPARSE * height:
        return False
    return len(repeated_places(known)) <= _FEW_AGAIN * height


def _numbers_rows(profile: ColumnProfile) -> bool:
    """Return whether a column without a name numbers the rows, as programs write it that keep row names."""
    is_serial = profile.type == "integer" and profile.distinct_count == profile.filled == profile.distinct.height
    return is_serial and is_unnamed(profile.column.label)
