"""Military service, told by its header."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("Yes", "Veteran", "Vet", "Spouse of vet", "non-veteran", "Active duty", "Army")
NOT_SEEN = ("Maple", "Vet clinic", "97201", "Downtown")
_TELLING = ("non-?veteran", "(?:spouse|widow(?:er)?|dependent) of (?:a )?vet(?:eran)?",
            "protected veteran", "disabled veteran", "veteran", "active duty", "honorabl[ey].*")
RECOGNIZER = ByWords(
    kind="veteran_status", family="quasi", exact=("si", "x", "y(?:es)?", "no?", "true", "false", "[01]", "none", "unknown",
                                        "not a .*", "vet",
                                                  "declined?.*", "n/?a"),
    holding=(*_TELLING, "reserves?", "national guard", "army", "navy", "marines?", "air force", "coast guard"),
    telling=_TELLING,
    needs=Needs(strong=0.5, weak=0.7, alone=0.7))
