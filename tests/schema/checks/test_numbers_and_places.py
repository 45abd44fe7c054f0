"""Numbers, codes and coordinates that went wrong, made up at random: each is found in its rows."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from steward.remedies import remedy
from steward.schema.checks.coordinates import CHECK as PLACES
from steward.schema.checks.damaged_numbers import CHECK as DAMAGED
from steward.schema.checks.lost_zeros import CHECK as ZEROS
from steward.schema.checks.mixed_percents import CHECK as PERCENTS
from steward.schema.checks.repeated_keys import CHECK as KEYS
from steward.schema.checks.sums import CHECK as SUMS
from steward.schema.checks.text_numbers import CHECK as TEXTS
from steward.vocabulary.tier import Tier
from tests.builders import cells_of, sheet_of
from tests.schema.checks.looking import found, rows
from tests.schema.checks.test_dates import few, places, put

WRONG = {"swapped-coordinates": ("45.5", "-122.6"), "state-plane": ("7645000", "684000"),
         "web-mercator": ("-13656000", "5700500"), "far-coordinates": ("0", "0")}
NUMBERS = [str(place * 37 % 101) for place in range(60)]


def column(name, cells):
    return sheet_of({name: list(cells)})


def kinds(findings):
    return [finding.kind for finding in findings]


# Shortened and cut

@few
@given(where=places, digit=st.integers(1, 9), more=st.integers(0, 99), power=st.integers(9, 15))
def test_shortened_numbers_are_found_in_their_rows(where, digit, more, power):
    cells, wanted = put(NUMBERS, where, [f"{digit}.{more}E+{power:02}"])
    finding, = found(DAMAGED, column("ref", cells))
    assert (finding.kind, list(finding.rows)) == ("scientific-number", wanted)


@pytest.mark.parametrize("cell", ["1.23457E+11", "5E+09", "-2.5E+12", "+2.5E+12", "9.1E+100"])
def test_shortened_numbers_of_any_size_are_found(cell):
    finding, = found(DAMAGED, column("ref", ["123456789012", cell]))
    assert (finding.kind, list(finding.rows)) == ("scientific-number", [3])


@pytest.mark.parametrize("cells", [("12E+3", "E+5"), ("1.5E+11", "2.5E-07"), ("A1E+05", "", "12")])
def test_measures_and_other_texts_are_not_shortened(cells):
    assert found(DAMAGED, column("ref", cells)) == []


@pytest.mark.parametrize("cell", ["1E+2", "1e5", "E+11", "1.2E+11 m", "12E+11", "1.23456789012E+11", "1.2E-11"])
def test_other_numbers_are_not_shortened(cell):
    assert found(DAMAGED, column("ref", [*NUMBERS, cell])) == []


@few
@given(st.lists(st.integers(10 ** 14, 10 ** 15 - 1), min_size=3, max_size=30, unique=True), st.integers(2, 4))
def test_numbers_cut_at_fifteen_digits_are_found(numbers, zeros):
    finding, = found(DAMAGED, column("card", [f"{number}{'0' * zeros}" for number in numbers]))
    assert (finding.kind, finding.count) == ("cut-number", len(numbers))


@few
@given(st.lists(st.integers(10 ** 16, 10 ** 17 - 1).filter(lambda number: number % 10), min_size=3, max_size=30))
def test_long_numbers_that_end_otherwise_are_not_cut(numbers):
    assert found(DAMAGED, column("card", map(str, numbers))) == []


@few
@given(where=places, number=st.integers(1000, 999_999))
def test_numbers_kept_as_text_are_found_in_their_rows(where, number):
    grouped = f"{number:,}".replace(",", " ")
    cells, wanted = put(NUMBERS, where, [f"'{number}", f'="{number}"', grouped, grouped.replace(" ", "\u00a0")])
    assert rows(found(TEXTS, column("count", cells))) == wanted


@pytest.mark.parametrize("cells", [["O'Hare", "'90s music"], ["12 34", "5 678 9"], ["1,204", "$5"], ["SE 12", "NE 1 204"]])
def test_other_texts_are_no_numbers_kept_as_text(cells):
    assert found(TEXTS, column("name", cells * 10)) == []


# Codes

@few
@given(where=places, code=st.integers(501, 9999), name=st.sampled_from(["zip", "ZIP Code", "postal_code", "mailZipcode"]))
def test_zip_codes_that_lost_their_zeros_are_found_in_their_rows(where, code, name):
    cells, wanted = put([f"97{place:03}" for place in range(60)], where, [str(code)])
    assert rows(found(ZEROS, column(name, cells))) == wanted


@pytest.mark.parametrize(("name", "cells", "wanted"), [
    ("fips", ["41051", "41067", "53011", "6037", "1001"], [5, 6]),
    ("GEOID", ["41051000100", "41051000200", "6037101110"], [4]),
    ("fips", ["41", "6", "53"], [3]),
    ("tract code", ["100", "200", "1001"], []),
    ("case number", ["99998", "99999", "10000", "9999"], []),
    ("fips", ["1", "22", "333", "4444"], []),
])
def test_codes_that_are_shorter_than_the_others_are_found(name, cells, wanted):
    assert rows(found(ZEROS, column(name, cells))) == wanted


@few
@given(where=st.integers(2, 59))
def test_a_number_that_comes_again_is_found_where_it_comes_again(where):
    cells, wanted = put([f"K{place:03}" for place in range(60)], {where}, ["K000"])
    paid = [str(place * 7) for place in range(len(cells))]
    assert rows(found(KEYS, sheet_of({"Case ID": [*cells, "K001"], "paid": [*paid, paid[1]]}))) == wanted


@pytest.mark.parametrize(("name", "cells"), [
    ("name", [f"K{place}" for place in range(59)] + ["K0"]),
    ("case id", [f"K{place % 30}" for place in range(60)]),
    ("case id", [f"K{place}" for place in range(60)]),
    ("case id", ["K1", "K2", "K1"]),
    ("case id", [f"K{place}" for place in range(58)] + ["", ""]),
])
def test_other_columns_are_no_keys(name, cells):
    assert found(KEYS, column(name, cells)) == []


# Percentages and sums

@few
@given(where=st.sets(st.integers(0, 59), min_size=3, max_size=20))
def test_parts_of_one_among_parts_of_a_hundred_are_found_in_their_rows(where):
    cells, wanted = put([str(20 + place) for place in range(60)], where, [f"0.{20 + place}" for place in range(20)])
    assert rows(found(PERCENTS, column("pct_done", cells))) == wanted


def test_signs_tell_the_two_scales_apart_too():
    cells = [f"{20 + place} %" for place in range(30)] + [f"0.{30 + place}" for place in range(5)]
    assert rows(found(PERCENTS, column("share", cells))) == [32, 33, 34, 35, 36]


@pytest.mark.parametrize(("cells", "wanted"), [
    (["0.5", "0.25", "13", "50%", "62", "0.31", "44%"], [2, 3, 7]),
    ([*(f"0.{20 + place}" for place in range(30)), "50%"], [32]),
    ([*(f"0.{20 + place}" for place in range(30)), "50 %", "1"], [32]),
    ([*(f"0.{11 + place}" for place in range(20)), *(str(30 + place) for place in range(28)), "2", "1.5"], [*range(2, 22)]),
    ([*(f"0.{11 + place}" for place in range(6)), *(str(30 + place) for place in range(43)), "2.5"], [*range(2, 8)]),
])
def test_parts_of_one_are_found_beside_signs_and_beside_a_few_small_percentages(cells, wanted):
    assert rows(found(PERCENTS, column("percent", cells))) == wanted


@pytest.mark.parametrize("cells", [
    [*(f"{20 + place}%" for place in range(30)), "33", "34"],
    [*(f"0.{20 + place}%" for place in range(30)), "0.33", "0.41"],
    [f"{place * place / 25:.2f}" for place in range(1, 51)],
    [f"{1.15 ** place / 10:.3g}" for place in range(48)],
    ["5%", "1", "0", "12%", "13%", "14%"],
])
def test_percentages_without_their_sign_and_small_ones_are_quiet(cells):
    assert found(PERCENTS, column("percent", cells)) == []


@few
@example([*[0] * 24, 1, 2, 3, 30, 50, 51])
@example([*[0] * 24, 1, 2, 3, 100, 200, 300])
@given(st.lists(st.integers(0, 1000), min_size=30, max_size=60))
def test_one_scale_is_quiet(numbers):
    for cells in ([f"{number / 10}" for number in numbers], [f"{number / 1000}" for number in numbers]):
        assert found(PERCENTS, column("percent", cells)) == []


@few
@given(where=st.sets(st.integers(0, 59), min_size=1, max_size=10), by=st.integers(1, 50))
def test_sums_that_disagree_with_their_parts_are_found_in_their_rows(where, by):
    one, other = NUMBERS, NUMBERS[::-1]
    totals = [int(a) + int(b) + (by if place in where else 0) for place, (a, b) in enumerate(zip(one, other, strict=True))]
    sheet = sheet_of({"name": ["x"] * 60, "a": one, "b": other, "Grand Total": [f"{total:,}" for total in totals]})
    assert rows(found(SUMS, sheet)) == [place + 2 for place in sorted(where)]


def test_a_total_row_that_disagrees_in_one_column_is_found_in_that():
    sheet = sheet_of({"name": [*"abcdefgh", "Total"], "x": [*map(str, range(8)), "28"], "y": [*map(str, range(8)), "29"],
                      "z": [*map(str, range(8)), "28"]})
    finding, = found(SUMS, sheet)
    assert (finding.column, list(finding.rows)) == ("y", [10])


# Places

@few
@given(where=places, kind=st.sampled_from(sorted(WRONG)))
def test_places_that_are_wrong_are_found_in_their_rows(where, kind):
    x, y = WRONG[kind]
    lon, wanted = put([f"-122.{600 + place}" for place in range(60)], where, [x])
    lat, _ = put([f"45.{500 + place}" for place in range(60)], where, [y])
    finding, = found(PLACES, sheet_of({"Latitude": lat, "Longitude": lon}))
    assert (finding.kind, finding.column, list(finding.rows)) == (kind, "Longitude", wanted)


def around(x, y, count=30, names=("longitude", "latitude"), apart=0.001):
    """Return a table of places around one."""
    return sheet_of({names[1]: [f"{y + place * apart:.5f}" for place in range(count)],
                     names[0]: [f"{x - place * apart:.5f}" for place in range(count)]})


@pytest.mark.parametrize("count", [3, 30])
def test_longitudes_that_all_lack_their_minus_sign_are_told(count):
    finding, = found(PLACES, around(122.65, 45.5, count))
    assert (finding.kind, finding.column, finding.count, finding.tier) == ("lost-minus", "longitude", count, Tier.WARN)


def test_longitudes_of_which_half_lack_their_minus_sign_are_told_in_their_rows():
    sheet = sheet_of({"lat": ["45.51", "45.52", "45.53"] * 4, "lon": ["-122.61", "122.62", "122.63"] * 4})
    finding, = found(PLACES, sheet)
    assert (finding.kind, list(finding.rows)) == ("lost-minus", [3, 4, 6, 7, 9, 10, 12, 13])
    signed = remedy(finding.remedies[0]).apply(sheet, remedy(finding.remedies[0]).step_for(finding))
    assert cells_of(signed)["lon"] == ["-122.61", "-122.62", "-122.63"] * 4


@pytest.mark.parametrize("spot", [(-122.33, 47.6), (2.35, 48.85), (151.2, -33.87)])
def test_a_table_whose_places_all_lie_together_in_another_place_is_told(spot):
    finding, = found(PLACES, around(*spot))
    assert (finding.kind, finding.count, finding.tier, finding.remedies) == ("places-elsewhere", 30, Tier.NOTE, ())


@pytest.mark.parametrize("sheet", [
    around(-122.33, 47.6, apart=0.5),                        # all over the West
    around(-122.33, 47.6, count=2),                          # too few to tell
    around(122.65, 45.5, names=("x", "y")),                  # any two numbers
    around(0, 0, apart=0),                                   # nobody knew the places
    around(500000, 5000000)], ids=["spread", "two", "x and y", "zeros", "meters"])
def test_places_that_are_spread_or_no_degrees_are_not_told_to_lie_elsewhere(sheet):
    assert found(PLACES, sheet) == []


@few
@given(st.lists(st.tuples(st.floats(-123.4, -121.7), st.floats(44.9, 46.0)), min_size=1, max_size=30))
def test_places_in_the_region_are_right(spots):
    sheet = sheet_of({"lon": [f"{lon:.5f}" for lon, _ in spots], "lat": [f"{lat:.5f}" for _, lat in spots]})
    assert found(PLACES, sheet) == []


def test_feet_throughout_are_found_and_blank_places_are_none():
    sheet = sheet_of({"X": ["7645000", "", "7650000"], "Y": ["684000", "", "690000"]})
    assert rows(found(PLACES, sheet)) == [2, 4]


@settings(max_examples=20)
@given(st.lists(st.integers(0, 500), min_size=5, max_size=20))
def test_numbers_of_a_screen_are_no_places(numbers):
    assert kinds(found(PLACES, sheet_of({"x": list(map(str, numbers)), "y": list(map(str, numbers))}))) == []
