"""Disability and accommodation. Source: City of Portland demographic data standards (admin rule 18.03)."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("Yes", "Mobility", "Deaf or hard of hearing", "wheelchair user", "None")
NOT_SEEN = ("Maple", "97201", "Downtown")
_TELLING = ("wheelchair(?: user)?", "deaf(?:ness)?(?: .*)?", "hard of hearing", "blind(?:ness)?", "low vision",
            "visual(?:ly)? impair(?:ed|ment)", "hearing (?:impair(?:ed|ment)|loss)",
            "mobility(?: .*)?", "cognitive(?: .*)?", "intellectual(?: .*)?", "developmental(?: .*)?",
            "autis(?:m|tic)(?: .*)?", "learning disab.*", "ambulatory(?: .*)?", "self-?care(?: .*)?", "independent living.*",
            "amputee", "dyslexi[ac]", "dysgraphia", "quadriplegi[ac]", "cerebral palsy", "down syndrome",
            "hearing aids?", "(?:hearing|vision|walking|seeing) difficulty",
            "difficulty (?:hearing|seeing|walking)", "paraplegi[ac]", "disabled", "disability")
# Source: Job Accommodation Network, "A to Z of disabilities and accommodations".
_AIDS = ("service animal", "sign language.*", "asl.*", "braille", "large print", "caption.*", "sit.stand.*",
         "hearing (?:loop|aids?)", "screen reader", "modified .*", "ergonomic.*", "cane", "walker", "oxygen", "reader",
         "note ?taker")
RECOGNIZER = ByWords(
    kind="disability", family="sensitive", exact=("si", "y(?:es)?", "no?", "true", "false", "[01]", "none", "unknown", "n/?a",
                                                  *_AIDS, "vision", "hearing", "mental health", "physical",
                                                  "other", "declined?.*", "prefer not .*"),
    holding=_TELLING, telling=_TELLING, needs=Needs(strong=0.5, weak=0.7, alone=0.6))
