"""Numbers that stand for one person (student, inmate, employee, customer), told by their header."""

from steward.privacy.recognizers._recognizer import DATED, ByPattern, Needs

SEEN = ("E004512", "482913KB7", "20240017", "STU-88231", "30A1AE7", "B9C623")
NOT_SEEN = ("yes", "2024-01-05", "Parks")
# Short keys of base 16, as HMIS makes: "30A1AE7".
_HEX = r"[0-9][0-9A-F]{5,9}|[A-F]{1,5}[0-9][0-9A-F]{4,8}"
RECOGNIZER = ByPattern(
    kind="person_id", family="number",
    core=r"(?i:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16,40})"
         rf"|{_HEX}"
         r"|[A-Za-z]{0,6}[-_#]?[0-9]{3,14}(?:[-_][0-9A-Za-z]{1,8}){0,2}(?:[A-Za-z]|[A-Za-z]{2,3}[0-9]{0,2})?",
    but_not=DATED, needs=Needs(strong=0.5, weak=0.8))
