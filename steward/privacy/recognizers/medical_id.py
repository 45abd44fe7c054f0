"""Medical record, Medicare and insurance numbers. Source: CMS, "Understanding the MBI": eleven places."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("1EG4-TE5-MK73", "1EG4TE5MK73", "MRN0012345", "00482913")
NOT_SEEN = ("asthma", "2024-01-05", "yes")
_LETTER = "[AC-HJKMNP-RT-Y]"
_MBI = rf"[1-9]{_LETTER}(?:{_LETTER}|[0-9])[0-9]-?{_LETTER}(?:{_LETTER}|[0-9])[0-9]-?{_LETTER}{{2}}[0-9]{{2}}"
RECOGNIZER = ByPattern(
    kind="medical_id", family="number", core=rf"{_MBI}|[A-Z]{{0,5}}[-#]?[0-9]{{5,14}}[A-Z]?", cue=rf"^\s*{_MBI}\s*$",
    needs=Needs(strong=0.5, weak=None, alone=0.8))
