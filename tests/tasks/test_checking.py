"""What a check answers, and what it never says."""

import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steward.schema.field import Field
from steward.schema.layout import layout
from steward.tasks import checking, opening
from steward.tasks.checking import check, laid_over
from steward.tasks.report_page import report_page
from steward.tasks.stable_form import stable_form
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

MARKER = "Zq7"
SHAPES = ["{m}", "SSN 123-45-{m}", "{m}@example.org", "503-555-{m}", " {m} ", "={m}", "NULL", "", "2026-01-{m}", "$1,{m}",
          "{m}\n{m}"]
cells = st.lists(st.sampled_from(SHAPES), min_size=1, max_size=12)


@given(cells, cells)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_output_of_a_check_repeats_a_cell(house, caplog, one, other):
    height = min(len(one), len(other))
    marked = [[shape.format(m=f"{MARKER}{row}") for row, shape in enumerate(shapes[:height])] for shapes in (one, other)]
    sheet = sheet_of({"Notes": marked[0], "Contact Phone": marked[1]})
    with caplog.at_level(logging.DEBUG):
        report = check(house, sheet, Silence())
    said = json.dumps(stable_form(report, "0", {}, all_rows=True)) + report_page(report) + caplog.text + repr(report.findings)
    assert MARKER not in said


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_a_table_of_any_height_is_checked(house, rows):
    report = check(house, sheet_of({"A": ["1"] * rows, "B": ["x"] * rows}), Silence())
    assert [column.filled for column in report.profile.columns] == [rows, rows]


def test_progress_only_goes_forward_and_ends_at_one(house):
    told = []

    class Watch:
        def report(self, fraction, _message):
            told.append(fraction)

    check(house, sheet_of({"A": ["1", "2"], "B": ["x", "y"]}), Watch())
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_words_are_laid_over_and_types_follow_the_data():
    inferred = [Field(column="Day", name="Day", type="date"), Field(column="Kind", name="Kind")]
    said = [Field(column="Day", name="Day", type="string", description="When it came in", unit="day")]
    day, kind = laid_over(inferred, said)
    assert (day.type, day.description, day.unit) == ("date", "When it came in", "day")
    assert kind == inferred[1]


def test_words_for_a_column_that_is_gone_are_passed_over():
    assert laid_over([Field(column="A", name="A")], [Field(column="Gone", name="Gone", description="x")])[0].description == ""


def test_the_seconds_of_each_part_are_told(house):
    report = check(house, sheet_of({"A": ["1"]}), Silence())
    assert [name for name, _spent in report.seconds] == ["profile", "privacy", "structure"]


def test_what_the_checks_worked_out_is_kept_of_tables_that_may_be_reports(house, table, monkeypatch):
    kept = opening.begin(house, table, Silence()).report.context
    assert kept is not None
    assert kept.once(layout) is kept.once(layout)
    monkeypatch.setattr(checking, "KEPT_ROWS", 1)
    assert opening.begin(house, table, Silence()).report.context is None
