"""Whether a person is a victim, suspect or witness, or of which violence. Source: ORS 192.345(3); ORS 135.230 for victims."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("Victim", "Domestic violence survivor", "Suspect", "Yes")
NOT_SEEN = ("Maple", "97201", "Downtown")
_TELLING = ("victim(?: .*)?", "survivor(?: .*)?", "suspect", "witness", "complainant", "domestic violence(?: .*)?",
            "sexual (?:assault|abuse)(?: .*)?", "human trafficking(?: .*)?", "child abuse(?: .*)?", "elder abuse(?: .*)?",
            "stalking(?: .*)?")
RECOGNIZER = ByWords(
    kind="victim_status", family="sensitive", exact=("si", "y(?:es)?", "no?", "true", "false", "[01]", "none", "unknown",
                                        "n/?a",
                                                     "offender", "arrestee", "reporting party",
                                                     "vic", "wit", "susp?", "comp", "rp", "arr",
                                                     "inv", "part", "subj"),
    holding=_TELLING, telling=_TELLING, needs=Needs(strong=0.4, weak=0.6, alone=0.7))
