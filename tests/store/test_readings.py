"""What is remembered of how files were read: bounded, without a word of the files, and never in the way."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.store.places import Places
from steward.store.readings import MOST, Readings, Remembered, forget_readings, load_readings, save_readings

ONE = Remembered(file="aa", guess="bb", labels="cc", sheet="dd", encoding="cp1252", delimiter=";", quoting="blank",
                 header_rows=(4,), cuts=(11, 25), region=(4, 1, 0, 3), below=("ee",))


@pytest.fixture
def places(tmp_path):
    return Places.find(tmp_path / "home")


def test_nothing_is_remembered_at_first(places):
    assert load_readings(places).kept == ()


def test_what_is_kept_comes_back_with_its_key(places):
    readings = load_readings(places).with_one(ONE)
    save_readings(places, readings)
    assert load_readings(places) == readings


def test_a_newer_reading_of_such_files_takes_the_place_of_the_older():
    newer = Remembered(file="aa", guess="bb", labels="zz")
    other = Remembered(file="xx", guess="bb", labels="yy")
    readings = Readings(key="00").with_one(ONE).with_one(other).with_one(newer)
    assert readings.kept == (newer, other)
    assert readings.without("aa").kept == (other,)


def test_no_more_than_so_many_are_kept_and_the_newest_stay():
    readings = Readings(key="00")
    for number in range(MOST + 20):
        readings = readings.with_one(Remembered(file=str(number), guess="", labels=""))
    assert len(readings.kept) == MOST
    assert readings.kept[0].file == str(MOST + 19)


def test_files_are_known_by_their_name_or_by_what_was_guessed():
    readings = Readings(key="00").with_one(ONE)
    assert readings.fitting("aa", "") == readings.fitting("", "bb") == (ONE,)
    assert readings.fitting("bb", "aa") == ()


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=4))
def test_a_mark_is_the_same_for_the_same_texts_only(first, second):
    readings = Readings(key="ab" * 32)
    assert (readings.mark(*first) == readings.mark(*second)) == (first == second)


def test_another_computer_makes_another_mark(places, tmp_path):
    here, there = load_readings(places), load_readings(Places.find(tmp_path / "other"))
    assert here.mark("Salary") != there.mark("Salary")


def test_forgetting_takes_the_file_away_and_may_be_asked_twice(places):
    save_readings(places, load_readings(places).with_one(ONE))
    forget_readings(places)
    forget_readings(places)
    assert not places.readings.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"format": 2}', b"\xff\xfe", b"[" * 100_000,
                                     b'{"format": 1, "key": "zz", "kept": []}', b'{"format": 1, "key": "00", "kept": []}'])
def test_a_file_of_another_form_counts_as_nothing(places, content):
    places.data.mkdir(parents=True)
    places.readings.write_bytes(content)
    assert load_readings(places).kept == ()


@pytest.mark.parametrize("slip", [{"file": 3}, {"labels": None}, {"header_rows": [-1]}, {"header_rows": "4"},
                                  {"region": [1, 2]}, {"region": [1, 2, True, 4]}, {"below": [3]}, {"encoding": []},
                                  {"header_rows": [1] * 1000}])
def test_one_that_is_not_of_our_form_is_passed_over_and_the_rest_stays(places, slip):
    readings = load_readings(places).with_one(ONE).with_one(Remembered(file="1", guess="2", labels="3"))
    save_readings(places, readings)
    found = json.loads(places.readings.read_text())
    found["kept"][0] |= slip
    places.readings.write_text(json.dumps(found))
    assert load_readings(places).kept == (ONE,)
