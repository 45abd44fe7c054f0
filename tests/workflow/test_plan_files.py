"""The plans that the program edits: what they hold, and what is refused with file and line."""

import json
from pathlib import Path

import pytest

from steward.metadata.strict_json import DocumentBroken, DocumentTooNew
from steward.privacy.evidence import recognizers
from steward.remedies import remedy
from steward.workflow.plan_files import read_plans

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "policy" / "plans"
SHIPPED = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.json"))}
PLAIN = {"format": 1, "title": "One", "explain": "Two.", "source": "Three", "order": 1, "about": ["person"], "words": [],
         "treatments": [{"kinds": ["email"], "steps": [{"remedy": "leave_out_column"}], "why": "It names one."}]}


def read(**changed):
    return read_plans({"one": json.dumps({**PLAIN, **changed}, indent=1)})


def treated(kinds=("email",), steps=({"remedy": "leave_out_column"},), **more):
    return [{"kinds": list(kinds), "steps": list(steps), **more}]


def test_the_shipped_plans_are_of_the_form_and_in_order():
    plans = read_plans(SHIPPED)
    assert {plan.name for plan in plans} >= {"people", "police_cases", "permits", "service_requests", "payroll", "inspections"}
    assert [plan.order for plan in plans] == sorted(plan.order for plan in plans)
    assert all(plan.source and plan.title and plan.explain.endswith(".") for plan in plans)


def test_the_shipped_plans_say_of_every_kind_what_happens():
    for plan in read_plans(SHIPPED):
        told = {kind for treatment in plan.treatments for kind in treatment.kinds}
        assert told >= {recognizer.kind for recognizer in recognizers()}, plan.name


def test_every_step_of_a_shipped_plan_fits_the_kind_it_answers():
    for plan in read_plans(SHIPPED):
        for treatment in plan.treatments:
            first = [remedy(step.remedy) for step in treatment.steps[:1]]
            types = treatment.types or {"string"}
            assert all(one.fits(kind, of) for one in first for kind in treatment.kinds for of in types)


def test_a_plan_takes_over_what_it_extends_after_its_own():
    own = {**PLAIN, "extends": "base", "treatments": treated(steps=({"remedy": "keep_domain"},))}
    base = {**PLAIN, "most_percent_of_rows_left_out": 7, "linked": {"case": [{"remedy": "replace_by_random_id"}]}}
    plan = next(one for one in read_plans({"own": json.dumps(own), "base": json.dumps(base)}) if one.name == "own")
    assert [treatment.steps[0].remedy for treatment in plan.treatments] == ["keep_domain", "leave_out_column"]
    assert (plan.most_rows_left_out, list(plan.linked)) == (7, ["case"])


@pytest.mark.parametrize("changed", [
    {"order": "first"}, {"about": ["people"]}, {"extra": 1}, {"extends": "nobody"}, {"title": "Curly {brackets}"},
    {"treatments": treated(kinds=["e-mail"])}, {"treatments": treated(kinds=[])},
    {"treatments": treated(steps=[{"remedy": "burn"}])}, {"treatments": treated(**{"in": "rows"})},
    {"treatments": treated(steps=[{"remedy": "recode_rare", "parameters": {"most": 3}}])},
    {"treatments": treated(steps=[{"remedy": "recode_rare", "parameters": {"fewest": [3]}}])},
    {"linked": {"river": []}}])
def test_what_is_not_of_the_form_is_refused_with_the_file_and_its_line(changed):
    with pytest.raises(DocumentBroken) as refused:
        read(**changed)
    assert "one.json" in str(refused.value.words.what)
    assert "line" in str(refused.value.words.where)


def test_a_later_format_is_named_as_such():
    with pytest.raises(DocumentTooNew):
        read(format=2)
