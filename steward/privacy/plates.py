"""Tells license plates under a header that says nothing: forms of several states mix; codes have one."""

import re
from collections import Counter

from steward.privacy.evidence import Evidence

_LETTER, _DIGIT = re.compile("[A-Z]"), re.compile("[0-9]")
_OREGON, _OTHERS = "999AAA", frozenset(("AAA9999", "AAA999", "9AAA999"))   # no numbering has both
_LAWFUL, _LEAST_CELLS, _LEAST_FORMS, _LEAST_SHARE = 0.9, 30, 3, 0.05


def are_likely(evidence: Evidence) -> bool:
    """Return whether nearly all cells have the form of a plate, in at least three forms that are each common.

    Source: Oregon DMV, Washington DOL, California DMV and Idaho ITD, standard passenger plates.
    """
    if evidence.sight("license_plate").proven < _LAWFUL or evidence.reading.has("asset", "animal", "product", "place"):
        return False
    plates = evidence.sample.to_pylist()
    forms = Counter(_DIGIT.sub("9", _LETTER.sub("A", plate.strip().replace(" ", "").replace("-", ""))) for plate in plates)
    common = [form for form, count in forms.items() if count >= _LEAST_SHARE * len(plates)]
    is_mixed = len(common) >= _LEAST_FORMS or (_OREGON in common and not _OTHERS.isdisjoint(common))
    return len(plates) >= _LEAST_CELLS and is_mixed
