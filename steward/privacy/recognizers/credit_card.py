"""Payment card numbers. Source: ISO/IEC 7812-1, Luhn check digit; the networks' published number ranges."""

import re

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("4111 1111 1111 1111", "5500-0000-0000-0004", "card 378282246310005 exp 04/27", "paid with 4111111111111111")
NOT_SEEN = ("4111 1111 1111 1112", "1234567890123456", "2019-0001-0002-0003")
_RANGES = r"(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6011|65[0-9]{2}|64[4-9][0-9]|35[2-8][0-9])"
_FOURS = rf"{_RANGES}[- ]?[0-9]{{4}}[- ]?[0-9]{{4}}[- ]?[0-9]{{4}}"
_SHORT = r"3[47][0-9]{2}[- ]?[0-9]{6}[- ]?[0-9]{5}|3(?:0[0-5]|[68][0-9])[0-9][- ]?[0-9]{6}[- ]?[0-9]{4}"
_CANDIDATE = re.compile(r"(?<![0-9])[0-9](?:[- ]?[0-9]){13,15}(?![0-9])")


def _has_check_digit(text: str) -> bool:
    from stdnum import luhn

    return any(luhn.is_valid(re.sub("[- ]", "", found)) for found in _CANDIDATE.findall(text))


RECOGNIZER = ByPattern(
    kind="credit_card", family="number", core=r"[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}|" + _SHORT,
    strict=f"{_FOURS}|{_SHORT}", judge=_has_check_digit,
    cue=r"(?i)[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}[- ][0-9]{4}|[0-9]{4}[- ][0-9]{6}[- ][0-9]{4,5}"
        r"|(?:card|visa|master ?card|amex|american express|discover|debit|credit|cc"
        r"|paid (?:with|by|using)|charged to|billed to)[^0-9]{0,20}[0-9]{14,16}",
    needs=Needs(strong=0.3, weak=0.6, alone=0.8, bare=0.9, single=True))
