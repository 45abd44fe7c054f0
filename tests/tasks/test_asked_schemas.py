"""The schemas of the program's catalog, and one from a file: offered, held, let go."""

import json

import pytest

from steward.metadata.strict_json import DocumentBroken
from steward.schema.table_schema import SchemaUnreadable
from steward.store.resources import resource_names
from steward.tasks import asked_schemas, opening
from steward.vocabulary.errors import InputUnreadable
from steward.vocabulary.progress import Silence
from steward.workflow.schema_catalog import read_catalog

QUIET = Silence()
PAY = ("Bureau,Fiscal Year,Job Title,Regular Pay,Overtime,Other Pay,Total Pay\n"
       "Water,2024,Operator,100,5,,105\nParks,2024,Clerk,90,,x,90\n")


def begun(house, tmp_path, text=PAY, name="pay.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return opening.begin(house, path, QUIET)


def written(tmp_path, document, name="one.schema.json"):
    path = tmp_path / name
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return path


def schema_of(*fields, **more):
    return {"fields": [{"name": name, **rules} for name, rules in fields], **more}


def kinds(bench):
    return {(one.kind, one.column) for one in bench.report.findings}


def test_the_shipped_catalog_is_read_and_each_schema_says_where_it_comes_from():
    assert {f"{one.name}.schema.json" for one in asked_schemas.catalog()} == set(resource_names("schema_catalog"))
    assert all(one.source and one.title and all(field.description for field in one.fields) for one in asked_schemas.catalog())


def test_the_shipped_schemas_open_in_frictionless():
    from frictionless import Schema

    from steward.store.resources import resource_text

    for name in resource_names("schema_catalog"):
        assert Schema.from_descriptor(json.loads(resource_text(f"schema_catalog/{name}"))).fields


def test_the_schema_that_fits_is_offered_with_what_is_missing_and_the_order(house, tmp_path):
    (offer,) = asked_schemas.offers(begun(house, tmp_path))
    assert offer.fit.schema.name == "payroll"
    assert str(asked_schemas.fit_in_words(offer.fit)) == "7 of its 9 columns are in the table."
    assert [str(note) for note in offer.notes] == ["Not in the table (2): employment_type, benefits.",
                                                   "The columns stand in another order; nothing is moved for that."]


def test_a_draft_that_is_held_to_it_is_checked_against_its_rules(house, tmp_path):
    bench = begun(house, tmp_path)
    (offer,) = asked_schemas.offers(bench)
    held = opening.recheck(house, bench, asked_schemas.held_to(bench, offer.fit), QUIET)
    assert {("type-error", "Other Pay"), ("asked-column-missing", None), ("column-order", None)} <= kinds(held)
    assert asked_schemas.offers(held) == ()
    assert next(field for field in held.draft.fields if field.column == "Overtime").unit == ""
    free = opening.recheck(house, held, asked_schemas.let_go(held.draft), QUIET)
    assert ("asked-column-missing", None) not in kinds(free)
    assert opening.reopen(house, held.draft, QUIET).draft.asked_columns == offer.fit.schema.names


def test_the_same_is_offered_of_columns_alone_and_as_plain_values():
    (found,) = asked_schemas.proposed_schemas(PAY.splitlines()[0].split(","))
    assert (found.name, found.columns, found.missing) == ("payroll", 7, ("employment_type", "benefits"))
    assert (found.extra, found.is_reordered) == ((), True)
    assert asked_schemas.proposed_schemas(("a", "b", "c")) == ()


def test_a_schema_that_nobody_wants_is_not_offered_again(house, tmp_path):
    bench = begun(house, tmp_path)
    (offer,) = asked_schemas.offers(bench)
    passed = opening.recheck(house, bench, bench.draft.without_proposal(offer.key), QUIET)
    assert asked_schemas.offers(passed) == ()


def test_rules_come_from_a_schema_file(house, tmp_path):
    path = written(tmp_path, schema_of(("bureau", {"constraints": {"enum": ["Water"]}}), ("gone", {}), primaryKey="bureau"))
    bench = begun(house, tmp_path)
    offer = asked_schemas.offer_of_file(bench, path)
    held = opening.recheck(house, bench, asked_schemas.held_to(bench, offer.fit), QUIET)
    assert held.draft.primary_key == ("Bureau",)
    assert held.draft.asked_schema == "one.schema.json"
    assert {("constraint-error", "Bureau"), ("asked-column-missing", None)} <= kinds(held)


def test_of_a_package_the_resource_of_the_same_file_is_taken(house, tmp_path):
    package = {"resources": [{"name": "a", "path": "a.csv", "schema": schema_of(("x", {}))},
                             {"name": "b", "path": "pay.csv", "schema": schema_of(("Bureau", {"type": "string"}))}]}
    offer = asked_schemas.offer_of_file(begun(house, tmp_path), written(tmp_path, package, "datapackage.json"))
    assert offer.fit.pairs == (("Bureau", "Bureau"),)


@pytest.mark.parametrize(("document", "what"), [
    ("{", "one.schema.json cannot be read as it is."),
    ({"fields": []}, "The schema lists no columns."),
    (schema_of(("a", {"type": "money"})), "A column of the schema has a type that Table Schema does not know."),
    (schema_of(("a", {}), ("a", {})), "Two columns of the schema have the same name."),
    (schema_of(("Bureau", {"constraints": {"pattern": "(a+)+b"}})),
     "A pattern of the schema could take without end, so it is not tried."),
    (schema_of(("Bureau", {"constraints": {"pattern": "(a"}})), "A column of the schema has a pattern that cannot be read."),
    (schema_of(("nowhere", {})), "The table has none of the columns of this schema."),
])
def test_a_schema_that_cannot_be_used_gets_one_plain_sentence(house, tmp_path, document, what):
    bench = begun(house, tmp_path)
    with pytest.raises(InputUnreadable) as refused:
        asked_schemas.offer_of_file(bench, written(tmp_path, document))
    assert str(refused.value.words.what) == what


def test_a_later_version_is_said_and_taken_as_far_as_it_is_known(house, tmp_path):
    later = schema_of(("Bureau", {}), **{"$schema": "https://datapackage.org/profiles/9.0/tableschema.json"})
    offer = asked_schemas.offer_of_file(begun(house, tmp_path), written(tmp_path, later))
    assert "later version" in str(offer.notes[-1])


GOOD = '{"title": "T", "source": "S", "fields": [\n {"name": "a"},\n %s\n]}'


@pytest.mark.parametrize(("field", "line"), [('{"name": "b", "type": "money"}', 3), ('{"type": "string"}', 3),
                                             ('{"name": "b", "constraints": {"pattern": "(x+)+y"}}', 3),
                                             ('{"name": "b", "headers": "one"}', 3)])
def test_a_broken_file_of_the_catalog_is_refused_with_its_name_and_line(field, line):
    with pytest.raises((DocumentBroken, SchemaUnreadable)) as refused:
        read_catalog({"bad.schema.json": GOOD % field})
    told = " ".join(map(str, (refused.value.words.what, refused.value.words.where)))
    assert "bad.schema.json" in told
    assert f"line {line}" in told
