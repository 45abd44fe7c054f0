"""The verdicts as findings: kinds of frictionless, plain words, no cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.schema.declared import DeclaredSchema, NamedTable, SchemaRefused
from steward.schema.examine import examine
from steward.schema.table_schema import SchemaUnreadable, from_table_schema
from steward.schema.verdicts import KINDS as VERDICTS
from steward.schema.verdicts import verdicts
from steward.table.distinct import distinct
from steward.table.inference import profile_table
from steward.table.sheet import Quarantined
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of, sheet_of_rows

MARKER = "zqxj"


def findings(sheet, *fields, tables=(), **more):
    descriptor = {"fields": [{"type": "string", **field} for field in fields], **more}
    schema = DeclaredSchema(descriptor=descriptor, fields=from_table_schema(descriptor), tables=dict(tables))
    return examine(profile_table(sheet, Silence(), 1), schema.fields, Silence(), schema=schema)


def told(found):
    return {(one.kind, one.column): list(one.rows) for one in found}


def faulty():
    apart = [Quarantined(row=4, line=4, cells=1, text=MARKER), Quarantined(row=5, line=5, cells=3, text=f"{MARKER},2,3")]
    return sheet_of({"a": [MARKER, MARKER], "b": ["1", MARKER]}, quarantine=apart, delimiter=",", blank_rows=(6,))


def everything():
    return findings(faulty(), {"name": "a", "constraints": {"unique": True, "maxLength": 2}}, {"name": "b", "type": "integer"},
                    primaryKey="a", foreignKeys=[{"fields": ["b"], "reference": {"resource": "", "fields": ["a"]}}])


def test_records_set_apart_and_blank_rows_are_judged_with_the_others():
    found = told(everything())
    assert found["missing-cell", "b"] == [4]
    assert found["extra-cell", None] == [5]
    assert found["blank-row", None] == [6]
    assert found["constraint-error", "a"] == [2, 3, 4, 5]
    assert found["unique-error", "a"] == [3, 4, 5]
    assert found["primary-key", None] == [3, 4, 5, 6]
    assert found["type-error", "b"] == [3]
    assert found["foreign-key", "b"]


def test_each_finding_is_said_in_plain_sentences_and_repeats_no_cell():
    for one in everything():
        for text in (one.words.what, one.words.where, one.words.next_step):
            assert str(text).endswith(".")
            assert MARKER not in str(text)


@pytest.mark.parametrize(("field", "cells", "said"), [
    ({"type": "integer", "constraints": {"maximum": 4}}, ["5", "4", "6"],
     "2 cells are larger than 4, the largest value that the schema allows."),
    ({"type": "number", "constraints": {"minimum": 0.5}}, ["0.1", "0.5"],
     "One cell is smaller than 0.5, the smallest value that the schema allows."),
    ({"type": "date", "constraints": {"minimum": "2024-01-05"}}, ["2024-01-04", "2024-01-05"],
     "One cell is earlier than 2024-01-05, the earliest that the schema allows."),
    ({"type": "year", "constraints": {"maximum": 2024}}, ["2025", "2024"],
     "One cell is later than 2024, the latest that the schema allows."),
    ({"constraints": {"minLength": 2}}, ["a", "ab", "b"],
     "2 cells are shorter than 2 letters, the shortest that the schema allows."),
    ({"constraints": {"maxLength": 1}}, ["a", "ab"], "One cell is longer than one letter, the longest that the schema allows."),
    ({"constraints": {"enum": ["a", "b", "c"]}}, ["a", MARKER], "One cell is not one of the 3 allowed values."),
    ({"constraints": {"pattern": "[A-Z]{2}"}}, ["AB", "a", MARKER], "2 cells do not match the pattern [A-Z]{2}."),
    ({"constraints": {"required": True}}, ["a", "", ""], "2 cells are empty though a value is required."),
    ({"constraints": {"required": True, "maxLength": 1}}, ["a", "", "bb"],
     "One cell is empty though a value is required. One cell is longer than one letter, the longest that the schema allows."),
])
def test_a_broken_rule_is_said_with_its_own_value(field, cells, said):
    found = findings(sheet_of({"a": cells, "k": ["k"] * len(cells)}), {"name": "a", **field}, {"name": "k"})
    assert [str(one.words.what) for one in found if one.kind == "constraint-error"] == [said]


def test_a_bound_that_is_left_out_is_said_with_its_value():
    found = findings(sheet_of({"a": ["1", "2"]}), {"name": "a", "type": "integer", "constraints": {"exclusiveMinimum": 1}},
                     **{"$schema": "https://datapackage.org/profiles/2.0/tableschema.json"})
    assert [str(one.words.what) for one in found] == ["One cell is not larger than 1, as the schema asks."]


def test_records_set_apart_are_counted_for_the_rule_that_they_break():
    apart = [Quarantined(row=4, line=4, cells=1, text="long")]
    sheet = sheet_of({"a": ["x", "longer"], "b": ["y", "z"]}, quarantine=apart, delimiter=",")
    found = findings(sheet, {"name": "a", "constraints": {"maxLength": 2}}, {"name": "b", "constraints": {"required": True}})
    assert {one.column: str(one.words.what) for one in found if one.kind == "constraint-error"} == {
        "a": "2 cells are longer than 2 letters, the longest that the schema allows.",
        "b": "One cell is empty though a value is required."}


def test_a_long_value_of_a_rule_is_cut():
    found = findings(sheet_of({"a": ["x"]}), {"name": "a", "constraints": {"pattern": "b" * 500}})
    assert str(found[0].words.what) == f"One cell does not match the pattern {'b' * 60}…."


def test_each_key_that_names_nothing_is_told_with_its_columns_and_its_table():
    other = NamedTable(sheet=sheet_of({"id": ["1"], "part": ["x"]}),
                       descriptor={"fields": [{"name": "id", "type": "string"}, {"name": "part", "type": "string"}]})
    keys = [{"fields": ["b"], "reference": {"resource": "", "fields": ["a"]}},
            {"fields": ["a", "b"], "reference": {"resource": "places", "fields": ["id", "part"]}}]
    sheet = sheet_of({"a": ["1", "1"], "b": ["1", MARKER]})
    found = [one for one in findings(sheet, {"name": "a"}, {"name": "b"}, tables={"places": other}, foreignKeys=keys)
             if one.kind == "foreign-key"]
    assert {(one.column, str(one.words.what), tuple(one.rows)) for one in found} == {
        ("b", "One record has a value in b that no record of this table has in a.", (3,)),
        (None, "2 records have a value in a, b that no record of the table places has in id, part.", (2, 3))}


def test_no_two_findings_are_about_the_same():
    keys = [one.key for one in everything()]
    assert len(keys) == len(set(keys))


def test_an_order_that_differs_is_one_warning_and_each_column_is_held_against_its_own_name():
    from frictionless import Resource, Schema

    fields = [{"name": "a", "type": "integer"}, {"name": "b", "type": "date"}, {"name": "c", "type": "string"}]
    columns = {"b": ["2024-01-05", "x"], "a": ["2", "3"], "c": ["", "4"]}
    found = findings(sheet_of(columns), *fields)
    assert [(one.kind, one.tier, one.column, one.count) for one in found if one.tier is Tier.WARN] == [
        ("incorrect-label", Tier.WARN, None, 2)]
    theirs = Resource(data=[list(columns), *map(list, zip(*columns.values(), strict=True))],
                      schema=Schema.from_descriptor({"fields": fields, "fieldsMatch": "equal"})).validate()
    assert [(one.column, one.kind, list(one.rows)) for one in found if one.tier is Tier.BLOCK] == [
        (name, kind, [row]) for name, kind, row in theirs.flatten(["fieldName", "type", "rowNumber"])]


def test_a_schema_that_asks_for_no_order_gets_no_warning():
    found = findings(sheet_of({"b": ["x"], "a": ["2"]}), {"name": "a", "type": "integer"}, {"name": "b"}, fieldsMatch="equal")
    assert found == ()


def test_the_order_is_left_where_a_column_is_missing_or_has_another_name():
    found = findings(sheet_of({"b": ["1"], "x": ["2"]}), {"name": "a"}, {"name": "b"})
    assert {one.tier for one in found if one.kind == "incorrect-label"} == {Tier.BLOCK}


def test_another_name_blocks():
    found = [one for one in findings(sheet_of({"x": ["1"], "b": ["2"]}), {"name": "a"}, {"name": "b"})
             if one.kind == "incorrect-label"]
    assert [(one.tier, one.column) for one in found] == [(Tier.BLOCK, "a")]


@pytest.mark.parametrize(("labels", "kind"), [(["a"], "missing-label"), (["a", "b", "c"], "extra-label"),
                                              (["a", ""], "blank-label")])
def test_labels_that_do_not_fit_are_named(labels, kind):
    sheet = sheet_of_rows(labels, [["1"] * len(labels)])
    assert [one.count for one in findings(sheet, {"name": "a"}, {"name": "b"}) if one.kind == kind] == [1]


def test_a_schema_that_cannot_be_held_against_the_table_is_said():
    found = findings(sheet_of({"a": ["1"]}), {"name": "a", "constraints": {"minimum": 1}})
    assert [(one.column, one.tier) for one in found if one.kind == "schema-error"] == [(None, Tier.BLOCK)]


def test_the_field_at_which_a_schema_is_refused_is_named():
    found = findings(sheet_of({"a": ["1"], "b": ["2"]}), {"name": "a"}, {"name": "b", "constraints": {"minimum": 1}})
    assert [one.words.where.values for one in found if one.kind == "schema-error"] == [(("number", 2),)]


@pytest.mark.parametrize(("version", "is_later"), [("1.0", False), ("2.0", False), ("3.1", True), ("11.0", True)])
def test_a_schema_of_a_later_version_is_held_against_the_table_and_that_is_said(version, is_later):
    profile = f"https://datapackage.org/profiles/{version}/tableschema.json"
    found = findings(sheet_of({"a": ["x"]}), {"name": "a", "type": "integer"}, **{"$schema": profile})
    assert ("schema-version" in {one.kind for one in found}) is is_later
    assert told(found)["type-error", "a"] == [2]


def test_a_name_that_does_not_fit_is_said_with_the_one_that_is_wanted():
    one, = (one for one in findings(sheet_of({"a": ["1"], "c": ["2"]}), {"name": "a"}, {"name": "wanted"})
            if one.kind == "incorrect-label")
    assert dict(one.words.where.values) == {"place": "2", "column": "wanted"}


WORDS = st.sampled_from(["a", "string", "integer", "date", "any", "%d/%m/%Y", "required", "[", "(a+)+", "2024-01-05", ""])
JSON = st.recursive(st.none() | st.booleans() | st.integers(-3, 3) | WORDS,
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6)
KEYS = ("type", "format", "constraints", "missingValues", "trueValues", "decimalChar", "groupChar", "bareNumber", "categories")
RULES = ("required", "unique", "minimum", "maximum", "minLength", "maxLength", "pattern", "enum", "exclusiveMinimum")
KINDS = st.sampled_from(["string", "integer", "number", "date", "boolean"]) | JSON
ODD_FIELDS = st.fixed_dictionaries({"name": WORDS | JSON}, optional={
    **dict.fromkeys(KEYS, JSON), "type": KINDS,
    "constraints": st.dictionaries(st.sampled_from(RULES), JSON, max_size=3) | JSON})
ODD_SCHEMAS = st.fixed_dictionaries({"fields": st.lists(ODD_FIELDS, max_size=3) | JSON}, optional={
    "primaryKey": JSON, "foreignKeys": JSON, "missingValues": JSON, "$schema": JSON})


@given(ODD_SCHEMAS)
@settings(max_examples=35)
def test_whatever_a_schema_holds_the_answer_is_verdicts_or_a_sentence(descriptor):
    sheet = sheet_of({"a": ["x", "", "2024-01-05"], "b": ["1", "2", ""]})
    try:
        schema = DeclaredSchema(descriptor=descriptor, fields=from_table_schema(descriptor))
        found = verdicts(sheet, [distinct(column.values) for column in sheet.columns], schema)
    except (SchemaUnreadable, SchemaRefused):
        return
    assert {one.kind for one in found} <= {*VERDICTS}


@pytest.mark.parametrize("cells", [["a" * 100_000 + str(number) for number in range(20)],
                                   [f"{number:05}" * 8 for number in range(30_000)]])
def test_long_texts_and_many_of_them_are_judged(cells):
    schema = {"name": "a", "constraints": {"pattern": "[a-z0-9]+", "unique": True, "maxLength": 100}}
    found = told(findings(sheet_of({"a": cells}), schema))
    assert len(found.get(("constraint-error", "a"), ())) == (len(cells) if len(cells) == 20 else 0)
    assert ("unique-error", "a") not in found


def test_hundreds_of_columns_are_judged_each_by_its_own_field():
    names = [f"c{number}" for number in range(600)]
    kinds = ["integer" if number % 2 else "string" for number in range(600)]
    found = findings(sheet_of({name: ["1", "x"] for name in names}),
                     *({"name": name, "type": kind} for name, kind in zip(names, kinds, strict=True)))
    assert [one.column for one in found if one.kind == "type-error"] == names[1::2]


def test_a_pattern_without_end_is_refused_with_a_sentence():
    found = findings(sheet_of({"a": ["aab"]}), {"name": "a", "constraints": {"pattern": "(?=a)(a+)+b"}})
    assert "without end" in str(next(one for one in found if one.kind == "schema-error").words.what)


@pytest.mark.parametrize("cells", [[], ["", ""]])
def test_a_table_without_records_or_with_a_blank_column_is_judged(cells):
    found = told(findings(sheet_of({"a": cells, "b": ["x"] * len(cells)}), {"name": "a", "type": "date"}, {"name": "b"}))
    assert not {kind for kind, _ in found} & {"type-error", "schema-error", "blank-row"}


@pytest.mark.parametrize(("more", "what", "where"), [
    ({"primaryKey": ["a", "gone"]}, "The primary key of the schema names the column gone, which the schema does not have.",
     "The key a, gone of the schema."),
    ({"foreignKeys": [{"fields": ["gone"], "reference": {"resource": "", "fields": ["a"]}}]},
     "A foreign key of the schema names the column gone, which the schema does not have.",
     "The key gone of the schema, which names a."),
    ({"foreignKeys": [{"fields": ["a", "b"], "reference": {"resource": "", "fields": ["a"]}}]},
     "A key of the schema has 2 of its own columns and names 1 column.", "The key a, b of the schema, which names a."),
    ({"foreignKeys": [{"fields": ["a"]}]}, "The keys of the schema are not written as a Table Schema writes them.",
     "Under primaryKey or foreignKeys in the schema.")])
def test_a_key_that_asks_for_what_is_not_there_is_named_with_the_column(more, what, where):
    (found,) = findings(sheet_of({"a": ["1"], "b": ["2"]}), {"name": "a"}, {"name": "b"}, **more)
    assert (found.kind, str(found.words.what), str(found.words.where)) == ("schema-error", what, where)


def test_two_keys_of_one_column_are_two_findings_and_one_that_names_a_missing_column_says_so():
    keys = [{"fields": ["a"], "reference": {"resource": "", "fields": [named]}} for named in ("b", "gone")]
    found = findings(sheet_of({"a": ["1"], "b": ["2"]}), {"name": "a"}, {"name": "b"}, foreignKeys=keys)
    assert [one.kind for one in found] == ["foreign-key", "foreign-key"]
    assert len({one.key for one in found}) == 2
    assert any("names gone of this table, and there is no such column" in str(one.words.what) for one in found)
