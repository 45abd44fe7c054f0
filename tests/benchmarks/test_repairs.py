"""The benchmark of repairs runs each change on a small table, and each changes what it is for."""

import pytest

from steward.remedies import all_remedies, remedy
from steward.workflow import foretaste
from steward.workflow.effect import effect
from tests.benchmarks.repair_cases import CASES, table, wanted
from tests.benchmarks.repairs import main

ROWS = 1_200


def test_every_change_has_a_sample():
    assert set(CASES) == {one.name for one in all_remedies()}


def shows_something(found):
    return bool(found.cells or found.rows_left_out or found.columns_left_out or found.reshaped or found.rows_added
                or found.columns_renamed)


@pytest.mark.parametrize("name", CASES)
def test_each_change_finds_something_to_change(name):
    sheet = table(CASES[name], ROWS)
    assert shows_something(effect(sheet, remedy(name).apply(sheet, wanted(name, sheet)), None))


@pytest.mark.parametrize("name", CASES)
def test_a_first_look_at_a_share_of_the_rows_shows_each_change(name, monkeypatch):
    monkeypatch.setattr(foretaste, "MOST_ROWS", ROWS // 3)
    sheet = table(CASES[name], ROWS)
    seen = foretaste.foretaste(sheet, [wanted(name, sheet)])
    assert not seen.is_whole
    assert shows_something(seen.effect)


def test_the_benchmark_prints_a_line_for_each_change(capsys):
    main(["trim_blanks", "edit_cell", "--rows", "1000"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert "undone" in lines[-1]
