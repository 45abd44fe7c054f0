"""Any list of steps, one after the other: the same table each time, each record with its origin, undone without a trace."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit, all_remedies
from steward.table.sheet import Quarantined
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Recipe
from steward.workflow.draft import Draft, Source
from steward.workflow.effect import effect
from steward.workflow.replay import apply_step, replay
from tests.builders import cells_of, sheet_of, step
from tests.remedies.test_contract import PARAMETERS, WHOLE_TABLE

CELLS = ("", " x ", "NULL", "$1,204", "503-555-0100", "4/30/2018", "45.523456", "12", "é", "a,b\n", "Ann Lee",
         "ann@example.org")
NAMES = ("c", "k", "month")


@st.composite
def steps(draw):
    """Give steps that may or may not fit the table they meet."""
    one = draw(st.sampled_from(all_remedies()))
    return step(one.name, None if one.name in WHOLE_TABLE else draw(st.sampled_from(NAMES)), **PARAMETERS.get(one.name, {}))


@st.composite
def tables(draw):
    height = draw(st.integers(0, 6))
    cells = st.lists(st.sampled_from(CELLS), min_size=height, max_size=height)
    return sheet_of({"c": draw(cells), "k": draw(cells)}, chunks=draw(st.integers(1, 3)),
                    quarantine=[Quarantined(row=99, line=99, cells=1, text="x")])


def fitting(sheet, wanted):
    """Return the steps that can be done one after the other, as a person would be let to do them."""
    kept = []
    for one in wanted:
        with suppress(StepDoesNotFit):
            sheet = apply_step(sheet, one, 1)
            kept.append(one)
    return tuple(kept)


def seen(sheet):
    return (cells_of(sheet), [column.label for column in sheet.columns], sheet.rows.tolist(), sheet.lines.tolist(),
            sheet.quarantine)


@settings(max_examples=25, deadline=None)
@given(sheet=tables(), wanted=st.lists(steps(), max_size=6))
def test_any_list_of_steps_gives_the_same_table_each_time(sheet, wanted):
    recipe = Recipe(steps=fitting(sheet, wanted))
    assert seen(replay(sheet, recipe, Silence())) == seen(replay(sheet, recipe, Silence()))


@settings(max_examples=40, deadline=None)
@given(sheet=tables(), wanted=st.lists(steps(), max_size=6))
def test_no_list_of_steps_changes_the_table_that_was_opened(sheet, wanted):
    before = seen(sheet)
    replay(sheet, Recipe(steps=fitting(sheet, wanted)), Silence())
    assert seen(sheet) == before


@settings(max_examples=40, deadline=None)
@given(sheet=tables(), wanted=st.lists(steps(), max_size=6), at=st.integers(0, 6))
def test_a_recipe_can_be_done_in_two_goes(sheet, wanted, at):
    done = fitting(sheet, wanted)
    halfway = replay(sheet, Recipe(steps=done[:at]), Silence())
    assert seen(replay(halfway, Recipe(steps=done[at:]), Silence())) == seen(replay(sheet, Recipe(steps=done), Silence()))


@settings(max_examples=40, deadline=None)
@given(sheet=tables(), wanted=st.lists(steps(), max_size=6))
def test_after_any_steps_the_table_is_a_table_and_its_records_come_from_the_file(sheet, wanted):
    after = replay(sheet, Recipe(steps=fitting(sheet, wanted)), Silence())
    assert len(set(after.names)) == len(after.names)
    assert {len(column.values) for column in after.columns} <= {after.height}
    assert set(after.rows.tolist()) <= {*sheet.rows.tolist(), *(one.row for one in sheet.quarantine)}
    assert all(None not in cells for cells in cells_of(after).values())


@settings(max_examples=30, deadline=None)
@given(sheet=tables(), wanted=st.lists(steps(), max_size=5))
def test_what_steps_did_can_always_be_told(sheet, wanted):
    after = replay(sheet, Recipe(steps=fitting(sheet, wanted)), Silence())
    told = effect(sheet, after)
    assert min(told.rows_added, told.rows_left_out, told.cells) >= 0


def draft(*wanted):
    made = Draft(id="d", source=Source(path="t.csv", name="t.csv", sha256="0" * 64, size_bytes=1), practice=True,
                 started="2026-11-23T17:00:00+00:00", changed="2026-11-23T17:00:00+00:00")
    for one in wanted:
        made = made.with_step(one)
    return made


@settings(max_examples=30, deadline=None)
@given(wanted=st.lists(steps(), max_size=6), back=st.integers(0, 8))
def test_what_was_undone_comes_back_in_its_order(wanted, back):
    before = now = draft(*wanted)
    for _ in range(back):
        now = now.undo()
    assert now.recipe.steps == before.recipe.steps[:max(len(wanted) - back, 0)]
    for _ in range(back):
        now = now.redo()
    assert now == before


@settings(max_examples=30, deadline=None)
@given(sheet=tables(), wanted=st.lists(steps(), min_size=1, max_size=5))
def test_undoing_the_last_step_gives_the_table_before_it(sheet, wanted):
    done = fitting(sheet, wanted)
    before = replay(sheet, Recipe(steps=done[:-1]), Silence())
    assert seen(replay(sheet, draft(*done).undo().recipe, Silence())) == seen(before)


def test_a_new_step_forgets_what_was_undone():
    now = draft(step("leave_out_column", "c"), step("trim_blanks", "k")).undo().with_step(step("leave_out_column", "k"))
    assert now.redo() == now
    assert [one.column for one in now.recipe.steps] == ["c", "k"]


def test_an_answer_goes_with_the_step_that_gave_it():
    given_answer = Decision(kind="email", column="c", choice=Choice.REMEDY, reason="not needed", by="ann", at="", step=1)
    other = Decision(kind="phone", column="k", choice=Choice.KEEP, reason="an office", by="ann", at="")
    now = draft(step("leave_out_column", "c")).with_decision(given_answer).with_decision(other)
    assert now.undo().decisions == (other,)


def test_undoing_where_nothing_was_done_changes_nothing():
    assert draft().undo() == draft().redo() == draft()


def test_a_step_that_does_not_fit_is_named_by_its_number():
    recipe = Recipe(steps=(step("trim_blanks", "c"), step("leave_out_column", "c"), step("trim_blanks", "c")))
    with pytest.raises(StepDoesNotFit) as refusal:
        replay(sheet_of({"c": ["a"], "k": ["b"]}), recipe, Silence())
    assert str(refusal.value.words.where).startswith("Step 3 of the recipe.")
