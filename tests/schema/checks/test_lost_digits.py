import pytest

from steward.schema.checks.lost_digits import CHECK
from tests.builders import sheet_of
from tests.schema.checks.looking import found


def told(*cells):
    return [(finding.kind, list(finding.rows)) for finding in found(CHECK, sheet_of({"a": list(cells)}))]


@pytest.mark.parametrize("cell", ["###", "########"])
def test_cells_of_number_signs_are_named(cell):
    assert told("1", cell, "2", cell) == [("too-narrow-cell", [3, 5])]


@pytest.mark.parametrize("cell", ["1.23457E+11", "5E+09", "-2.5E+12", "9.1E+100"])
def test_long_numbers_in_short_are_named(cell):
    assert told("123456789012", cell) == [("rounded-number", [3])]


@pytest.mark.parametrize("cells", [("#", "##", "# 12", "#REF!"), ("1e5", "12E+3", "1.2345678E+11", "E+5"),
                                   ("1.5E+11", "2.5E-07"), ("A1E+05", "", "12")])
def test_other_cells_are_left_alone(cells):
    assert told(*cells) == []
