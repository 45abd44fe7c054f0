"""Gender and sex. Source: City of Portland demographic data standards (admin rule 18.03), as usual on forms."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("F", "they/them", "42yoM", "88 F", "female", "Non-binary", "Transgender woman")
NOT_SEEN = ("Monday", "Mail", "Full time")
_TELLING = ("female", "male", "non-?binary", "transgender", "trans (?:man|woman)", "genderqueer", "agender", "cisgender",
            "gender ?fluid", "two-?spirit", "genderfluid", "wom[ae]n")
RECOGNIZER = ByWords(
    kind="gender", family="quasi", exact=("[mfxuohbg]", "y(?:es)?", "no?", "s?he", "they", "[xz]e",
                                        "hombre", "mujer", "masculin[oa]", "femenin[oa]", "m/f", "man",
                                        "woman", "boy", "girl", "other", "unknown", "unspecified", "m[ae]n",
                                        "[0-9]{1,3} ?(?:y|yrs?|yo|y/o|years?)?[ /,-]{0,2}[mfx]",   # "42yoM"
                                        "[mfxu][ /-]?[wbhaiuo]", "[wbhaiuo][ /-]?[mfxu]",
                                          "(?:she|he|they|xe|ze)/(?:her|him|them|they|hers|his|xem|hir)(?:/.*)?",
                                          "(?:she|he|they)/(?:her|him|them) ?[-/,(]? ?(?:[mfx]|nb)\\)?",
                                          "prefer not to (?:say|answer|disclose)", "declined?(?: to .*)?"),
    holding=_TELLING, telling=(*_TELLING, "m[ae]n"), needs=Needs(strong=0.6, weak=0.8, alone=0.7))
