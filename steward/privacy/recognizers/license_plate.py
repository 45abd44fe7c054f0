"""License plates. Source: Oregon DMV, standard passenger plates: three digits and three letters; forms of other states."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("123 ABC", "WDG-482", "821LMQ", "gray prius 672LZF")
NOT_SEEN = ("passenger", "2024-01-05", "Oregon", "12")
# As drivers write it: "gray prius 672LZF".
_CAR = "(?:[A-Za-z]{3,12},? ){0,3}"
RECOGNIZER = ByPattern(
    kind="license_plate", family="number",
    core=rf"{_CAR}(?:[0-9]{{1,4}}[- ]?[A-Za-z]{{1,4}}[0-9]{{0,3}}|[A-Za-z]{{1,4}}[- ]?[0-9]{{1,5}}[A-Za-z]{{0,2}})",
    strict=r"[0-9]{3}[- ]?[A-Z]{3}|[A-Z]{3}[- ]?[0-9]{3,4}|[0-9][A-Z]{3}[0-9]{3}|[A-Z]{2}[- ]?[0-9]{5}|[0-9]{3}[- ]?[A-Z]{2}"
           r"|[A-Z][0-9]{2}[- ]?[0-9A-Z]{3}|[A-Z]{3}[0-9]{2}[A-Z]|[A-Z][- ]?[0-9]{5,6}|T[0-9]{6}",
    needs=Needs(strong=0.4, weak=0.7))
