"""What each remedy makes of cells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit, remedy
from steward.table.sheet import Quarantined
from tests.builders import cells_of, sheet_of, step


def changed(name, cells, **parameters):
    return cells_of(remedy(name).apply(sheet_of({"c": cells}), step(name, "c", **parameters)))["c"]


def test_a_column_is_left_out():
    assert remedy("leave_out_column").apply(sheet_of({"a": ["1"], "b": ["2"]}), step("leave_out_column", "a")).names == ("b",)


def test_rows_are_left_out_by_the_number_they_have_in_the_file():
    apart = [Quarantined(row=8, line=8, cells=1, text="x"), Quarantined(row=9, line=9, cells=1, text="y")]
    sheet = sheet_of({"a": ["1", "2", "3"]}, first_row=5, quarantine=apart)
    left = remedy("leave_out_rows").apply(sheet, step("leave_out_rows", rows=(6, 9)))
    assert (left.rows.tolist(), [one.row for one in left.quarantine]) == ([5, 7], [8])


@pytest.mark.parametrize("rows", [(), (1,), (5, 99)])
def test_rows_that_are_not_there_are_refused(rows):
    with pytest.raises(StepDoesNotFit):
        remedy("leave_out_rows").apply(sheet_of({"a": ["1", "2"]}, first_row=5), step("leave_out_rows", rows=rows))


def test_empty_records_are_left_out():
    sheet = sheet_of({"a": ["1", " ", "3"], "b": ["", "", ""]})
    assert remedy("leave_out_blank_rows").apply(sheet, step("leave_out_blank_rows")).rows.tolist() == [2, 4]


def test_repeated_records_are_left_out_and_the_first_stays():
    sheet = sheet_of({"a": list("aba"), "b": list("xyx")})
    assert remedy("leave_out_duplicates").apply(sheet, step("leave_out_duplicates")).rows.tolist() == [2, 3]


def test_records_that_do_not_fit_are_left_out():
    sheet = sheet_of({"a": ["1"]}, quarantine=[Quarantined(row=9, line=9, cells=2, text="x")])
    assert remedy("leave_out_quarantined").apply(sheet, step("leave_out_quarantined")).quarantine == ()


@pytest.mark.parametrize(("cell", "masked"), [
    ("123-45-6789", "***-**-6789"), ("4111 1111 1111 1111", "**** **** **** 1111"), ("1234", "****"), ("12", "**"), ("", ""),
    ("(503) 555-0100", "(***) ***-0100"), ("RENÉE123", "****E123"), ("RENÉE12", "****E12"),
    ("a\nbcdefgh", "*\n***efgh"), ("12345", "****5"), ("éabcde", "****de"), ("OR 12-3", "** **-3"), ("--", "--")])
def test_all_but_the_last_four_characters_are_hidden(cell, masked):
    assert changed("mask_all_but_last_four", [cell]) == [masked]


@settings(max_examples=40)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=6))
def test_a_mask_never_shows_more_than_four_letters_and_digits(cells):
    for cell, masked in zip(cells, changed("mask_all_but_last_four", cells), strict=True):
        shown = [letter for letter in masked if letter.isalpha() or letter.isdecimal()]
        assert len(shown) <= 4
        assert len(masked) == len(cell)


@pytest.mark.parametrize(("cells", "years"), [
    (["4/30/1968", "", "12/1/2019"], ["1968", "", "2019"]),
    (["1968-04-30"], ["1968"]),
    (["4/30/1968 23:59"], ["1968"]),
    (["Jan 5, 1999", "soon"], ["1999", ""]),
    (["4/30/68", "4/30/75"], ["2068", "1975"]),
    (["born 1968 or 1969", "about 1968", "19680430"], ["", "1968", ""]),
])
def test_only_the_year_of_a_date_stays(cells, years):
    assert changed("date_to_year", cells) == years


@given(st.dates().map(str) | st.text(max_size=12))
def test_what_stays_of_a_date_is_a_year_or_nothing(cell):
    year, = changed("date_to_year", [cell])
    assert year == "" or (len(year) == 4 and year in cell)


def test_blanks_around_a_text_go_and_those_within_stay():
    assert changed("trim_blanks", [" a  b ", "\u00a0c", "d\t", " "]) == ["a  b", "c", "d", ""]


@pytest.mark.parametrize(("cell", "rounded"), [
    ("45.523456", "45.523"), ("-122.6765", "-122.676"), ("45.5", "45.5"), ("45", "45"), ("", ""), ("-0.0001", "0"),
    ("45.512345, -122.612345", "45.512, -122.612"), ("POINT (-122.612345 45.512345)", "POINT (-122.612 45.512)"), ("unknown",
                                                                                                                   "unknown")])
def test_coordinates_keep_three_decimals(cell, rounded):
    assert changed("round_coordinates", [cell]) in ([rounded], [rounded.replace("-122.676", "-122.677")])


def test_feet_are_not_rounded_as_degrees():
    with pytest.raises(StepDoesNotFit):
        changed("round_coordinates", ["7641234.5", "7641235.5"])


def test_words_for_nothing_become_empty():
    assert changed("blank_missing_words", ["1", "2", "NULL", " - ", "n/a"]) == ["1", "2", "", " - ", ""]
    assert changed("blank_missing_words", ["Oak", "None", "NULL", "-"]) == ["Oak", "None", "", "-"]


def test_a_column_gets_its_new_name_with_blanks_tidied():
    sheet = remedy("rename_column").apply(sheet_of({" a ": ["1"], "b": ["2"]}), step("rename_column", " a ",
                                                                                     name=" Street  name "))
    assert (sheet.names, sheet.columns[0].label) == (("Street name", "b"), "Street name")


def test_without_a_new_name_the_old_one_is_tidied():
    assert remedy("rename_column").apply(sheet_of({" a ": ["1"]}), step("rename_column", " a ")).names == ("a",)


@pytest.mark.parametrize("name", ["", "  ", "b"])
def test_a_new_name_that_is_empty_or_taken_is_refused(name):
    with pytest.raises(StepDoesNotFit):
        remedy("rename_column").apply(sheet_of({"a": ["1"], "b": ["2"]}), step("rename_column", "a", name=name))


@pytest.mark.parametrize(("cells", "order", "iso"), [
    (["4/30/2018 23:59", "4/1/2018 0:02"], "", ["2018-04-30T23:59:00", "2018-04-01T00:02:00"]),
    (["4/5/2018"], "mdy", ["2018-04-05"]), (["4/5/2018"], "dmy", ["2018-05-04"]),
    (["January 1, 2019"], "", ["2019-01-01"]), (["1:05 PM"], "", ["13:05:00"]),
    (["2020-01-31 14:05:00"], "", ["2020-01-31T14:05:00"]), (["2020-01-31"], "", ["2020-01-31"]),
    (["4/30/2018"] * 12 + ["soon", ""], "", ["2018-04-30"] * 12 + ["soon", ""])])
def test_dates_are_written_year_first(cells, order, iso):
    assert changed("iso_dates", cells, order=order) == iso


@pytest.mark.parametrize(("cells", "order"), [(["4/30/2018"], "dmy"), (["Oak St"], "")])
def test_an_order_in_which_a_day_does_not_exist_is_refused(cells, order):
    with pytest.raises(StepDoesNotFit):
        changed("iso_dates", cells, order=order)


def test_numbers_keep_their_digits_alone():
    assert changed("plain_numbers", ["$1,204", "(3.50)", "7", "x", ""]) == ["1204", "-3.50", "7", "x", ""]
