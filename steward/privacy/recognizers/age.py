"""Ages in years, told by their header. Bands of ages are the city's own remedy and are not seen."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("34", "7", "101", "34 years", "6 months")
NOT_SEEN = ("21-40", "1984", "adult", "150", "65+")
RECOGNIZER = ByPattern(
    kind="age", family="quasi", core=r"(?:1[01][0-9]|[1-9]?[0-9])(?:\.0)?(?: ?(?i:y|yrs?|years?|yo|months?|mos?)(?: old)?)?",
    left=r"^\s*(?:)", right=r"\s*$", needs=Needs(strong=0.6, weak=0.9))
