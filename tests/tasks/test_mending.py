"""What is proposed for records that were set apart."""

import pytest

from steward.remedies.mend_row import INSERT, JOIN
from steward.tasks import deciding, mending
from steward.tasks.opening import begin
from steward.vocabulary.progress import Silence

HEADER = "id,name,opened,fee\n"
ROWS = "".join(f"{number},Elm {number},2024-01-{number:02d},{number}.50\n" for number in range(1, 20))


def bench_of(house, folder, text):
    path = folder / "table.csv"
    path.write_text(HEADER + ROWS + text)
    return begin(house, path, Silence())


def proposed(bench):
    found = [one for one in bench.report.findings if one.kind in ("extra-cell", "missing-cell")]
    return [(one.row, one.records, one.edits, one.is_proposed) for finding in found
            for one in mending.set_apart(bench, finding)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("20,Smith, John,2024-02-01,3.00\n", (21, 1, (JOIN, 1, 0), True)), ("20,Elm\nStreet,2024-02-01,3.00\n", (21, 2, (), True)),
    ("20,2024-02-01,3.00\n", (21, 1, (INSERT, 1, 0), True)), ("20,a,b,c,d,e,f\n", (21, 1, (), False))])
def test_one_mend_is_proposed_where_only_one_fits_the_columns(house, tmp_path, text, wanted):
    assert proposed(bench_of(house, tmp_path, text)) == [wanted]


def test_a_proposal_is_done_only_when_a_person_says_so_and_can_be_undone(house, tmp_path):
    bench = bench_of(house, tmp_path, "20,Smith, John,2024-02-01,3.00\n")
    assert (bench.candidate.height, len(bench.candidate.quarantine)) == (19, 1)
    finding = next(one for one in bench.report.findings if one.kind == "extra-cell")
    one, = mending.set_apart(bench, finding)
    assert mending.cells_after(bench, one.row, one.records, one.edits) == ("20", "Smith, John", "2024-02-01", "3.00")
    done = deciding.apply_remedy(house, bench, finding, mending.step_for_rows((one.row,), one.edits, one.records), Silence())
    assert done.candidate.column("name").values.to_pylist()[-1] == "Smith, John"
    assert not [found for found in done.report.findings if found.kind == "extra-cell"]
    assert deciding.undo(house, done, Silence()).candidate.height == 19


def test_each_cell_has_the_name_of_the_column_it_would_stand_under(house, tmp_path):
    assert mending.labels_of(bench_of(house, tmp_path, "20,a\n")) == ("id", "name", "opened", "fee")
