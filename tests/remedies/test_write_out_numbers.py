"""Shortened numbers with all their digits."""

from steward.remedies.write_out_numbers import REMEDY
from tests.builders import cells_of, sheet_of, step

CELLS = {"1.2M": "1200000", "$3k": "3000", "(4.5 million)": "-4500000", "-$2B": "-2000000000", "1,250 thousand": "1250000",
         "0.0005k": "0.5", "$1.5T": "1500000000000", ".5mm": "500000", "2 bn": "2000000000", "17": "17", "12 ft": "12 ft",
         "": ""}


def test_shortened_numbers_are_written_out_and_others_stay():
    changed = REMEDY.apply(sheet_of({"cost": list(CELLS)}), step("write_out_numbers", "cost"))
    assert cells_of(changed)["cost"] == list(CELLS.values())
