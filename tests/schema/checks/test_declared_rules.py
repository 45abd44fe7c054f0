"""Rules of a schema, with frictionless as the oracle. Source of the corners: frictionless 5.21, read and run."""

import collections

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from steward.schema.checks.declared_rules import CHECK as RULES
from steward.schema.checks.unique_values import CHECK as UNIQUE
from steward.schema.field import Constraints, Field
from steward.schema.rules import RuleUnreadable, cell_reader
from steward.schema.table_schema import to_table_schema
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of
from tests.schema.checks.looking import found, rows

CELLS = ["", "0", "1", "-1", "+1", "01", "1.0", "1.", ".5", "1e5", "NaN", "inf", "1_000", "1,000", "５", " 5 ", "true", "True",
         "tRue", "yes",
         "no", "0.10", "2024-01-05", "2024-1-5", "2024-02-30", "01/05/2024", "2024-01-05 ", "2024-01-05T10:11:12",
         "2024-01-05T10:11:12Z",
         "2024-01-05 10:11:12", "10:11:12", "10:11", "25:00:00", "2024", "0000", " 2024", "abc", "ab\n", "a|b", "Renée", "a",
         "b", "x" * 30,
         "NA", "None", "-", "[1]", "{}", "P1D", "2024-01", "9007199254740993", "1e400", "\u00a05", "é", "24:00:00", " "]
TYPES = ["string", "integer", "number", "date", "datetime", "time", "year", "boolean", "yearmonth", "any"]
MISSING = [("",), ("", "NA"), ("", "-", "N/A"), ("NA",)]


@st.composite
def fields(draw):
    kind = draw(st.sampled_from(TYPES))
    rules = {"required": draw(st.booleans()), "unique": draw(st.booleans())}
    if kind in ("integer", "number"):
        rules |= {"minimum": draw(st.sampled_from([None, "0", "1"])), "maximum": draw(st.sampled_from([None, "5", "1000"]))}
    if kind == "string":
        rules |= {"min_length": draw(st.sampled_from([None, 1, 3])), "max_length": draw(st.sampled_from([None, 2, 5])),
                  "pattern": draw(st.sampled_from([None, "[a-z]+", "a|b", r"\d+"])),
                  "enum": draw(st.sampled_from([None, ("a", "b", "NA")]))}
    form = draw(st.sampled_from([None, "%d/%m/%Y", "any"])) if kind == "date" else None
    return Field(column="c", name="c", type=kind, format=form, missing_values=draw(st.sampled_from(MISSING)),
                 constraints=Constraints(**rules))


def by_frictionless(field, cells):
    from frictionless import Resource, Schema

    schema = Schema.from_descriptor(to_table_schema([field, Field(column="k", name="k")]))
    report = Resource(data=[["c", "k"], *([cell, "k"] for cell in cells)], schema=schema).validate(limit_errors=0)
    assume(not report.errors)
    return collections.Counter({(error.type, error.row_number) for error in report.tasks[0].errors})


@settings(max_examples=40)  # frictionless takes 60 ms to begin and little for each cell: so many cells in each
@given(fields(), st.lists(st.sampled_from(CELLS), min_size=1, max_size=40))
def test_the_verdicts_are_those_of_frictionless(field, cells):
    sheet = sheet_of({"c": cells, "k": ["k"] * len(cells)})
    try:
        oracle = by_frictionless(field, cells)
    except TypeError:           # frictionless stops where a bound does not fit the field
        assume(False)
    ours = [*found(RULES, sheet, field), *found(UNIQUE, sheet, field)]
    assume("NaN" not in cells or not field.constraints.unique)   # NaN never equals NaN
    assert collections.Counter((finding.kind, row) for finding in ours for row in finding.rows) == oracle


def test_cells_that_are_not_of_the_declared_type_block():
    finding, = found(RULES, sheet_of({"c": ["1", "x"]}), Field(column="c", name="c", type="integer"))
    assert (finding.kind, finding.tier, list(finding.rows)) == ("type-error", Tier.BLOCK, [3])


def test_a_broken_rule_is_said_in_plain_words():
    field = Field(column="c", name="c", constraints=Constraints(required=True, enum=("a", "b")))
    finding, = found(RULES, sheet_of({"c": ["a", "", "z"]}), field)
    assert list(finding.rows) == [3, 4]
    assert str(finding.words.what) == (
        "One cell is empty though a value is required. One cell is not one of the 2 allowed values.")


def test_a_bound_of_an_accepted_rule_is_said_with_its_value():
    field = Field(column="c", name="c", type="integer", constraints=Constraints(maximum="4"))
    finding, = found(RULES, sheet_of({"c": ["4", "5", "6"]}), field)
    assert str(finding.words.what) == "2 cells are larger than 4, the largest value that the rule of the column allows."


def test_a_column_of_the_schema_that_is_not_there_is_named():
    assert [finding.kind for finding in found(RULES, sheet_of({"c": ["1"]}), Field(column="d", name="d"))] == ["missing-label"]


def test_a_rule_that_makes_no_sense_is_named_and_stops_nothing():
    field = Field(column="c", name="c", type="date", constraints=Constraints(minimum="soon"))
    assert [finding.kind for finding in found(RULES, sheet_of({"c": ["2020-01-01"]}), field)] == ["schema-error"]


def test_values_are_alike_if_the_field_reads_them_alike():
    field = Field(column="c", name="c", type="number", constraints=Constraints(unique=True))
    assert rows(found(UNIQUE, sheet_of({"c": ["1", "2", "1.0", "", ""]}), field)) == [4]


def test_a_rule_on_text_that_only_numbers_have_is_unreadable():
    with pytest.raises(RuleUnreadable):
        cell_reader(Field(column="c", name="c", constraints=Constraints(minimum="1")))
