"""Tells races by their letters under a header that says nothing or one letter, in tables about people."""

from steward.privacy.evidence import Evidence

_BOTH, _BESIDE = frozenset("WB"), frozenset("HAI")
# Source: NCIC Code Manual, field RAC; H, N, P, O and M as police forms add them, and the groups of OMB Directive 15 cut short.
_CODES = frozenset("WBHAIUONPMX") | {"AI", "AN", "AIAN", "AA", "NH", "PI", "NHPI", "API", "HL", "ME", "MENA", "2+", "TM", "TR",
                                     "NR", "UNK", "DK", "OTH", "NA"}
_LEAST_ROWS = 10


def are_likely(evidence: Evidence) -> bool:
    """Return whether the cells are W and B, with the usual codes beside them, and the header speaks of nothing."""
    if not evidence.reading.is_meaningless or evidence.profile.filled < _LEAST_ROWS or len(evidence.sample) > len(_CODES):
        return False
    codes = {text.strip().upper() for text in evidence.sample.to_pylist()}
    return codes >= _BOTH and codes <= _CODES and not codes.isdisjoint(_BESIDE)
