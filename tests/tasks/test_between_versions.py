"""An update held against the published version."""


import pytest

from steward.tasks import deciding, opening, sealing
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()
PEOPLE = [(f"C-{number}", f"Client {number}", "972" + str(number % 3).zfill(2), ("Female", "Male")[number % 2],
           f"19{60 + number % 4}-03-0{1 + number % 7}") for number in range(60)]
HEADER = "Case,Client Name,Client ZIP,Gender,Date of Birth\n"


def written(path, rows):
    path.write_text(HEADER + "".join(",".join(row) + "\n" for row in rows))
    return path


def first(house, tmp_path):
    """Return the identifier of a dataset about people that was published with years in the place of birth dates."""
    bench = opening.begin(house, written(tmp_path / "clients 1.csv", PEOPLE), QUIET)
    for step in (Step(remedy="leave_out_column", column="Client Name"), Step(remedy="date_to_year", column="Date of Birth")):
        bench = deciding.apply_remedy(house, bench, None, step, QUIET)
    return published(house, decided(house, described(house, bench))).identifier


def found(bench, kind):
    return {one.column: one for one in bench.report.findings if one.kind == kind}


@pytest.fixture
def identifier(house, tmp_path):
    return first(house, tmp_path)


def test_one_row_more_singles_a_person_out_and_is_told_by_counts_alone(house, tmp_path, identifier):
    path = written(tmp_path / "clients 2.csv", [*PEOPLE, ("C-60", "Ann Lee", "97207", "Female", "1961-05-05")])
    bench = opening.begin(house, path, QUIET, updates=identifier)
    told = found(bench, "version-difference")[None]
    assert (told.tier, told.count) == ("decide", 1)
    assert told.key in {one.key for one in sealing.outstanding(bench)}
    assert not any(cell in str(told.words.where) for cell in ("97207", "Female", "1961", "C-60"))


def test_the_same_rows_again_single_nobody_out_and_undo_nothing(house, tmp_path, identifier):
    bench = opening.begin(house, written(tmp_path / "clients 2.csv", PEOPLE), QUIET, updates=identifier)
    assert found(bench, "version-difference") == {}
    assert found(bench, "remedy-undone") == {}


def test_a_remedy_of_last_time_that_is_undone_asks_for_a_decision(house, tmp_path, identifier):
    bench = opening.begin(house, written(tmp_path / "clients 2.csv", PEOPLE), QUIET, updates=identifier)
    bench = deciding.undo(house, bench, QUIET)
    told = found(bench, "remedy-undone")
    assert list(told) == ["Date of Birth"]
    assert told["Date of Birth"].tier == "decide"
    assert found(deciding.redo(house, bench, QUIET), "remedy-undone") == {}


def test_a_new_dataset_is_held_against_nothing(house, tmp_path, identifier):
    bench = opening.begin(house, written(tmp_path / "clients 2.csv", PEOPLE[:30]), QUIET)
    assert found(bench, "version-difference") == {}
