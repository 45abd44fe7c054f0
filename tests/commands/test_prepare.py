"""The worked example of resources/samples/prepare, as a script would run it."""

import contextlib
import io
import json
import shutil

import bagit
import pytest

from steward.commands import run
from steward.store.resources import resource_path

SAMPLE, DICTIONARY = "samples/sample.csv", "samples/sample.dictionary.csv"


def no_window(_folder):
    raise AssertionError("no window was asked for")


def prepare(out, **documents):
    given = {part: str(documents.get(part) or resource_path(f"samples/prepare/{part}.json"))
             for part in ("record", "recipe", "decisions")}
    return run(["prepare", str(resource_path(SAMPLE)), "--record", given["record"], "--recipe", given["recipe"],
                "--decisions", given["decisions"], "--dictionary", str(resource_path(DICTIONARY)), "--out", str(out), "--json"],
               no_window)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """Return the bag of the worked example, only to be read, and what was answered."""
    bag, said = tmp_path_factory.mktemp("prepared") / "bag", io.StringIO()
    with contextlib.redirect_stdout(said):
        assert prepare(bag) == 0
    return bag, json.loads(said.getvalue())


@pytest.fixture
def changed(tmp_path):
    def write(part, change):
        document = json.loads(resource_path(f"samples/prepare/{part}.json").read_text(encoding="utf-8"))
        change(document)
        path = tmp_path / f"{part}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return path
    return write


def test_the_example_seals_a_bag_that_the_library_of_congress_accepts(sealed):
    bag, answer = sealed
    assert answer["sealed"]
    assert bagit.Bag(str(bag)).is_valid()


def test_the_sealed_package_is_valid_for_frictionless(sealed):
    from frictionless import Package
    bag, _ = sealed
    assert Package(str(bag / "data/public/datapackage.json")).validate().valid


def test_what_was_left_out_stands_in_no_public_file(sealed):
    bag, _ = sealed
    public = b"".join(path.read_bytes() for path in (bag / "data/public").iterdir())
    assert b"Linda Brown" not in public
    assert b"503-555-" not in public
    assert b"@example.com" not in public


def test_a_sealed_bag_verifies_and_a_changed_one_does_not(sealed, tmp_path, capsys):
    shutil.copytree(sealed[0], tmp_path / "bag")
    assert run(["verify", str(tmp_path / "bag")], no_window) == 0
    candidate = next((tmp_path / "bag/data/public").glob("*.csv"))
    candidate.write_bytes(candidate.read_bytes().replace(b"Pruning", b"Pruninx", 1))
    assert run(["verify", str(tmp_path / "bag")], no_window) == 5


def test_a_bag_that_may_not_be_looked_into_is_trouble_and_no_fault(tmp_path, monkeypatch, capsys):
    def refuse(_path, **_more):
        raise PermissionError(13, "no")
    monkeypatch.setattr("pathlib.Path.is_file", refuse)
    assert run(["verify", str(tmp_path)], no_window) == 4
    assert capsys.readouterr().err.count("\n") == 3


def test_a_folder_without_a_bag_ends_with_two(tmp_path, capsys):
    assert run(["verify", str(tmp_path)], no_window) == 2


def test_without_a_decision_nothing_is_sealed_and_the_open_thing_is_named(tmp_path, changed, capsys):
    def keep_names(document):
        document["steps"] = [step for step in document["steps"] if step.get("column") != "Requester"]

    emptied = changed("decisions", lambda document: document["decisions"].clear())
    code = prepare(tmp_path / "bag", recipe=changed("recipe", keep_names), decisions=emptied)
    answer = json.loads(capsys.readouterr().out)
    assert code == 1
    assert {(found["kind"], found["column"]) for found in answer["outstanding"]} == {
        ("person_name", "Requester"), ("safety_requests", None), ("restricted_source", None)}
    assert not (tmp_path / "bag").exists()


def test_a_block_that_no_step_takes_out_is_not_sealed(tmp_path, changed, capsys):
    emptied = changed("recipe", lambda document: document["steps"].clear())
    assert prepare(tmp_path / "bag", recipe=emptied) == 1
    assert "ssn" in {found["kind"] for found in json.loads(capsys.readouterr().out)["outstanding"]}


def test_a_step_that_names_no_column_is_refused(tmp_path, changed, capsys):
    wrong = changed("recipe", lambda document: document["steps"].append(
        {"remedy": "leave_out_column", "column": "No such column", "parameters": {}, "reason": "not there"}))
    assert prepare(tmp_path / "bag", recipe=wrong) == 3
    assert json.loads(capsys.readouterr().out)["error"]["what"]


def test_a_document_of_another_form_ends_with_two(tmp_path, changed, capsys):
    wrong = changed("record", lambda document: document.update(format="one"))
    assert prepare(tmp_path / "bag", record=wrong) == 2


def test_a_reason_with_a_number_of_a_person_is_refused(tmp_path, changed, capsys):
    def tell(document):
        document["decisions"][0]["reason"] = "asked 123-45-6789 by phone, SSN confirmed"
    assert prepare(tmp_path / "bag", decisions=changed("decisions", tell)) == 3
    assert "123-45-6789" not in capsys.readouterr().out


def test_a_folder_that_holds_something_is_not_written_into(tmp_path, capsys):
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag" / "mine.txt").write_text("mine")
    assert prepare(tmp_path / "bag") == 3
    assert [path.name for path in (tmp_path / "bag").iterdir()] == ["mine.txt"]


def test_the_original_is_not_touched(tmp_path, capsys):
    before = (resource_path(SAMPLE).read_bytes(), resource_path(SAMPLE).stat().st_mtime_ns)
    prepare(tmp_path / "bag")
    assert (resource_path(SAMPLE).read_bytes(), resource_path(SAMPLE).stat().st_mtime_ns) == before


def test_what_the_recipe_took_out_is_kept_for_the_coordinator(sealed):
    bag, _ = sealed
    resolved = json.loads((bag / "data/internal/resolved.json").read_text(encoding="utf-8"))
    kinds = {(found["kind"], found.get("column")) for found in resolved["tables"][0]["findings"]}
    assert {("ssn", "Notes"), ("person_name", "Requester"), ("phone", "Contact Phone")} <= kinds


def test_a_file_in_the_place_of_the_manifest_is_refused_and_left_alone(tmp_path, capsys):
    (tmp_path / "bag").write_text("mine", encoding="utf-8")
    assert prepare(tmp_path / "bag") == 3
    assert (tmp_path / "bag").read_text(encoding="utf-8") == "mine"


def test_a_plan_alone_takes_what_blocks_out_and_seals(tmp_path, capsys):
    words = ["prepare", str(resource_path(SAMPLE)), "--record", str(resource_path("samples/prepare/record.json")),
             "--plan", "recommended", "--dictionary", str(resource_path(DICTIONARY)), "--out", str(tmp_path / "bag"), "--json"]
    assert run(words, no_window) == 0, capsys.readouterr().out
    recipe = json.loads(next((tmp_path / "bag").rglob("recipe.json")).read_text("utf-8"))
    assert {step["parameters"]["plan"] for step in recipe["tables"][0]["steps"]} == {"service_requests"}


def test_a_plan_that_does_not_exist_is_refused(tmp_path, capsys):
    words = ["prepare", str(resource_path(SAMPLE)), "--record", str(resource_path("samples/prepare/record.json")),
             "--plan", "dreams", "--out", str(tmp_path / "bag"), "--json"]
    assert run(words, no_window) == 3
    assert "service_requests" in json.loads(capsys.readouterr().out)["error"]["next_step"]


def test_columns_that_nobody_described_are_named_and_words_of_any_document_seal_them(tmp_path, capsys, sealed):
    bag, _answer = sealed
    parts = [word for part in ("record", "recipe", "decisions")
             for word in (f"--{part}", str(resource_path(f"samples/prepare/{part}.json")))]
    words = ["prepare", str(resource_path(SAMPLE)), *parts, "--json", "--out", str(tmp_path / "bag")]
    assert run(words, no_window) == 1
    (found,) = json.loads(capsys.readouterr().out)["outstanding"]
    assert (found["kind"], found["tier"]) == ("columns-not-described", "block")
    assert found["where"].startswith("Columns: Request ID, Received, ")
    assert not (tmp_path / "bag").exists()
    package = json.loads((bag / "data/public/datapackage.json").read_text(encoding="utf-8"))
    package["resources"][0]["schema"]["fields"][0]["name"] = "Misspelled"
    (tmp_path / "package.json").write_text(json.dumps(package), encoding="utf-8")
    assert run([*words, "--dictionary", str(tmp_path / "package.json")], no_window) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["outstanding"][0]["where"] == "Column: Request ID."
    assert "Misspelled" in said.err
    assert run([*words, "--schema", str(bag / "data/public/datapackage.json")], no_window) == 0
    again = json.loads((tmp_path / "bag/data/public/datapackage.json").read_text(encoding="utf-8"))["resources"][0]["schema"]
    assert all(field["description"] for field in again["fields"])
