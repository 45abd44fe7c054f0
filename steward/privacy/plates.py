"""Tells license plates under a header that says nothing: forms of several states mix; codes have one."""

import re
from collections import Counter

from steward.privacy.evidence import Evidence

_LETTER, _DIGIT = re.compile("[A-Z]"), re.compile("[0-9]")
_OREGON, _OTHERS = "999AAA", frozenset(("AAA9999", "AAA999", "9AAA999"))   # no numbering has both
# "WA-733KNC": the police write the state first.
_STATE = re.compile(r"(?:A[KLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT"
                    r"|V[AT]|W[AIVY])[- ](?=[A-Z0-9 -]{5,8}$)")
_LAWFUL_FORMS = ("999AAA", "AAA999", "AAA9999", "9AAA999", "A999999", "AA99999", "9A99999")
_MOSTLY, _WITH_STATE = 0.7, 0.2   # of the cells
_LAWFUL, _LEAST_CELLS, _LEAST_FORMS, _LEAST_SHARE = 0.9, 30, 3, 0.05


def are_likely(evidence: Evidence) -> bool:
    """Return whether nearly all cells have the form of a plate, in at least three forms that are each common.

    Source: Oregon DMV, Washington DOL, California DMV and Idaho ITD, standard passenger plates.
    """
    return not evidence.reading.has("asset", "animal", "product", "place") and have_forms(evidence)


def have_forms(evidence: Evidence) -> bool:
    """Return the same whatever the header says."""
    if len(evidence.sample) < _LEAST_CELLS:
        return False
    written = [text.strip() for text in evidence.sample.to_pylist()]
    plates = [_STATE.sub("", text) for text in written]
    are_stated = sum(map(str.__ne__, written, plates)) >= _WITH_STATE * len(plates)
    if not are_stated and evidence.sight("license_plate").proven < _LAWFUL:
        return False
    forms = Counter(_DIGIT.sub("9", _LETTER.sub("A", plate.strip().replace(" ", "").replace("-", ""))) for plate in plates)
    common = [form for form, count in forms.items() if count >= _LEAST_SHARE * len(plates)]
    if are_stated and sum(forms[form] for form in _LAWFUL_FORMS) < _MOSTLY * len(plates):
        return False
    return len(common) >= _LEAST_FORMS or (_OREGON in common and not _OTHERS.isdisjoint(common))
