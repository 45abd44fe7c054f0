"""Names each kind that a sentence tells of somebody: the name, the day of birth, the home, the plate of the car."""

import numpy as np
import pyarrow as pa

from steward.privacy.knowledge import Knowledge
from steward.privacy.recognizers import free_text_pii, home_address
from steward.privacy.sentence_names import naming_somebody
from steward.privacy.spans import Places, matches, pick

TOLD = ("person_name", "date_of_birth", "home_address", "license_plate")   # which sentences prove by the words beside them
_TEXT = "free_text_pii"
_NONE = np.zeros(0, np.int64)
_HOME = (r"(?i)\b(?:lives? (?:at|on)|living (?:at|on)|resid(?:es|ing) at|home (?:address|at)|my (?:house|home|street|address"
         r"|ramp|driveway|sidewalk|porch|yard|door)|i am at|i live|address is|tenant at|resident (?:at|of))\b")
_ADDRESS = rf"(?:^|[^0-9A-Za-z.-])(?:{home_address.RECOGNIZER.core})"   # also after "at", as corners are told
_PLATE = (r"(?:\b(?i:plate|plt|lic(?:ense)?(?: plate)?|reg|tag)(?i: ?(?:no|num|number|is|was))?[ .:#]{1,3}(?:[A-Z]{2} )?)"
          r"(?:[0-9]{3}[- ]?[A-Z]{3}|[A-Z]{3}[- ]?[0-9]{3,4}|[0-9][A-Z]{3}[0-9]{3})\b")
_SIEVE = r"(?i)\b(?:plate|plt|lic|license|reg|tag)\b"


def told_in_sentences(text: pa.Array, found: dict[str, Places], knowledge: Knowledge, *, are_notes: bool) -> dict[str, Places]:
    """Return the single hits with the kinds that sentences tell; bare names are looked for in columns of notes only."""
    hits = found.get(_TEXT, _NONE)
    named = hits[free_text_pii.name_somebody(pick(text, hits), knowledge)] if len(hits) else hits
    if are_notes:
        named = np.union1d(named, naming_somebody(text, knowledge))
    told = {_TEXT: np.union1d(hits, named), "person_name": named}
    sentences = pick(text, told[_TEXT])
    told["date_of_birth"] = told[_TEXT][matches(sentences, free_text_pii.BORN)]
    told["home_address"] = told[_TEXT][matches(sentences, _HOME) & matches(sentences, _ADDRESS)]
    if are_notes:
        plates = np.flatnonzero(matches(text, _SIEVE))
        told["license_plate"] = plates[matches(pick(text, plates), _PLATE)]
    return found | {kind: places for kind, places in told.items() if len(places)}
