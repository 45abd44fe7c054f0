"""The verdicts as findings: kinds of frictionless, plain words, no cell."""

import pytest

from steward.schema.declared import DeclaredSchema
from steward.schema.examine import examine
from steward.schema.table_schema import from_table_schema
from steward.table.inference import profile_table
from steward.table.sheet import Quarantined
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of, sheet_of_rows

MARKER = "zqxj"


def findings(sheet, *fields, **more):
    descriptor = {"fields": [{"type": "string", **field} for field in fields], **more}
    schema = DeclaredSchema(descriptor=descriptor, fields=from_table_schema(descriptor))
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
    assert found["foreign-key", None]


def test_each_finding_is_said_in_plain_sentences_and_repeats_no_cell():
    for one in everything():
        for text in (one.words.what, one.words.where, one.words.next_step):
            assert str(text).endswith(".")
            assert MARKER not in str(text)


def test_no_two_findings_are_about_the_same():
    keys = [one.key for one in everything()]
    assert len(keys) == len(set(keys))


def test_an_order_that_differs_is_a_warning():
    tiers = {one.tier for one in findings(sheet_of({"b": ["1"], "a": ["2"]}), {"name": "a"}, {"name": "b"})
             if one.kind == "incorrect-label"}
    assert tiers == {Tier.WARN}


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


def test_a_pattern_without_end_is_refused_with_a_sentence():
    found = findings(sheet_of({"a": ["aab"]}), {"name": "a", "constraints": {"pattern": "(?=a)(a+)+b"}})
    assert "without end" in str(next(one for one in found if one.kind == "schema-error").words.what)


@pytest.mark.parametrize("cells", [[], ["", ""]])
def test_a_table_without_records_or_with_a_blank_column_is_judged(cells):
    found = told(findings(sheet_of({"a": cells, "b": ["x"] * len(cells)}), {"name": "a", "type": "date"}, {"name": "b"}))
    assert not {kind for kind, _ in found} & {"type-error", "schema-error", "blank-row"}
