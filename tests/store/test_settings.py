"""Settings: typed, whole, and kept even where a newer Steward wrote more of them."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.store.places import Places
from steward.store.settings import Settings, load_settings, save_settings, settings_from_json, settings_to_json
from steward.vocabulary.errors import Trouble
from steward.vocabulary.people import Role
from tests.disk.faults import FAULTS, FaultyDisk, denied


@pytest.fixture
def places():
    return Places.find()


def written(places):
    return json.loads(places.settings.read_text(encoding="utf-8"))


def test_a_fresh_install_is_in_practice(places):
    loaded = load_settings(places)
    assert loaded.settings == Settings()
    assert loaded.settings.is_practice
    assert not loaded.note.text


def test_what_is_saved_is_loaded(places):
    settings = Settings(login="rhea", name="Rhea Dow", roles=(Role.STEWARD, Role.COORDINATOR), bureau="PBOT", queue_folder="Q",
                        small_group=20, onboarding_seen=True, language="es")
    save_settings(places, settings)
    assert load_settings(places).settings == settings
    assert not settings.is_practice


SIMPLE = {each.name: {str: st.text(), int: st.integers(2, 10**6), bool: st.booleans()}[type(getattr(Settings(), each.name))]
          for each in fields(Settings) if each.name not in {"roles", "others"}}


@given(st.fixed_dictionaries(SIMPLE), st.lists(st.sampled_from(Role), min_size=1, unique=True))
def test_all_settings_come_back_from_json(values, roles):
    settings = Settings(**values, roles=tuple(roles))
    assert settings_from_json(json.loads(json.dumps(settings_to_json(settings)))) == settings


def test_what_a_newer_steward_added_is_kept(places):
    save_settings(places, Settings())
    places.settings.write_text(json.dumps({**written(places), "of_tomorrow": {"x": True}}), encoding="utf-8")
    save_settings(places, replace(load_settings(places).settings, name="Rhea"))
    assert written(places)["of_tomorrow"] == {"x": True}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"login": "rhea"}', b"\xff", b"\0" * 99])
def test_a_broken_file_is_set_aside_and_said(places, content):
    places.data.mkdir(parents=True)
    places.settings.write_bytes(content)
    loaded = load_settings(places)
    assert loaded.settings == Settings()
    assert "settings.set-aside.json" in str(loaded.note)
    assert (places.data / "settings.set-aside.json").read_bytes() == content
    assert not load_settings(places).note.text


def test_one_setting_of_the_wrong_type_does_not_throw_out_the_rest():
    found = settings_from_json({"format": 1, "name": "Rhea", "small_group": "eleven", "onboarding_seen": 1, "roles": ["king"]})
    assert found == Settings(name="Rhea")


def test_a_group_of_one_is_no_small_group():
    assert settings_from_json({"format": 1, "small_group": 1}).small_group == 11


def test_blanks_are_no_queue_folder():
    assert Settings(queue_folder="  ").is_practice


@pytest.mark.parametrize("fault", FAULTS)
def test_trouble_while_saving_leaves_the_old_settings(places, fault):
    save_settings(places, Settings(name="Rhea"))
    for step in range(1, 5):
        with pytest.raises(Trouble):
            save_settings(places, Settings(name="Other"), FaultyDisk(step, fault))
        assert load_settings(places).settings.name == "Rhea"


def test_settings_that_may_not_be_read_are_no_broken_settings(places):
    class Locked(FaultyDisk):
        def read_if_there(self, _path):
            from steward.disk.trouble import trouble_of
            raise trouble_of(denied(), self.place)

    save_settings(places, Settings(name="Rhea"))
    with pytest.raises(Trouble):
        load_settings(places, Locked())
    assert load_settings(places).settings.name == "Rhea"


def test_a_person_acts_under_their_name_or_else_their_sign_in():
    assert Settings(login="rhea", name="Rhea Dow").actor(Role.STEWARD).name == "Rhea Dow"
    assert Settings(login="rhea").actor(Role.STEWARD).name == "rhea"
