"""Identifiers of a person's phone or browser, told by their header. Source: 3GPP TS 23.003 for IMEI; RFC 9562 for UUID."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs


def _has_check_digit(text: str) -> bool:
    """Return whether the fifteen digits of an IMEI end in Luhn's check digit."""
    from stdnum import luhn

    return luhn.is_valid(text.strip())


SEEN = ("490154203237518", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")
NOT_SEEN = ("iPhone 12", "android", "42")
RECOGNIZER = ByPattern(
    kind="device_id", family="number",
    core=r"[0-9]{14,16}|(?i:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16,64})|[A-Za-z]{1,6}[-_]?[0-9A-Fa-f]{6,}",
    cue=r"^\s*(?:01|35|86|99|49|45|91|52|53|98)[0-9]{13}\s*$", sign=_has_check_digit,   # reporting bodies of the GSMA
    needs=Needs(strong=0.5, weak=0.8, alone=0.95))
