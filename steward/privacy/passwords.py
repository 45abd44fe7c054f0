"""Tells passwords under a header that says nothing: letters, digits and signs in one word, as no code mixes them."""

import re
from collections import Counter

from steward.privacy.evidence import Evidence

_WORD = re.compile(r"(?=\S*[A-Za-z])(?=\S*[0-9])[A-Za-z0-9!#$%^&*?_@()+=~<>{}\[\]]{6,24}")
_SIGNED = re.compile(r"[A-Za-z0-9]*[!#$%^&*?_@()+=~<>{}\[\]]\S*")
_MOST, _SOME, _FEWEST, _LEAST_FORMS = 0.85, 0.4, 20, 3
_SIGNS = re.compile(r"[A-Za-z]+|[0-9]+")


def are_likely(evidence: Evidence) -> bool:
    """Return whether nearly all cells are one word of letters and digits, many with signs, in forms that no numbering has."""
    if evidence.reading.has("asset", "statistic") or evidence.profile.type != "string":
        return False
    cells = [str(cell).strip() for cell in evidence.sample.to_pylist()]
    words = [cell for cell in cells if _WORD.fullmatch(cell)]
    if len(words) < max(_FEWEST, _MOST * len(cells)):
        return False
    signs = Counter(_SIGNS.sub("", cell) for cell in words if _SIGNED.fullmatch(cell))
    lengths = {len(cell) for cell in words}
    return signs.total() >= _SOME * len(words) and len(signs) >= _LEAST_FORMS and len(lengths) >= _LEAST_FORMS
