"""Illness, treatment and other health matters. Source: ORS 646A.602 (medical history, condition, diagnosis, treatment)."""

from steward.privacy.recognizers._recognizer import ByWords, Needs

SEEN = ("Type 2 diabetes", "asthma", "E11.9", "Major depression", "metformin")
NOT_SEEN = ("Maple", "Open", "97201", "Fire alarm")
_TELLING = ("diabet(?:es|ic)", "asthma", "hypertension", "hypertensive", "depressi(?:on|ve)", "anxiety", "schizophreni[ac]",
            "bipolar", "hiv(?:/aids)?", "hep(?:atitis)?(?: [abc])?", "tb(?: (?:positive|pos|neg|test))?",
            "tuberculosis", "cancer", "carcinoma", "leukemia", "lymphoma", "copd", "epilep(?:sy|tic)", "seizures?",
            "arthritis", "dementia", "alzheimer'?s?", "migraines?", "ptsd",
            "pregnan(?:t|cy)", "opioid", "substance (?:abuse|use)", "overdose", "anemia", "pneumonia", "bronchitis",
            "influenza", "covid(?:-19)?", "fracture", "concussion",
            "adhd", "stroke", "obesity", "kidney disease", "heart (?:disease|failure)", "coronary artery disease",
            "atrial fibrillation", "lupus", "eczema", "allerg(?:y|ies|ic)",
            "metformin", "insulin", "lisinopril", "sertraline", "naloxone", "methadone", "warfarin", "hypothyroidism",
            "meth(?:amphetamines?)?", "fent(?:anyl)?", "heroin", "etoh", "narcan", "sud", "opiates?",
            "alcoholism", "suicidal(?: ideation)?", "psychosis", "chlamydia",
            "syphilis", "gonorrhea", "celiac(?: disease)?", "multiple sclerosis", "parkinson'?s?(?: disease)?",
            "bronchiolitis", "hyperlipidemia", "gerd", "back pain", "chest pain",
            "peanuts?", "tree nuts?", "shellfish", "gluten", "penicillin", "bee stings?", "latex", "inhaler", "epi-?pen",
            "dairy", "soy", "sulfa",
            "broken (?:arm|leg|wrist|hip)", "burns?", "laceration", "sprain", "head injury", "trauma", "cardiac arrest",
            "altered mental status",
            "fever", "cough", "nausea", "vomiting", "shortness of breath", "abdominal pain", "fall injury", "unconscious",
            "intoxicat(?:ed|ion)", "(?:difficulty|diff|trouble) breathing", "medical leave", "fmla", "ofla",
            "workers?['’]? comp(?:ensation)?", "maternity leave",
            "diabetic[oa]", "asma", "hipertension", "depresion", "ansiedad", "embaraz(?:o|ada)", "alergi(?:as?|c[oa])",
            "epilepsia", "artritis", "insulina", "migranas?", "convulsion(?:es)?")   # accents are made plain before
RECOGNIZER = ByWords(
    kind="health", family="sensitive", exact=("[a-tv-z][0-9][0-9a-z](?:\\.[0-9a-z]{1,4})?", "none", "unknown", "n/?a",
                                              "y(?:es)?", "no?", "si", "ningun[oa]s?", "true", "false", "[01]",
                                              "positive", "negative", "mh", "mh ?[+/&] ?sud",
                                              "[0-9]{2,3}/[0-9]{2,3}(?: mmhg)?", "low", "high",
                                              "mild", "moderate", "severe", "serious", "minor", "fatal",
                                              "drugs?", "alcohol", "[abo]{1,2}[+-]"),
    holding=_TELLING, telling=_TELLING, needs=Needs(strong=0.3, weak=0.4, alone=0.5))
