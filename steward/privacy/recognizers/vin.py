"""Vehicle identification numbers. Source: 49 CFR 565.15: 17 characters without I, O and Q, the ninth a check digit."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("1M8GDM9AXKP042788", "11111111111111111")
NOT_SEEN = ("1M8GDM9A1KP042788", "1M8GDM9AXKP04278", "CASE2019000012345")
_VALUES = dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", [*range(10), *range(1, 9), *range(1, 6), 7, 9, *range(2, 10)],
                   strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def _has_check_digit(text: str) -> bool:
    number = text.strip().upper()[-17:]
    rest = sum(_VALUES.get(sign, 0) * weight for sign, weight in zip(number, _WEIGHTS, strict=False)) % 11
    return len(number) == len(_WEIGHTS) and number[8] == "0123456789X"[rest]


RECOGNIZER = ByPattern(
    kind="vin", family="number", core=r"(?i:[A-HJ-NPR-Z0-9]{17})", judge=_has_check_digit,
    needs=Needs(strong=0.4, weak=0.6, alone=0.7))
