"""Checks about the cells and names of single columns."""

import pytest

from steward.remedies import remedy
from steward.schema.checks.date_forms import CHECK as DATES
from steward.schema.checks.empty_columns import CHECK as EMPTY
from steward.schema.checks.formatted_numbers import CHECK as FORMATTED
from steward.schema.checks.formulas import CHECK as FORMULAS
from steward.schema.checks.labels import CHECK as LABELS
from steward.schema.checks.missing_words import CHECK as WORDS
from steward.schema.checks.odd_cells import CHECK as ODD
from steward.schema.checks.padded_cells import CHECK as PADDED
from steward.schema.checks.title_rows import CHECK as TITLES
from steward.schema.field import Field
from steward.table.sheet import Quarantined
from steward.vocabulary.recipe import Step
from tests.builders import sheet_of, sheet_of_rows
from tests.schema.checks.looking import found, rows


def column_of(*cells):
    return sheet_of({"c": list(cells)})


def test_odd_cells_are_named_with_what_was_expected():
    finding, = found(ODD, column_of(*["2020-01-31"] * 19, "soon"))
    assert (finding.kind, list(finding.rows), list(finding.lines)) == ("type-error", [21], [21])
    assert str(finding.words.next_step).startswith("Correct it ")
    assert "2020-01-31" in str(finding.words.what)


def test_the_expected_form_is_that_of_the_column():
    assert "1/31/2020" in str(found(ODD, column_of(*["5/6/2020"] * 19, "soon"))[0].words.what)


def test_words_for_nothing_and_dressed_numbers_are_left_to_their_own_checks():
    sheet = column_of(*map(str, range(97)), "NULL", "$1,200", "x")
    assert rows(found(ODD, sheet)) == [101]
    assert rows(found(WORDS, sheet)) == [99]
    assert rows(found(FORMATTED, sheet)) == [100]


def test_a_word_for_nothing_that_the_field_names_is_not_named_again():
    sheet = column_of("1", "2", "NULL")
    assert found(WORDS, sheet, Field(column="c", name="c", type="integer", missing_values=("", "NULL"))) == []


def test_numbers_get_separators_only_from_a_thousand_on():
    assert rows(found(FORMATTED, column_of("999", "1,000", "12", "3,456"))) == [3, 5]
    assert rows(found(FORMATTED, column_of("Main St", "1,000", "Oak St"))) == []


@pytest.mark.parametrize(("cells", "wanted"), [(["4/30/2018"], "2020-01-31"), (["4/30/2018 1:05"], "2020-01-31T14:05:00"),
                                               (["1:05"], "14:05:00")])
def test_dates_in_another_form_are_named_with_the_form_wanted(cells, wanted):
    assert wanted in str(found(DATES, column_of(*cells))[0].words.what)


@pytest.mark.parametrize("cells", [["2020-01-31"], ["2020-01-31T14:05:00Z"], ["14:05:00"], ["text"]])
def test_iso_dates_and_other_columns_are_left_alone(cells):
    assert found(DATES, column_of(*cells)) == []


@pytest.mark.parametrize("cell", [" a", "a ", "\u00a0a", "a\t", "é\u2003", "\na"])
def test_blanks_around_a_text_are_named(cell):
    assert rows(found(PADDED, column_of("x", cell, "", " "))) == [3]


@pytest.mark.parametrize("cell", ["a b", "é", "naïve", "x\u00a0y"])
def test_blanks_within_a_text_are_not(cell):
    assert found(PADDED, column_of(cell)) == []


@pytest.mark.parametrize("cell", [
    "=SUM(A1:A9)",
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(1,2)",
    "\t=1",
    "=cmd|' /C calc'!A0",
    "-1+cmd|x",
    "- see note",
    "＝1", "＋1+1", "－1+1", "＠x", " =1+1", "\n=1", "\nOak",
])
def test_cells_that_a_spreadsheet_runs_are_named(cell):
    assert rows(found(FORMULAS, column_of("x", cell))) == [3]


@pytest.mark.parametrize("cell", [
    "-5",
    "-122.68",
    "-1.2e-5",
    "+1 503-555-0100",
    "-",
    "--",
    "-$5.00",
    "-12 %",
    "- 5",
    "－５", "\t5", "+15035551234",
    "a=b",
    "",
    "-122.6, 45.5",
])
def test_negative_numbers_dashes_and_telephones_are_not(cell):
    assert found(FORMULAS, column_of("x", cell)) == []


def test_blank_and_repeated_labels_are_named_by_the_names_they_got():
    findings = found(LABELS, sheet_of_rows(["", "b", "b", "b"], [["1", "2", "3", "4"]]))
    assert [(finding.kind, finding.column) for finding in findings] == [
        ("blank-label", "Column 1"), ("duplicate-label", "b (2)"), ("duplicate-label", "b (3)")]


def test_a_label_that_the_reader_found_blank_is_named_and_a_new_name_ends_it():
    sheet = sheet_of_rows(["a", None], [["1", "2"]])
    assert [(finding.kind, finding.column) for finding in found(LABELS, sheet)] == [("blank-label", "Column 2")]
    step = Step(remedy="rename_column", column="Column 2", parameters={"name": "Column 2"})
    assert found(LABELS, remedy("rename_column").apply(sheet, step)) == []


def test_a_file_without_a_header_has_one_finding_and_no_blank_labels():
    sheet = sheet_of_rows([None, None], [["1", "2"]], first_row=1)
    assert [(finding.kind, finding.column) for finding in found(LABELS, sheet)] == [("no-header", None)]


def test_titles_above_the_table_are_not_left_away_in_silence():
    finding, = found(TITLES, sheet_of({"a": ["1"]}, first_row=4, title_rows=(1, 2)))
    assert (finding.kind, list(finding.rows)) == ("title-row", [1, 2])
    assert found(TITLES, sheet_of({"a": ["1"]})) == []


def test_a_column_without_a_filled_cell_is_named():
    finding, = found(EMPTY, sheet_of({"a": ["1", "2"], "b": ["", " "]}))
    assert (finding.column, finding.count, finding.remedies) == ("b", 2, ("leave_out_column",))


def test_a_table_without_records_blocks():
    assert [finding.kind for finding in found(EMPTY, sheet_of({"a": [], "b": []}))] == ["no-records"]


def test_a_table_whose_rows_are_all_set_apart_says_so():
    apart = [Quarantined(row=row, line=row, cells=3, text="1,2,3") for row in (2, 3)]
    finding, = found(EMPTY, sheet_of({"a": [], "b": []}, quarantine=apart))
    assert (finding.kind, "set apart" in str(finding.words.what)) == ("no-records", True)


def test_the_padded_dash_of_a_column_of_numbers_is_told_once():
    cells = [*map(str, range(40)), " - "]
    assert [finding.kind for finding in found(FORMATTED, column_of(*cells))] == ["dash-for-number"]
    assert found(PADDED, column_of(*cells)) == []
    assert rows(found(PADDED, column_of("oak", " - ", "elm"))) == [3]


@pytest.mark.parametrize(("cells", "first"), [
    (["=A1+1", "oak"], "disarm_formulas"), (['=HYPERLINK("https://example.org","Map")', "oak"], "keep_shown"),
    (['="0012"', "oak"], "numbers_from_text")])
def test_the_first_change_offered_for_formulas_keeps_the_cells(cells, first):
    assert found(FORMULAS, column_of(*cells))[0].remedies[0] == first
