"""What stands around the core is made once, and goes with the house."""

import threading
from dataclasses import replace

import pytest

from steward.tasks import house as houses
from steward.tasks.house import House, Kept


def test_what_several_threads_ask_for_at_once_is_made_once():
    kept, begun, made, got = Kept(), threading.Barrier(4), [], []

    def ask():
        begun.wait(10)
        got.append(kept.once(("queue",), lambda: made.append("made") or object()))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert made == ["made"]
    assert len({id(each) for each in got}) == 1


def test_what_could_not_be_made_is_made_at_the_next_asking():
    kept = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.once(("queue",), lambda: 1 // 0)
    assert kept.once(("queue",), lambda: "made") == "made"


def test_a_house_with_other_settings_shares_the_tables_also_where_they_are_made_later(tmp_path):
    with House.open(tmp_path / "home") as house:
        other = house.with_settings(replace(house.settings, name="A. Clerk"))
        assert house.acted_by("b", "B").workspace == other.workspace == house.workspace


def test_closing_the_first_house_takes_away_the_tables_that_a_later_one_made(tmp_path):
    house = House.open(tmp_path / "home")
    folder = house.with_settings(house.settings).workspace
    house.close()
    assert not folder.exists()


def test_a_computer_that_tells_no_login_still_has_an_actor(tmp_path, monkeypatch):
    import getpass

    def nobody():
        raise ModuleNotFoundError("pwd")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert houses._login_of_system() == "unknown"
