"""Sexual orientation. Sources: City of Portland demographic data standards (admin rule 18.03); CDC case forms ("MSM")."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("Gay", "lesbian", "Straight or heterosexual", "Queer", "MSM")
NOT_SEEN = ("Maple", "97201", "Straightened pole")
_TELLING = ("heterosexual", "homosexual", "gay", "lesbian", "bi-?sexual", "pan-?sexual", "a-?sexual", "queer", "questioning",
            "msm", "msmw", "wsw", "msw", "wsm", "wsmw")
RECOGNIZER = ByWords(
    kind="sexual_orientation", family="sensitive", exact=("straight", "y(?:es)?", "no?", "si", "[01]", "true", "false",
                                        "other", "unknown", "none", "n/?a", "declined?.*",
                                                          "prefer not .*"),
    holding=_TELLING, telling=_TELLING, needs=Needs(strong=0.4, weak=0.7, alone=0.5))
