"""Race and ethnicity. Sources: OMB Statistical Policy Directive 15 (2024); usual police codes; CDC Race and Ethnicity Codes."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("White", "Black or African American", "HISPANIC", "W", "Asian / Pacific Islander", "2106-3")
NOT_SEEN = ("Maple", "Monday", "Open")
_TELLING = ("african[- ]american", "hisp(?:anic)?", "ai/an", "nhpi", "latin[oaxe]", "caucasian", "american indian",
            "alaska native", "native american",
            "native hawaiian", "pacific islander", "middle eastern", "asian", "two or more races", "bi-?racial",
            "multi-?racial", "amindaknative", "blackafamerican", "nativehipacific", "mideastnafrican", "hispaniclatin[ao@]*",
            "(?:1002-5|2028-9|2054-5|2076-8|2106-3|2131-1|2135-2|2186-5)",   # of the CDC
            "[wbhaiuo] ?/ ?[mfx](?:[ ,/-]*[0-9]{1,3}(?:'?s|yo|yrs?)?)?")
# Source: Oregon Legislative Commission on Indian Services, the nine tribes of Oregon; and the largest of the country.
_TRIBES = ("(?:confederated tribes of )?(?:the )?(?:grand ronde|siletz|warm springs|umatilla|coos)(?: .*)?", "burns paiute",
           "paiute", "cow creek.*", "coquille", "klamath(?: .*)?", "yakama", "nez perce", "chinook", "navajo", "cherokee",
           "choctaw", "sioux", "lakota", "chippewa", "ojibwe", "blackfeet", "apache", "tlingit", "enrolled", "not enrolled")
RECOGNIZER = ByWords(
    kind="race_ethnicity", family="quasi", exact=("blanc[oa]", "negr[oa]", "asiatic[oa]", "mestiz[oa]", "[wbhaiuopnm]",
                                        "[mfxu][ /-]?[wbhaiuo]", "[wbhaiuo][ /-]?[mfxu]", "y(?:es)?", "true", "false", "[01]",
                                        "[wbhaiuo][ /-]?[mfxu][ ,/-]*[0-9]{1,3}(?:'?s|yo|yrs?)?",
                                        "ai/?an", "nh/?pi", "other", "unknown", "mixed", "multiple",
                                                  "not hispanic",
                                                  "indigenous", "indian", *_TRIBES, "vietnamese", "chinese", "somali", "slavic",
                                                  "russian"),
    holding=(*_TELLING, "white", "black", "native"), telling=_TELLING, needs=Needs(strong=0.4, weak=0.7, alone=0.4))
