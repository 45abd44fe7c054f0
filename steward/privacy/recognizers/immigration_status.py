"""Immigration and citizenship. Source: ORS 181A.823 (inquiry into immigration or citizenship status)."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("US Citizen", "Permanent resident", "Undocumented", "H-1B", "refugee")
NOT_SEEN = ("Maple", "97201", "Resident of Lents")
_TELLING = ("(?:u\\.?s\\.? |naturalized |non-?)citizen", "permanent resident", "green card(?: holder)?", "undocumented",
            "asylee", "asylum(?: seeker| applicant)?", "refugee", "daca(?: recipient)?", "h-?1b", "f-?1(?: student)?",
            "visa holder",
            "temporary protected status", "t visa", "u visa", "parolee \\(immigration\\)", "lpr", "visa overstay",
            "work permit")
RECOGNIZER = ByWords(
    kind="immigration_status", family="sensitive", exact=("ciudadan[oa].*", "residente(?: permanente| legal)?", "refugiad[oa]",
                                        "sin (?:documentos|papeles)", "visa(?: .*)?", "usc",
                                        "indocumentad[oa]", "citizen", "y(?:es)?", "no?", "other", "unknown", "n/?a", "tps",
                                                          "declined?.*", "student visa", "work visa", "pending",
                                                          "naturalized", "humanitarian parole",
                                                          "a[ -]?[0-9]{7,9}", "a?[ -]?[0-9]{3}-[0-9]{3}-[0-9]{3}"),
    holding=_TELLING, telling=_TELLING, needs=Needs(strong=0.4, weak=0.7, alone=0.5))
