from steward.gui.prepare._preview import counted
from steward.remedies import remedy
from steward.table.sheet import Quarantined
from steward.workflow.effect import EXAMPLES, effect
from tests.builders import chunked, sheet_of, step


def effect_of(sheet, one):
    return effect(sheet, remedy(one.remedy).apply(sheet, one), one.column)


def test_cells_that_change_are_counted_and_shown_before_and_after():
    found = effect_of(sheet_of({"a": [" x", "y", "z "], "b": ["1", "2", "3"]}), step("trim_blanks", "a"))
    assert (found.cells, found.rows, found.rows_left_out, found.columns_left_out) == (2, 2, 0, 0)
    assert found.examples == ((" x", "x"), ("z ", "z"))
    assert found.example_rows == (2, 4)


def test_examples_of_a_change_in_several_columns_come_from_each_in_turn():
    sheet = sheet_of({"a": ["1", "2"], "b": ["30", "40"], "c": ["5", "6"]})
    found = effect(sheet, sheet.with_values("a", chunked(["", ""])).with_values("c", chunked(["", "6"])))
    assert found.examples == (("1", ""), ("5", ""), ("2", ""))
    assert found.example_columns == ("a", "c", "a")


def test_only_a_few_different_examples_are_shown():
    found = effect_of(sheet_of({"a": [f" {number // 2}" for number in range(50)]}), step("trim_blanks", "a"))
    assert (found.cells, len(set(found.examples))) == (50, EXAMPLES)


def test_records_and_columns_that_go_are_counted():
    sheet = sheet_of({"a": ["1", "1"], "b": ["2", "2"]}, quarantine=[Quarantined(row=9, line=9, cells=1, text="x")])
    gone = effect_of(sheet, step("leave_out_duplicates"))
    assert (gone.rows_left_out, gone.rows_gone) == (1, (3,))
    assert counted(gone) == "Row 3 goes."
    many = effect_of(sheet_of({"a": ["1"] * 20}), step("leave_out_duplicates"))
    assert counted(many) == "19 rows go, the first are 3, 4, 5, 6, 7, 8, 9, 10."
    assert effect_of(sheet, step("leave_out_quarantined")).rows_left_out == 1
    assert effect_of(sheet, step("leave_out_column", "a")).columns_left_out == 1


def test_records_that_stay_are_compared_where_they_stood():
    before = sheet_of({"a": ["1", " 2", "3"]})
    left = remedy("leave_out_rows").apply(before, step("leave_out_rows", rows=(2,)))
    after = remedy("trim_blanks").apply(left, step("trim_blanks", "a"))
    assert effect(before, after).examples == ((" 2", "2"),)


def test_cells_of_a_column_that_gets_another_name_are_counted_too():
    found = effect_of(sheet_of({"Depth": ["3 ft", "4 ft", "5"], "b": ["1", "2", "3"]}), step("unit_to_header", "Depth"))
    assert (found.cells, found.columns_left_out, found.columns_renamed) == (2, 0, (("Depth", "Depth ft"),))
    assert found.examples[0] == ("3 ft", "3")


def test_a_renamed_column_is_not_one_that_goes():
    found = effect_of(sheet_of({"a": ["1"]}), step("rename_column", "a", name="b"))
    assert (found.cells, found.columns_left_out) == (0, 0)


def test_a_change_that_changes_nothing_costs_nothing():
    sheet = sheet_of({"a": ["x"]})
    assert remedy("trim_blanks").apply(sheet, step("trim_blanks", "a")) is sheet
    assert effect(sheet, sheet).cells == 0


def test_records_of_one_row_are_told_apart_after_a_reshape():
    wide = sheet_of({"id": ["a", "b"], "x": [" 1", "2"], "y": [" 3", " 4"]})
    long = remedy("reshape").apply(wide, step("reshape", ids=("id",), values=("x", "y")))
    left = remedy("leave_out_rows").apply(long, step("leave_out_rows", rows=(2,), parts=(0,)))
    found = effect(long, remedy("trim_blanks").apply(left, step("trim_blanks", "Value")))
    assert (found.reshaped, found.rows_left_out, found.examples) == (None, 1, ((" 3", "3"), (" 4", "4")))


def test_a_table_that_gets_columns_of_its_own_is_told_by_its_shape():
    sheet = sheet_of({"a,b": ["1,2", "3,4", "5"]})
    found = effect_of(sheet_of({"a,b": [*["1,2"] * 20, "5"]}), step("unwrap_rows"))
    assert (found.reshaped.rows_before, found.reshaped.columns_before) == (21, 1)
    assert (found.reshaped.rows, found.reshaped.columns, found.columns_left_out) == (20, 2, 0)
    assert effect_of(sheet, step("rename_column", "a,b", name="c")).reshaped is None
