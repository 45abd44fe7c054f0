"""Where things lie, what belongs to the program, the clock and the lists of names."""

import sys
from datetime import datetime

import pytest

from steward.store import names, resources
from steward.store.clock import SystemClock
from steward.store.places import Places
from steward.vocabulary.ports import Clock


def test_one_variable_moves_everything(tmp_path, monkeypatch):
    monkeypatch.setenv("STEWARD_HOME", str(tmp_path / "elsewhere"))
    places = Places.find()
    everything = (places.settings, places.drafts, places.outbox, places.practice_queue, places.practice_portal, places.memory,
                  places.workspaces, places.log_file)
    assert all(place.is_relative_to(tmp_path / "elsewhere") for place in everything)
    assert len(set(everything)) == len(everything)


def test_a_folder_that_is_named_goes_before_the_variable(tmp_path):
    assert Places.find(tmp_path / "demo").drafts == tmp_path / "demo/drafts"


def test_without_the_variable_the_system_says_where(monkeypatch):
    monkeypatch.delenv("STEWARD_HOME")
    places = Places.find()
    assert "steward" in str(places.data).lower()
    assert "roaming" not in str(places.data).lower()


def test_finding_the_places_makes_nothing(own_home):
    Places.find()
    assert not own_home.exists()


def test_a_resource_is_read_as_text_bytes_and_path():
    text = resources.resource_text("bureaus.csv")
    assert text.startswith("id,")
    assert resources.resource_bytes("bureaus.csv") == resources.resource_path("bureaus.csv").read_bytes()
    assert "bureaus.csv" in resources.resource_names(".")


@pytest.mark.parametrize("name", ["none.json", "../pyproject.toml", "/etc/hostname", "policy/../../pyproject.toml"])
def test_what_does_not_belong_to_the_program_is_missing(name):
    with pytest.raises(resources.ResourceMissing):
        resources.resource_text(name)


def test_the_frozen_program_and_the_wheel_have_their_own_folder(tmp_path, monkeypatch):
    for folder in ("resources", "_resources"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "own.txt").write_bytes(folder.encode() + b"\r\n")
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    assert resources.resource_text("own.txt") == "_resources\n"
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.resource_text("own.txt") == "resources\n"


def test_a_resource_that_is_no_text_is_missing(tmp_path, monkeypatch):
    (tmp_path / "_resources").mkdir()
    (tmp_path / "_resources/x").write_bytes(b"\xff\xfe\xff")
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    with pytest.raises(resources.ResourceMissing):
        resources.resource_text("x")


def test_the_clock_tells_moments_with_offset_and_dates():
    clock: Clock = SystemClock()
    assert datetime.fromisoformat(clock.now()).utcoffset().total_seconds() == 0
    assert len(clock.today()) == len("2026-11-23")


def test_the_lists_of_names_are_upper_case_words():
    assert {"MARIA", "JAMES"} <= names.first_names()
    assert {"SMITH", "GARCIA"} <= names.surnames()
    assert all(name.isupper() and name.isalpha() for name in names.first_names() | names.surnames())


def test_each_queue_has_a_memory_of_its_own():
    places = Places.find()
    one, other = places.memory_of("\\\\server\\queue"), places.memory_of("\\\\server\\other")
    assert one == places.memory_of("\\\\server\\queue") != other
    assert one.parent == places.memory
