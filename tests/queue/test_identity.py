"""Ids that can be read aloud and do not clash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.queue.identity import LETTERS, is_submission_id, new_event_id, new_submission_id


@given(st.text())
def test_whatever_the_bureau_is_called_the_id_is_a_plain_name(bureau):
    name = new_submission_id(bureau)
    assert is_submission_id(name)
    assert name.isascii()
    assert len(name) <= 17


def test_an_id_begins_with_the_bureau():
    assert new_submission_id("pbot").startswith("PBOT-")
    assert new_submission_id("PF&R").startswith("PFR-")


def test_no_letter_looks_like_another():
    assert not set(LETTERS) & set("01OIL")


def test_ids_differ():
    assert len({new_submission_id("PBOT") for _ in range(1000)}) == 1000
    assert len({new_event_id() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("name", ["PBOT-7F3K2", "PBOT-7F3K2QQ", "-7F3K2Q", "PBOT_7F3K2Q", "PBOT-7f3k2q", "ÄÄ-7F3K2Q",
                                  "A.B-7F3K2Q"])
def test_other_names_are_no_ids(name):
    assert not is_submission_id(name)
