"""The benchmark of hidden content counts rightly, and prints figures for each kind it hid."""

import pytest

from tests.benchmarks.hidden_content import Tally, f1, main, measure, report
from tests.readers.hidden.old_plants import a_note, write


def test_hits_misses_and_wrong_findings_are_counted_apart():
    total = Tally()
    total.add("a", {"comment", "thumbnail"}, {"comment", "scenario"})
    total.add("b", set(), {"comment"})
    total.add("c", set(), set())
    assert (total.hits["comment"], total.missed["thumbnail"], total.false["scenario"]) == (1, 1, 1)
    assert (total.clean, total.flagged, len(total.odd)) == (2, 1, 2)
    assert "comment" in report({"xlsx": total}, show_misses=True)


def test_the_mean_of_precision_and_recall():
    assert f1(0, 0, 0) == 1.0
    assert f1(1, 1, 0) == pytest.approx(2 / 3)


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_some_workbooks_of_each_format_are_hidden_in_and_looked_into(suffix):
    total = measure(suffix, 12, 3)
    assert total.clean >= 2
    assert total.hits.total() > total.false.total() + total.missed.total()


def test_a_folder_of_workbooks_is_looked_into(tmp_path, capsys):
    write(tmp_path / "a.xls", a_note)
    main(["--folder", str(tmp_path)])
    assert capsys.readouterr().out.startswith("a.xls: comment 1 (")
