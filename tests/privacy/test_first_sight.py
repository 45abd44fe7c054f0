"""What tables of others showed: words for nothing, numberings, offices in sentences, cells that tell more than a header."""

import random

import pytest

from tests.benchmarks.cells import column
from tests.privacy import makers as m
from tests.privacy.test_mixed_columns import kinds_of
from tests.privacy.test_value_evidence import people

ROWS = 120


def drawn(spec, seed=4, rows=ROWS):
    return column(spec, rows, random.Random(seed)) if isinstance(spec, str) else [spec(draw) for draw in [random.Random(seed)]
                                                                                 for _ in range(rows)]


def of_people(knowledge, header, spec, seed=4):
    return kinds_of(knowledge, people(random.Random(seed), ROWS) | {header: drawn(spec, seed)}, header)


@pytest.mark.parametrize("nothing", ["N/A", "NULL", "-", "Unknown", "not provided"])
def test_words_for_nothing_do_not_hide_what_the_other_cells_are(knowledge, nothing):
    assert of_people(knowledge, "F5", f"~0.4 plate // = {nothing}") == {"license_plate"}
    assert of_people(knowledge, "FLD08", f"~0.3 date 1935 2005 packed // = {nothing}") == {"date_of_birth"}


@pytest.mark.parametrize(("spec", "kinds"), [
    (lambda draw: f"{draw.randint(100, 699)}-{draw.randint(10, 25)}-{draw.randint(1, 9999):04}", set()),
    (m.ssn, {"ssn"})], ids=["years in the middle", "any groups"])
def test_numbers_with_years_in_their_middle_are_no_social_security_numbers(knowledge, spec, kinds):
    assert of_people(knowledge, "Rab_Tag", spec) == kinds


def test_a_number_with_its_cue_is_found_among_such_numbers(knowledge):
    numbers = drawn(lambda draw: f"{draw.randint(100, 699)}-{draw.randint(10, 25)}-{draw.randint(1, 9999):04}")
    assert of_people(knowledge, "Ref", "int 1 9") == set()
    assert kinds_of(knowledge, {"Ref": ["SSN 517-44-8362 on file", *numbers]}, "Ref") >= {"ssn"}


@pytest.mark.parametrize(("line", "kinds"), [
    ("Customer directed to call 503-823-4000 for pickup", set()),
    ("Questions answered by inspections@portlandoregon.gov today", set()),
    ("Please call me back at 503-823-4000 after five", {"phone", "free_text_pii"})])
def test_lines_of_offices_in_sentences_are_told_from_those_of_people(knowledge, line, kinds):
    notes = [line, "Crew replaced the cap and left the site clean", "Closed as a duplicate of another one"] * 40
    assert of_people(knowledge, "n", "int 1 9") == set()
    assert kinds_of(knowledge, {"Resolution": notes, "n": ["1"] * len(notes)}, "Resolution") == kinds


@pytest.mark.parametrize("form", ["5035550{:03}.0", "(503) 555-0{:03}"])
def test_telephone_numbers_that_were_kept_as_decimals_are_found(knowledge, form):
    assert kinds_of(knowledge, {"Phone": [form.format(place) for place in range(ROWS)]}, "Phone") == {"phone"}


@pytest.mark.parametrize(("header", "spec", "kinds"), [
    ("F5", "int 0 97", set()), ("F5", "int 18 88", {"age"}), ("F5", "int 0 100", set()), ("F5", "int 1 40", set()),
    ("Points", "int 18 88", set()), ("F4", "date 1931 2009 us", {"date_of_birth"})])
def test_ages_are_told_by_their_spread_where_a_header_is_only_a_code(knowledge, header, spec, kinds):
    assert of_people(knowledge, header, spec) == kinds


def test_whole_numbers_are_no_ages_where_nobody_is_named(knowledge):
    assert not kinds_of(knowledge, {"F1": drawn("pattern H-99999"), "F5": drawn("int 18 88")}, "F5")


@pytest.mark.parametrize("spec", ["date 1931 2009 packed", lambda draw: f"{draw.randint(1931, 2009)}.0{draw.randint(1, 9)}.07"])
def test_births_are_told_in_forms_that_are_no_dates_by_type(knowledge, spec):
    assert of_people(knowledge, "V3", spec) == {"date_of_birth"}
    assert not kinds_of(knowledge, {"Work order": drawn("pattern H-99999"), "V3": drawn(spec)}, "V3")


@pytest.mark.parametrize(("spec", "kinds"), [
    ("initialed", {"person_name"}), (lambda draw: f"{m.last_name(draw)}, {draw.choice('ABCDKM')}", {"person_name"}),
    (lambda draw: f"{m.last_name(draw)}/{m.first_name(draw)}".upper(), {"person_name"}),
    (lambda draw: f"{draw.choice('NSEW')} {m.last_name(draw)}", set()), (lambda draw: f"Zone {draw.choice('ABCD')}", set())],
    ids=["M. Garcia", "Garcia, M", "GARCIA/MARIA", "N Lombard", "Zone A"])
def test_names_cut_to_an_initial_are_names_and_streets_are_not(knowledge, spec, kinds):
    assert kinds_of(knowledge, {"C1": drawn(spec), "n": drawn("int 1 9")}, "C1") == kinds


@pytest.mark.parametrize(("spec", "kinds"), [
    ("user", {"username"}), (lambda draw: "ROSE\\" + column("user", 1, draw)[0], {"username"}),
    (lambda draw: draw.choice(("closed", "pending", "archived", "merged")) + str(draw.randint(1, 99)), set())])
def test_names_that_people_sign_in_with_are_told_without_a_header(knowledge, spec, kinds):
    assert kinds_of(knowledge, {"acct": drawn(spec), "n": drawn("int 1 9")}, "acct") == kinds


def test_plates_of_two_forms_are_told_where_one_is_oregons(knowledge):
    assert of_people(knowledge, "F5", "~0.5 pattern 999 AAA // pattern AAA9999") == {"license_plate"}
    assert not of_people(knowledge, "F5", "pattern AAA9999")


@pytest.mark.parametrize(("header", "spec", "kinds"), [
    ("INJ", "= 0; 1; 2; 3", set()), ("INJ", "= fracture; sprain; burn", {"health"}),
    ("Gender", "= male; perfect; seedless", set()),
    ("PIN", "pattern R999999", set()), ("PIN", "pattern 9999", {"credential"}), ("I-9 PP#", "pattern C99999999", {"passport"}),
    ("ePatient.17", "date 1935 2020 iso", {"date_of_birth"}), ("FASEX", "= F; M", {"gender"})])
def test_a_header_is_held_against_its_cells(knowledge, header, spec, kinds):
    assert of_people(knowledge, header, spec) == kinds


@pytest.mark.parametrize(("species", "about"), [("= Dog; Cat; Rabbit", set()), ("= maple; oak; fir", {"gender"})])
def test_a_column_of_dogs_and_cats_says_that_rows_are_animals(knowledge, species, about):
    columns = people(random.Random(1), ROWS) | {"Species": drawn(species), "Sex": drawn("= M; F")}
    assert kinds_of(knowledge, columns, "Sex") == about


def test_guests_who_bring_a_dog_stay_people(knowledge):
    columns = people(random.Random(1), ROWS) | {"Pets": drawn("~0.8 blank // = dog; cat"), "Sex": drawn("= M; F")}
    assert kinds_of(knowledge, columns, "Sex") == {"gender"}


def test_a_crossing_is_no_firm(knowledge):
    columns = {"F2": drawn("crossing"), "F4": drawn("full"), "F5": drawn("phone dash")}
    assert kinds_of(knowledge, columns, "F5") == {"phone"}
