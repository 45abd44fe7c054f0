"""Columns are looked at together."""

from steward.privacy import spans
from steward.privacy.examine import examine
from steward.privacy.recognizers import _recognizer
from steward.table import together as looked_at
from steward.vocabulary.progress import Silence
from tests.privacy.tables import make_profile

MIXED = {"Contact": ["ann@example.com", "bob@example.org", ""], "Zone": ["R1", "R2", "C3"], "Score": ["1", "2", "n/a"],
         "Remarks": ["SSN 536-22-8726 on file", "quiet", "call 503-555-0142"], "Phone": ["(503) 555-0142"] * 3,
         "Blank": [""] * 3}


def test_columns_looked_at_together_get_the_verdicts_they_get_alone(knowledge, monkeypatch):
    together = examine(make_profile(MIXED), knowledge, Silence())
    monkeypatch.setattr(looked_at, "MOST_TOGETHER", 1)
    alone = examine(make_profile(MIXED), knowledge, Silence())
    assert {harm.kind for verdict in together.columns for harm in verdict.harmful} >= {"email", "ssn", "phone"}
    assert together.columns == alone.columns
    assert together.findings == alone.findings


def test_a_hundred_small_columns_need_no_more_patterns_than_one(knowledge, monkeypatch):
    made_ready = []
    monkeypatch.setattr(_recognizer, "matches",
                        lambda values, pattern: made_ready.append(pattern) or spans.matches(values, pattern))
    examine(make_profile({"Zone 0": ["R1", "R2"]}), knowledge, Silence())
    for_one = len(made_ready)
    examine(make_profile({f"Zone {number}": ["R1", "R2"] for number in range(100)}), knowledge, Silence())
    assert 0 < len(made_ready) == 2 * for_one
