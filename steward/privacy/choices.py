"""Tells the answers of a form that stand as codes, as "1", "2", "9" under "Sex code", or say the kind in some cells only."""

from steward.privacy.context import NUMERIC, Context
from steward.privacy.evidence import Evidence
from steward.privacy.recognizers._recognizer import ByWords, Recognizer
from steward.privacy.spans import matches

_CODED = frozenset(("gender", "race_ethnicity", "veteran_status", "disability", "religion", "sexual_orientation",
                    "immigration_status"))
_GRADED = frozenset(("severity", "scale", "gcs"))   # of an injury, which counts nothing
_CODE = r"^\s*(?:[0-9]{1,3}|[A-Za-z]{1,4}|[0-9]\+)\s*$"
_COUNTED, _NO_ANSWER = frozenset(("health", "victim_status")), r"^\s*(?:8|9|88|99)(?:\.0)?\s*$"
_HURT, _ABOVE_ONE = frozenset(("injury", "injured", "victim", "casualty", "hurt")), r"^\s*(?:[2-9]|[1-9][0-9]+)(?:\.0)?\s*$"
_FEWEST, _MOST = 2, 15
_IN_PART, _PARTLY_TOLD = 0.25, frozenset(("health", "disability"))
_LAST_DIGITS, _MOSTLY_LAST = r"(?i)^\s*(?:[x*#•]{3}[- ]?[x*#•]{2}[- ]?|[x*#•]{1,7}[- ]?)?[0-9]{4}\s*$", 0.8


def are_coded(recognizer: Recognizer, evidence: Evidence, context: Context) -> bool:
    """Return whether a few short codes fill a column whose header names the kind: no list of words knows every program's codes.

    A header in the plural ("Veterans") over numbers counts, and numbers where nobody is named are most often a study's.
    """
    is_severity = recognizer.kind == "health" and not _GRADED.isdisjoint(evidence.reading.words)
    if not (recognizer.kind in _CODED or is_severity) or evidence.reading.is_plural or not evidence.is_repeated:
        return False
    if evidence.profile.type in NUMERIC and not (is_severity or context.names_people or "code" in evidence.reading.words):
        return False
    is_few = _FEWEST <= len(evidence.sample) <= _MOST
    return is_few and bool(matches(evidence.sample, _CODE).all())


def are_counts(recognizer: Recognizer, evidence: Evidence) -> bool:
    """Return whether numbers above one under "INJ" count injuries; zero and one may be no and yes.

    Eight, nine and 99 stand for no answer. Source: HUD, "FY 2024 HMIS Data Standards".
    """
    is_counted = recognizer.kind in _COUNTED and not _HURT.isdisjoint(evidence.reading.words)
    if not is_counted or evidence.profile.type not in NUMERIC:
        return False
    return bool(matches(evidence.sample, _ABOVE_ONE).any()) and not matches(evidence.sample, _NO_ANSWER).any()


def are_last_digits(recognizer: Recognizer, evidence: Evidence) -> bool:
    """Return whether cells hold the last four digits of the Social Security numbers that the header names.

    With the place and the year of birth they give most of the number. Source: Acquisti and Gross 2009, PNAS 106(27).
    """
    if recognizer.kind != "ssn" or evidence.is_repeated:
        return False
    return float(matches(evidence.sample, _LAST_DIGITS).mean()) >= _MOSTLY_LAST


def are_told_in_part(recognizer: Recognizer, evidence: Evidence) -> bool:
    """Return whether some of a few choices can only mean the kind: "FMLA" among kinds of leave, "Seizure" among complaints."""
    if recognizer.kind not in _PARTLY_TOLD or not isinstance(recognizer, ByWords) or not evidence.is_repeated:
        return False
    return evidence.sight(recognizer.kind).cued >= _IN_PART
