"""The box of the places that a table tells of."""

import pytest

from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

EAST = [f"-122.6{row:02d}" for row in range(60)]
NORTH = [f"45.5{row:02d}" for row in range(60)]


def box_of(**columns):
    return profile_table(sheet_of(columns), Silence()).box


def test_the_box_holds_nearly_all_places():
    west, south, east, north = box_of(Longitude=EAST, Latitude=NORTH)
    assert (west, south) == pytest.approx((-122.659, 45.5), abs=0.001)
    assert (east, north) == pytest.approx((-122.6, 45.559), abs=0.001)


def test_zeros_that_stand_for_unknown_do_not_stretch_it():
    _, south, east, _ = box_of(lon=[*EAST, "0", "0"], lat=[*NORTH, "0", "0"])
    assert east < -122
    assert south > 45


@pytest.mark.parametrize("columns", [
    {"x": [str(7_600_000 + row) for row in range(60)], "y": [str(680_000 + row) for row in range(60)]},
    {"Longitude": EAST}, {"lon": EAST[:4], "lat": NORTH[:4]}, {"lon": ["a"] * 9, "lat": ["b"] * 9}, {"One": EAST, "Two": NORTH},
])
def test_a_table_without_places_in_degrees_has_no_box(columns):
    assert box_of(**columns) is None
