"""ZIP codes. Source: USPS Publication 28; five digits, with or without four more."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("97201", "97201-1234", "97201.0")
NOT_SEEN = ("9720", "R97201", "503-555-0123")
RECOGNIZER = ByPattern(
    kind="zip_code", family="quasi", core=r"[0-9]{5}(?:-[0-9]{4}|\.0)?", cue=r"^\s*9[78][0-9]{3}(?:-[0-9]{4})?\s*$",
    needs=Needs(strong=0.6, weak=0.9, alone=0.97))
