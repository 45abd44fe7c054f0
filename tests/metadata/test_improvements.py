"""What would make a record better comes in order of worth, and never as a number."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.examine import examine
from steward.metadata.improvements import WORTH, improvements
from steward.metadata.record import ELEMENT_IDS
from steward.vocabulary.tier import Tier
from tests.metadata.samples import complete_record, program_profile, program_vocabularies


def told(**changes):
    found = examine(complete_record(**changes), program_profile(), program_vocabularies())
    return [finding.column for finding in improvements(found)]


def test_a_complete_record_needs_nothing():
    assert told() == []


def test_what_looks_wrong_comes_before_what_is_only_missing_and_each_question_once():
    assert told(purpose="", keywords=("data", "Data"), description="Counts.") == ["description", "keywords", "purpose"]


def test_what_stands_in_the_way_is_not_a_hint():
    assert told(title="", license="") == []


def test_every_question_of_worth_is_one_of_the_record():
    assert set(WORTH) <= set(ELEMENT_IDS)


@given(st.permutations(range(6)))
def test_the_order_does_not_hang_on_the_order_of_the_findings(order):
    found = examine(complete_record(purpose="", keywords=("data",), granularity="", known_limits="", theme=(), equity=""),
                    program_profile(), program_vocabularies())
    found = [replace(finding, tier=Tier.NOTE) for finding in found]
    mixed = [found[place] for place in order if place < len(found)]
    wanted = [finding.column for finding in improvements(found) if finding in mixed]
    assert [finding.column for finding in improvements(mixed)][:len(wanted)] == wanted
