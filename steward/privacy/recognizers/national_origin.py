"""Country of birth, ancestry and nationality. Source: City of Portland Privacy Toolkit ("avoid countries of origin")."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("Mexico", "Vietnam", "Somali", "USA", "Ukrainian")
NOT_SEEN = ("Portland", "Open", "12")
# Countries from which many of a city's people came; languages and "American" tell nothing by themselves.
_COUNTRIES = ("mexico", "guatemala", "honduras", "el salvador", "cuba", "haiti", "vietnam", "china", "hong kong", "taiwan",
              "(?:south )?korea", "philippines", "india", "nepal", "bhutan", "burma", "myanmar", "thailand", "laos", "cambodia",
              "somalia", "ethiopia", "eritrea", "kenya", "congo", "nigeria", "russia", "ukraine", "moldova", "romania", "iraq",
              "iran", "syria", "afghanistan", "pakistan", "bangladesh", "yemen", "venezuela", "ecuador", "micronesia")
RECOGNIZER = ByWords(
    kind="national_origin", family="quasi", exact=("espanol", "ingles", "vietnamita", "ruso", "chino", "somali",
                                        "arab(?:ic)?", "arabe", "english", "spanish", "castilian", "cantonese", "mandarin",
                                        "tagalog", "swahili", "amharic", "oromo", "tigrinya", "karen", "rohingya", "dari",
                                        "pashto", "farsi", "persian", "urdu", "hindi", "punjabi", "bengali", "tamil",
                                        "telugu", "nepali", "hmong", "mien", "khmer", "lao", "burmese", "portuguese",
                                        "hebrew", "turkish", "greek", "mam", "k'iche'?", "quechua", "zapotec", "mixteco?",
                                        "chuukese", "marshallese", "tongan", "samoan", "hawaiian", "haitian creole",
                                        "american sign language", "asl", "other", "unknown", "u\\.?s\\.?a?\\.?"),
    holding=("united states", "hong kong", "taiwan", "puerto rico",
             "u\\.?s\\.?a", "americ", "american", "mexic(?:o|an)", "guatemalan?", "hondur(?:as|an)",
             "(?:el )?salvador(?:an)?", "cuban?", "haitian?", "haiti",
             "vietnam(?:ese)?", "chin(?:a|ese)", "kore(?:a|an)", "south korea", "japan(?:ese)?", "philippines", "filipino",
             "indian?", "nepal(?:i|ese)?", "bhutan(?:ese)?", "burma",
             "myanmar", "thai(?:land)?", "laos?", "laotian", "cambodian?", "somali(?:an?)?", "ethiopian?", "eritrean?",
             "kenyan?", "sudan(?:ese)?", "congo(?:lese)?", "nigerian?", "ghana(?:ian)?",
             "russian?", "ukrain(?:e|ian)", "moldovan?", "romanian?", "poland", "polish", "german(?:y)?", "ital(?:y|ian)",
             "ir(?:eland|ish)", "france", "french", "england", "british", "united kingdom",
             "iraqi?", "irani?(?:an)?", "syrian?", "afghan(?:istan)?", "pakistani?", "bangladesh(?:i)?", "saudi arabian?",
             "yemeni?", "brazil(?:ian)?", "peru(?:vian)?", "colombian?", "venezuelan?", "ecuador(?:ian)?",
             "canad(?:a|ian)", "australian?", "micronesian?", "marshall islands", "samoan?", "tongan?", "fijian?",
             "indonesian?"),
    telling=_COUNTRIES, needs=Needs(strong=0.4, weak=0.6, alone=0.95))
