"""Foreign keys between sheets. Oracle for the records that name nothing: frictionless."""

import random

import pytest

from steward.schema.sheet_keys import foreign_keys, names_go_together, sheet_keys
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of


def profile(columns):
    return profile_table(sheet_of(columns), Silence(), 1)


def found(columns, others, sheet="Businesses"):
    return foreign_keys(profile(columns), sheet_keys(sheet, profile(others)))


BUSINESSES = {"ID": [f"B-{number}" for number in range(40)], "Name": [f"Shop {number}" for number in range(40)]}


@pytest.mark.parametrize(("column", "sheet", "named", "together"), [
    ("business_id", "Anything", "Business ID", True), ("Business ID", "Businesses", "ID", True),
    ("District", "Districts", "No", True), ("Inspected Business ID", "x", "Business ID", True),
    ("City District No", "City Districts", "No", True), ("District No", "City Districts", "No", True),
    ("ID", "Businesses", "ID", False), ("Owner ID", "Businesses", "ID", False), ("Status", "Businesses", "ID", False),
    ("Number", "Numbers", "Number", False), ("", "", "", False)])
def test_names_that_go_together(column, sheet, named, together):
    assert names_go_together(column, sheet, named) is together


def test_a_column_that_names_the_rows_of_another_sheet_is_proposed():
    (key,) = found({"Visit": ["1", "2", "3", "4"], "Business ID": ["B-1", "B-7", "B-1", "B-9"]}, BUSINESSES)
    assert (key.column, key.sheet, key.named, key.cells, len(key.unknown)) == ("Business ID", "Businesses", "ID", 4, 0)


def test_records_that_name_a_row_nobody_has_are_told_where_nearly_all_do():
    cells = [f"B-{number % 40}" for number in range(50)]
    cells[17] = "B-400"
    assert found({"Business ID": cells}, BUSINESSES)[0].unknown.tolist() == [17]
    assert found({"Business ID": ["C-1", *cells[:5]]}, BUSINESSES) == ()


def test_a_column_with_gaps_or_repeated_values_is_no_key():
    for spoiled in (["B-1", *BUSINESSES["ID"][:-1]], ["", *BUSINESSES["ID"][1:]]):
        keys = sheet_keys("Businesses", profile({**BUSINESSES, "ID": spoiled}))
        assert "ID" not in [key.column for key in keys]


def test_columns_of_other_types_and_empty_tables_are_no_keys():
    assert found({"Business ID": ["1", "2", "3"]}, BUSINESSES) == ()
    assert found({"Business ID": ["", "", ""]}, BUSINESSES) == ()
    assert found({"Business ID": []}, BUSINESSES) == ()
    assert found({"Business ID": ["B-1", "B-2", "B-3"]}, {"ID": [], "Name": []}) == ()


@pytest.mark.parametrize("seed", range(8))
def test_the_records_told_are_those_of_frictionless(seed):
    from frictionless import Package, Resource

    draw = random.Random(seed)
    is_text = seed % 2
    names = [f"B-{number}" if is_text else str(number + 1000) for number in draw.sample(range(500), 60)]
    cells = [draw.choice(names) for _ in range(200)]
    for place in draw.sample(range(200), 6):
        cells[place] = draw.choice(("", "B-999" if is_text else "9999"))
    kind = "string" if is_text else "integer"
    schema = {"fields": [{"name": "business_id", "type": kind}, {"name": "row"}],
              "foreignKeys": [{"fields": ["business_id"], "reference": {"resource": "businesses", "fields": ["id"]}}]}
    package = Package(resources=[
        Resource(name="visits", data=[["business_id", "row"], *[[cell, "x"] for cell in cells]], schema=_schema(schema)),
        Resource(name="businesses", data=[["id"], *[[name] for name in names]],
                 schema=_schema({"fields": [{"name": "id", "type": kind}]}))])
    theirs = {error.row_number - 2 for task in package.validate().tasks for error in task.errors if error.type == "foreign-key"}
    (key,) = found({"business_id": cells, "row": ["x"] * 200}, {"id": names}, "businesses")
    assert set(key.unknown.tolist()) == theirs


def _schema(descriptor):
    from frictionless import Schema

    return Schema.from_descriptor(descriptor)
