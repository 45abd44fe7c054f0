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


def test_an_update_of_many_new_people_is_ordinary_where_single_rows_stand_in_the_table_anyway(house, tmp_path, identifier):
    more = [(f"C-{100 + number}", f"Client {number}", "97209", "Female", f"19{50 + number}-01-02") for number in range(12)]
    bench = opening.begin(house, written(tmp_path / "clients 2.csv", [*PEOPLE, *more]), QUIET, updates=identifier)
    assert found(bench, "version-difference") == {}


def incidents(path, count):
    rows = "".join(f"I-{number},2026-0{1 + number % 6}-1{number % 9},{('Theft', 'Assault', 'Fraud')[number % 3]},"
                   f"{20 + number % 37},{('F', 'M')[number % 2]}\n" for number in range(count))
    path.write_text("Incident Number,Report Date,Offense,Victim Age,Victim Sex\n" + rows)
    return path


def test_an_ordinary_week_of_incidents_is_quiet_and_a_case_that_is_gone_is_told(house, tmp_path):
    bench = opening.begin(house, incidents(tmp_path / "cases.csv", 300), QUIET)
    assert (bench.report.privacy.about, bool(bench.report.privacy.disclosure)) == ("incident", True)
    identifier = published(house, decided(house, described(house, bench))).identifier
    week = opening.begin(house, incidents(tmp_path / "cases 2.csv", 304), QUIET, updates=identifier)
    assert found(week, "version-difference") == {}
    sealed = opening.begin(house, incidents(tmp_path / "cases 3.csv", 299), QUIET, updates=identifier)
    assert found(sealed, "version-difference")[None].count == 1
