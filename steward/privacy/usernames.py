"""Tells names that people sign in with under a header that says nothing: an initial and a family name in one word."""

from steward.privacy.evidence import Evidence

_FEWEST, _MADE, _WORDS = 20, 0.45, 0.95


def are_likely(evidence: Evidence) -> bool:
    r"""Return whether nearly each row has another word, and most are made of a name: "mquinn4", "ROSE\\mquinn"."""
    reading, profile = evidence.reading, evidence.profile
    if profile.type != "string" or evidence.is_repeated or len(evidence.sample) < _FEWEST:
        return False
    if reading.roles or reading.strong - {"username"} or reading.about:
        return False
    sight = evidence.sight("username")
    return sight.whole >= _WORDS and sight.proven >= _MADE and evidence.sight("person_name").told < sight.proven
