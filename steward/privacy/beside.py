"""Tells what a column is by the one beside it: an account number beside a routing number is a bank's."""

from collections.abc import Sequence
from dataclasses import replace

from steward.privacy.evidence import Evidence
from steward.privacy.spans import matches

_NAMING = frozenset(("account", "bank"))
_BANK, _LAWFUL, _NEAR, _SIGNED = "bank_account", 0.95, 2, 4
_ENOUGH, _NEARLY_EACH, _LONG_NUMBER = 30, 0.7, r"^\s*[0-9]{7,17}\s*$"


def with_neighbors(evidences: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence of all columns of a table; accounts near routing numbers are named as a bank's. Same order."""
    routings = [place for place, evidence in enumerate(evidences) if is_routing(evidence)]
    return [_as_bank(evidence) if any(_is_account_of(evidence, place - other) for other in routings) else evidence
            for place, evidence in enumerate(evidences)]


def _is_account_of(evidence: Evidence, distance: int) -> bool:
    """Return whether a column that many columns after a routing number holds its accounts."""
    return (0 < abs(distance) <= _NEAR and _is_account(evidence)) or (distance == 1 and _may_be_account(evidence))


def is_routing(evidence: Evidence) -> bool:
    """Return whether the cells are routing numbers by their check digit, more of them than chance gives."""
    is_told = _BANK in evidence.reading.strong or len(evidence.sample) >= _SIGNED
    return is_told and evidence.sight(_BANK).cued >= _LAWFUL


def _is_account(evidence: Evidence) -> bool:
    reading = evidence.reading
    is_named = not _NAMING.isdisjoint(reading.words)
    return is_named and not reading.has("asset") and evidence.sight(_BANK).whole >= _LAWFUL


def _may_be_account(evidence: Evidence) -> bool:
    """Return whether a header says nothing, and nearly each row has another long number that is no telephone or SSN."""
    profile = evidence.profile
    is_varied = profile.filled >= _ENOUGH and (profile.distinct_count or 0) >= _NEARLY_EACH * profile.filled
    is_number = profile.type in ("integer", "string") and bool(matches(evidence.sample, _LONG_NUMBER).all())
    is_other = any(evidence.sight(kind).proven >= _LAWFUL for kind in ("phone", "ssn"))
    return evidence.reading.is_meaningless and is_varied and is_number and not is_other


def _as_bank(evidence: Evidence) -> Evidence:
    reading = evidence.reading
    return replace(evidence, reading=replace(reading, strong=reading.strong - {"person_id"} | {_BANK},
                                             weak=reading.weak - {"person_id", _BANK}, against=reading.against - {_BANK}))
