"""A first look at steps: on all rows of a small table, on a share of a large one, never on other rows than there are."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit
from steward.table.sheet import Quarantined
from steward.workflow import foretaste as looking
from steward.workflow.effect import effect
from steward.workflow.foretaste import MOST_ROWS, foretaste
from tests.builders import sheet_of, step

TRIM = step("trim_blanks", "c")


def table(height, *padded):
    """Return a table in which the cells of these rows have blanks around them."""
    return sheet_of({"c": [" x " if place + 2 in padded else "x" for place in range(height)], "n": ["1"] * height})


def test_a_small_table_is_looked_at_whole():
    found = foretaste(table(50, 7, 9), (TRIM,))
    assert (found.is_whole, found.looked_at, found.effect.cells, found.effect.example_rows) == (True, 50, 2, (7,))


def test_of_a_large_table_a_share_is_looked_at_among_it_the_rows_of_the_finding():
    sheet = table(5 * MOST_ROWS, MOST_ROWS)
    assert foretaste(sheet, (TRIM,)).effect.cells == 0
    found = foretaste(sheet, (TRIM,), rows=(MOST_ROWS,))
    assert (found.is_whole, found.effect.cells, found.looked_at) == (False, 1, MOST_ROWS + 1)


def test_the_beginning_and_the_end_are_always_looked_at():
    sheet = table(5 * MOST_ROWS, 2, 5 * MOST_ROWS + 1)
    assert foretaste(sheet, (TRIM,)).effect.cells == 2


def test_rows_that_are_left_out_one_by_one_are_those_that_are_looked_at():
    sheet = table(5 * MOST_ROWS)
    named = (2, 3, 2 * MOST_ROWS + 7)
    assert foretaste(sheet, (step("leave_out_rows", rows=named),)).effect.rows_left_out == 3
    many = tuple(range(MOST_ROWS, MOST_ROWS + 2 * looking.NAMED))
    found = foretaste(sheet, (step("leave_out_rows", rows=(*named, *many)),))
    assert looking.NAMED <= found.effect.rows_left_out < len(many)


def test_a_cell_that_is_changed_by_hand_is_looked_at_wherever_it_stands():
    sheet = table(5 * MOST_ROWS)
    found = foretaste(sheet, (step("edit_cell", "c", row=2 * MOST_ROWS + 7, private_text="y"),))
    assert (found.effect.cells, found.effect.example_rows) == (1, (2 * MOST_ROWS + 7,))


def test_rows_that_are_set_apart_are_looked_at_too():
    apart = tuple(Quarantined(row=10 * MOST_ROWS + one, line=None, cells=1, text="x") for one in range(3 * looking.APART))
    found = foretaste(replace(table(5 * MOST_ROWS), quarantine=apart), (step("leave_out_quarantined"),))
    assert found.effect.rows_left_out == looking.APART


def test_a_share_that_lacks_what_a_step_needs_shows_nothing_and_refuses_nothing():
    sheet = sheet_of({"c": [str(place % MOST_ROWS) for place in range(12 * MOST_ROWS)]})
    found = foretaste(sheet, (step("recode_rare", "c", fewest=12),))
    assert (found.is_whole, found.effect.cells) == (False, 0)


def test_a_step_that_does_not_fit_is_refused_at_the_first_look():
    with pytest.raises(StepDoesNotFit):
        foretaste(table(3), (step("trim_blanks", "gone"),))


def test_steps_are_looked_at_together():
    found = foretaste(table(5, 2), (TRIM, step("leave_out_column", "n")))
    assert (found.effect.cells, found.effect.columns_left_out) == (1, 1)


@settings(max_examples=30)
@given(height=st.integers(0, 60), padded=st.sets(st.integers(2, 61), max_size=6), most=st.integers(8, 80))
def test_a_first_look_never_tells_of_more_than_there_is(height, padded, most):
    sheet = table(height, *padded)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "MOST_ROWS", most)
        found = foretaste(sheet, (TRIM,), rows=sorted(padded))
    from steward.remedies import remedy

    whole = effect(sheet, remedy("trim_blanks").apply(sheet, TRIM), "c")
    assert found.effect.cells <= whole.cells
    assert not found.is_whole or found.effect == whole
