"""What the remedies that make private values coarser leave to be seen."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit, remedy
from steward.remedies.address_to_block import block_of
from steward.remedies.address_to_zip import zip_of
from steward.remedies.age_bands import band_of
from steward.remedies.first_name_last_initial import shortened
from tests.builders import cells_of, sheet_of, step

LETTERS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=2, max_size=12)


def changed(name, cells, **parameters):
    return cells_of(remedy(name).apply(sheet_of({"c": list(cells)}), step(name, "c", **parameters)))["c"]


@pytest.mark.parametrize(("cell", "domain"), [
    ("ann@example.org", "example.org"), ("Ann Lee <Ann.Lee@Example.ORG>", "example.org"), ("a@x.org; b@y.com", "x.org; y.com"),
    ("a@x.org, c@x.org", "x.org"), ("no address", ""), ("", ""), ("@home", ""), ("ann@", "")])
def test_of_an_address_only_the_domain_stays(cell, domain):
    assert changed("keep_domain", [cell]) == [domain]


@pytest.mark.parametrize(("cell", "left"), [
    ("Ana Silva", "Ana S."), ("Silva, Ana", "Ana S."), ("SILVA, ANA MARIA", "ANA S."), ("Dr. Ana Silva Jr.", "Ana S."),
    ("Nguyễn Thị Hoa", "Nguyễn H."), ("O'Brien, Pat", "Pat O."), ("Cher", "C."), ("", ""), ("Ana Silva and Bo Lee", ""),
    ("Ana Silva; Bo Lee", ""), ("Suite 12", ""), ("Jean-Luc Picard", "Jean-Luc P."), ("García Márquez, Gabriel", "Gabriel G.")])
def test_of_a_name_the_last_part_becomes_a_letter(cell, left):
    assert shortened(cell) == left


@settings(max_examples=40)
@given(first=LETTERS, last=LETTERS, turned=st.booleans())
def test_a_last_name_is_never_left_whole(first, last, turned):
    left = shortened(f"{last}, {first}" if turned else f"{first} {last}")
    assert left in ("", f"{first} {last[0].upper()}.", f"{first[0].upper()}.", f"{last[0].upper()}.")


@pytest.mark.parametrize(("cell", "block"), [
    ("1234 SW Main St", "1200 block of SW Main St"), ("1234 SW Main St Apt 5", "1200 block of SW Main St"),
    ("1234 SW Main St, #5B, Portland, OR 97201-1234", "1200 block of SW Main St, Portland, OR 97201"),
    ("45 NE 12th Ave", "0 block of NE 12th Ave"), ("1234-1240 SE 82nd Ave", "1200 block of SE 82nd Ave"),
    ("1234 1/2 N Interstate Ave Unit C", "1200 block of N Interstate Ave"), ("1234 A SE Oak St", "1200 block of SE Oak St"),
    ("SW 5th Ave & SW Main St", "SW 5th Ave & SW Main St"), ("SE Division St / SE 82nd Ave", "SE Division St / SE 82nd Ave"),
    ("PO Box 1234", ""), ("Main St", ""), ("", ""), ("12345", ""), ("1234 5678", ""), ("Somewhere 1234", ""),
    ("100 SW 10th Ave Suite 300", "100 block of SW 10th Ave"), ("12345 NE Sandy Blvd Bldg 2", "12300 block of NE Sandy Blvd")])
def test_of_an_address_the_hundred_block_stays(cell, block):
    assert block_of(cell) == block


@settings(max_examples=50)
@given(number=st.integers(1, 99_999), unit=st.sampled_from(["", " Apt 17", ", Unit 17", " #17", " Ste 17", " Rm 17"]),
       way=st.sampled_from(["SW Main St", "NE 12th Ave", "N Interstate Ave", "Broadway"]),
       town=st.sampled_from(["", ", Portland", ", Portland, OR 97201", " Portland OR 97201"]))
def test_neither_house_nor_apartment_is_left(number, unit, way, town):
    left = block_of(f"{number} {way}{unit}{town}")
    assert left.startswith(f"{number // 100 * 100} block of {way}")
    assert "17" not in left.replace(str(number // 100 * 100), "")


@pytest.mark.parametrize(("cell", "zip_code"), [
    ("1234 SW Main St, Portland, OR 97201", "97201"), ("1234 SW Main St Portland OR 97201-1234", "97201"), ("97201", "97201"),
    ("12345 SW Main St", ""), ("", ""), ("Portland, OR", ""), ("1 Main St, Portland OR 97201, USA", "97201"),
    ("call 5035550100", "")])
def test_of_an_address_only_the_zip_code_stays(cell, zip_code):
    assert zip_of(cell) == zip_code


@pytest.mark.parametrize(("precision", "left"), [
    ("month", ["2019-04", "2019-12", ""]), ("quarter", ["2019-Q2", "2019-Q4", ""])])
def test_of_a_date_the_month_or_quarter_stays(precision, left):
    assert changed("date_to_month", ["2019-04-30", "2019-12-01", ""], precision=precision) == left


def test_dates_in_other_forms_are_made_as_coarse():
    assert changed("date_to_month", ["4/30/2019", "12/25/2019", "1/2/2020"]) == ["2019-04", "2019-12", "2020-01"]


def test_what_is_no_date_does_not_stay_in_sight():
    cells = [f"2019-04-{day:02d}" for day in range(1, 29)] + ["born on Easter"]
    assert changed("date_to_month", cells)[-1] == ""


@settings(max_examples=40)
@given(born=st.dates(date(1900, 1, 1), date(2025, 12, 31)), day=st.dates(date(2020, 1, 1), date(2026, 12, 31)))
def test_an_age_is_the_number_of_birthdays_and_ninety_at_most(born, day):
    birthdays = sum((year, born.month, born.day) <= (day.year, day.month, day.day)
                    for year in range(born.year + 1, day.year + 1))
    left = changed("birth_to_age", [born.isoformat(), "2001-01-01"], on=day.isoformat())[0]
    assert left == ("" if born > day else str(min(90, birthdays)))


@pytest.mark.parametrize("day", ["", "yesterday", "2026-02-30", "1/31/2026"])
def test_without_a_day_no_age_is_told(day):
    with pytest.raises(StepDoesNotFit):
        changed("birth_to_age", ["2001-01-01"], on=day)


@pytest.mark.parametrize(("age", "band"), [
    ("0", "1-20"), ("1", "1-20"), ("20", "1-20"), ("21", "21-40"), ("40", "21-40"), ("41", "41-60"), ("61", "61-80"),
    ("80", "61-80"), ("81", "81+"), ("104", "81+"), ("131", ""), ("", ""), ("unknown", ""),
    ("34 years", "21-40"), ("34.0", "21-40")])
def test_an_age_is_told_by_the_bands_of_the_city(age, band):
    assert band_of(age) == band


@settings(max_examples=25)
@given(st.lists(st.sampled_from("abcdefgh "), min_size=30, max_size=120))
def test_after_recoding_every_value_is_shared_by_enough_rows(cells):
    try:
        left = changed("recode_rare", cells, fewest=5)
    except StepDoesNotFit:
        return
    counts = Counter(cell for cell in left if cell.strip())
    assert not counts or min(counts.values()) >= 5
    assert [cell for cell in left if not cell.strip()] == [cell for cell in cells if not cell.strip()]


def test_a_column_of_nothing_but_rare_values_is_refused():
    with pytest.raises(StepDoesNotFit):
        changed("recode_rare", [str(number) for number in range(30)])


@settings(max_examples=25)
@given(st.lists(st.integers(-1000, 1000), min_size=20, max_size=80), st.sampled_from([1, 5, 10]))
def test_bounding_keeps_the_middle_and_shows_nothing_beyond_the_bounds(numbers, percent):
    left = [int(text) for text in changed("top_and_bottom_code", [str(number) for number in numbers], percent=percent)]
    aside = len(numbers) * percent // 100
    ranked = sorted(numbers)
    low, high = ranked[aside], ranked[len(numbers) - 1 - aside]
    assert left == [min(max(number, low), high) for number in numbers]


def test_text_among_the_numbers_stays():
    cells = [str(number) for number in range(40)] + ["n/a"]
    assert changed("top_and_bottom_code", cells)[-1] == "n/a"


@pytest.mark.parametrize("name", ["keep_domain", "first_name_last_initial", "address_to_block", "address_to_zip", "age_bands"])
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_any_text_is_taken(name, cells):
    assert len(changed(name, cells)) == len(cells)


@pytest.mark.parametrize("name", ["address_to_block", "first_name_last_initial", "keep_domain"])
def test_a_cell_of_a_megabyte_is_read_at_once(name):
    assert len(changed(name, ["1 " * 500_000, "a" * 1_000_000, "@" * 100_000, "Apt " * 200_000, "1" * 500_000 + " x"])) == 5


def test_no_house_number_is_left_in_any_form():
    cells = ["1234 SW Main St", "Apt 4, 1234 SW Main St", "1234, SW Main St", "#1234 SW Main St"]
    assert not any(re.search(r"\b1234\b", cell) for cell in changed("address_to_block", cells))


KEY, OTHER_KEY = "0f" * 16, "f0" * 16


@settings(max_examples=25)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=30))
def test_equal_values_and_no_others_share_a_random_identifier(cells):
    left = changed("replace_by_random_id", cells, private_key=KEY)
    pairs = {(cell.strip(), identifier) for cell, identifier in zip(cells, left, strict=True)}
    assert len(pairs) == len({cell for cell, _ in pairs}) == len({identifier for _, identifier in pairs})
    assert all(bool(cell) == bool(identifier) for cell, identifier in pairs)


def test_another_key_gives_other_identifiers():
    cells = ["A-1", "A-2"]
    assert not set(changed("replace_by_random_id", cells, private_key=KEY)) & set(
        changed("replace_by_random_id", cells, private_key=OTHER_KEY))


def test_without_its_key_no_identifier_is_made():
    with pytest.raises(StepDoesNotFit):
        changed("replace_by_random_id", ["A-1"])


@pytest.mark.parametrize(("cell", "block"), [
    ("0 SE Main", "0 block of SE Main"), ("12345 1/2 NE Sandy Blvd #4", "12300 block of NE Sandy Blvd"),
    ("12345½ NE Sandy Blvd", "12300 block of NE Sandy Blvd"), ("1234-B SE Main St", "1200 block of SE Main St"),
    ("12XX SE Main St", "1200 block of SE Main St"), ("1200 block of SE Main", "1200 block of SE Main"),
    ("1200 BLK SE MAIN ST", "1200 block of SE MAIN ST"), ("1234 SE Main St, 5B", "1200 block of SE Main St"),
    ("1234 SE Main St 5B", "1200 block of SE Main St"), ("1234 SE Main St Apt 5 & 6", "1200 block of SE Main St"),
    ("1234 SE Main St Apts 5-6", "1200 block of SE Main St"), ("1234 SE Main St Unit 5/6", "1200 block of SE Main St"),
    ("1234 SE Main St and 55 NE Oak St", "1200 block of SE Main St"),
    ("1234 SE Main St; 999 NE Oak St", "1200 block of SE Main St"),
    ("1234 SE Main St (rear house)", "1200 block of SE Main St"), ("1234 SE Main St, Ann Lee", "1200 block of SE Main St"),
    ("1234 SE Main St Ann Lee", "1200 block of SE Main St"), ("1234 SE Main St - Unit 5", "1200 block of SE Main St"),
    ("1234 N St Helens Rd", "1200 block of N St Helens Rd"), ("1234 NE 82 Ave", "1200 block of NE 82 Ave"),
    ("1234 Hwy 99E", "1200 block of Hwy 99E"), ("12 RR 2 Box 15", ""), ("POB 123", ""), ("Ann and Bob Lee", ""),
    ("Tran & Le residence", ""), ("Ann & Bob, SE Main St", ""), ("SE 5th Ave & 55 SE Main", ""),
    ("SE 82nd Ave & SE Division St, Portland, OR 97266", "SE 82nd Ave & SE Division St, Portland, OR 97266")])
def test_of_an_odd_address_nothing_but_the_block_stays(cell, block):
    assert changed("address_to_block", [cell]) == [block]
    assert changed("address_to_block", [block]) == [block]


@pytest.mark.parametrize("cell", [
    "PO Box 12345", "1234 SE Main St Apt 10234", "Unit 12345", "Case 25123", "1234 Hwy 97214", "1234 SE Main St #97214"])
def test_the_number_of_a_box_or_a_unit_is_no_zip_code(cell):
    assert changed("address_to_zip", [cell]) == [""]


@pytest.mark.parametrize(("cell", "domain"), [
    ("ann@ann.lee@gmail.com", "gmail.com"), ("a@b@example.org", "example.org"), ("a@x.org,b@y.org", "x.org; y.org")])
def test_what_stands_between_two_signs_is_no_domain(cell, domain):
    assert changed("keep_domain", [cell]) == [domain]


@pytest.mark.parametrize(("cell", "left"), [
    ("陳大文", ""), ("김민준", ""), ("Ana Silva, LMT", "Ana S."), ("Ana Silva (mother)", "Ana S."), ("Ana Silva | Bo Lee", ""),
    ("Ana Silva\nBo Lee", ""), ("unknown", ""), ("Ana S.", "Ana S.")])
def test_a_whole_family_name_is_not_left_as_a_letter(cell, left):
    assert changed("first_name_last_initial", [cell]) == [left]


@pytest.mark.parametrize(("age", "band"), [
    ("20.9", "1-20"), ("80.5", "61-80"), ("6 months", "1-20"), ("3 weeks", "1-20"), ("100+", "81+"), ("34yo", "21-40"),
    ("120", "81+"), ("21-40", "21-40"), ("81+", "81+"), ("-1", ""), ("20-30", "")])
def test_parts_of_years_and_bands_are_told_by_bands(age, band):
    assert changed("age_bands", [age]) == [band]


@pytest.mark.parametrize(("cell", "left"), [
    ("45.5", "45.5"), ("45", "45"), ("45.523456", "45.523"), ("45°31'23.45\"N", ""), ("45 31.3909", ""), ("45 31 23.45 N", ""),
    ("45,523456", ""), ("４５.５２３４５６", ""), ("45.5234\u200b56", ""), ("7640000.55, 680000.22", ""), ("4.5523456e1", ""),
    ("45.523 456", ""), ("POINT (-122.676543 45.523456)", "POINT (-122.676 45.523)"), ("45.523456N", "45.523N"), ("n/a", "n/a"),
    ("(45.523456, -122.676543)", "(45.523, -122.676)")])
def test_of_coordinates_in_any_form_no_more_than_the_block_is_told(cell, left):
    assert changed("round_coordinates", [cell]) == [left]


def test_numbers_in_other_forms_are_bounded_too():
    cells = [str(number) for number in range(1, 41)] + ["$9,999,999", " 8888 ", "9e7", "$9.9M", "900-1,000", "none"]
    left = changed("top_and_bottom_code", cells)
    assert left[40:] == [left[39], left[39], left[39], "", "", "none"]


def test_other_that_many_rows_have_needs_no_further_values():
    assert Counter(changed("recode_rare", ["A"] * 12 + ["Other"] * 20 + ["B"])) == {"A": 12, "Other": 21}


def test_a_next_table_without_rare_values_is_an_ordinary_one():
    sheet, one = sheet_of({"race": ["White"] * 20}), step("recode_rare", "race")
    chosen = remedy("recode_rare")
    assert not str(chosen.fits_less(sheet, chosen.apply(sheet, one), one))
