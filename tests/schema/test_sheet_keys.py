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
    assert (key.columns, key.sheet, key.named, key.cells, len(key.unknown)) == (("Business ID",), "Businesses", ("ID",), 4, 0)


def test_records_that_name_a_row_nobody_has_are_told_where_nearly_all_do():
    cells = [f"B-{number % 40}" for number in range(50)]
    cells[17] = "B-400"
    assert found({"Business ID": cells}, BUSINESSES)[0].unknown.tolist() == [17]
    assert found({"Business ID": ["C-1", *cells[:5]]}, BUSINESSES) == ()


def test_a_column_with_gaps_or_repeated_values_is_no_key():
    for spoiled in (["B-1", *BUSINESSES["ID"][:-1]], ["", *BUSINESSES["ID"][1:]]):
        keys = sheet_keys("Businesses", profile({**BUSINESSES, "ID": spoiled}))
        assert ("ID",) not in [key.columns for key in keys]


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


WORDS = ("Fire", "Parks", "Water")
PROGRAMS = {"Bureau": [WORDS[place // 5] for place in range(15)], "Program No": [str(place % 5) for place in range(15)],
            "Title": [f"Program {place % 7}" for place in range(15)], "Budget": [str(place * 1.5) for place in range(15)]}


def spending(count=40, bureau=lambda place: WORDS[place % 3], number=lambda place: str(place % 5)):
    return {"Bureau": [bureau(place) for place in range(count)], "Program No": [number(place) for place in range(count)],
            "Amount": [str(place * 3.25) for place in range(count)]}


def test_columns_that_name_rows_only_together_are_one_key():
    key, = found(spending(), PROGRAMS, "Programs")
    assert (key.columns, key.named, key.cells, len(key.unknown)) == (("Bureau", "Program No"), ("Bureau", "Program No"), 40, 0)


def test_a_pair_that_nobody_has_is_told_though_each_part_of_it_is_known():
    programs = {name: [cell for place, cell in enumerate(cells) if place != 6] for name, cells in PROGRAMS.items()}
    key, = found(spending(45, number=lambda place: "1" if place == 1 else str(place % 5 if place % 15 != 1 else 0)), programs,
                 "Programs")
    assert key.unknown.tolist() == [1]


def test_a_sheet_of_the_same_columns_is_no_list_of_what_the_other_names():
    assert found(PROGRAMS, PROGRAMS, "Last year") == ()


def test_a_column_that_names_rows_alone_needs_no_other():
    numbered = {**PROGRAMS, "Program No": [str(place) for place in range(15)]}
    key, = found(spending(number=lambda place: str(place % 15)), numbered, "Programs")
    assert key.columns == ("Program No",)


@pytest.mark.parametrize("seed", range(4))
def test_the_records_told_of_two_columns_are_those_of_frictionless(seed):
    from frictionless import Package, Resource

    draw = random.Random(seed)
    cells = [[draw.choice(WORDS), str(draw.randrange(5))] for _ in range(120)]
    for place in draw.sample(range(120), 6):
        cells[place] = draw.choice((["", ""], ["Fire", ""], ["Fire", "9"], ["", "1"]))
    fields = {"fields": [{"name": "bureau"}, {"name": "program_no", "type": "integer"}]}
    named = {"resource": "programs", "fields": ["bureau", "program_no"]}
    rows = list(zip(PROGRAMS["Bureau"], PROGRAMS["Program No"], strict=True))
    package = Package(resources=[
        Resource(name="spending", data=[["bureau", "program_no"], *cells], schema=_schema(
            {**fields, "foreignKeys": [{"fields": ["bureau", "program_no"], "reference": named}]})),
        Resource(name="programs", data=[["bureau", "program_no"], *map(list, rows)], schema=_schema(fields))])
    theirs = {error.row_number - 2 for task in package.validate().tasks for error in task.errors if error.type == "foreign-key"}
    bureaus, numbers = zip(*cells, strict=True)
    parents = {"bureau": PROGRAMS["Bureau"], "program_no": PROGRAMS["Program No"], "title": PROGRAMS["Title"]}
    (key,) = found({"bureau": list(bureaus), "program_no": list(numbers)}, parents, "programs")
    assert set(key.unknown.tolist()) == theirs
