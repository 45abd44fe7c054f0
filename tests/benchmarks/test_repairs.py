"""The benchmark of repairs runs each change on a small table, and each changes what it is for."""

import pytest

from steward.remedies import remedy
from steward.workflow.effect import effect
from tests.benchmarks.repairs import CASES, WHOLE_TABLE, main, table
from tests.builders import step


@pytest.mark.parametrize("name", CASES)
def test_each_change_finds_something_to_change(name):
    sheet = table(CASES[name], 1_200)
    wanted = step(name, None if name in WHOLE_TABLE else "c", **CASES[name].more)
    found = effect(sheet, remedy(name).apply(sheet, wanted), None)
    assert found.cells or found.rows_left_out or found.columns_left_out or name in ("split_column", "leave_out_duplicates",
                                                                                     "rename_column", "leave_out_small_groups")


def test_the_benchmark_prints_a_line_for_each_change(capsys):
    main(["trim_blanks", "edit_cell", "--rows", "1000"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert "undone" in lines[-1]
