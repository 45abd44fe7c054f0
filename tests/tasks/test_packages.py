"""A table held against its schema in a Data Package, foreign keys to the other tables included. Oracle: frictionless."""

import json
import random

import pytest

from steward.tasks.checking import check
from steward.tasks.documents import DocumentUnreadable
from steward.tasks.opening import open_sheet
from steward.tasks.packages import declared_for
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep

SCHEMAS = {
    "inspections": {"fields": [{"name": "id", "type": "integer"}, {"name": "district", "type": "integer"},
                               {"name": "kind"}, {"name": "after", "type": "integer"}],
                    "foreignKeys": [{"fields": ["district", "kind"],
                                     "reference": {"resource": "districts", "fields": ["no", "kind"]}},
                                    {"fields": ["district"], "reference": {"resource": "districts", "fields": ["no"]}},
                                    {"fields": ["after"], "reference": {"resource": "", "fields": ["id"]}}]},
    "districts": {"fields": [{"name": "no", "type": "integer"}, {"name": "kind"}]}}


def package(folder, tables, **paths):
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    resources = [{"name": name, "path": paths.get(name, f"{name}.csv"), "schema": SCHEMAS[name], "encoding": "utf-8",
                  "dialect": {"csv": {"delimiter": ","}}} for name in tables]
    place = folder / "datapackage.json"
    place.write_text(json.dumps({"name": "city", "resources": resources}), encoding="utf-8")
    return place


def ours(house, place, table):
    sheet = open_sheet(house, table, ImportStep(delimiter=","), Silence())
    report = check(house, sheet, Silence(), declared=declared_for(house, place, table))
    return {(found.kind, row) for found in report.findings for row in found.rows if found.kind.startswith("foreign")}, report


def by_frictionless(place):
    from frictionless import Package

    told = Package(str(place)).get_resource("inspections").validate(limit_errors=0).flatten(["type", "rowNumber"])
    return {(kind, row) for kind, row in told if kind == "foreign-key"}


def random_tables(seed):
    draw = random.Random(seed)
    numbers, kinds = ["1", "2", "03", "+4", "5", "x", ""], ["Tree", "Sign", "", "Tree "]
    districts = [[draw.choice(numbers), draw.choice(kinds)] for _ in range(draw.randint(1, 6))]
    inspections = [[str(number + 1), draw.choice(["1", "2", "3", "4", "5", "7", "x", ""]), draw.choice(kinds),
                    draw.choice(["", "1", "2", "40"])] for number in range(draw.randint(1, 12))]
    return {"inspections": [["id", "district", "kind", "after"], *inspections],
            "districts": [["no", "kind"], *([row for row in districts if any(row)] or [["1", "Tree"]])]}


@pytest.mark.parametrize("seed", range(12))
def test_keys_to_another_table_get_the_verdicts_of_frictionless(house, tmp_path, seed):
    place = package(tmp_path, random_tables(seed))
    assert ours(house, place, tmp_path / "inspections.csv")[0] == by_frictionless(place)


def test_the_resource_of_the_tables_file_is_taken_not_the_first(house, tmp_path):
    place = package(tmp_path, random_tables(1))
    declared = declared_for(house, place, tmp_path / "districts.csv")
    assert [field.name for field in declared.fields] == ["no", "kind"]
    assert declared.tables == {}


def test_a_key_that_names_its_own_table_by_name_is_one_within_the_table(house, tmp_path, monkeypatch):
    keys = [{"fields": ["after"], "reference": {"resource": "inspections", "fields": ["id"]}}]
    monkeypatch.setitem(SCHEMAS, "inspections", {**SCHEMAS["inspections"], "foreignKeys": keys})
    rows = [["id", "district", "kind", "after"], ["1", "1", "Tree", ""], ["2", "1", "Tree", "1"], ["3", "1", "Tree", "9"]]
    place = package(tmp_path, {"inspections": rows, "districts": [["no", "kind"], ["1", "Tree"]]})
    assert ours(house, place, tmp_path / "inspections.csv")[0] == {("foreign-key", 4)}


@pytest.mark.parametrize("path", ["../districts.csv", "gone.csv", "https://example.org/districts.csv"])
def test_a_table_that_is_not_beside_the_package_is_said_and_not_looked_for(house, tmp_path, path):
    (tmp_path / "package").mkdir()
    (tmp_path / "districts.csv").write_text("no,kind\n1,Tree\n", encoding="utf-8")
    place = package(tmp_path / "package", random_tables(2), districts=path)
    (tmp_path / "package/districts.csv").unlink()
    found, report = ours(house, place, tmp_path / "package/inspections.csv")
    assert {kind for kind, _ in found} <= {"foreign-key"}
    assert [one.count for one in report.findings if one.kind == "named-table-missing"] == [1]


@pytest.mark.parametrize("others", [[], [{"name": "other", "path": "other.csv", "schema": "other.json"}]])
def test_a_package_whose_schema_is_a_file_of_its_own_says_which_file_to_choose(house, tmp_path, others):
    own = {"name": "permits", "path": "permits.csv", "schema": "permits.schema.json"}
    place = tmp_path / "datapackage.json"
    place.write_text(json.dumps({"resources": [own, *others]}), encoding="utf-8")
    with pytest.raises(DocumentUnreadable, match="a file of its own"):
        declared_for(house, place, tmp_path / "permits.csv")
