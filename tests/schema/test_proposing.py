"""Rules proposed from the data: kept by it, few, and held against next month's file. Oracle: frictionless."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.schema.context import Context
from steward.schema.examine import examine_context
from steward.schema.field import Constraints, Field
from steward.schema.inference import infer_fields
from steward.schema.proposing import agreed, propose, rules_of, without_rule
from steward.schema.table_schema import from_table_schema, primary_key_of, to_table_schema
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

ROWS = 120
AGAINST = ("blank-row", "type-error", "constraint-error", "unique-error", "primary-key", "schema-error")
DRAW = random.Random(5)
COLUMNS = {
    "Request ID": [f"PB-{number:05d}" for number in range(ROWS)],
    "Status": [("Open", "Closed", "In review")[number % 3] for number in range(ROWS)],
    "Rating": [str(number % 5 + 1) for number in range(ROWS)],
    "Fee": [f"{number * 7 % 90}.50" for number in range(ROWS)],
    "Latitude": [f"45.{5000 + number}" for number in range(ROWS)],
    "Planted": [f"2024-{number % 12 + 1:02d}-{number % 27 + 1:02d}" for number in range(ROWS)],
    "Notes": [f"Seen {number}, near the {DRAW.choice(('gate', 'wall'))}" for number in range(ROWS)],
    "Closed": ["" if number % 4 else "2025-01-02" for number in range(ROWS)],
}


def profiled(columns):
    return profile_table(sheet_of(columns), Silence(), 1)


def proposed(columns, **more):
    profile = profiled(columns)
    return propose(profile, {field.column: field for field in infer_fields(profile)}, **more)


def rules(columns, **more):
    found = proposed(columns, **more)
    return {(one.column, one.rule): one.constraints for one in found.rules}


def all_agreed(columns, found):
    fields = {field.column: field for field in infer_fields(profiled(columns))}
    for one in found.rules:
        fields[one.column] = agreed(fields[one.column], one)
    return fields


def kinds(columns, fields, key=()):
    context = Context(profile=profiled(columns), fields=fields, primary_key=key)
    return {finding.kind: finding for finding in examine_context(context, Silence()) if finding.kind in AGAINST}


def by_frictionless(columns, fields, key=()):
    from frictionless import Resource, Schema

    schema = Schema.from_descriptor(to_table_schema(list(fields.values()), (), key))
    table = [list(columns), *map(list, zip(*columns.values(), strict=True))]
    report = Resource(data=table, schema=schema).validate(limit_errors=0)
    return {(kind, row) for kind, row in report.flatten(["type", "rowNumber"])}


def test_each_sort_of_column_gets_the_rules_it_keeps_and_no_other():
    found = rules(COLUMNS)
    assert {key for key in found if key[1] != "required"} == {
        ("Request ID", "unique"), ("Request ID", "pattern"), ("Status", "enum"), ("Rating", "bounds"), ("Fee", "bounds"),
        ("Latitude", "bounds"), ("Planted", "bounds")}
    assert found["Request ID", "pattern"].pattern == "[A-Z]{2}-[0-9]{5}"
    assert found["Status", "enum"].enum == ("Closed", "In review", "Open")
    assert (found["Rating", "bounds"].minimum, found["Rating", "bounds"].maximum) == ("1", "5")
    assert (found["Fee", "bounds"].minimum, found["Fee", "bounds"].maximum) == ("0", None)
    assert found["Planted", "bounds"].minimum == "2024-01-01"
    assert {column for column, rule in found if rule == "required"} == set(COLUMNS) - {"Closed"}


def test_nothing_is_said_before_a_person_agrees():
    fields = infer_fields(profiled(COLUMNS))
    assert all(field.constraints == Constraints() and not field.is_typed for field in fields)
    assert proposed(COLUMNS).keys[0].columns == ("Request ID",)


def test_values_of_columns_about_people_are_never_repeated():
    found = proposed(COLUMNS, private={"Status", "Rating", "Planted"})
    assert not [one for one in found.rules if one.column in ("Status", "Rating", "Planted") and one.repeats_values]


def test_what_may_tell_of_a_person_is_no_part_of_a_key():
    columns = {"Phone": [f"503-555-{number:04d}" for number in range(60)],
               "Year": [str(2000 + number // 12) for number in range(60)],
               "Month": [str(number % 12 + 1) for number in range(60)], "Race": ["A", "B", "C"] * 20}
    assert proposed(columns).keys[0].columns == ("Phone",)
    assert [one.columns for one in proposed(columns, private={"Phone", "Race"}).keys] == [("Year", "Month")]
    assert proposed(columns, private=set(columns)).keys == ()


def test_a_way_of_writing_is_told_without_the_signs_of_a_pattern():
    told = {str(one.what) for one in proposed(COLUMNS).rules if one.rule == "pattern"}
    assert told == {"Always written like AA-00000"}
    varying = {"Case": [f"C.{number:d}-x" for number in range(5, 300)]}
    assert [str(one.what) for one in proposed(varying).rules if one.rule == "pattern"] == ["Always written like A.0…-a"]


def test_what_nobody_wants_is_not_offered_again():
    first = proposed(COLUMNS)
    again = proposed(COLUMNS, passed_over={first.rules[0].key, first.keys[0].key})
    assert first.rules[0] not in again.rules
    assert first.keys[0] not in again.keys


def test_what_the_field_says_is_not_offered_again():
    profile, found = profiled(COLUMNS), proposed(COLUMNS)
    assert [one.rule for one in propose(profile, all_agreed(COLUMNS, found)).rules] == []


@pytest.mark.parametrize(("name", "cells"), [
    ("Vehicle ID", [str(number % 7 + 1) for number in range(ROWS)]),           # names of things have no ends
    ("Temperature", [str(40 + number % 60) for number in range(ROWS)]),        # not below nothing by chance
    ("Name", [f"Linda {number}" for number in range(ROWS)]),                   # different, and no identifier
    ("Moment", [f"2024-01-01T10:{number % 60:02d}:{number // 60:02d}" for number in range(ROWS)]),
    ("Kind", [*["Tree"] * 60, *["Bush"] * 59, "Hedge"]),                       # one that came once: there are more
    ("Place", ["NE", "N.E.", "SE"] * 40),                                      # two spellings of one word
    ("Word", ["NULL", "Yes"] * 60),
    ("Since", ["1900-01-01", *[f"2024-01-{number % 28 + 1:02d}" for number in range(ROWS - 1)]]),
])
def test_what_only_seems_a_rule_is_not_offered(name, cells):
    assert [rule for _, rule in rules({name: cells}) if rule not in ("required", "type")] == []


def test_two_values_show_no_pattern():
    assert {rule for _, rule in rules({"Code": ["A1", "B2"] * 60})} == {"enum", "required"}


def test_few_rows_show_nothing():
    assert rules({name: cells[:12] for name, cells in COLUMNS.items()}) == {}
    assert proposed({name: cells[:12] for name, cells in COLUMNS.items()}).keys == ()


def test_a_few_cells_of_another_kind_are_named_once_a_person_says_the_type():
    days = [f"2024-{number % 12 + 1:02d}-{number % 27 + 1:02d}" for number in range(1000)]
    for place in range(0, 1000, 91):
        days[place] = "soon"
    columns = {"Day": days}
    found = proposed(columns)
    assert [(one.rule, one.type) for one in found.rules if one.rule == "type"] == [("type", "date")]
    typed = replace(found, rules=tuple(one for one in found.rules if one.rule == "type"))
    finding = kinds(columns, all_agreed(columns, typed))["type-error"]
    assert list(finding.rows) == [place + 2 for place in range(0, 1000, 91)]
    assert by_frictionless(columns, all_agreed(columns, typed)) == {("type-error", row) for row in finding.rows}


WITH_WORDS = {
    "days": ([f"2024-{number % 12 + 1:02d}-{number % 27 + 1:02d}" for number in range(100)],
             ["soon", "see notes", "TBD", "-", "2024-13-41"], ("date", ("-", "TBD", "see notes", "soon"))),
    "counts": ([str(number) for number in range(100)], ["refused", "-", "1,200", "Count"], ("integer", ("refused",))),
    "answers": (["Y", "N"] * 50, ["N/A"], ("boolean", ("N/A",))),
}


@pytest.mark.parametrize("name", WITH_WORDS)
def test_words_among_other_cells_become_missing_values_once_a_person_agrees(name):
    cells, odd, (kind, words) = WITH_WORDS[name]
    columns = {"Count": [*cells, *odd], "No": [str(place) for place in range(len(cells) + len(odd))]}
    one, = [one for one in proposed(columns).rules if one.rule == "missing"]
    assert (one.type, one.missing) == (kind, words)
    assert all(word not in f"{one!r} {one.what} {one.why}" for word in words if word != "-")
    field, other = infer_fields(profiled(columns))
    field = agreed(field, one)
    assert rules_of(field) == ("type", "missing")
    left = {row for row, cell in enumerate([*cells, *odd], start=2) if cell in odd and cell not in words}
    fields = {"Count": field, "No": other}
    assert {row for finding in kinds(columns, fields).values() for row in finding.rows} == left
    assert by_frictionless(columns, fields) == {("type-error", row) for row in left}
    assert from_table_schema(to_table_schema([field]))[0].missing_values == field.missing_values
    assert without_rule(field, "missing").missing_values == ("",)


def test_a_record_of_which_every_cell_is_declared_missing_is_empty_for_us_as_for_frictionless():
    columns = {"Count": [*(str(number) for number in range(40)), "refused"]}
    fields = all_agreed(columns, proposed(columns))
    assert list(kinds(columns, fields)["blank-row"].rows) == [42]
    assert ("blank-row", 42) in by_frictionless(columns, fields)


def test_words_are_no_missing_values_where_there_are_many_or_where_they_may_tell_of_people():
    counts = [str(number) for number in range(200)]
    many = {"Count": [*counts, *(f"word {sign}" for sign in "abcdefghi")]}
    assert ("Count", "missing") not in rules(many)
    few = {"Count": [*counts, "refused"]}
    assert ("Count", "missing") in rules(few)
    assert ("Count", "missing") not in rules(few, private=["Count"])


def test_a_column_of_one_and_zero_answers_yes_or_no_once_a_person_says_so():
    columns = {"Is open": ["1", "0", "1"] * 20}
    assert infer_fields(profiled(columns))[0].type == "integer"
    assert {one.rule: one.type for one in proposed(columns).rules} == {"type": "boolean", "required": ""}
    assert kinds(columns, all_agreed(columns, proposed(columns))) == {}


@pytest.mark.parametrize("name", ["Offense Count", "Age", "Total visits"])
def test_what_is_counted_has_no_largest_value_though_every_number_so_far_is_used(name):
    assert rules({name: [str(number % 6 + 1) for number in range(120)]})[name, "bounds"].maximum is None


DISGUISED = {
    "amounts": [f"${number % 7},{number:03d}" for number in range(100)], "clock": [f"{number % 24}:{number % 60:02d}:05"
                                                                                    for number in range(100)],
    "months": [f"{number % 12 + 1}/{2010 + number % 9}" for number in range(100)],
    "days": [f"Feb {number % 28 + 1}" for number in range(100)],
    "fiscal": [f"FY20{10 + number % 5}-19" for number in range(100)],
    "lists": ["Red/Blue", "Red", "Blue/Green", "Green"] * 30, "Budget of": [str(2010 + number % 9) for number in range(100)],
    "Phone": ["503-555-0199", "503 555 0123", "5035550111"] * 40,
}


@pytest.mark.parametrize("name", DISGUISED)
def test_how_something_else_is_written_today_is_no_rule(name):
    assert {rule for _, rule in rules({name: DISGUISED[name]})} <= {"required", "pattern" if name == "Phone" else "required"}


KINDS_OF_CELLS = {
    "codes": st.integers(0, 999).map(lambda number: f"K-{number:03d}"),
    "words": st.sampled_from(["North", "South", "East", ""]),
    "numbers": st.integers(-3, 50).map(str), "days": st.dates().map(str), "amounts": st.decimals(0, 99, places=2).map(str),
    "any": st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), max_size=6)}
TABLES = st.dictionaries(st.sampled_from(["ID", "Count", "Kind", "Day", "Percent", "x"]),
                         st.sampled_from(sorted(KINDS_OF_CELLS)).flatmap(
                             lambda kind: st.lists(KINDS_OF_CELLS[kind], min_size=30, max_size=30)), min_size=1, max_size=4)


@settings(max_examples=25)
@given(TABLES)
def test_every_table_keeps_all_that_is_proposed_for_it(columns):
    kept = [place for place in range(30) if any(cells[place].strip() for cells in columns.values())]
    columns = {name: [cells[place] for place in kept] for name, cells in columns.items()}
    found = proposed(columns)
    fields = all_agreed(columns, found)
    key = found.keys[0].columns if found.keys else ()
    exceptions = {one.column for one in found.rules if one.rule == "type"}
    ours = {kind: finding for kind, finding in kinds(columns, fields, key).items() if finding.column not in exceptions}
    assert ours == {}
    if not exceptions:
        assert by_frictionless(columns, fields, key) == set()


@pytest.mark.parametrize(("column", "cell", "kind"), [
    ("Request ID", "PB-00001", "unique-error"), ("Request ID", "pb-00001", "constraint-error"),
    ("Status", "open", "constraint-error"), ("Rating", "6", "constraint-error"), ("Rating", "five", "type-error"),
    ("Fee", "-1", "constraint-error"), ("Latitude", "450", "constraint-error"), ("Planted", "1999-12-31", "constraint-error"),
    ("Notes", "", "constraint-error")])
def test_next_months_file_is_held_against_what_was_agreed_as_frictionless_does(column, cell, kind):
    fields = all_agreed(COLUMNS, proposed(COLUMNS))
    spoiled = {**COLUMNS, column: [*COLUMNS[column][:-1], cell]}
    found = {(kind, row) for kind, finding in kinds(spoiled, fields).items() for row in finding.rows}
    assert (kind, ROWS + 1) in found
    assert found == by_frictionless(spoiled, fields)


def test_a_key_is_the_shortest_that_tells_rows_apart():
    columns = {"Year": [str(2000 + number // 12) for number in range(120)],
               "Month": [str(number % 12 + 1) for number in range(120)],
               "District": ["North", "South"] * 60, "Count": [str(number * 31 % 17) for number in range(120)]}
    assert proposed(columns).keys[0].columns == ("Year", "Month")
    assert kinds(columns, {}, ("Year", "Month")) == {}
    tripled = {name: [cell for cell in cells for _ in range(2)] for name, cells in columns.items()}
    tripled["District"] = ["North", "South"] * 120
    assert ("Year", "Month", "District") in [one.columns for one in proposed(tripled).keys]


@pytest.mark.parametrize("key", [("Year",), ("Year", "Month"), ("Month", "Gone")])
def test_a_key_is_judged_as_frictionless_judges_it(key):
    columns = {"Year": ["1", "1.0", "2", "", ""], "Month": ["a", "a", "a", "", ""], "x": ["1", "2", "3", "4", "5"]}
    fields = {name: Field(column=name, name=name, type="number" if name == "Year" else "string") for name in columns}
    found = kinds(columns, fields, key)["primary-key"]
    if "Gone" in key:
        assert len(found.rows) == 0
    else:
        assert {("primary-key", row) for row in found.rows} == {
            pair for pair in by_frictionless(columns, fields, key) if pair[0] == "primary-key"}


def test_the_key_is_written_with_the_public_names_and_read_again():
    fields = [Field(column="a ", name="a"), Field(column="b", name="b")]
    written = to_table_schema(fields, (), ("a ", "b"))
    assert primary_key_of(written) == ("a", "b")
    assert primary_key_of({"primaryKey": "a"}) == ("a",)
    assert primary_key_of({"primaryKey": 3}) == ()
    assert "primaryKey" not in to_table_schema(fields, (), ("a ", "gone"))
    assert from_table_schema(written)[0].name == "a"


def test_a_rule_can_be_taken_back():
    for field in all_agreed(COLUMNS, proposed(COLUMNS)).values():
        plain = field
        for rule in rules_of(field):
            plain = without_rule(plain, rule)
        assert (plain.constraints, plain.is_typed) == (Constraints(), False)


def test_no_proposal_says_a_cell_when_it_is_logged():
    found = proposed({"Status": ["Zebra", "Quagga"] * 60})
    assert "Zebra" not in repr(found.rules)


@pytest.mark.parametrize("other", ["see note", "NULL"])
def test_a_type_that_was_agreed_to_leaves_bounds_to_be_offered_beside_cells_of_another(other):
    columns = {"Fee": [*(str(number % 90) for number in range(ROWS)), other]}
    only = next(one for one in proposed({"Fee": [*columns["Fee"][:-1], "see note"]}).rules if one.rule == "type")
    field = agreed(infer_fields(profiled(columns))[0], only)
    found = {one.rule: one for one in propose(profiled(columns), {"Fee": field}).rules}
    assert found["bounds"].constraints == Constraints(minimum="0")
    assert str(ROWS) in found["bounds"].why.show()
