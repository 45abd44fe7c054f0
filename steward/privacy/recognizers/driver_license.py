"""Driver license and state card numbers, told by their header: Oregon's have seven digits or one or two letters with them."""

from steward.privacy.recognizers._recognizer import DATED, ByPattern, Needs

SEEN = ("1234567", "A123456", "WDL1234AB56Z")
NOT_SEEN = ("valid", "Class C", "2024-01-05")
RECOGNIZER = ByPattern(
    kind="driver_license", family="number", core=r"(?:[A-Z*]{0,7}[0-9][A-Z0-9*-]{4,16})",
    but_not=DATED, needs=Needs(strong=0.5, weak=0.9))
