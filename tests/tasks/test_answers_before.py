"""Answers of last time: offered again for the next file while they hold, confirmed by the person, and told with their age."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.inference import profile_column
from steward.tasks import answers_before, deciding, opening, preparing, reviewing, sealing
from steward.tasks.updating import sealed_draft
from steward.vocabulary.decision import Choice
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Recipe, Step
from tests.builders import sheet_of
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()
WHY = "These are the owners of companies, as the state lists them."
NAMES = ("Linda Brown", "Mary Smith", "John Jones", "Paul Miller")


def written(path, names=NAMES, extra=""):
    path.write_text(f"License,Owner Name{extra and ',' + extra}\n" + "".join(
        f"L-{place},{name}{extra and ',' + str(place)}\n" for place, name in enumerate(names)))
    return path


def identified(house, bench):
    """Return the identifier of a workbench that was described, decided and published."""
    return published(house, decided(house, described(house, bench))).identifier


def name_of(bench):
    return next(found for found in bench.report.findings if found.kind == "person_name")


@pytest.fixture
def identifier(house, tmp_path):
    bench = opening.begin(house, written(tmp_path / "one.csv"), QUIET)
    draft = deciding.decide(house, bench.draft, name_of(bench), Choice.NOT_PRIVATE, WHY)
    bench = deciding.apply_remedy(house, replace(bench, draft=draft), None, Step(remedy="trim_blanks", column="License"), QUIET)
    return identified(house, bench)


def before_of(house, bench):
    return answers_before.answer_before(house, bench.draft, bench.report, name_of(bench))


def test_the_answer_is_offered_again_and_not_taken_by_itself(house, clock, tmp_path, identifier):
    clock.moment = "2027-01-02T09:00:00+00:00"
    bench = opening.begin(house, written(tmp_path / "two.csv", (*NAMES, "Ann Lee")), QUIET, updates=identifier)
    before = before_of(house, bench)
    assert (before.decision.reason, before.age_days) == (WHY, 40)
    assert name_of(bench).key in {found.key for found in sealing.outstanding(bench)}


def test_a_confirmed_answer_travels_with_the_day_of_the_first_one(house, clock, tmp_path, identifier):
    clock.moment = "2027-01-02T09:00:00+00:00"
    bench = opening.begin(house, written(tmp_path / "two.csv", (*NAMES, "Ann Lee")), QUIET, updates=identifier)
    bench = replace(bench, draft=answers_before.answer_again(house, bench.draft, name_of(bench), before_of(house, bench)))
    assert before_of(house, bench) is None
    identified(house, bench)
    told, = (given for given in sealed(house).decisions if given.kind == "person_name")
    assert (told.choice, told.reason, told.since[:10], told.at[:10]) == (Choice.NOT_PRIVATE, WHY, "2026-11-23", "2027-01-02")


def sealed(house):
    newest = max(reviewing.submissions(house), key=lambda state: state.submitted_at)
    return reviewing.evidence(house, newest.id).manifest


@pytest.mark.parametrize("names", [["Brown Linda Jo", "Smith Mary Ann", "Jones John Jay", "Miller Paul Ray"],
                                   ["Linda J. Brown", "Mary A. Smith", "John J. Jones", "Paul R. Miller"]])
def test_a_column_that_is_written_otherwise_voids_the_answer(house, tmp_path, identifier, names):
    bench = opening.begin(house, written(tmp_path / "two.csv", names), QUIET, updates=identifier)
    assert before_of(house, bench) is None


def test_a_new_dataset_is_offered_nothing(house, tmp_path, identifier):
    assert before_of(house, opening.begin(house, written(tmp_path / "two.csv"), QUIET)) is None


@given(st.lists(st.text(st.characters(categories=("L", "N", "P", "Z")), min_size=1), min_size=1, max_size=6))
def test_a_signature_is_a_hash_of_shapes_and_other_cells_of_the_same_shape_give_the_same(cells):
    column = profile_column(sheet_of({"Name": ["Ab Cd"] * 3}).column("Name"))
    other = profile_column(sheet_of({"Name": ["Xyz Uvwxy"] * 3}).column("Name"))
    assert answers_before.signature("x", column) == answers_before.signature("x", other)
    mine = answers_before.signature("x", profile_column(sheet_of({"Name": cells}).column("Name")))
    assert len(mine) == 64
    assert mine != answers_before.signature("y", profile_column(sheet_of({"Name": cells}).column("Name")))


def test_the_report_of_an_update_tells_which_findings_changed(house, tmp_path, identifier):
    path = written(tmp_path / "two.csv", (*NAMES, "Ann Lee"), extra="Owner SSN")
    path.write_text(path.read_text().replace(",0\n", ",512-34-6789\n"))
    told = [str(sentence) for sentence in opening.begin(house, path, QUIET, updates=identifier).change.sentences()]
    assert any("Last time 4, now 5." in sentence for sentence in told)
    assert any(sentence.startswith("New: ") and "Social Security" in sentence for sentence in told)
    assert "New column: Owner SSN." in told
    assert not any(cell in sentence for sentence in told for cell in ("512-34-6789", *NAMES))


def test_a_script_without_a_recipe_does_the_changes_of_last_time_again(house, tmp_path, identifier):
    record = opening.begin(house, written(tmp_path / "two.csv"), QUIET, updates=identifier).draft.record
    script = preparing.Script(record=record, recipe=None, decisions=())
    bench = preparing.prepared(house, tmp_path / "two.csv", script, QUIET, updates=identifier)
    assert [step.remedy for step in bench.draft.recipe.steps] == ["trim_blanks"]
    assert (bench.change.is_update, bench.change.steps_again) == (True, 1)
    anew = preparing.prepared(house, tmp_path / "two.csv", replace(script, recipe=Recipe()), QUIET, updates=identifier)
    assert anew.draft.recipe.steps == ()


def test_a_workstation_that_did_not_make_it_replays_the_sealed_steps_but_those_with_private_parts(house, tmp_path, clock):
    bench = opening.begin(house, written(tmp_path / "one.csv"), QUIET)
    for step in (Step(remedy="replace_by_random_id", column="Owner Name"), Step(remedy="trim_blanks", column="License")):
        bench = deciding.apply_remedy(house, bench, None, step, QUIET)
    identifier = identified(house, bench)
    draft = opening.begin(house, written(tmp_path / "two.csv"), QUIET).draft
    told = sealed_draft(house, replace(draft, updates=identifier))
    assert [one.remedy for one in told.recipe.steps] == ["trim_blanks"]
