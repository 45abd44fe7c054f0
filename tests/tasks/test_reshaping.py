"""From a report to a table with one row for each value, with the step that Steward proposes."""

import pytest

from steward.tasks.deciding import apply_remedy, preview, undo
from steward.tasks.house import House
from steward.tasks.opening import begin
from steward.tasks.reshaping import proposed_reshape
from steward.vocabulary.progress import Silence
from tests.builders import cells_of

REPORT = """Kind,Jan-19 No.,Jan-19 Value,Feb-19 No.,Feb-19 Value,Mar-19 No.,Mar-19 Value,Total
HOMES:,,,,,,,
  new,1,"$10",2,"$20",3,"$30",66
  old,4,"$40",,,6,"$60",110
SHOPS:,,,,,,,
  new,7,"$70",8,"$80",9,"$90",264
Total,12,"$120",10,"$100",18,"$180",440
"""


@pytest.fixture
def house():
    with House.open() as house:
        yield house


def opened(house, tmp_path, text=REPORT):
    path = tmp_path / "report.csv"
    path.write_text(text, encoding="utf-8")
    return begin(house, path, Silence())


def report_of(bench):
    return next((found for found in bench.report.findings if found.kind == "pivoted-report"), None)


def test_a_report_is_reshaped_as_proposed_and_is_none_afterward(house, tmp_path):
    bench = opened(house, tmp_path)
    done = apply_remedy(house, bench, report_of(bench), proposed_reshape(bench), Silence())
    cells = cells_of(done.candidate)
    assert tuple(cells) == ("Section", "Kind", "Month", "Measure", "Value")
    assert next(zip(*cells.values(), strict=True)) == ("HOMES:", "  new", "Jan-19", "No.", "1")
    assert (done.candidate.height, len(cells["Value"])) == (16, 16)
    assert report_of(done) is None


def test_what_a_reshape_would_do_is_told_before_and_it_can_be_undone(house, tmp_path):
    bench = opened(house, tmp_path)
    step = proposed_reshape(bench)
    shape = preview(bench, step).reshaped
    assert (shape.rows_before, shape.columns_before, shape.rows, shape.columns) == (6, 8, 16, 5)
    done = apply_remedy(house, bench, report_of(bench), step, Silence())
    assert cells_of(undo(house, done, Silence()).candidate) == cells_of(bench.original)


@pytest.mark.parametrize("name", ["BDS - Apps received per month.xlsx", "BDS - Permits issued Sample.csv"])
def test_the_reports_of_the_pilot_go_the_whole_way_and_lose_no_value(house, shared, name):
    bench = begin(house, shared / "data/portland-pilot" / name, Silence())
    step = proposed_reshape(bench)
    done = apply_remedy(house, bench, report_of(bench), step, Silence())
    gone = set(step.parameters.get("rows_left_out", ()))
    kept = [place for place, row in enumerate(bench.candidate.rows.tolist()) if row not in gone]
    before = cells_of(bench.candidate)
    filled = sorted(before[name][place] for name in step.parameters["values"] for place in kept if before[name][place].strip())
    assert sorted(cells_of(done.candidate)["Value"]) == filled
    assert report_of(done) is None


def test_the_pilots_columns_of_dashes_are_values_and_no_names(house, shared):
    bench = begin(house, shared / "data/portland-pilot/BDS - Apps received per month.xlsx", Silence())
    assert proposed_reshape(bench).parameters["ids"] == ("Received applications", "Month of applications")


def test_a_column_of_nothing_but_dashes_holds_values(house, tmp_path):
    text = "Kind,Trees,Signs,Total A,Total B,Total C\n  a,1,-,1,1,1\n  b,2,-,2,2,2\n  c,3,-,3,3,3\n"
    assert proposed_reshape(opened(house, tmp_path, text)).parameters["values"] == ("Trees", "Signs")


def test_a_plain_table_is_not_proposed_to_be_reshaped(house, tmp_path):
    bench = opened(house, tmp_path, "Permit,Kind,Issued\nP-1,new,2026-01-05\nP-2,old,2026-01-06\nP-3,new,2026-01-07\n")
    assert proposed_reshape(bench) is None
    assert report_of(bench) is None


def test_a_new_column_never_takes_the_name_of_one_that_stays(house, tmp_path):
    bench = opened(house, tmp_path, REPORT.replace("Kind,", "Month,", 1).replace("Kind", "Month"))
    step = proposed_reshape(bench)
    done = apply_remedy(house, bench, report_of(bench), step, Silence())
    assert step.parameters["what"] == "Month 2"
    assert len(set(done.candidate.names)) == len(done.candidate.names)
