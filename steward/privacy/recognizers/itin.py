"""Individual taxpayer numbers. Source: IRS Publication 1915: area 9xx, group 50-65, 70-88, 90-92 or 94-99."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs
from steward.privacy.recognizers.ssn import OTHERWISE_CALLED

SEEN = ("912-70-1234", "itin 988901234")
NOT_SEEN = ("work order 970-81-9283", "912-33-1234", "517-44-8362", "97201-1234")
_STRICT = r"9[0-9]{2}[- ]?(?:5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-24-9])[- ]?[0-9]{4}"
RECOGNIZER = ByPattern(
    kind="itin", family="number", core=r"9[0-9]{2}[- ]?[0-9]{2}[- ]?[0-9]{4}", strict=_STRICT,
    cue=r"(?i)9[0-9]{2}-[0-9]{2}-[0-9]{4}|^\s*9[0-9]{2} [0-9]{2} [0-9]{4}\s*$|itin[^0-9]{0,12}9",
    but_not=OTHERWISE_CALLED, needs=Needs(strong=0.3, weak=None, alone=0.7, single=True))
