"""How well reports are told from tables of records, over generated ones, and what is said of each row and column."""

import os

import pytest

from steward.schema.checks.pivoted_report import CHECK
from steward.schema.context import Context
from steward.schema.headings import heading
from steward.schema.layout import layout
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of_rows
from tests.schema.checks import reports
from tests.schema.checks.looking import found

CASES = int(os.environ.get("STEWARD_REPORT_CASES", "25"))


def laid_out(sheet):
    return layout(Context(profile=profile_table(sheet, Silence(), 1), fields={}))


def test_nearly_all_generated_reports_are_named():
    named = sum(bool(found(CHECK, reports.report(seed))) for seed in range(CASES))
    assert named >= 0.97 * CASES, f"{named} of {CASES}"


def test_hardly_a_generated_table_of_records_is_called_a_report():
    named = [seed for seed in range(CASES) if found(CHECK, reports.honest(seed))]
    assert len(named) <= 0.02 * CASES, f"{len(named)} of {CASES}: {named[:9]}"


def test_rows_and_columns_are_told_by_what_they_are():
    sheet = sheet_of_rows(["Kind", "Jan-19", "Feb-19", "Mar-19", "Total", "% change", "Note"], [
        ["HOMES:", "", "", "", "", "", ""], ["new", "1", "2", "3", "6", "1%", "x"], ["old", "2", "2", "3", "7", "1%", ""],
        ["Kind", "Jan-19", "Feb-19", "Mar-19", "Total", "% change", "Note"],
        ["SHOPS:", "", "", "", "", "", ""], ["new", "1", "2", "3", "6", "1%", ""], ["Total", "4", "6", "9", "19", "3%", ""],
        ["* preliminary", "", "", "", "", "", ""]])
    seen = laid_out(sheet)
    assert (seen.ids, seen.values, seen.left_out) == (("Kind", "Note"), ("Jan-19", "Feb-19", "Mar-19"), ("Total", "% change"))
    assert [places.tolist() for places in (seen.titles, seen.totals, seen.notes, seen.repeated)] == [[0, 4], [6], [7], [3]]


def test_a_name_with_all_cells_blank_is_no_title_where_names_are_moved_in():
    sheet = sheet_of_rows(["Kind", "Jan-19"], [["HOMES", ""], ["  new", "1"], ["  moved", ""], ["  old", "2"]])
    assert laid_out(sheet).titles.tolist() == [0]


@pytest.mark.parametrize(("label", "value", "measure"), [
    ("Jul-15 No.", "Jul-15", "No."), ("Jan 2018 Count", "Jan 2018", "Count"), ("Count Jan 2018", "Jan 2018", "Count"),
    ("2019 In", "2019", "In"), ("2019 Average wait time", "2019", "Average wait time"), ("FY 2015-16", "FY 2015-16", ""),
    ("Q1 2015", "Q1 2015", ""), ("65+", "65+", ""), ("District 4", "District 4", ""), ("Sunday hours", "Sunday", "hours")])
def test_a_name_is_taken_apart_into_value_and_measure(label, value, measure):
    taken = heading(label)
    assert (taken.value, taken.measure) == (value, measure)


@pytest.mark.parametrize("label", ["Marina", "1215", "Decision", "Quarter", "Augusta", "Month", "", "Q10"])
def test_other_names_hold_no_value(label):
    assert heading(label) is None
