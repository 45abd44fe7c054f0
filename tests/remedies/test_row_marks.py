"""A reshape knows again the rows that it names, and fits no file in which others stand there."""

import pytest

from steward.remedies import StepDoesNotFit
from steward.remedies.reshape import REMEDY
from tests.builders import cells_of, sheet_of, step

KEY = "0f" * 16
KIND = ("HOMES 2019", "new", "SHOPS", "old", "Total 2019")
JAN = ("", "1", "", "2", "3")


def report(kind=KIND, january=JAN):
    return sheet_of({"kind": list(kind), "Jan": list(january)})


def remembered(sheet=None, **more):
    made = step("reshape", ids=("kind",), values=("Jan",), titles="Section", title_rows=(2, 4), rows_left_out=(6,), **more)
    return REMEDY.remembering(sheet or report(), made, KEY)


def refusal(sheet, made=None):
    with pytest.raises(StepDoesNotFit) as refused:
        REMEDY.apply(sheet, made or remembered())
    return str(refused.value.words.what), str(refused.value.words.where)


def test_the_same_file_fits():
    assert cells_of(REMEDY.apply(report(), remembered()))["Section"] == ["HOMES 2019", "SHOPS"]


def test_the_next_year_of_the_same_form_fits():
    later = report(("homes  2020", "new", "SHOPS", "more", "Total 2020"), ("", "5", "", "6", "11"))
    assert cells_of(REMEDY.apply(later, remembered()))["Value"] == ["5", "6"]


@pytest.mark.parametrize(("kind", "january", "rows"), [
    (("HOMES 2019", "new", "old", "SHOPS", "Total 2019"), ("", "1", "2", "", "3"), "Row 4."),
    (("HOMES 2019", "new", "SHOPS", "old", "bought"), JAN, "Row 6."),
    (("OFFICES", "new", "STALLS", "old", "Total 2019"), JAN, "Rows 2, 4.")])
def test_other_rows_in_the_same_places_are_named(kind, january, rows):
    what, where = refusal(report(kind, january))
    assert "others in this file" in what
    assert where == rows


def test_a_further_total_is_named_and_not_published():
    what, where = refusal(report((*KIND, "new", "Total 2020"), (*JAN, "4", "4")))
    assert "Further rows look like" in what
    assert where == "Row 8."


def test_a_new_title_of_a_section_is_named_and_no_record_comes_under_a_wrong_one():
    what, where = refusal(report((*KIND[:4], "Total 2019", "STALLS", "new"), (*JAN, "", "4")))
    assert "Further rows hold no value" in what
    assert where == "Row 7."


def test_a_record_that_looks_like_a_row_left_out_is_counted_when_the_step_is_made():
    sheet = report(("HOMES 2019", "Total 1", "SHOPS", "old", "Total 2019"))
    assert REMEDY.apply(sheet, remembered(sheet)).height == 2


def test_a_step_that_names_no_rows_or_was_written_by_hand_remembers_nothing():
    bare = step("reshape", ids=("kind",), values=("Jan",))
    assert REMEDY.remembering(report(), bare, KEY) is bare
    by_hand = step("reshape", ids=("kind",), values=("Jan",), rows_left_out=(6,))
    assert REMEDY.apply(report(("a", "b", "c", "d", "e")), by_hand).height == 2


def test_the_marks_hold_no_text_and_differ_by_key():
    made, other = remembered(), REMEDY.remembering(report(), remembered(), "0e" * 16)
    assert "Total" not in str(made.parameters)
    assert not set(made.parameters["private_row_marks"]) & set(other.parameters["private_row_marks"])


def test_a_step_for_columns_that_are_not_there_is_refused_before_anything_is_remembered():
    with pytest.raises(StepDoesNotFit):
        REMEDY.remembering(sheet_of({"kind": ["a"]}), step("reshape", ids=("kind",), values=("Jan",), rows_left_out=(2,)), KEY)
