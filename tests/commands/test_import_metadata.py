"""`steward import-metadata`: what a file says and what is wrong with it, in words and as JSON, and a record from it."""

import json

from steward.commands import run
from steward.manifest.documents import record_from_json
from tests.commands.test_prepare import no_window


def written(tmp_path, text):
    path = tmp_path / "earlier.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_record_is_written_that_prepare_takes(tmp_path, capsys):
    path = written(tmp_path, '{"title": "Trees", "accessLevel": "public", "modified": "1/2/2020"}')
    out = tmp_path / "record.json"
    assert run(["import-metadata", str(path), "--out", str(out), "--json"], no_window) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == "dcat-us"
    assert {"under": "modified", "text": "1/2/2020"} in told["kept"]
    assert "import-date" in {fault["kind"] for fault in told["faults"]}
    assert record_from_json(json.loads(out.read_text(encoding="utf-8"))).title == "Trees"


def test_people_read_each_answer_under_its_question(tmp_path, capsys):
    assert run(["import-metadata", str(written(tmp_path, '{"title": "Trees", "accessLevel": "public"}'))], no_window) == 0
    assert "Title: Trees" in capsys.readouterr().out


def test_the_file_is_never_written_over(tmp_path):
    path = written(tmp_path, '{"title": "Trees", "accessLevel": "public"}')
    assert run(["import-metadata", str(path), "--out", str(path)], no_window) == 3


def test_what_is_no_metadata_ends_with_two(tmp_path, capsys):
    assert run(["import-metadata", str(written(tmp_path, "{}"))], no_window) == 2
    assert run(["import-metadata", str(tmp_path / "none.json")], no_window) == 2
    assert "Traceback" not in capsys.readouterr().err
