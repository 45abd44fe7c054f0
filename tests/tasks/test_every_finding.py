"""Every finding of every check can be answered; each change that is offered for it makes it go, or less, or says why not."""

from dataclasses import replace
from functools import cache

import pytest

from steward.schema.context import Context
from steward.schema.examine import all_checks, examine
from steward.schema.field import Constraints, Field
from steward.schema.inference import infer_fields
from steward.schema.surroundings import Surroundings
from steward.table.inference import profile_table
from steward.table.sheet import Oddity
from steward.tasks import deciding
from steward.tasks.checking import check
from steward.tasks.workbench import Workbench
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import Refused
from steward.vocabulary.positions import Positions
from steward.vocabulary.progress import Silence
from steward.vocabulary.question import answered
from steward.vocabulary.tier import Tier
from steward.workflow.draft import Draft, Source
from steward.workflow.needs import may_answer
from tests.builders import sheet_of
from tests.schema.faulty import FAULTY, faulty_sheets
from tests.schema.spoiled import AROUND, spoiled

RULED = sheet_of({"id": ["1", "2", "2", "3"], "age": ["5", "x", "200", "7"], "when": ["2020-01-05"] * 4, "k": ["a"] * 4})
RULES = (Field(column="id", name="id", type="integer", constraints=Constraints(unique=True)),
         Field(column="age", name="age", type="integer", constraints=Constraints(maximum="99")),
         Field(column="when", name="when", type="date", constraints=Constraints(maximum="x")),
         Field(column="gone", name="gone"))
MERGED = replace(sheet_of({"a": ["x", "", "y"], "b": ["1", "", "3"]}),
                 oddities=(Oddity(kind="merged-rows", count=1, rows=Positions([3]), position=1),))
ASKED = ("id", "k", "gone")
ORDERED = sheet_of({"k": ["1"], "id": ["2"], "other": ["3"]})
SHEETS = {**dict(zip(FAULTY, faulty_sheets(), strict=True)), **spoiled(), "ruled": RULED, "keyed": RULED, "merged": MERGED,
          "ordered": ORDERED}
MENDED_ELSEWHERE = {      # blocks that no change of the table answers: their next step names where they are mended
    "not-data": "Open the file", "no-records": "Open the file", "schema-error": "Change the rule", "missing-label": "Give the"}


def findings_of(name, sheet, kind=None):
    """Return the profile and the findings of a table, held against the rules of its example; with `kind` of that one alone."""
    profile = profile_table(sheet, Silence(), 1)
    said = {field.column: field for field in RULES} if name == "ruled" else {}
    context = Context(profile=profile, around=Surroundings(asked=ASKED) if name == "ordered" else AROUND,
                      fields={**{field.column: field for field in infer_fields(profile)}, **said},
                      primary_key=("id",) if name == "keyed" else ())
    if kind is None and name not in ("ruled", "keyed", "ordered"):
        return profile, examine(profile, infer_fields(profile), Silence(), AROUND)
    checks = [one for one in all_checks() if kind is None or kind in one.kinds]
    return profile, [finding for one in checks for finding in one.examine(context)]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    from steward.tasks.house import House

    with House.open(tmp_path_factory.mktemp("house") / "home") as house:
        return check(house, sheet_of({"a": ["1", "2"]}), Silence())


@pytest.fixture(scope="module")
def bench_of(report):
    return cache(lambda name: _bench(name, report))


def _bench(name, report):
    sheet = SHEETS[name]
    profile, found = findings_of(name, sheet)
    draft = Draft(id="d", source=Source(path="t.csv", name="t.csv", sha256="0" * 64, size_bytes=1), practice=True,
                  started="2026-11-23T17:00:00+00:00", changed="2026-11-23T17:00:00+00:00")
    return Workbench(draft=draft.asked("", ASKED) if name == "ordered" else draft, original=sheet, candidate=sheet,
                     report=replace(report, profile=profile, findings=tuple(found), context=None))


def step_of(name, finding, bench, remedy):
    """Return the step with the answers that a person is offered first."""
    step = deciding.step_for(finding, bench, remedy)
    for question in deciding.questions_for(finding, bench, remedy):
        first = question.first or (question.options[0].value if question.options else _new_name(name, finding))
        step = answered(step, question, step.parameters.get(question.parameter, first))
    return step


def _new_name(name, finding):
    """Return the name that is missing for a finding that says so, else a new one."""
    missing = "gone" if name == "ordered" else AROUND.earlier[0].name
    return missing if finding.column is None else "another"


def test_the_examples_give_every_kind_of_finding(bench_of):
    found = {finding.kind for name in SHEETS for finding in bench_of(name).report.findings}
    assert {kind for one in all_checks() for kind in one.kinds} - found == set()


@pytest.mark.parametrize("name", SHEETS)
def test_every_finding_can_be_answered(name, bench_of):
    bench = bench_of(name)
    for finding in bench.report.findings:
        if finding.kind in MENDED_ELSEWHERE:
            assert str(finding.words.next_step).startswith(MENDED_ELSEWHERE[finding.kind])
        else:
            assert deciding.remedies_for(finding, bench) or may_answer(finding, Choice.KEEP), finding.kind
            assert finding.tier is not Tier.BLOCK or deciding.remedies_for(finding, bench), finding.kind


@pytest.mark.parametrize("name", SHEETS)
def test_a_change_that_is_offered_makes_its_finding_go(name, bench_of):
    bench = bench_of(name)
    for finding in bench.report.findings:
        offered = deciding.remedies_for(finding, bench)
        done = [left_after(name, finding, bench, one) for one in offered
                if one.name in finding.remedies or one.name != "leave_out_column"]    # of which the column goes in any case
        assert all(left is None or left < finding.count for left in done), finding.kind
        assert not finding.remedies or any(left is not None for left in done), finding.kind


def left_after(name, finding, bench, remedy):
    """Return how much of the finding is left after a change; None where it is refused in words."""
    try:
        after = deciding.applied(bench.candidate, (step_of(name, finding, bench, remedy),))
    except Refused as refusal:
        said = refusal.words
        return None if str(said.what) and str(said.next_step) else finding.count
    found = findings_of(name, after, finding.kind)[1]
    return sum(one.count for one in found if one.key == finding.key and one.tier is finding.tier)
