"""How the columns of a table fit a schema that may be asked of it."""

from hypothesis import given
from hypothesis import strategies as st

from steward.schema.asked import AskedSchema, asked_fields, asked_key, fit, fitting
from steward.schema.checks.asked_columns import CHECK
from steward.schema.context import Context
from steward.schema.field import Constraints, Field
from steward.schema.surroundings import Surroundings
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of

NAMES = ("permit_num", "issued_date", "status", "work_class", "cost")


def schema(names=NAMES, **more):
    return AskedSchema(name="permits", title="Permits", fields=tuple(Field(column=name, name=name) for name in names), **more)


def asked_of(columns, asked):
    profile = profile_table(sheet_of({name: ["1", "2"] for name in columns}), Silence(), 1)
    return {one.kind: one for one in CHECK.examine(Context(profile=profile, fields={}, around=Surroundings(asked=asked)))}


def test_columns_are_paired_by_the_words_of_their_names():
    found = fit(schema(), ("Permit Num", "IssuedDate", "STATUS", "Work Class", "cost"))
    assert [name for _, name in found.pairs] == list(NAMES)
    assert (found.missing, found.extra, found.is_reordered) == ((), (), False)


def test_what_is_missing_more_or_elsewhere_is_told():
    found = fit(schema(), ("status", "Remarks", "permit_num", "cost"))
    assert (found.missing, found.extra, found.is_reordered) == (("issued_date", "work_class"), ("Remarks",), True)


def test_a_second_column_of_the_same_words_is_more_than_was_asked():
    assert fit(schema(), ("status", "Status", "cost")).extra == ("Status",)


def test_a_header_that_the_program_lists_counts_but_a_field_of_that_name_goes_before_it():
    headers = {"permit_num": ("Permit Number",), "cost": ("Status", "Valuation")}
    found = fit(schema(headers=headers), ("Permit Number", "Status", "Valuation"))
    assert found.pairs == (("Permit Number", "permit_num"), ("Status", "status"), ("Valuation", "cost"))


@given(st.permutations([*NAMES, "other", "further"]), st.integers(min_value=0, max_value=7))
def test_each_column_and_each_field_is_told_of_once(columns, count):
    found = fit(schema(), columns[:count])
    assert sorted([*(column for column, _ in found.pairs), *found.extra]) == sorted(columns[:count])
    assert sorted([*(name for _, name in found.pairs), *found.missing]) == sorted(NAMES)
    assert found.is_reordered == ([name for _, name in found.pairs] != [name for name in NAMES if name in columns[:count]])


def test_only_a_schema_most_of_whose_fields_are_there_is_offered_the_best_first():
    other = AskedSchema(name="other", title="Other", fields=schema((*NAMES, "more", "yet_more", "last", "end")).fields)
    assert [one.schema.name for one in fitting((other, schema()), NAMES)] == ["permits"]
    assert fitting((schema(("status", "cost")),), ("status", "cost")) == ()


def test_a_field_takes_type_and_rules_and_keeps_the_words_that_a_person_gave():
    rules = Constraints(required=True)
    asked = AskedSchema(name="one", title="One", fields=(
        Field(column="cost", name="cost", type="number", description="In dollars", unit="USD", constraints=rules),))
    told = asked_fields((Field(column="Cost", name="Cost", description="Mine"), Field(column="b", name="b")),
                        fit(asked, ("Cost", "b")))
    assert told == (Field(column="Cost", name="Cost", type="number", description="Mine", unit="USD", constraints=rules,
                          is_typed=True),)


def test_a_key_is_taken_only_whole():
    keyed = schema(primary_key=("permit_num", "status"))
    assert asked_key(fit(keyed, ("Status", "Permit Num"))) == ("Permit Num", "Status")
    assert asked_key(fit(keyed, ("Status", "cost"))) == ()


def test_a_table_that_lacks_columns_is_asked_why():
    found = asked_of(("status", "cost"), ("permit_num", "status", "cost"))["asked-column-missing"]
    assert (found.tier, found.count, str(found.words.where)) == (Tier.DECIDE, 1, "Columns permit_num.")


def test_another_order_is_a_warning_and_the_same_order_is_none():
    assert asked_of(("cost", "status"), ("status", "cost"))["column-order"].tier is Tier.WARN
    assert asked_of(("Status", "more", "Cost"), ("status", "cost")) == {}


def test_without_a_schema_the_columns_as_last_published_are_expected():
    before = tuple(Field(column=name, name=name) for name in ("status", "cost", "gone"))
    profile = profile_table(sheet_of({"cost": ["1"], "Status": ["a"]}), Silence(), 1)
    found = {one.kind for one in CHECK.examine(Context(profile=profile, fields={}, around=Surroundings(earlier=before)))}
    assert found == {"asked-column-missing", "column-order"}


def test_many_missing_columns_are_named_in_part():
    found = asked_of(("a",), tuple(f"b{number}" for number in range(5_000)))["asked-column-missing"]
    assert str(found.words.where) == "Columns b0, b1, b2, b3, b4 and 4,995 more."
