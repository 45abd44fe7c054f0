"""Tells tables whose headers stand above the wrong columns, as where cells were shifted or a form served something else."""

from collections.abc import Sequence
from dataclasses import replace

from steward.privacy.evidence import Evidence
from steward.privacy.headers import HeaderReading

_FEWEST, _FITTING, _HARDLY, _LEAST_ROWS = 3, 0.5, 0.02, 10
_PLAIN = frozenset(("email", "phone", "ssn", "age", "gender", "date_of_birth", "home_address", "zip_code", "vin",
                    "credit_card"))


def with_doubted_headers(evidences: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence of all columns; where no header that names a kind fits and several do not, headers rule nothing out.

    Kinds that cells show plainly are asked only: one may name a health or a name that no list holds. Same order.
    """
    seen = [max(evidence.sight(kind).seen for kind in kinds) for evidence in evidences
            if (kinds := evidence.reading.strong & _PLAIN) and _is_text(evidence)]
    if sum(share < _HARDLY for share in seen) < _FEWEST or any(share >= _FITTING for share in seen):
        return list(evidences)
    return [replace(evidence, reading=_doubted(evidence.reading)) for evidence in evidences]


def _doubted(reading: HeaderReading) -> HeaderReading:
    none = frozenset[str]()
    return replace(reading, never=none, against=none, roles=none)


def _is_text(evidence: Evidence) -> bool:
    """Return whether cells may be anything: numbers under "Age" or "Veterans" count people, and are no mistake."""
    is_loose = evidence.profile.type == "string" and not evidence.reading.has("statistic")
    return is_loose and evidence.profile.filled >= _LEAST_ROWS
