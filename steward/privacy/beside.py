"""Tells what a column is by the one beside it: an account number beside a routing number is a bank's."""

from collections.abc import Sequence
from dataclasses import replace

from steward.privacy.evidence import Evidence

_NAMING = frozenset(("account", "bank"))
_BANK, _LAWFUL, _NEAR, _SIGNED = "bank_account", 0.95, 2, 4


def with_neighbors(evidences: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence of all columns of a table; accounts near routing numbers are named as a bank's. Same order."""
    routings = [place for place, evidence in enumerate(evidences) if _is_routing(evidence)]
    return [_as_bank(evidence) if any(0 < abs(place - other) <= _NEAR and _is_account(evidence) for other in routings)
            else evidence for place, evidence in enumerate(evidences)]


def _is_routing(evidence: Evidence) -> bool:
    """Return whether the cells are routing numbers by their check digit, more of them than chance gives."""
    is_told = _BANK in evidence.reading.strong or len(evidence.sample) >= _SIGNED
    return is_told and evidence.sight(_BANK).cued >= _LAWFUL


def _is_account(evidence: Evidence) -> bool:
    reading = evidence.reading
    is_named = not _NAMING.isdisjoint(reading.words)
    return is_named and not reading.has("asset") and evidence.sight(_BANK).whole >= _LAWFUL


def _as_bank(evidence: Evidence) -> Evidence:
    reading = evidence.reading
    return replace(evidence, reading=replace(reading, strong=reading.strong - {"person_id"} | {_BANK},
                                             weak=reading.weak - {"person_id", _BANK}, against=reading.against - {_BANK}))
