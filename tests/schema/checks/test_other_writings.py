"""Faults in writings that the sentences of the checks do not name: each is found, and what looks like it is not."""

from datetime import date, timedelta

import pytest

from steward.schema.examine import examine
from steward.schema.inference import infer_fields
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

HEIGHT = 60
NUMBERS = [str(place * 7 % 31 + 1) for place in range(HEIGHT)]


def kinds(**columns):
    """Return the kinds of finding, by column, of a table of these columns and one of numbers."""
    profile = profile_table(sheet_of({name: list(cells) for name, cells in columns.items()}), Silence(), 1)
    return {(found.kind, found.column) for found in examine(profile, infer_fields(profile), Silence())}


def with_last(cells, *last):
    return [*cells[:len(cells) - len(last)], *last]


def months(form, *left_out):
    """Return five years of months in a form, without some of them."""
    return [form.format(2018 + place // 12, place % 12 + 1) for place in range(60) if place not in left_out]


@pytest.mark.parametrize(("kind", "cells"), [
    ("unit-in-cell", [f"{number} gpm" for number in NUMBERS]), ("unit-in-cell", [f'{number}"' for number in NUMBERS]),
    ("unit-in-cell", [f"{number} °F" for number in NUMBERS]), ("unit-in-cell", [f"{number} inches" for number in NUMBERS]),
    ("negative-in-parentheses", with_last(NUMBERS, "( 12.00 )", "($5.00)")),
    ("formatted-number", with_last(NUMBERS, "USD 12", "US$ 7", "1,234.50-")),
    ("shortened-number", with_last(NUMBERS, "$2B", "1.5k", "3 million")),
    ("dash-for-number", [" $-   ", *(f"${number},000.00" for number in NUMBERS)]),
    ("dash-for-number", with_last(NUMBERS, "—", "--")),
    ("missing-value-word", with_last(NUMBERS, "(none)", "not recorded")),
    ("missing-value-word", with_last(["Oak", "Elm"] * 30, "(none)", "<NA>")),
    ("perhaps-missing-word", with_last(["Oak", "Elm"] * 30, "not entered", "--")),
    ("lost-zeros", ["001234", "000777", "45678", *("012345" for _ in range(20))]),
])
def test_it_is_found(kind, cells):
    name = "code" if kind == "lost-zeros" else "amount"
    assert (kind, name) in kinds(**{name: cells})


@pytest.mark.parametrize("cells", [
    [f"{number}b" for number in NUMBERS], ["A-1", "B-2", "C-3"] * 20, ["None", "Some", "Marked"] * 20,
    ["12 Elm St", "3 Oak Ave", "7 Fir Ct"] * 20, with_last(NUMBERS, "-3", "-12"), ["3B", "4B", "12C"] * 20,
])
def test_what_looks_like_it_is_left_alone(cells):
    found = {kind for kind, _column in kinds(label=cells)}
    assert found & {"unit-in-cell", "shortened-number", "dash-for-number", "missing-value-word", "perhaps-missing-word",
                    "formatted-number", "negative-in-parentheses"} == set()


@pytest.mark.parametrize("default", ["0001-01-01", "9999-12-31", "1900-01-00"])
def test_days_that_no_calendar_has_are_found_however_many_they_are(default):
    cells = [(date(2022, 1, 1) + timedelta(days=place)).isoformat() for place in range(HEIGHT)]
    assert ("default-date", "opened") in kinds(opened=with_last(cells, *[default] * 20))


@pytest.mark.parametrize("form", ["{}-{:02}", "{}-{:02}-01", "{1}/1/{0}"])
def test_a_month_that_is_missing_from_a_series_is_told(form):
    assert ("series-gap", "month") in kinds(month=months(form, 20, 21))
    assert ("series-gap", "month") not in kinds(month=months(form))


def test_a_year_that_is_missing_from_a_series_is_told_and_years_here_and_there_are_not():
    assert ("series-gap", "year") in kinds(year=[str(year) for year in range(1990, 2020) if year != 2003], n=NUMBERS[:29])
    assert ("series-gap", "year") not in kinds(year=[str(1900 + place * place % 97) for place in range(HEIGHT)], n=NUMBERS)


@pytest.mark.parametrize(("lacking", "is_told"), [({("B", 3)}, True), ({("B", 3), ("B", 4)}, True), (set(), False),
                                                  ({(group, place) for place, group in enumerate("ABCDABCD", 2)}, False)])
def test_a_month_that_one_station_alone_lacks_is_told_and_a_table_with_many_empty_places_is_not(lacking, is_told):
    every = [(group, month) for month in range(12) for group in "ABCD" if (group, month) not in lacking]
    table = {"month": [f"2023-{month + 1:02}" for _group, month in every], "station": [group for group, _month in every]}
    assert (("series-gap", "month") in kinds(**table)) is is_told


def test_a_header_that_comes_again_in_capitals_is_a_line_of_the_page():
    table = {"Case": [f"C{place}" for place in range(HEIGHT)], "Visits": NUMBERS, "Area": ["North", "South"] * 30}
    again = {name: [*cells[:30], f"{name.upper()} ", *cells[30:]] for name, cells in table.items()}
    assert ("print-layout", None) in kinds(**again)
    assert ("print-layout", None) not in kinds(**table)


def test_a_dash_with_blanks_is_no_formula():
    assert ("formula-cell", "code") not in kinds(code=["- ", "-\t", *NUMBERS])


def test_two_pairs_of_coordinates_are_each_looked_at():
    feet = {"x": [f"{7_645_000 + place * 31}" for place in range(HEIGHT)],
            "y": [f"{684_000 + place * 17}" for place in range(HEIGHT)]}
    known = range(HEIGHT - 1)
    degrees = {"longitude": [*(f"{-122.6 - place / 1000:.5f}" for place in known), ""],
               "latitude": [*(f"{45.5 + place / 1000:.5f}" for place in known), ""]}
    assert "state-plane" in {kind for kind, _column in kinds(**degrees, **feet)}
