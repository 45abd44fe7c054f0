"""Several sheets of a workbook, sealed as several tables of one manifest with the keys between them."""

import contextlib
import io
import json

import bagit
import openpyxl
import pytest

from steward.commands import run
from steward.store.resources import resource_path
from steward.tasks.drafting import drafts
from steward.tasks.house import House
from steward.vocabulary.exit_code import ExitCode
from tests.told_columns import dictionary_of_book

TREES = [("tree_id", "species"), *((f"T-{number:03d}", ("Oak", "Elm", "Fir")[number % 3]) for number in range(40))]
VISITS = [("visit", "tree_id", "height"),
          *((f"V-{number:03d}", f"T-{number * 7 % 40:03d}", number % 9 + 1) for number in range(60))]


KEY = ("--key", "Visits", "tree_id", "Trees", "tree_id")


def book(path, **sheets):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def sealed(folder, path, *further):
    recipe = folder / "recipe.json"
    recipe.write_text(json.dumps({"format": 1, "import": {"sheet": "Visits"}, "steps": []}), encoding="utf-8")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        record = resource_path("samples/prepare/record.json")
        code = run(["prepare", str(path), "--record", str(record), "--recipe", str(recipe), *further,
                    "--dictionary", str(dictionary_of_book(folder, path)),
                    "--out", str(folder / "bag"), "--json"], lambda _folder: None)
    return code, json.loads(said.getvalue())


def package(folder):
    return json.loads((folder / "bag/data/public/datapackage.json").read_text(encoding="utf-8"))


def test_two_sheets_become_two_tables_with_the_key_between_them(tmp_path):
    code, answer = sealed(tmp_path, book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES), "--further", "Trees", *KEY)
    assert code == 0, answer
    assert [(one["rows"], one["columns"]) for one in answer["tables"]] == [(60, 3), (40, 2)]
    visits, trees = package(tmp_path)["resources"]
    assert trees["name"] == f"{visits['name']}-trees"
    assert visits["schema"]["foreignKeys"] == [
        {"fields": ["tree_id"], "reference": {"resource": trees["name"], "fields": ["tree_id"]}}]
    assert "foreignKeys" not in trees["schema"]


def test_the_bag_and_its_package_are_valid_for_others(tmp_path):
    from frictionless import Package

    sealed(tmp_path, book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES), "--further", "Trees", *KEY)
    assert bagit.Bag(str(tmp_path / "bag")).is_valid()
    assert Package(str(tmp_path / "bag/data/public/datapackage.json")).validate().valid
    assert run(["verify", str(tmp_path / "bag")], lambda _folder: None) == 0


def test_a_key_that_one_record_breaks_is_refused(tmp_path):
    code, _answer = sealed(tmp_path, book(tmp_path / "trees.xlsx", Visits=[*VISITS, ("V-999", "T-999", 1)], Trees=TREES),
                           "--further", "Trees", *KEY)
    assert code == 3
    assert not (tmp_path / "bag").exists()


def test_a_key_that_nobody_agreed_to_is_not_published(tmp_path):
    code, answer = sealed(tmp_path, book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES), "--further", "Trees")
    assert code == 0, answer
    assert all("foreignKeys" not in one["schema"] for one in package(tmp_path)["resources"])


PLOTS = [("district", "plot", "soil"), *((f"D-{number // 8}", f"P-{number % 8}", ("Clay", "Loam")[number % 2])
                                        for number in range(40))]
SURVEYS = [("survey", "district", "plot", "height"),
           *((f"S-{number:03d}", f"D-{number * 7 % 40 // 8}", f"P-{number * 7 % 8}", number % 9 + 1) for number in range(60))]
JOINT = ("--key", "Visits", "district", "plot", "Plots", "district", "plot")


def test_a_key_of_two_columns_is_written_and_valid_for_others(tmp_path):
    from frictionless import Package

    code, answer = sealed(tmp_path, book(tmp_path / "plots.xlsx", Visits=SURVEYS, Plots=PLOTS), "--further", "Plots", *JOINT)
    assert code == 0, answer
    surveys, plots = package(tmp_path)["resources"]
    assert surveys["schema"]["foreignKeys"] == [
        {"fields": ["district", "plot"], "reference": {"resource": plots["name"], "fields": ["district", "plot"]}}]
    assert Package(str(tmp_path / "bag/data/public/datapackage.json")).validate().valid


@pytest.mark.parametrize("key", [
    ("--key", "Visits", "district", "plot", "Plots", "district"), ("--key", "Visits", "district"),
    ("--key", "Visits", "district", "Plots", "district"), ("--key", "Visits", "district", "plot", "Plots", "plot", "district")])
def test_a_key_of_which_a_part_is_missing_or_that_does_not_hold_is_refused(tmp_path, key):
    code, _answer = sealed(tmp_path, book(tmp_path / "plots.xlsx", Visits=SURVEYS, Plots=PLOTS), "--further", "Plots", *key)
    assert code == ExitCode.REFUSED
    assert not (tmp_path / "bag").exists()


def test_what_stands_open_on_a_further_sheet_stands_in_the_way(tmp_path):
    private = [("tree_id", "SSN"), *((f"T-{number:03d}", f"531-{number + 10}-{number + 1000}") for number in range(40))]
    code, answer = sealed(tmp_path, book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=private), "--further", "Trees")
    assert code == 1
    assert "SSN" in [one["column"] for one in answer["outstanding"]]
    assert not (tmp_path / "bag").exists()


def test_a_further_sheet_has_a_recipe_and_decisions_of_its_own(tmp_path):
    decisions, recipe = tmp_path / "decisions.json", tmp_path / "further.json"
    decisions.write_text(json.dumps({"format": 1, "decisions": []}), encoding="utf-8")
    recipe.write_text(json.dumps({"format": 1, "import": {}, "steps": [
        {"remedy": "leave_out_column", "column": "species", "reason": "Not needed by readers of visits."}]}), encoding="utf-8")
    code, answer = sealed(tmp_path, book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES),
                          "--further", "Trees", str(decisions), str(recipe), *KEY)
    assert code == 0, answer
    visits, trees = package(tmp_path)["resources"]
    assert [field["name"] for field in trees["schema"]["fields"]] == ["tree_id"]
    assert visits["schema"]["foreignKeys"]
    assert trees["title"].endswith(": Trees")


def test_a_sheet_that_is_not_there_is_said(tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    assert sealed(tmp_path, path, "--further", "Shrubs")[0] == 2


def test_one_sheet_is_sealed_as_before(tmp_path):
    code, answer = sealed(tmp_path, book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES))
    assert (code, len(answer["tables"])) == (0, 1)


@pytest.mark.parametrize("further", [
    ("Trees", "--further", "Trees"), ("Visits",)])
def test_a_sheet_named_twice_is_refused(tmp_path, further):
    code, _answer = sealed(tmp_path, book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES), "--further", *further)
    assert code == ExitCode.REFUSED
    assert not (tmp_path / "bag").exists()


def test_a_sheet_without_a_latin_letter_in_its_name_is_named_by_its_place(tmp_path, capsys):
    record, decisions = resource_path("samples/prepare/record.json"), tmp_path / "decisions.json"
    decisions.write_text(json.dumps({"format": 1, "decisions": []}), encoding="utf-8")
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, 樹木=TREES)
    assert run(["prepare", str(path), "--record", str(record), "--sheet", "Visits", "--out", str(tmp_path / "bag"),
                "--dictionary", str(dictionary_of_book(tmp_path, path)), "--further", "樹木", str(decisions), "--json"],
               lambda _folder: None) == 0
    first, second = (one["name"] for one in json.loads(capsys.readouterr().out)["tables"])
    assert second == f"{first}-2"


def test_what_is_given_beyond_the_documents_of_a_further_table_is_refused_and_nothing_is_begun(tmp_path, capsys):
    record = resource_path("samples/prepare/record.json")
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    assert run(["prepare", str(path), "--record", str(record), "--sheet", "Visits", "--out", str(tmp_path / "bag"),
                "--further", "Trees", "a.json", "b.json", "Shrubs"], lambda _folder: None) == 3
    assert "1 too many" in capsys.readouterr().err
    with House.open() as house:
        assert drafts(house)[0] == ()
