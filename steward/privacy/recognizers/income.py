"""Money of a person or household, told by its header. Source: ORS 192.345(21): financial statements, tenant files."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("yes", "$42,000", "42000.00", "30,000 - 50,000", "$15k-$25k", "Under $20,000")
NOT_SEEN = ("Maple", "2024-01-05", "verified")
_AMOUNT = r"(?:USD )?-?\$? ?[0-9][0-9,]*(?:\.[0-9]{1,2})?[kK]?"
RECOGNIZER = ByPattern(
    kind="income", family="sensitive",
    core=r"(?:(?i:under|over|less than|more than|below|above|up to|at least|[<>]=?) ?)?"
         rf"{_AMOUNT}(?: ?(?:-|–|to) ?{_AMOUNT})?(?:\+| (?:and|or) (?:over|more|above|less|under))?|(?i:y(?:es)?|no?)",
    cue=r"(?i)^\s*(?:under|over|less than|more than|below|above|up to|at least|[<>]=?) ?\$|^\s*\$ ?[0-9][0-9,.]*[kK]?"
        r"(?: ?(?:-|–|to) ?\$|-[0-9]{2,3}[kK]|\+| (?:and|or) (?:over|more|above|less|under))",
    left=r"^\s*(?:)", right=r"\s*$", needs=Needs(strong=0.5, weak=0.9, alone=0.9))
