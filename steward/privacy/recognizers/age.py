"""Ages in years, alone, in bands or beside a gender ("42yoM"), told by their header or by how they spread.

The city's own bands (1-20, 21-40, 41-60, 61-80, 81+) are the remedy for ages and are not seen; narrower ones tell more.
Source: City of Portland Privacy Toolkit, bands of ages; NEMSIS and police short forms, as "42yoM".
"""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("34", "7", "101", "34 years", "6 months", "25-34", "65+", "under 18", "18 to 24", "30s", "85 and over", "42yoM", "88 F")
NOT_SEEN = ("21-40", "81+", "1984", "adult", "150", "97201-1234", "2024-01-05", "12 Fl", "42M gal")
_AGE = "(?:1[01][0-9]|[1-9]?[0-9])"
_UNIT = "(?: ?(?i:y|yrs?|years?|yo|y/o|months?|mos?)(?: old)?)?"
BAND = (rf"(?i:(?:ages? )?(?:{_AGE} ?(?:-|–|to) ?{_AGE}|(?:under|below|over|[<>]=?|less than|up to) ?{_AGE}"
        rf"|{_AGE} ?(?:\+|and (?:over|older|up|above|under|younger)|or (?:over|older|more|under|younger))|[1-9]0'?s)"
        r"(?: ?(?:yrs?|years?)(?: old)?)?)")
BESIDE_GENDER = rf"{_AGE}(?: ?(?i:y|yrs?|yo|y/o|years?))?[ /,-]{{0,2}}(?i:[mfx]|male|female)"
_ANSWER = "(?i:y(?:es)?|no?|x)"   # under "Over 40" and "Minor"
_CITY_BANDS = r"^\s*(?:0?1-20|21-40|41-60|61-80|81\+)\s*$"
RECOGNIZER = ByPattern(
    kind="age", family="quasi", core=rf"{_AGE}(?:\.0)?{_UNIT}|{BAND}|{BESIDE_GENDER}|{_ANSWER}", but_not=_CITY_BANDS,
    cue=rf"^\s*{BESIDE_GENDER}\s*$", left=r"^\s*(?:)", right=r"\s*$", needs=Needs(strong=0.6, weak=0.9))
