"""`steward import-metadata`: what a file says and what is wrong with it, in words and as JSON, and a record from it."""

import json

from steward.commands import run
from steward.manifest.documents import record_from_json
from steward.store.resources import resource_path
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


def test_what_nobody_confirmed_is_marked_and_refused_until_a_script_names_it(tmp_path, capsys):
    path = written(tmp_path, '{"title": "Trees", "keyword": ["trees"], "accessLevel": "public"}')
    out, bag = tmp_path / "r.json", []
    run(["import-metadata", str(path), "--out", str(out)], no_window)
    assert json.loads(out.read_text(encoding="utf-8"))["unconfirmed"] == ["title", "keywords", "access_level"]
    table = str(resource_path("samples/sample.csv"))
    for confirm in ([], ["--confirm", "title"], ["--confirm", "title", "keywords", "access_level"], ["--confirm", "all"]):
        capsys.readouterr()
        bag.append(run(["prepare", table, "--record", str(out), *confirm, "--out", str(tmp_path / "bag"), "--json"], no_window))
        if bag[-1] == 3:
            error = json.loads(capsys.readouterr().out)["error"]
            assert ("title" in error["where"]) is (not confirm)
            assert "--confirm" in error["next_step"]
    assert bag == [3, 3, 1, 1]     # 1: then what the record lacks stands in the way


def test_a_record_without_data_asks_for_the_same(tmp_path, capsys):
    record = tmp_path / "r.json"
    record.write_text('{"format": 1, "title": "Wells", "data_status": "planned", "unconfirmed": ["title"]}', encoding="utf-8")
    assert run(["prepare-record", str(record), "--out", str(tmp_path / "bag"), "--json"], no_window) == 3
    assert "title" in json.loads(capsys.readouterr().out)["error"]["where"]
    assert run(["prepare-record", str(record), "--confirm", "titel", "--out", str(tmp_path / "bag"), "--json"], no_window) == 3
    assert "no question" in json.loads(capsys.readouterr().out)["error"]["what"]
    assert run(["prepare-record", str(record), "--confirm", "title", "--out", str(tmp_path / "bag")], no_window) == 1


def test_a_name_that_is_no_question_among_the_unconfirmed_is_refused(tmp_path, capsys):
    record = tmp_path / "r.json"
    record.write_text('{"format": 1, "title": "Wells", "unconfirmed": ["titel"]}', encoding="utf-8")
    assert run(["prepare-record", str(record), "--out", str(tmp_path / "bag")], no_window) == 2
    assert "unconfirmed" in capsys.readouterr().err
