"""Records without data, as a script seals them."""

import json

import pytest

from steward.commands import run
from steward.store.resources import resource_path


def no_window(_folder):
    raise AssertionError("no window was asked for")


@pytest.fixture
def record(tmp_path):
    document = json.loads(resource_path("samples/prepare/record.json").read_text(encoding="utf-8"))
    document |= {"data_status": "restricted", "status_reason": "It names people who asked for help.",
                 "legal_basis": ["ors-192-355-2-a"], "how_to_ask": "Ask with the public records form."}
    path = tmp_path / "record.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_a_record_without_data_is_sealed_and_verified(record, tmp_path, capsys):
    assert run(["prepare-record", str(record), "--out", str(tmp_path / "bag"), "--json"], no_window) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 0
    assert run(["verify", str(tmp_path / "bag")], no_window) == 0
    assert not list((tmp_path / "bag").rglob("*.csv"))


def test_a_record_that_does_not_say_why_is_not_sealed(tmp_path, capsys):
    path = resource_path("samples/prepare/record.json")
    assert run(["prepare-record", str(path), "--out", str(tmp_path / "bag"), "--json"], no_window) == 1
    assert "metadata-no-data" in capsys.readouterr().out
