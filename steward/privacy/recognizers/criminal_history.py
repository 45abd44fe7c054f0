"""A person's record of arrests, convictions and probation. Source: ORS 192.345(3); CJIS Security Policy."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("2 prior felonies", "Misdemeanor conviction", "On probation", "No record", "3")
NOT_SEEN = ("Maple", "Downtown", "97201-1234")
_TELLING = ("(?:prior |past |no )?(?:felony|felonies|misdemeanors?)(?: .*)?", "(?:prior |no )?convict(?:ed|ions?)(?: .*)?",
            "(?:on )?probation(?:er)?", "parole[de]?", "prior arrests?", "(?:no )?(?:criminal )?record", "(?:no )?priors?",
            "warrants?(?: .*)?", "incarcerated", "registered sex offender", "dui(?:i)?(?: .*)?", "expunged")
# Source: ORS chapters 161 to 167, 475 and 813, names of offenses; Oregon eCourt, dispositions of a charge.
_OFFENSES = tuple(f"{name}.*" for name in (
    "theft", "assault", "burglary", "robbery", "(?:criminal )?trespass", "menacing", "harassment", "stalking", "strangulation",
    "(?:criminal )?mischief", "disorderly conduct", "reckless", "forgery", "identity theft", "failure to appear", "fta",
    "escape", "sex(?:ual)? abuse", "resisting arrest", "eluding", "attempt to elude", "hit (?:and|&) run", "murder", "homicide",
    "manslaughter", "kidnap", "arson", "possession", "[pmd]cs", "unlawful", "unauthorized use", "prostitution", "contempt"))
_FOUND = ("(?:not |pled |found )?guilty(?: .*)?", "glty", "nolo(?: .*)?", "nolle(?: .*)?", "no contest", "acquitt(?:ed|al)")
_OUTCOMES = (*_FOUND, "dism(?:iss.*)?", "conv(?:ict.*)?", "plea.*", "diver(?:sion|ted)", "pend(?:ing)?", "sentenced",
             "div", "acq", "fta", "ng", "nc", "g")
_OF_A_PERSON = (*_FOUND, "(?:prior|past) (?:felony|felonies|misdemeanors?|arrests?)(?: .*)?", "convicted(?: .*)?",
                "(?:on )?probation(?:er)?", "(?:on )?parole[de]?", "incarcerated", "registered sex offender", "expunged",
                "no criminal record", "no priors?", "prior conv(?:iction)?s?(?: .*)?", "(?:[0-9]+ )?prior arrests?(?:[, ].*)?",
                "post[- ]prison supervision", "(?:active|open|outstanding|fta|bench|felony) warrants?(?: .*)?",
                "no wants(?: or warrants)?", "arrest(?:ed)? (?:in )?(?:19|20)[0-9]{2}(?: .*)?", "prior duii?(?: .*)?")
RECOGNIZER = ByWords(
    kind="criminal_history", family="sensitive", exact=("none", "unknown", "n/?a", "y(?:es)?", "no?", "[0-9]{1,2}",
                                                        "clear(?:ed)?", "hit.*", "passed", "pending",
                                                        *_OFFENSES, *_OUTCOMES),
    holding=_TELLING, telling=_OF_A_PERSON, needs=Needs(strong=0.4, weak=0.6, alone=0.6))
