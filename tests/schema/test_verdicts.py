"""The verdicts on whole tables against frictionless 5.21; against_frictionless_verdicts.py compares thousands."""

from itertools import islice

import pytest

from steward.schema.declared import DeclaredSchema, SchemaRefused, expected
from steward.schema.patterns import PatternRefused, can_explode, keeps_pattern
from steward.schema.verdicts import verdicts
from steward.table.distinct import distinct
from tests.builders import sheet_of
from tests.schema.random_schemas import by_frictionless, by_report, by_steward, comparisons

NEW = {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json"}


def schema_of(*fields, **more):
    return {"fields": list(fields), **more}


def of_kind(found, kind):
    return {(row, name) for row, name, said in found if said == kind}


@pytest.mark.parametrize("seed", range(6))
def test_random_schemas_and_tables_get_the_verdicts_of_frictionless(seed):
    compared = list(islice(comparisons(f"unit-{seed}"), 10))
    assert [(theirs, ours) for _, theirs, ours in compared if theirs or ours] == []


@pytest.mark.parametrize(("schema", "labels", "records"), [
    (schema_of({"name": "a", "type": "integer"}, {"name": "b"}), ["a", "b"], [["1", "x"], ["2"], ["y", "z", "w"], []]),
    (schema_of({"name": "a"}, {"name": "b"}), ["b", "a"], [["1", "x"]]),
    (schema_of({"name": "a"}, {"name": "b"}), ["a"], [["1"]]),
    (schema_of({"name": "a"}), ["a", "b", "b"], [["1", "2", "3"]]),
    (schema_of({"name": "a"}, {"name": "b"}), ["A", ""], [["1", "2"]]),
    (schema_of({"name": "a", "type": "number"}, {"name": "b"}, primaryKey="a"), ["a", "b"],
     [["1", "x"], ["1.0", "y"], ["", "z"]]),
    (schema_of({"name": "a"}, {"name": "b"}, primaryKey=["a", "b"]), ["a", "b"], [["1", ""], ["1", ""], ["1", "2"]]),
    (schema_of({"name": "a"}, {"name": "b"}, foreignKeys=[{"fields": ["b"], "reference": {"resource": "", "fields": ["a"]}}]),
     ["a", "b"], [["1", ""], ["2", "1"], ["3", "9"]]),
    (schema_of({"name": "a", "constraints": {"pattern": "a|b"}}), ["a"], [["ax"], ["b"], ["xb"], ["b\n"]]),
    (schema_of({"name": "a", "constraints": {"unique": True}}), ["a"], [["x"], [], ["y"], ["x"]]),
    (schema_of({"name": "a"}, {"name": "b"}), ["a", "b"], []),
    (schema_of({"name": "a"}, {"name": "b"}, missingValues=["", "-"]), ["a", "b"], [["-", ""], ["-", "x"]]),
])
def test_the_report_of_frictionless_says_the_same(schema, labels, records):
    assert by_steward(schema, labels, records) == by_report(schema, labels, records)


@pytest.mark.parametrize("missing", [[""], [], ["NA"]])
def test_a_row_of_separators_is_judged_as_frictionless_judges_it(missing):
    schema = schema_of({"name": "a"}, {"name": "b", "type": "integer"}, missingValues=missing)
    records = [["x", "1"], ["", ""], [], ["", "", ""], ["y", "2"]]
    assert by_steward(schema, ["a", "b"], records) == by_report(schema, ["a", "b"], records)


def test_a_nan_equals_nothing_not_even_itself():
    schema = schema_of({"name": "a", "type": "number", "constraints": {"unique": True}})
    assert of_kind(by_steward(schema, ["a"], [["NaN"], ["NaN"], ["1"], ["1.0"]]), "unique-error") == {(5, "a")}


def test_where_frictionless_stops_on_a_bound_the_column_is_named():
    schema = schema_of({"name": "a", "type": "date", "format": "%d/%m/%Y", "constraints": {"minimum": "2024-01-05"}},
                       {"name": "b"})
    records = [["05/01/2024", "x"]]
    assert by_frictionless(schema, ["a", "b"], records) is None
    assert by_steward(schema, ["a", "b"], records) == {(0, "a", "schema-error")}


def test_exclusive_bounds_of_version_2_are_kept_although_the_report_of_frictionless_refuses_them():
    schema = schema_of({"name": "a", "type": "integer", "constraints": {"exclusiveMinimum": 1}}, **NEW)
    assert by_report(schema, ["a"], [["1"], ["2"]]) is None
    assert by_steward(schema, ["a"], [["1"], ["2"]]) == {(2, "a", "constraint-error")}


def test_labeled_missing_values_of_version_2_are_kept_although_frictionless_refuses_them():
    schema = schema_of({"name": "a", "type": "integer"}, missingValues=[{"value": "-9", "label": "unknown"}, ""], **NEW)
    assert by_frictionless(schema, ["a"], [["1"]]) is None
    assert by_steward(schema, ["a"], [["-9"], ["x"]]) == {(2, "", "blank-row"), (3, "a", "type-error")}


def test_lists_in_a_unique_column_are_compared_where_frictionless_stops():
    schema = schema_of({"name": "a", "type": "array", "constraints": {"unique": True}})
    records = [["[1]"], ["[1]"], ["[2]"]]
    assert by_frictionless(schema, ["a"], records) is None
    assert by_steward(schema, ["a"], records) == {(3, "a", "unique-error")}


def test_a_schema_that_frictionless_does_not_take_is_refused():
    with pytest.raises(SchemaRefused):
        expected(DeclaredSchema(descriptor=schema_of({"name": "a", "type": "colour"}), fields=()), ["a"])


@pytest.mark.parametrize(("pattern", "explodes"), [("(a+)+b", True), ("([a-z]*)*", True), ("[a-z]+", False), ("(ab){2}", False),
                                                   (r"\d{3}-\d{4}", False), ("(a|b+)*c", True),
                                                   ("(a|aa)+", True), ("(a?a?)*b", True), ("([0-9]{3},)*", False),
                                                   ("([ab])*", False)])
def test_a_pattern_that_repeats_what_can_be_taken_in_two_ways_can_explode(pattern, explodes):
    assert can_explode(pattern) is explodes


@pytest.mark.parametrize(("pattern", "longest", "explodes"), [
    (".*a.*b.*c", 20, False), (".*a.*b.*c", 2_000, True), ("(?=.*a)(?=.*b).{8,}", 10_000, False), ("a*a*b", 100_000, True)])
def test_repetitions_side_by_side_are_too_much_for_long_values_only(pattern, longest, explodes):
    assert can_explode(pattern, longest) is explodes


def test_an_exploding_pattern_runs_on_re2_or_is_refused():
    values = sheet_of({"a": ["a" * 5000 + "c", "aab"]}).column("a").values.chunk(0)
    assert keeps_pattern(values, "(a+)+b").tolist() == [False, True]
    with pytest.raises(PatternRefused):
        keeps_pattern(values, "(?=a)(a+)+b")


def test_a_refused_pattern_is_told_from_a_rule_that_does_not_fit():
    schema = schema_of({"name": "a", "constraints": {"pattern": "(?=a)(a+)+b"}})
    sheet = sheet_of({"a": ["aab"]})
    found = verdicts(sheet, [distinct(column.values) for column in sheet.columns], DeclaredSchema(descriptor=schema, fields=()))
    assert [(one.kind, one.is_pattern) for one in found] == [("schema-error", True)]
