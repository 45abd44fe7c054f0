"""Places in one cell: which number is the latitude is told by the numbers."""

import pytest

from steward.remedies import StepDoesNotFit, remedy
from steward.table.inference import profile_column
from steward.table.written_places import written_places
from tests.builders import cells_of, sheet_of, step


def read(cells):
    found = written_places(profile_column(sheet_of({"a": cells}).columns[0]))
    return None if found is None else list(zip(found.latitude.to_pylist(), found.longitude.to_pylist(), strict=True))


@pytest.mark.parametrize("form", ["{north}, {east}", "({north}, {east})", "{north};{east}", "POINT ({east} {north})",
                                  "[{east}, {north}]", "point({east} {north})"])
def test_both_degrees_are_read_whichever_stands_first(form):
    places = [(f"45.5{number}", f"-122.6{number}") for number in range(1, 6)]
    cells = [form.format(north=north, east=east) for north, east in places]
    assert read(cells) == (places if not form.startswith("[") else None)   # a list is a point for the standard


@pytest.mark.parametrize("cells", [["1, 2", "3, 4", "5, 6"], ["45.5, 60.1"] * 5, ["200, 300"] * 5, ["oak", "elm"], ["", ""],
                                   ["45.5, -122.6", "somewhere", "near the gate"]])
def test_what_may_be_other_numbers_is_not_read(cells):
    assert read(cells) is None


def test_the_degrees_get_columns_of_their_own_and_no_other_cell_is_lost():
    sheet = sheet_of({"place": ["(45.5, -122.6)", "", "(45.6, -122.7)"], "n": list("123")})
    change = step("place_to_columns", "place", names="ruled")
    assert cells_of(remedy("place_to_columns").apply(sheet, change)) == {
        "place_latitude": ["45.5", "", "45.6"], "place_longitude": ["-122.6", "", "-122.7"], "n": list("123")}
    mixed = sheet_of({"place": ["(45.5, -122.6)", "at the gate"]})
    assert list(cells_of(remedy("place_to_columns").apply(mixed, change))) == ["place", "place_latitude", "place_longitude"]
    with pytest.raises(StepDoesNotFit):
        remedy("place_to_columns").apply(sheet_of({"place": ["oak"]}), change)
