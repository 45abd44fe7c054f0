"""Race and ethnicity. Source: OMB Statistical Policy Directive 15 (2024) and usual police codes."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("White", "Black or African American", "HISPANIC", "W", "Asian / Pacific Islander")
NOT_SEEN = ("Maple", "Monday", "Open")
_TELLING = ("african[- ]american", "hisp(?:anic)?", "ai/an", "nhpi", "latin[oaxe]", "caucasian", "american indian",
            "alaska native", "native american",
            "native hawaiian", "pacific islander", "middle eastern", "asian", "two or more races", "bi-?racial",
            "multi-?racial", "amindaknative", "blackafamerican", "nativehipacific", "mideastnafrican", "hispaniclatin[ao@]*",
            "[wbhaiuo] ?/ ?[mfx](?:[ ,/-]*[0-9]{1,3}(?:'?s|yo|yrs?)?)?")
RECOGNIZER = ByWords(
    kind="race_ethnicity", family="quasi", exact=("blanc[oa]", "negr[oa]", "asiatic[oa]", "mestiz[oa]", "[wbhaiuopnm]",
                                        "[mfxu][ /-]?[wbhaiuo]", "[wbhaiuo][ /-]?[mfxu]", "y(?:es)?", "true", "false", "[01]",
                                        "[wbhaiuo][ /-]?[mfxu][ ,/-]*[0-9]{1,3}(?:'?s|yo|yrs?)?",
                                        "ai/?an", "nh/?pi", "other", "unknown", "mixed", "multiple",
                                                  "not hispanic",
                                                  "indigenous", "indian", "vietnamese", "chinese", "somali", "slavic",
                                                  "russian"),
    holding=(*_TELLING, "white", "black", "native"), telling=_TELLING, needs=Needs(strong=0.4, weak=0.7, alone=0.4))
