"""Slips of the finger are told, other words are left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.examine import examine
from steward.metadata.spelling import nearly
from tests.metadata.samples import complete_record, program_profile, program_vocabularies

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=7, max_size=14)


def told(**changes):
    found = examine(complete_record(**changes), program_profile(), program_vocabularies())
    return [one.words.what.show() for one in found if one.kind == "metadata-keyword-spelling"]


@given(WORDS, st.data())
def test_one_slip_within_a_word_is_known_again(word, data):
    place = data.draw(st.integers(1, len(word) - 3))
    slips = {word[:place] + word[place + 1] + word[place] + word[place + 2:], word[:place] + word[place + 1:],
             word[:place] + word[place] * 2 + word[place + 1:], word[:place] + "é" + word[place + 1:]}
    for slip in slips - {word}:
        if len(slip) >= 7 and slip[0] == word[0]:
            assert nearly(slip, {word, "bridges"}) == word


@given(st.text(max_size=12), st.frozensets(st.text(max_size=12), max_size=6))
def test_a_known_word_is_near_to_none_and_every_answer_is_a_known_word(word, known):
    assert nearly(word, known | {word.casefold()}) == ""
    assert nearly(word, known) in known | {""}


@pytest.mark.parametrize(("word", "known"), [
    ("permits", "permit"), ("permitted", "permit"), ("fires", "hires"), ("fires", "fines"), ("trees", "three"), ("bus", "bsu"),
    ("parking", "parting"[:-1])])
def test_plurals_endings_and_short_words_are_left_in_peace(word, known):
    assert nearly(word, {known}) == ""


def test_a_keyword_is_held_against_the_words_of_the_program():
    assert told(keywords=("fire incident", "resuce")) == ['A keyword is nearly the word "rescue", but for a letter or two.']
    assert not told(keywords=("fire incident", "rescue"))


def test_a_word_that_only_the_record_has_is_not_repeated():
    (sentence,) = told(title="Zweibrücken visits", keywords=("zwiebrücken",))
    assert "zwei" not in sentence.casefold()
