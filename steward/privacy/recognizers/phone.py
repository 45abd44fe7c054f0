"""Telephone numbers. Source: North American Numbering Plan: area and exchange begin with 2 to 9, exchanges never end in 11."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("503-555-0123", "(971) 555-0188", "call +1 360.555.0134 x12", "cell 5035550123", "503 555 0123", "5035550123.0")
NOT_SEEN = ("103-555-0123", "2019-123-45678", "555", "1N1E34DC-1234", "45.512345", "12-345-6789-01")
_EXTENSION = r"(?: ?(?:x|ext|extension)\.? ?[0-9]{1,6}|\.0)?"   # a number that was kept with a decimal ends in .0
_EXCHANGE = r"[2-9](?:[02-9][0-9]|1[02-9])"
_CUE = r"(?i)(?:phone|cell|mobile|call|tel|text|fax|ph|contact)[a-z]*[ :.#=]*(?:at|is|no|number)?[ :.#=]*"
RECOGNIZER = ByPattern(
    kind="phone", family="contact",
    core=r"(?:\+?1[-. ]?)?(?:\([0-9]{3}\) ?-?|[0-9]{3}[-. /]?)[0-9]{3}[-. ]?[0-9]{4}" + _EXTENSION,
    strict=rf"(?:\+?1[-. ]?)?(?:\([2-9][0-9]{{2}}\) ?-?|[2-9][0-9]{{2}}[-. /]?){_EXCHANGE}[-. ]?[0-9]{{4}}" + _EXTENSION,
    cue=r"(?:^|[^0-9A-Za-z.-])(?:\+?1[-. ]?)?(?:\([0-9]{3}\) ?-?[0-9]{3}[-. ]|[0-9]{3}-[0-9]{3}-|[0-9]{3}\.[0-9]{3}\."
        r"|[0-9]{3}[ /][0-9]{3}[- ])[0-9]{4}(?:$|[^0-9-])|" + _CUE + r"\(?[2-9][0-9]{2}\)?[-. ]?[0-9]{3}[-. ]?[0-9]{4}",
    right=r"(?:$|[^0-9A-Za-z.-]|[.](?:$|[^0-9]))",
    needs=Needs(strong=0.3, weak=0.6, alone=0.5, bare=0.97, single=True))
