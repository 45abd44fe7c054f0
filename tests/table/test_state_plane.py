"""The projection against published control values, its own definition, and itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.table.state_plane import FOOT, OREGON_NORTH, Conic

# EPSG guidance note 7-2, the worked example of method 9802: NAD27 / Texas South Central, Clarke 1866 in US survey feet.
TEXAS = Conic(semi_major=20_925_832.16, flattening=1 / 294.97870, latitude=27 + 50 / 60, longitude=-99.0,
              parallels=(28 + 23 / 60, 30 + 17 / 60), easting=2_000_000.0, northing=0.0)


def one(projected):
    return tuple(float(numbers[0]) for numbers in projected)


def test_the_worked_example_of_the_guidance_note_forward():
    assert one(TEXAS.to_map(np.array([-96.0]), np.array([28.5]))) == pytest.approx((2_963_503.91, 254_759.80), abs=0.01)


def test_the_worked_example_of_the_guidance_note_backward():
    assert one(TEXAS.to_degrees(np.array([2_963_503.91]), np.array([254_759.80]))) == pytest.approx((-96.0, 28.5), abs=1e-7)


def test_the_false_origin_of_oregon_north_is_where_its_definition_says():
    origin = one(OREGON_NORTH.to_map(np.array([-120.5]), np.array([43 + 2 / 3])))
    assert origin == pytest.approx((2_500_000 / FOOT, 0), abs=1e-4)


@pytest.mark.parametrize("parallel", [44 + 1 / 3, 46.0])
def test_the_scale_is_true_on_the_two_parallels(parallel):
    step = 1e-5
    east, north = OREGON_NORTH.to_map(np.array([-122.6, -122.6 + step]), np.array([parallel, parallel]))
    sine = np.sin(np.radians(parallel))
    squared = 2 / 298.257222101 - 298.257222101 ** -2
    along = 6_378_137 / FOOT * np.cos(np.radians(parallel)) / np.sqrt(1 - squared * sine ** 2) * np.radians(step)
    assert float(np.hypot(np.diff(east)[0], np.diff(north)[0])) == pytest.approx(along, rel=1e-6)


def test_downtown_portland_lies_within_the_feet_of_published_layers():
    east, north = one(OREGON_NORTH.to_map(np.array([-122.6795]), np.array([45.5189])))
    assert 7.436e6 < east < 7.867e6
    assert 4.59e5 < north < 8.10e5


@settings(max_examples=25)
@given(longitude=st.floats(-124, -116), latitude=st.floats(43.5, 46.5))
def test_there_and_back_is_the_same_place_to_a_tenth_of_a_millimeter(longitude, latitude):
    back = one(OREGON_NORTH.to_degrees(*OREGON_NORTH.to_map(np.array([longitude]), np.array([latitude]))))
    assert back == pytest.approx((longitude, latitude), abs=1e-9)
