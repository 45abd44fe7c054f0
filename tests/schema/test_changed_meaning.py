"""A column that means something else than in the published version is told by its cells; one that only grew is not."""

import pytest

from steward.schema.changed_meaning import changes, shapes_before
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

ROWS = range(120)
BEFORE = {"rate": [f"{10 + row % 60}" for row in ROWS], "depth": [f"{(row * 37 % 91) / 4 + 2:.2f}" for row in ROWS],
          "status": [("open", "closed", "held")[row % 3] for row in ROWS],
          "district": [("North", "East", "West")[row % 3] for row in ROWS], "note": [f"tree {row}" for row in ROWS]}


def told(**now):
    before = {column.name: column.values for column in sheet_of(BEFORE).columns}
    columns = profile_table(sheet_of({**BEFORE, **now}), Silence(), 1).columns
    return {column.name: str(said) for column, said in changes(shapes_before(before), [(one.name, one) for one in columns])}


@pytest.mark.parametrize(("now", "wanted"), [
    ({"rate": [f"0.{10 + row % 60}" for row in ROWS]}, {"rate": "100 times smaller"}),
    ({"depth": [f"{float(cell) * 1000:.0f}" for cell in BEFORE["depth"]]}, {"depth": "1,000 times as large"}),
    ({"depth": [f"{float(cell) * 0.3048:.2f}" for cell in BEFORE["depth"]]}, {"depth": "3.3 times smaller"}),
    ({"status": BEFORE["district"], "district": BEFORE["status"]}, {"status": "changed places", "district": "changed places"}),
    ({"rate": BEFORE["depth"], "depth": BEFORE["rate"]}, {"rate": "changed places", "depth": "changed places"}),
    ({"status": [str(row % 3) for row in ROWS]}, {"status": "Hardly any"}),
    ({"note": ["" if row % 2 else f"tree {row}" for row in ROWS]}, {"note": "50 of 100 cells"}),
])
def test_what_a_column_means_now_is_told(now, wanted):
    found = told(**now)
    assert set(found) == set(wanted)
    assert all(words in found[name] for name, words in wanted.items())


def test_growth_and_a_new_label_change_no_meaning():
    assert told(rate=[f"{13 + row % 70}" for row in ROWS], note=[f"wire {row}" for row in ROWS],
                status=[("open", "closed", "held", "void")[row % 4] for row in ROWS]) == {}
