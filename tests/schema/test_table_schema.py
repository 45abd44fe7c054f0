import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.schema.field import Constraints, Field
from steward.schema.table_schema import SchemaUnreadable, from_table_schema, to_table_schema

NAMES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
RULES = st.builds(Constraints, required=st.booleans(), unique=st.booleans(), min_length=st.none() | st.integers(0, 9),
                  max_length=st.none() | st.integers(9, 20), pattern=st.none() | st.just("[a-z]+"),
                  enum=st.none() | st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple))


@st.composite
def fields(draw):
    name = draw(NAMES)
    return Field(column=name, name=name, title=draw(NAMES), description=draw(st.text(max_size=20)),
                 unit=draw(st.sampled_from(["", "mi"])),
                 missing_values=draw(st.sampled_from([("",), ("", "NULL")])), constraints=draw(RULES))


@given(st.lists(fields(), min_size=1, max_size=4, unique_by=lambda field: field.name))
def test_fields_come_back_as_they_were(listed):
    assert from_table_schema(json.loads(json.dumps(to_table_schema(listed)))) == tuple(listed)


def test_bounds_of_numbers_are_numbers_and_of_dates_are_texts():
    rules = Constraints(minimum="1", maximum="2.5")
    assert to_table_schema([Field(column="n", name="n", type="number", constraints=rules)])["fields"][0]["constraints"] == {
        "minimum": 1, "maximum": 2.5}
    rules = Constraints(minimum="2020-01-01")
    assert to_table_schema([Field(column="d", name="d", type="date", constraints=rules)])["fields"][0]["constraints"] == {
        "minimum": "2020-01-01"}


@given(st.lists(fields(), min_size=1, max_size=3, unique_by=lambda field: field.name))
def test_the_standard_accepts_what_is_written(listed):
    from frictionless import Schema

    assert len(Schema.from_descriptor(to_table_schema(listed)).fields) == len(listed)


def test_the_official_schema_accepts_what_is_written(shared):
    standard = json.loads((shared / "schemas/datapackage/1.0/tableschema.json").read_text(encoding="utf-8"))
    made = to_table_schema([Field(column="a", name="a", type="date", format="%m/%d/%Y", title="A",
                                  constraints=Constraints(required=True))])
    jsonschema.Draft4Validator(standard).validate(made)


@pytest.mark.parametrize("broken", [
    {}, {"fields": []}, {"fields": {}}, [], {"fields": [1]}, {"fields": [{"type": "string"}]}, {"fields": [{"name": ""}]},
    {"fields": [{"name": "a", "type": "colour"}]}, {"fields": [{"name": "a"}, {"name": "a"}]},
    {"fields": [{"name": "a", "constraints": []}]}, {"fields": [{"name": "a", "constraints": {"pattern": "("}}]},
    {"fields": [{"name": "a", "constraints": {"minLength": "3"}}]}, {"fields": [{"name": "a", "missingValues": "NA"}]},
    {"fields": [{"name": "a", "type": []}]}])
def test_a_broken_schema_gets_a_plain_sentence(broken):
    with pytest.raises(SchemaUnreadable) as caught:
        from_table_schema(broken)
    assert str(caught.value.words.what).endswith(".")
    assert str(caught.value.words.where)
    assert str(caught.value.words.next_step)


def test_missing_values_of_version_2_are_read():
    descriptor = {"missingValues": [{"value": "-99", "label": "not asked"}, ""], "fields": [{"name": "a"}]}
    assert from_table_schema(descriptor)[0].missing_values == ("-99", "")
