"""Medical record, Medicare, insurance and provider numbers.

Sources: CMS, "Understanding the MBI": eleven places; 45 CFR 162.406, NPI: the check digit is Luhn's over 80840 and the number.
"""

import re

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("1EG4-TE5-MK73", "1EG4TE5MK73", "MRN0012345", "00482913", "1245319599")
NOT_SEEN = ("asthma", "2024-01-05", "yes")
_LETTER = "[AC-HJKMNP-RT-Y]"
_MBI = rf"[1-9]{_LETTER}(?:{_LETTER}|[0-9])[0-9]-?{_LETTER}(?:{_LETTER}|[0-9])[0-9]-?{_LETTER}{{2}}[0-9]{{2}}"
_PRIME = "(?:[A-Z]{2}[0-9]{3}[A-Z][0-9][A-Z0-9]|OHP-?[0-9A-Z]{6,9})"   # a member of the Oregon Health Plan
NPI = r"^\s*[12][0-9]{9}\s*$"


def _is_signed(text: str) -> bool:
    """Return whether a number of ten digits is an NPI by its check digit; what holds letters has none."""
    from stdnum import luhn

    number = text.strip()
    return not re.fullmatch(NPI, number) or luhn.is_valid(f"80840{number}")


RECOGNIZER = ByPattern(
    kind="medical_id", family="number", core=rf"{_MBI}|{_PRIME}|[A-Z]{{0,5}}[-#]?[0-9]{{5,14}}[A-Z]?",
    cue=rf"^\s*(?:{_MBI}|{_PRIME})\s*$|{NPI}",
    sign=_is_signed, needs=Needs(strong=0.5, weak=None, alone=0.8))
