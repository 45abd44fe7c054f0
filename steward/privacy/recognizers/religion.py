"""Religion. Source: Oregon's sanctuary law, ORS 181A.250 and 181A.826, which bars keeping it without cause."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("Catholic", "Muslim", "Jewish", "none")
NOT_SEEN = ("Maple", "97201", "Open")
_TELLING = ("catholic", "catolic[oa]", "cristian[oa]", "musulman(?:a)?", "judi[oa]", "protestant", "christian(?:ity)?",
            "muslim", "islam(?:ic)?", "jewish", "judaism", "buddhis[tm]",
            "hindu(?:ism)?", "sikh(?:ism)?", "atheist", "agnostic", "mormon", "lds", "latter[- ]day.*",
            "baptist", "lutheran", "methodist", "presbyterian", "orthodox", "evangelical", "episcopal(?:ian)?",
            "jehovah'?s witness(?:es)?", "quaker", "pagan", "(?:seventh[- ]day )?adventist", "pentecostal", "mennonite",
            "nazarene", "apostolic",
            "coptic",
            "unitarian.*", "taoist", "jain", "zoroastrian", "wiccan", "shinto", "baha'?i")
RECOGNIZER = ByWords(
    kind="religion", family="sensitive", exact=("ningun[oa]", "y(?:es)?", "no?", "none", "other", "unknown", "n/?a",
                                        "spiritual", "declined?.*",
                                                "prefer not .*", "unaffiliated"),
    holding=_TELLING, telling=_TELLING, needs=Needs(strong=0.4, weak=0.7, alone=0.6))
