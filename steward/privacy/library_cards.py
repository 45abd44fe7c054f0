"""Tells the cards of library patrons under a header that says nothing, or no more than "Card".

Source: 14-digit Codabar labels of libraries: a 2 for a patron (3 for an item), four digits of the library, eight more and a
check digit.
"""

import re

from steward.privacy.evidence import Evidence

_CARD = re.compile(r"2[0-9]{13}")
_CALLED = frozenset(("card", "barcode", "patron", "borrower", "cardholder", "member"))
_MOST, _FEWEST, _LIBRARIES, _NEARLY_EACH = 0.95, 20, 12, 0.95


def are_called_cards(evidence: Evidence) -> bool:
    """Return whether a header says that somebody carries them, whatever one row is about: a loan, a fine, a visit."""
    return not _CALLED.isdisjoint(evidence.reading.words)


def are_likely(evidence: Evidence) -> bool:
    """Return whether nearly each row has another card number, of a few libraries."""
    profile = evidence.profile
    if evidence.reading.has("statistic") or (profile.distinct_count or 0) < _NEARLY_EACH * max(_FEWEST, profile.filled):
        return False
    cards = [cell for cell in map(str.strip, evidence.sample.to_pylist()) if _CARD.fullmatch(cell)]
    return len(cards) >= _MOST * len(evidence.sample) and len({card[:5] for card in cards}) <= _LIBRARIES
