"""Passport numbers, told by their header. Source: travel.state.gov: nine digits, or one letter and eight digits."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("C01234567", "512345678", "Passport A12345678", "US passport no. 512345678")
NOT_SEEN = ("yes", "USA", "2024-01-05", "Passport", "Passport office 97204")
_NUMBER = r"[A-Z]{0,2}[0-9]{6,9}[A-Z]?"
_NAMED = rf"(?i:(?:us |u\.s\. )?passport)(?i: (?:no|number|num|card|book))?\.?[ :.#-]*{_NUMBER}"
RECOGNIZER = ByPattern(
    kind="passport", family="number", core=rf"{_NUMBER}|{_NAMED}", cue=rf"{_NAMED}(?:$|[^0-9A-Za-z-])",
    candidates="(?i)passport", needs=Needs(strong=0.5, weak=None, alone=0.5, single=True))
