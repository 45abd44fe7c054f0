import json

from steward.commands import run


def no_window(_folder):
    raise AssertionError("no window was asked for")


def test_every_kind_of_part_is_named(capsys):
    assert run(["self-check", "--json"], no_window) == 0
    found = json.loads(capsys.readouterr().out)["discovered"]
    assert all(found.values())
    assert "email" in found["recognizers"]
    assert "leave_out_column" in found["remedies"]
    assert "privacy" in found["prepare pages"]
    assert "self_check" in found["commands"]


def test_the_words_name_the_same_parts(capsys):
    run(["self-check"], no_window)
    said = capsys.readouterr().out
    assert "recognizers (" in said
    assert "pyarrow" in said
