import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit, remedy
from steward.remedies.mend_row import INSERT, JOIN, SPLIT, mend_step, mended
from steward.table.sheet import Quarantined
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Recipe
from steward.workflow.effect import effect
from steward.workflow.replay import replay
from tests.builders import cells_of, sheet_of

APART = [Quarantined(row=3, line=3, cells=3, text="2,Smith, John"), Quarantined(row=5, line=5, cells=1, text="4"),
         Quarantined(row=6, line=6, cells=1, text="5"), Quarantined(row=8, line=8, cells=3, text='7,"a ""b"", c",d')]


def table():
    made = sheet_of({"n": ["1", "3", "6", "8"], "name": ["a", "b", "c", "d"]}, quarantine=APART)
    made.rows[:] = [2, 4, 7, 9]
    made.lines[:] = [2, 4, 7, 9]
    return made


def after(*rows, edits=(), records=1):
    return remedy("mend_row").apply(table(), mend_step(rows, edits, records))


def test_cells_that_an_unquoted_delimiter_parted_are_joined_with_it_at_their_place_in_the_file():
    sheet = after(3, edits=(JOIN, 1, 0))
    assert cells_of(sheet) == {"n": ["1", "2", "3", "6", "8"], "name": ["a", "Smith, John", "b", "c", "d"]}
    assert sheet.rows.tolist() == sheet.lines.tolist() == [2, 3, 4, 7, 9]
    assert [one.row for one in sheet.quarantine] == [5, 6, 8]


def test_rows_like_each_other_are_mended_alike_each_at_its_place():
    sheet = after(8, 3, edits=(JOIN, 1, 0))
    assert cells_of(sheet)["name"] == ["a", "Smith, John", "b", "c", 'a "b", c,d', "d"]
    assert sheet.rows.tolist() == [2, 3, 4, 7, 8, 9]


def test_a_record_that_a_line_break_parted_is_read_as_one():
    apart = [Quarantined(row=3, line=3, cells=2, text="2,Elm"), Quarantined(row=4, line=4, cells=2, text="Street,x")]
    sheet = sheet_of({"n": ["1"], "name": ["a"], "z": ["y"]}, quarantine=apart, line_ending="crlf")
    mended_sheet = remedy("mend_row").apply(sheet, mend_step((3,), (), 2))
    assert cells_of(mended_sheet) == {"n": ["1", "2"], "name": ["a", "Elm\r\nStreet"], "z": ["y", "x"]}
    assert mended_sheet.quarantine == ()


def test_a_missing_cell_is_added_empty_where_a_person_says():
    assert cells_of(after(5, 6, edits=(INSERT, 1, 0)))["name"] == ["a", "b", "", "", "c", "d"]
    assert cells_of(after(5, edits=(INSERT, 0, 0)))["n"] == ["1", "3", "", "6", "8"]


def test_a_cell_is_split_at_a_point():
    assert mended(("12 Elm",), (SPLIT, 0, 2), ",") == ("12", " Elm")


@pytest.mark.parametrize(("rows", "edits", "records"), [
    ((3,), (), 1), ((4,), (), 1), ((3,), (JOIN, 2, 0), 1), ((8,), (), 2), ((), (), 1), ((5,), (SPLIT, 0, 9), 1),
    ((5,), (INSERT, 9, 0), 1), ((5,), (9, 0, 0), 1)])
def test_what_does_not_come_out_as_a_row_of_the_table_is_refused(rows, edits, records):
    with pytest.raises(StepDoesNotFit):
        after(*rows, edits=edits, records=records)


def test_replaying_gives_the_same_and_the_effect_says_how_many_rows_come_in():
    recipe = Recipe(steps=(mend_step((3,), (JOIN, 1, 0)), mend_step((5, 6), (INSERT, 1, 0))))
    sheet = replay(table(), recipe, Silence())
    assert cells_of(sheet) == cells_of(replay(table(), recipe, Silence()))
    assert sheet.rows.tolist() == [2, 3, 4, 5, 6, 7, 9]
    told = effect(table(), sheet)
    assert (told.rows_added, told.rows_left_out, told.cells) == (3, 0, 0)


@given(cells=st.lists(st.text(st.sampled_from("ab, "), max_size=4), min_size=1, max_size=5),
       place=st.integers(0, 4), at=st.integers(0, 4))
def test_a_split_and_a_join_lose_no_letter(cells, place, at):
    cells = tuple(cells)
    if place < len(cells) and at <= len(cells[place]):
        assert mended(cells, (SPLIT, place, at, JOIN, place, 0), "") == cells
