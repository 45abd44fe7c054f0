import pytest

from steward.schema.checks.narrow_cells import CHECK
from tests.builders import sheet_of
from tests.schema.checks.looking import found


def told(*cells):
    return [(finding.kind, list(finding.rows)) for finding in found(CHECK, sheet_of({"a": list(cells)}))]


@pytest.mark.parametrize("cell", ["###", "########"])
def test_cells_of_number_signs_are_named(cell):
    assert told("1", cell, "2", cell) == [("too-narrow-cell", [3, 5])]


@pytest.mark.parametrize("cells", [("#", "##", "# 12", "#REF!"), ("#1", "", "12")])
def test_other_cells_are_left_alone(cells):
    assert told(*cells) == []
