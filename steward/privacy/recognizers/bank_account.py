"""Bank account and routing numbers. Source: ABA routing number policy, with its check digit; ISO 13616 for IBAN."""

import re

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("123000220", "40210012345678", "GB82WEST12345698765432", "Chase 7761083885", "acct 40210012345 ckg",
        "US Bank *7761083885")
NOT_SEEN = ("12.50", "checking", "US Bank", "Chase 12 of 40", "Wells 220")
_WEIGHTS = (3, 7, 1, 3, 7, 1, 3, 7, 1)
_DISTRICTS = re.compile(r"(?:0[1-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2])[0-9]{7}")   # of the Federal Reserve, and thrifts


def _has_check_digit(text: str) -> bool:
    """Return whether a number is a routing number or an IBAN by its check digits."""
    number = re.sub(r"[\s-]", "", text).upper()
    if _DISTRICTS.fullmatch(number):
        return sum(int(sign) * weight for sign, weight in zip(number, _WEIGHTS, strict=True)) % 10 == 0
    turned = number[4:] + number[:4]
    return number[:2].isalpha() and turned.isalnum() and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


# How people write it beside the bank's name or the sort of account: "Chase 7761083885", "acct 40210012345 ckg".
_IN_WORDS = (r"(?:[A-Za-z][A-Za-z&.']* ?){1,4}(?i:acct|account)?[ :#*x-]{0,5}[0-9]{6,17}"
             r"(?: ?[/,(-]? ?(?i:ch?kg?|checking|sav(?:ings)?|dda)\)?)?"
             r"|[0-9]{6,17} ?[/,(-]? ?(?i:ch?kg?|checking|sav(?:ings)?|dda)\)?")
RECOGNIZER = ByPattern(
    kind="bank_account", family="number",
    core=rf"[0-9][0-9 -]{{4,18}}[0-9]|[A-Z]{{2}}[0-9]{{2}}[A-Z0-9]{{11,30}}|[X*]{{3,}}[0-9]{{4}}|{_IN_WORDS}",
    cue=r"^\s*(?:[0-9]{9}|[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\s*$", sign=_has_check_digit,
    needs=Needs(strong=0.5, weak=0.9, alone=0.95))
