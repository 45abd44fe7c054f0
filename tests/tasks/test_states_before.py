"""Undo and redo show what was found before, without looking at the table again."""

from dataclasses import replace
from pathlib import Path

import pytest

from steward.schema.field import Field
from steward.table import profile
from steward.tasks import deciding, opening, states_before
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from tests.builders import step

QUIET = Silence()
STEPS = (step("leave_out_column", "Requester Name"), step("trim_blanks", "Kind"))


@pytest.fixture
def bench(house, table):
    found = opening.begin(house, table, QUIET)
    for one in STEPS:
        found = deciding.apply_remedy(house, found, None, one, QUIET)
    return found


@pytest.fixture
def unchecked(bench, monkeypatch):
    """Return the workbench, on which nothing is replayed or checked from now on."""
    def refuse(*_arguments, **_named):
        raise AssertionError("it was looked at again")

    monkeypatch.setattr(opening, "check", refuse)
    monkeypatch.setattr(opening, "replay", refuse)
    return bench


def test_undo_and_redo_look_at_nothing_again(house, unchecked):
    once = deciding.undo(house, unchecked, QUIET)
    twice = deciding.undo(house, once, QUIET)
    assert twice.candidate is twice.original
    assert len(once.draft.recipe.steps) == 1
    again = deciding.redo(house, deciding.redo(house, twice, QUIET), QUIET)
    assert again.candidate is unchecked.candidate
    assert again.report.findings == unchecked.report.findings


def test_undo_and_redo_read_nothing_off_the_cells_again_for_the_record(house, tmp_path, monkeypatch):
    file = tmp_path / "places.csv"
    lines = (f"{number},-122.{number},45.{number},2024-01-{number},x" for number in range(10, 29))
    file.write_text("\n".join(("case id,longitude,latitude,day,note", *lines, "")), "utf-8")
    changed = deciding.apply_remedy(house, opening.begin(house, file, QUIET), None, step("leave_out_column", "note"), QUIET)

    def refuse(*_arguments, **_named):
        raise AssertionError("the cells were read again")

    for name in ("is_once_each", "midst", "day_span", "usual_step"):
        monkeypatch.setattr(profile, name, refuse)
    assert deciding.redo(house, deciding.undo(house, changed, QUIET), QUIET).draft.recipe == changed.draft.recipe


def test_what_is_shown_after_undo_is_what_a_fresh_check_finds(house, bench, monkeypatch):
    shown = deciding.undo(house, bench, QUIET)
    monkeypatch.setattr(states_before, "MOST_BYTES", -1)
    fresh = deciding.undo(house, replace(bench, before=()), QUIET)
    assert shown.report.findings == fresh.report.findings
    assert shown.report.fields == fresh.report.fields
    assert [column.name for column in shown.report.profile.columns] == list(fresh.candidate.names)


def test_words_said_meanwhile_are_shown_after_undo(house, unchecked):
    said = Field(column="Kind", name="Kind", description="What was asked for")
    told = replace(unchecked, draft=unchecked.draft.with_field(said))
    shown = deciding.undo(house, told, QUIET)
    assert {field.column: field.description for field in shown.report.fields}["Kind"] == "What was asked for"


def test_a_state_that_takes_too_much_memory_is_let_go_of_and_checked_anew(house, bench, monkeypatch):
    monkeypatch.setattr(states_before, "MOST_BYTES", 0)
    left = states_before.kept(bench.before, bench.report)
    assert [len(state.recipe.steps) for state in left] == [1]      # trimming changed nothing, so it takes no memory
    shown = deciding.undo(house, deciding.undo(house, replace(bench, before=left), QUIET), QUIET)
    assert shown.candidate.names == shown.original.names
    assert shown.report.profile.sheet is shown.candidate


def test_columns_that_both_states_have_take_no_memory(bench):
    first = bench.before[-1]
    own = {id(column) for column in first.report.profile.columns} - {id(column) for column in bench.report.profile.columns}
    assert 0 < len(own) < len(first.report.profile.columns)


def test_a_step_in_the_middle_is_taken_out_and_those_after_it_are_done_again(house, bench):
    shown = deciding.take_out(house, bench, 1, QUIET)
    assert shown.draft.recipe.steps == STEPS[1:]
    assert shown.candidate.names == shown.original.names
    fresh = deciding.apply_remedy(house, opening.begin(house, Path(bench.draft.source.path), QUIET), None, STEPS[1], QUIET)
    assert shown.report.findings == fresh.report.findings
    assert deciding.redo(house, shown, QUIET).draft.recipe.steps == STEPS[::-1]


def test_a_step_that_a_later_one_needs_stays_and_the_later_one_is_named(house, bench):
    renamed = deciding.apply_remedy(house, bench, None, step("rename_column", "Kind", name="Work"), QUIET)
    renamed = deciding.apply_remedy(house, renamed, None, step("leave_out_column", "Work"), QUIET)
    with pytest.raises(Refused) as refusal:
        deciding.take_out(house, renamed, 3, QUIET)
    assert str(refusal.value.words.where) == "Change 4: Leave out column Work."
