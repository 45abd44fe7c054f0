"""Names people sign in with. Source: ORS 646A.602, category 2 (user name with a means to sign in)."""

import re
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from steward.privacy.knowledge import Knowledge
from steward.privacy.recognizers._recognizer import ByPattern, Needs
from steward.privacy.spans import Spans, judged, pick

SEEN = ("jdoe42", "maria.q", "CITY\\jdoe", "@rosegarden")
NOT_SEEN = ("Parks and Recreation", "2024-01-05", "12")
_MADE = re.compile(r"(?:[a-z]+\\)?([a-z]+)(?:[._-]?([a-z]+))?[0-9]{0,4}", re.IGNORECASE)
_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Username(ByPattern):
    """Spots single words; `proven` are those made of an initial or given name and a listed family name."""

    def spot(self, values: pa.Array, knowledge: Knowledge) -> Spans:
        """Return what is seen in the values."""
        spans = ByPattern.spot(self, values, knowledge)
        if not len(spans.places):
            return spans
        made = judged(pick(values, spans.places), lambda text: _is_made_of_names(text, knowledge))
        return replace(spans, proven=made, cued=np.zeros(len(made), np.bool_))


def _is_made_of_names(text: str, knowledge: Knowledge) -> bool:
    """Return whether a word is an initial before a family name, as "mquinn4", or two names joined by a sign."""
    if text.startswith("@"):   # as the handles of networks are written
        return True
    parts = _MADE.fullmatch(text.strip().upper())
    if parts is None:
        return False
    first, second = parts.groups()
    if second:
        return second in knowledge.surnames or first in knowledge.surnames
    return len(first) > _SHORTEST and first[1:] in knowledge.surnames and first not in knowledge.first_names


RECOGNIZER = Username(
    kind="username", family="number", core=r"@?(?:[A-Za-z]+\\)?[A-Za-z][A-Za-z0-9._-]{2,40}",
    left=r"(?:^\s*)", right=r"(?:\s*$)", needs=Needs(strong=0.6, weak=0.6))
