"""The front door."""

import pytest

import steward.__main__ as front


@pytest.mark.parametrize(("platform", "environment", "expected"), [
    ("linux", {}, False), ("linux", {"DISPLAY": ":0"}, True), ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
    ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True), ("linux", {"DISPLAY": ""}, False), ("win32", {}, True),
    ("darwin", {}, True),
])
def test_a_screen_is_looked_for_where_there_may_be_none(platform, environment, expected):
    assert front.has_screen(platform, environment) is expected


def test_without_a_screen_one_sentence_says_what_works(monkeypatch, capsys):
    monkeypatch.setattr(front.sys, "argv", ["steward"])
    monkeypatch.setattr(front, "has_screen", lambda *_given: False)
    assert front.main() == 4
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "--help" in said.err


def test_words_are_handed_to_the_commands(monkeypatch, capsys):
    monkeypatch.setattr(front.sys, "argv", ["steward", "self-check", "--json"])
    assert front.main() == 0
    assert capsys.readouterr().out.startswith("{")
