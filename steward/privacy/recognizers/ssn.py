"""Social Security numbers. Source: ssa.gov, "Social Security Number Randomization": no area 000, 666 or 900 to 999."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("517-44-8362", "ssn 517448362", "his social security number is 517 44 8362.",
        "517 - 44 - 8362", "517_44_8362", "ssn 517/44/8362",
        "work order 294-56-5077, ssn 517-44-8362", "Ann Weaver Sr 517-44-8362", "SSN, not ticket 517-44-8362")
NOT_SEEN = ("Closed, work order 294-56-5077", "COC 687-33-5695",
            "97201-1234", "2517_44_8362", "503-555-0123", "R517-44-83621", "2019-10-12", "51-744-8362")
_AREA, _GROUP = r"(?:00[1-9]|0[1-9][0-9]|[1-57-8][0-9]{2}|6(?:[0-57-9][0-9]|6[0-57-9]))", r"(?:0[1-9]|[1-9][0-9])"
_SERIAL = r"(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_GAP = r"(?: ?- ?|[._/ ])"
# A number of this shape that the word before it calls another: "ref permit 412-45-3805". "Account" is not among the words, as
# some once were one's SSN, nor is "Sr", which also stands behind names.
CALLED = (r"\b(?:permits?|parcel|folio|lot|case|docket|citation|cite|ticket|invoice|receipt|voucher|policy|project|meter|mtr"
          r"|work ?order|w\.?o\.?|purchase order|p\.?o\.?|service request|coc|chain of custody|confirmation|dup(?:licate)? of"
          r"|tracking|serial)(?: ?(?:no|nr|num|number|ref)\b\.?)?[ #:.-]{0,3}[0-9]{3} ?- ?[0-9]{2} ?- ?[0-9]{4}")
# A value with no other digits. With "so" or "ss" before the word (as in "social" and "SSN") it is looked at all the same.
OTHERWISE_CALLED = rf"(?i)^(?:[^0-9s]|s[^0-9so])*{CALLED}[^0-9]*$"
RECOGNIZER = ByPattern(
    kind="ssn", family="number",
    core=r"[0-9]{3} ?- ?[0-9]{2} ?- ?[0-9]{4}|[0-9]{3}[._/ ][0-9]{2}[._/ ][0-9]{4}|[0-9]{9}",
    strict=rf"{_AREA}{_GAP}?{_GROUP}{_GAP}?{_SERIAL}",
    cue=r"(?i)(?:^|[^0-9A-Za-z.-])[0-9]{3} ?- ?[0-9]{2} ?- ?[0-9]{4}(?:$|[^0-9A-Za-z-])"
        r"|^\s*(?:[0-9]{3}[. ][0-9]{2}[. ][0-9]{4}|[0-9]{3}_[0-9]{2}_[0-9]{4}|[0-9]{3}/[0-9]{2}/[0-9]{4})\s*$"
        rf"|(?:ssn|ss ?#|soc(?:ial)?[. ]+sec(?:urity)?|social|seguro)[^0-9]{{0,20}}"
        rf"[0-9]{{3}}{_GAP}?[0-9]{{2}}{_GAP}?[0-9]{{4}}",
    but_not=OTHERWISE_CALLED, needs=Needs(strong=0.3, weak=0.9, alone=0.4, bare=0.985, single=True))
