import pytest

from steward.schema.checks.mixed_times import CHECK
from steward.schema.checks.odd_cells import CHECK as ODD
from tests.builders import sheet_of
from tests.schema.checks.looking import found

CLOCKS = [f"{7 + number % 12:02}:{number % 60:02}" for number in range(40)]


def told(check, cells):
    return [(finding.kind, list(finding.rows), finding.remedies) for finding in found(check, sheet_of({"at": cells}))]


def test_a_time_in_another_form_is_told_once_with_its_change():
    cells = [*CLOCKS, "7:15 AM", "3 p.m."]
    assert told(CHECK, cells) == [("text-time", [42, 43], ("read_times",))]
    assert told(ODD, cells) == []


def test_two_ways_in_equal_shares_are_told_but_for_what_is_right():
    cells = ["07:15:00", "7:15 AM", "08:15:00", "8:15 AM"]
    assert told(CHECK, cells) == [("text-time", [3, 5], ("read_times",))]


def test_moments_in_another_form_are_told():
    cells = [f"2020-01-{day:02} 07:15" for day in range(1, 29)]
    assert told(CHECK, [*cells, "1/31/2020 7:15 PM"]) == [("text-time", [30], ("read_times",))]


def test_what_is_no_time_stays_odd():
    assert told(CHECK, [*CLOCKS, "noon"]) == []
    assert [rows for _kind, rows, _remedies in told(ODD, [*CLOCKS, "noon"])] == [[42]]


@pytest.mark.parametrize("cells", [CLOCKS, ["Meeting at 5:00 PM", "Lunch at 1:00 PM", "Tea at 4:00 PM"], ["oak"] * 9, [""] * 9])
def test_one_way_and_texts_are_left_alone(cells):
    assert told(CHECK, cells) == []
