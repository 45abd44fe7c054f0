"""Tells genders by their letters under a header that says nothing, in tables about people."""

from steward.privacy.evidence import Evidence

_BOTH = frozenset("MF")
# Source: NCIC Code Manual, field SEX; X, N and O beside it, and what forms add for other and no answers.
_CODES = frozenset("MFXUNO") | {"NB", "GQ", "GNC", "TM", "TF", "TW", "NR", "NS", "UNK", "DK", "NA"}
_LEAST_ROWS = 10


def are_likely(evidence: Evidence) -> bool:
    """Return whether the cells are M and F, with the usual codes beside them, and the header speaks of nothing."""
    if not evidence.reading.is_meaningless or evidence.profile.filled < _LEAST_ROWS or len(evidence.sample) > len(_CODES):
        return False
    codes = {text.strip().upper() for text in evidence.sample.to_pylist()}
    return codes >= _BOTH and codes <= _CODES
