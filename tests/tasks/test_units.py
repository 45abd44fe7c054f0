"""Units that leave the cells stay with the column, and words for nothing are told one by one."""

from dataclasses import replace

import pytest

from steward.metadata.record import Record
from steward.remedies import remedy
from steward.tasks import deciding, opening, preparing
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Recipe
from tests.builders import step

QUIET = Silence()


def finding(bench, kind):
    return next(found for found in bench.report.findings if found.kind == kind)


@pytest.fixture
def wells(house, tmp_path):
    rows = "".join(f"{number},{number * 3} ft,{word}\n" for number, word in enumerate(["NULL", "N/A", "N/A", "Oak", "Elm"] * 4))
    (tmp_path / "wells.csv").write_text("Well,Depth,Tree\n" + rows, encoding="utf-8")
    return opening.begin(house, tmp_path / "wells.csv", QUIET)


def test_the_unit_that_leaves_the_cells_becomes_the_unit_of_the_column(house, wells):
    found = finding(wells, "unit-in-cell")
    after = deciding.apply_remedy(house, wells, found, step("plain_numbers", "Depth"), QUIET)
    assert {field.column: field.unit for field in after.report.fields}["Depth"] == "ft"


def test_a_unit_that_was_said_is_not_written_over(house, wells):
    field = next(one for one in wells.report.fields if one.column == "Depth")
    wells = replace(wells, draft=wells.draft.with_field(replace(field, unit="feet below street")))
    after = deciding.apply_remedy(house, wells, finding(wells, "unit-in-cell"), step("plain_numbers", "Depth"), QUIET)
    assert [one.unit for one in after.draft.fields] == ["feet below street"]


def test_each_word_for_nothing_is_told_with_its_count_and_asked_about(wells):
    found = finding(wells, "missing-value-word")
    assert str(found.words.where).endswith("Found: N/A (8), NULL (4).")
    question, = deciding.questions_for(found, wells, remedy("blank_missing_words"))
    assert [option.value for option in question.options] == ["sure", "every", "N/A", "NULL"]


def test_the_unit_stays_with_the_column_where_a_script_prepares_the_file_too(house, wells, tmp_path):
    script = preparing.Script(record=Record(), recipe=Recipe(steps=(step("unit_to_header", "Depth"),)), decisions=())
    bench = preparing.prepared(house, tmp_path / "wells.csv", script, QUIET)
    assert {field.name: field.unit for field in bench.report.fields}["Depth ft"] == "ft"
