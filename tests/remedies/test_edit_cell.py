"""One cell changed by hand: the row it has in the file, the text before, and what a later file makes of the step."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.manifest.recipe_document import sealed_recipe_to_json
from steward.remedies import StepDoesNotFit, remedies_for, remedy
from steward.remedies.edit_cell import edit_step
from steward.vocabulary.recipe import Recipe
from tests.builders import cells_of, sheet_of, step

EDIT = remedy("edit_cell")


def sheet(chunks=1):
    return sheet_of({"a": list("vwxyz"), "b": list("12345")}, first_row=5, chunks=chunks)


@pytest.mark.parametrize("chunks", [1, 2, 5])
@pytest.mark.parametrize("place", range(5))
def test_one_cell_is_changed_and_the_others_stay(chunks, place):
    table = sheet(chunks)
    found = EDIT.apply(table, edit_step(table, "a", place, "new", "a typing mistake"))
    assert cells_of(found) == {"a": [*"vwxyz"[:place], "new", *"vwxyz"[place + 1:]], "b": list("12345")}
    assert found.column("b") is table.column("b")


def test_the_step_names_the_row_of_the_file_and_the_reason():
    made = edit_step(sheet(), "a", 2, "new", "a typing mistake")
    assert (made.column, made.parameters["row"], made.reason) == ("a", 7, "a typing mistake")
    assert str(EDIT.describe(made)) == "Change the cell of column a in row 7 by hand."


def test_neither_text_is_in_what_is_sealed():
    made = edit_step(sheet(), "a", 2, "secret", "a typing mistake")
    written = str(sealed_recipe_to_json(Recipe(steps=(made,))))
    assert "secret" not in written
    assert "private_sha256" in written


def test_where_another_text_stands_in_the_cell_the_step_does_not_fit():
    made = edit_step(sheet(), "a", 2, "new", "")
    other = sheet_of({"a": list("vwQyz"), "b": list("12345")}, first_row=5)
    with pytest.raises(StepDoesNotFit) as refusal:
        EDIT.apply(other, made)
    assert str(refusal.value.words.where) == "Column a, row 7."
    assert "x" not in str(refusal.value.words.what).split()


@pytest.mark.parametrize("parameters", [{}, {"row": 99}, {"row": 4}])
def test_a_row_that_is_not_there_is_refused(parameters):
    with pytest.raises(StepDoesNotFit):
        EDIT.apply(sheet(), step("edit_cell", "a", private_text="new", **parameters))


def test_a_cell_of_a_reshaped_table_is_named_by_its_part():
    wide = sheet_of({"k": ["x", "y"], "one": ["1", "2"], "two": ["3", "4"]})
    long = remedy("reshape").apply(wide, step("reshape", ids=("k",), values=("one", "two"), what="which", value="n",
                                              blanks="keep"))
    made = edit_step(long, "n", 1, "33", "")
    assert cells_of(EDIT.apply(long, made))["n"] == ["1", "33", "2", "4"]
    with pytest.raises(StepDoesNotFit):     # the row alone names two records
        EDIT.apply(long, step("edit_cell", "n", row=2, private_text="33"))


def test_no_finding_is_answered_by_typing_unasked():
    assert "edit_cell" not in remedies_for("type-error", "string")


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from("ab"), st.text(max_size=5)), max_size=6), st.integers(1, 4))
def test_any_edits_give_what_was_typed_last(edits, chunks):
    table, wanted = sheet(chunks), {"a": list("vwxyz"), "b": list("12345")}
    for place, column, text in edits:
        table = EDIT.apply(table, edit_step(table, column, place, text, ""))
        wanted[column][place] = text
    assert cells_of(table) == wanted
    assert table.rows.tolist() == [5, 6, 7, 8, 9]
