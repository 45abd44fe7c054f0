"""A person's record of arrests, convictions and probation. Source: ORS 192.345(3); CJIS Security Policy."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("2 prior felonies", "Misdemeanor conviction", "On probation", "No record", "3")
NOT_SEEN = ("Maple", "Downtown", "97201-1234")
_TELLING = ("(?:prior |past |no )?(?:felony|felonies|misdemeanors?)(?: .*)?", "(?:prior |no )?convict(?:ed|ions?)(?: .*)?",
            "(?:on )?probation(?:er)?", "parole[de]?", "prior arrests?", "(?:no )?(?:criminal )?record", "(?:no )?priors?",
            "warrants?(?: .*)?", "incarcerated", "registered sex offender", "dui(?:i)?(?: .*)?", "expunged")
_OF_A_PERSON = ("(?:prior|past) (?:felony|felonies|misdemeanors?|arrests?)(?: .*)?", "convicted(?: .*)?",
                "(?:on )?probation(?:er)?", "(?:on )?parole[de]?", "incarcerated", "registered sex offender", "expunged",
                "no criminal record", "no priors?")
RECOGNIZER = ByWords(
    kind="criminal_history", family="sensitive", exact=("none", "unknown", "n/?a", "y(?:es)?", "no?", "[0-9]{1,2}", "clear",
                                                        "theft.*", "assault.*", "burglary.*", "robbery.*"),
    holding=_TELLING, telling=_OF_A_PERSON, needs=Needs(strong=0.4, weak=0.6, alone=0.6))
