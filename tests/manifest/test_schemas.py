import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from steward.manifest.documents import (
    decisions_from_json,
    decisions_to_json,
    recipe_from_json,
    recipe_to_json,
    record_from_json,
    record_to_json,
    sealed_recipe_to_json,
)
from steward.metadata.examine import examine
from steward.metadata.record import ELEMENT_IDS, Record
from steward.vocabulary.decision import Choice
from steward.vocabulary.people import Role
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep, Recipe, Step
from steward.vocabulary.tier import Tier
from tests.manifest.samples import candidate, sealed
from tests.manifest.test_documents import decisions, steps
from tests.metadata.samples import complete_record, program_profile, program_vocabularies, resource

NAMES = ("record", "recipe", "decisions", "check", "workflow")
RESOURCES = Path(__file__).parents[2] / "resources"


def schema(name):
    return json.loads(resource(f"schemas/{name}.schema.json"))


def complaints(name, document):
    return [trouble.message[:120] for trouble in Draft202012Validator(schema(name)).iter_errors(document)]


def example(name):
    return json.loads(resource(f"samples/prepare/{name}.json"))


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one_and_closed_to_entries_it_does_not_name(name):
    document = schema(name)
    Draft202012Validator.check_schema(document)
    objects = [part for part in everything(document) if isinstance(part, dict) and "properties" in part and "type" in part]
    assert objects
    assert all("additionalProperties" in part for part in objects)


def everything(value):
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from everything(inner)


def test_the_schema_of_records_names_every_element():
    assert set(schema("record")["properties"]) == {"format", "unconfirmed", *ELEMENT_IDS}


def test_the_schemas_offer_the_choices_and_roles_of_the_code():
    assert schema("decisions")["properties"]["decisions"]["items"]["properties"]["choice"]["enum"] == [*Choice]
    assert schema("workflow")["properties"]["sealed_by"]["properties"]["role"]["enum"] == [*Role]


def test_what_is_written_fits_its_schema():
    assert complaints("record", record_to_json(complete_record())) == []
    assert complaints("record", {**record_to_json(Record(title="Trees")), "unconfirmed": ["title"]}) == []
    assert complaints("record", record_to_json(Record())) == []
    workflow = json.loads(sealed()[0].files["data/internal/workflow.json"])
    assert complaints("workflow", workflow) == []


@given(st.lists(steps, max_size=3).map(tuple))
def test_every_recipe_fits_its_schema(chosen):
    named = tuple(Step(remedy=step.remedy or "x", column=step.column, parameters=step.parameters, reason=step.reason)
                  for step in chosen)
    recipe = Recipe(import_step=ImportStep(sheet="Sheet1", encoding="utf-8", delimiter=",", header_rows=(),
                                           quoting=Quoting.BLANK, cuts=(11, 25)), steps=named)
    assert complaints("recipe", recipe_to_json(recipe)) == []
    assert complaints("recipe", sealed_recipe_to_json(recipe)) == []


@given(decisions)
def test_every_decision_with_a_reason_and_a_time_fits_its_schema(decision):
    written = decisions_to_json([decision])
    written["decisions"][0].update({"at": "2026-11-23T10:00:00+00:00", "reason": "asked", "step": 1})
    assert complaints("decisions", written) == []


@pytest.mark.parametrize(("name", "changes"), [
    ("record", {"titel": "x"}), ("record", {"keywords": "x"}), ("record", {"modified": "1/2/2026"}), ("record", {"format": 2}),
    ("record", {"access_level": "restricted-public"}), ("recipe", {"steps": [{}]}), ("recipe", {"import": {"header": 1}}),
    ("recipe", {"steps": [{"remedy": "x", "parameters": {"y": {}}}]}), ("decisions", {"decisions": [{"kind": "x"}]}),
    ("decisions", {"decisions": [{"kind": "x", "choice": "shrug", "reason": "y"}]}), ("workflow", {"tables": []}),
])
def test_what_does_not_fit_is_refused(name, changes):
    base = {"record": {"format": 1}, "recipe": {"format": 1}, "decisions": {"format": 1, "decisions": []},
            "workflow": json.loads(sealed()[0].files["data/internal/workflow.json"])}[name]
    assert complaints(name, base) == []
    assert complaints(name, {**base, **changes})


REPORT = {
    "format": 1, "tool_version": "0.1.0",
    "file": {"name": "a.csv", "sha256": "ab" * 32, "bytes": 3, "encoding": None, "delimiter": None, "physical_lines": None},
    "sheets": [{"name": "a", "state": "visible", "rows": 2, "columns": 1}],
    "table": {"sheet": None, "header_rows": [1], "rows": 1, "quarantined_rows": 0, "blank_rows": 0, "columns": [
        {"index": 1, "name": "a", "type": "string", "missing": 0, "distinct": None, "benign": ["code"],
         "privacy": [{"kind": "email", "tier": "decide", "rows": 1, "share": 1.0}]}]},
    "findings": [{"kind": "email", "tier": "decide", "column": None, "count": 1, "rows": [2], "lines": [2], "what": "x",
                  "where": "", "next_step": ""}],
    "hidden": [{"kind": "comment", "where": "x", "count": 1, "tier": "warn", "found": []}], "disclosure": None,
    "plan": None, "proposed": None,
    "seconds": {"open": 0.1, "profile": 0.1, "privacy": 0, "structure": 0, "total": 0.2}}


def test_a_report_fits_the_stable_form_with_and_without_disclosure_and_so_does_a_refusal():
    assert complaints("check", REPORT) == []
    risk = {"quasi_identifiers": ["a"], "smallest_group": 1, "unique_rows": 1, "rows_in_small_groups": 1, "threshold": 5}
    assert complaints("check", {**REPORT, "disclosure": risk}) == []
    assert complaints("check", {"format": 1, "error": {"what": "x", "where": "", "next_step": ""}}) == []


@pytest.mark.parametrize("place", [
    (), ("file",), ("table",), ("table", "columns", 0), ("findings", 0), ("seconds",), ("sheets", 0), ("hidden", 0),
    ("table", "columns", 0, "privacy", 0)])
def test_a_report_with_an_entry_too_many_or_too_few_is_refused(place):
    for change in (lambda part: part.update(cell="x"), lambda part: part.popitem()):
        report = deepcopy(REPORT)
        part = report
        for step in place:
            part = part[step]
        change(part)
        assert complaints("check", report)


@pytest.mark.parametrize("name", ["record", "recipe", "decisions"])
def test_the_worked_example_fits_its_schema(name):
    assert complaints(name, example(name)) == []


def test_the_worked_example_answers_everything_the_program_asks():
    record = record_from_json(example("record"))
    found = examine(record, program_profile(), program_vocabularies(), (record.temporal_start, record.temporal_end),
                    file_name="sample.csv", today="2026-11-23")
    assert found == ()


def test_each_decision_of_the_worked_example_names_the_step_that_carries_it_out():
    chosen = recipe_from_json(example("recipe")).steps
    for decision in decisions_from_json(example("decisions")):
        assert decision.choice is Choice.REMEDY
        assert chosen[decision.step - 1].column == decision.column


def test_the_worked_example_speaks_of_columns_that_the_sample_has():
    header = (RESOURCES / "samples" / "sample.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    named = {step.column for step in recipe_from_json(example("recipe")).steps if step.column}
    assert named
    assert named <= set(header)


def test_findings_in_a_sealed_bag_keep_their_tiers():
    workflow = json.loads(sealed(tables=(candidate(),))[0].files["data/internal/workflow.json"])
    assert workflow["tiers"] == {Tier.BLOCK: 0, Tier.DECIDE: 1, Tier.WARN: 0, Tier.NOTE: 0}
