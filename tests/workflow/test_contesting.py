"""When a request to let a block pass stands, and what a release reaches."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.positions import Positions
from steward.vocabulary.tier import Tier
from steward.workflow.contesting import Contest, contest_of, mark_of, rows_of, unreleased
from steward.workflow.needs import is_open
from tests.workflow.test_needs import DRAFT, found

BLOCK = replace(found(Tier.BLOCK, kind="ssn", column="Permit"), count=2, rows=Positions([4, 7]))


def asking(finding=BLOCK):
    return DRAFT.with_decision(Decision(kind=finding.kind, column=finding.column, choice=Choice.CONTEST, reason="Permits.",
                                        by="p", at="now", about=mark_of(finding)))


def sealed(finding=BLOCK, **changes):
    return replace(Contest(kind=finding.kind, column=finding.column, count=finding.count, rows=rows_of(finding), shapes=(),
                           reason="Permits.", by="p", at="now"), **changes)


def test_a_contested_block_no_longer_stands_in_the_way_of_sending():
    assert is_open(DRAFT, BLOCK)
    assert not is_open(asking(), BLOCK)


@pytest.mark.parametrize("change", [{"count": 3}, {"rows": Positions([4, 8])}, {"rows": Positions([4, 7, 8]), "count": 3},
                                    {"parts": Positions([0, 1])}, {"column": "Other"}, {"kind": "itin"}])
def test_a_request_is_void_where_the_finding_is_another(change):
    assert is_open(asking(), replace(BLOCK, **change))


def test_an_answer_that_keeps_it_is_no_request():
    kept = Decision(kind="ssn", column="Permit", choice=Choice.KEEP, reason="x", by="p", at="now", about=mark_of(BLOCK))
    assert contest_of(DRAFT.with_decision(kept), BLOCK) is None
    assert is_open(DRAFT.with_decision(kept), BLOCK)


@given(st.lists(st.integers(0, 2**40), max_size=6), st.lists(st.integers(0, 2**40), max_size=6))
def test_rows_are_told_apart(one, other):
    first, second = (rows_of(replace(BLOCK, rows=Positions(rows))) for rows in (one, other))
    assert (first == second) is (one == other)


def test_a_release_reaches_the_request_that_it_names_and_nothing_else():
    passed = (sealed().of("candidate"),)
    assert unreleased([BLOCK], [sealed()], passed, "candidate") == ()
    assert unreleased([BLOCK], [sealed()], passed, "another") == (BLOCK,)
    assert unreleased([BLOCK], [sealed(rows="0")], passed, "candidate") == (BLOCK,)
    assert unreleased([BLOCK], [], passed, "candidate") == (BLOCK,)
    assert unreleased([BLOCK], [sealed()], (), "candidate") == (BLOCK,)


def test_a_request_for_fewer_rows_than_were_found_frees_nothing():
    few = sealed(count=1)
    assert unreleased([BLOCK], [few], (few.of("c"),), "c") == (BLOCK,)


def test_a_block_that_nobody_contested_is_named_whatever_was_released():
    other = replace(BLOCK, column="Notes")
    assert unreleased([BLOCK, other], [sealed()], (sealed().of("c"),), "c") == (other,)
