"""Bank account and routing numbers, told by their header. Source: ABA routing number policy; ISO 13616 for IBAN."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("123000220", "40210012345678", "GB82WEST12345698765432")
NOT_SEEN = ("12.50", "checking", "US Bank")
RECOGNIZER = ByPattern(
    kind="bank_account", family="number", core=r"[0-9][0-9 -]{4,18}[0-9]|[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}|[X*]{3,}[0-9]{4}",
    needs=Needs(strong=0.5, weak=None))
