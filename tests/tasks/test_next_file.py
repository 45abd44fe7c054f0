"""Next month's file: each change is done again where it fits, and is told in plain words where it does not, or not wholly."""

from dataclasses import replace

import numpy as np
import pytest

from steward.remedies import remedy
from steward.table.sheet import Column
from steward.tasks.changed_file import fitted, source_of
from steward.vocabulary.progress import Silence
from steward.workflow.draft import Draft
from steward.workflow.replay import replay
from tests.benchmarks.repair_cases import CASES, NAMING_ROWS, table, wanted
from tests.builders import sheet_of

ROWS = 240
NAMES_ROWS = NAMING_ROWS | {"edit_cell"}
OF_NO_COLUMN = NAMING_ROWS | {"rename_headers", "leave_out_blank_rows", "leave_out_duplicates", "leave_out_quarantined",
                              "unwrap_rows"}


def after_month(name, sheet):
    """Return the draft of a change on a later file, and what is told of the difference."""
    first = table(CASES[name], ROWS)
    draft = Draft(id="d", source=source_of(first, "t.csv"), practice=True, started="", changed="")
    return fitted(draft.with_step(wanted(name, first)), sheet, source_of(sheet, "t.csv"))


def told(change):
    return " ".join(str(sentence) for sentence in change.sentences())


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("rows", [ROWS // 2, 2 * ROWS])
def test_with_more_or_fewer_rows_a_change_is_done_again_or_told(name, rows):
    sheet = table(CASES[name], rows)
    draft, change = after_month(name, sheet)
    assert str(rows) in told(change)
    assert bool(draft.recipe.steps) is not bool(change.steps_left_out)
    assert (name in NAMES_ROWS) is bool(change.steps_left_out)
    assert replay(sheet, draft.recipe, Silence()).rows.tolist() is not None


@pytest.mark.parametrize("name", sorted(set(CASES) - NAMES_ROWS))
def test_columns_in_another_order_change_nothing(name):
    sheet = table(CASES[name], ROWS)
    turned = replace(sheet, columns=sheet.columns[::-1])
    draft, change = after_month(name, turned)
    assert not change.steps_left_out
    straight = remedy(name).apply(sheet, wanted(name, sheet))
    after = replay(turned, draft.recipe, Silence())
    assert set(after.names) == set(straight.names)
    assert np.array_equal(after.rows, straight.rows)
    assert [one for one in straight.names if after.column(one).values != straight.column(one).values] == []


@pytest.mark.parametrize("name", sorted(set(CASES) - OF_NO_COLUMN))
def test_a_column_that_is_renamed_or_gone_is_named_with_the_change_that_needed_it(name):
    sheet = table(CASES[name], ROWS)
    renamed = tuple(Column(name="d", label="d", values=one.values, position=one.position) if one.name == "c" else one
                    for one in sheet.columns)
    without = tuple(one for one in sheet.columns if one.name != "c")
    for later in (replace(sheet, columns=renamed), replace(sheet, columns=without)):
        draft, change = after_month(name, later)
        assert draft.recipe.steps == ()
        assert "Column that is gone: c." in told(change)
        assert len(change.steps_left_out) == 1


@pytest.mark.parametrize("name", sorted(set(CASES) - NAMES_ROWS))
def test_a_file_in_which_there_is_nothing_to_change_is_told(name):
    plain = sheet_of({"c": ["a", "a"], "n": ["1", "2"], "place": ["x", "y"], "Number of the tree": ["1", "2"]})
    there = replace(plain, columns=tuple(one for one in plain.columns if one.name in table(CASES[name], 1).names))
    _draft, change = after_month(name, there)
    assert all(str(one).endswith(".") for one in (*change.steps_left_out, *change.steps_partly))
