"""Money of a person or household, told by its header. Source: ORS 192.345(21): financial statements, tenant files."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("yes", "$42,000", "42000.00", "30,000 - 50,000", "$15k-$25k", "Under $20,000", "31-50% AMI", "1602/mo", "SNAP", "TANF")
NOT_SEEN = ("Maple", "2024-01-05", "verified")
_AMOUNT = r"(?:USD )?-?\$? ?[0-9][0-9,]*(?:\.[0-9]{1,2})?[kK]?"
# Bands of a median or of the poverty line, as "31-50% AMI". Source: HUD, income limits; HHS, poverty guidelines.
_OF_MEDIAN = (r"(?i:(?:(?:under|over|above|below|up to|at or below|[<>]=?|≤) ?)?[0-9]{1,3} ?%?(?: ?(?:-|–|to) ?[0-9]{1,3})? ?%?"
              r"\+? ?(?:of )?(?:the )?(?:ami|mfi|fpl|fpg|hamfi|area median income|median family income|federal poverty level))")
# Help that only people of little income get. Source: Oregon Department of Human Services, programs; 42 USC 1382 for SSI.
_HELP = r"(?i:tanf|snap|ssi|ssdi|wic|liheap|ohp|medicaid|food stamps|general assistance|section 8|hud-?vash|unemployment)"
RECOGNIZER = ByPattern(
    kind="income", family="sensitive",
    core=r"(?:(?i:under|over|less than|more than|below|above|up to|at least|[<>]=?) ?)?"
         rf"{_AMOUNT}(?: ?(?:-|–|to) ?{_AMOUNT})?(?:\+| (?:and|or) (?:over|more|above|less|under))?"
         r"(?i: ?(?:/|per|a) ?(?:hr|hour|wk|week|mo|month|yr|year))?|(?i:y(?:es)?|no?|x)"
         r"|(?:[<>]=? ?)?[0-9]{1,3}(?: ?%)?(?: ?(?:-|–|to) ?[0-9]{1,3})? ?%"
         rf"|{_OF_MEDIAN}|{_HELP}",
    cue=rf"^\s*(?:{_OF_MEDIAN}|{_HELP})\s*$|"
        r"(?i)^\s*(?:under|over|less than|more than|below|above|up to|at least|[<>]=?) ?\$|^\s*\$ ?[0-9][0-9,.]*[kK]?"
        r"(?: ?(?:-|–|to) ?\$|-[0-9]{2,3}[kK]|\+| (?:and|or) (?:over|more|above|less|under))",
    left=r"^\s*(?:)", right=r"\s*$", needs=Needs(strong=0.5, weak=0.9, alone=0.9))
