"""Tells passwords under a header that says nothing: letters, digits and signs in one word, as no code mixes them."""

import re
from collections import Counter

from steward.privacy.evidence import Evidence

_SHAPE = re.compile(r"(?=\S*[A-Za-z])(?=\S*[0-9])(?=\S*[!#$%^&*?_])[A-Za-z0-9!#$%^&*?_]{6,24}")
_MOST, _FEWEST, _LEAST_FORMS = 0.9, 20, 3
_SIGNS = re.compile(r"[A-Za-z]+|[0-9]+")


def are_likely(evidence: Evidence) -> bool:
    """Return whether nearly all cells are one word of letters, digits and signs, in forms that no numbering has."""
    if evidence.reading.has("asset", "statistic") or evidence.profile.type != "string":
        return False
    cells = [str(cell).strip() for cell in evidence.sample.to_pylist()]
    signed = [cell for cell in cells if _SHAPE.fullmatch(cell)]
    signs = Counter(_SIGNS.sub("", cell) for cell in signed)
    lengths = {len(cell) for cell in signed}
    return len(signed) >= max(_FEWEST, _MOST * len(cells)) and len(signs) >= _LEAST_FORMS and len(lengths) >= _LEAST_FORMS
