"""License plates, told by their header. Source: Oregon DMV, standard passenger plates: three digits and three letters."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("123 ABC", "WDG-482", "821LMQ")
NOT_SEEN = ("passenger", "2024-01-05", "Oregon", "12")
RECOGNIZER = ByPattern(
    kind="license_plate", family="number",
    core=r"[0-9]{1,4}[- ]?[A-Za-z]{1,4}[0-9]{0,3}|[A-Za-z]{1,4}[- ]?[0-9]{1,5}[A-Za-z]{0,2}",
    needs=Needs(strong=0.4, weak=0.8))
