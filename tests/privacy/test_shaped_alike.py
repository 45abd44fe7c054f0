"""What is shaped or headed as personal and is not, as receipts, hydrants and dogs; and what hides behind codes."""

import random

import pytest

from tests.privacy import makers as m
from tests.privacy.test_mixed_columns import kinds_of
from tests.privacy.test_value_evidence import people

ROWS = 120


def drawn(make, rows=ROWS, seed=4):
    draw = random.Random(seed)
    return [make(draw) for _ in range(rows)]


def day(draw):
    return f"{draw.randint(1, 12):02}/{draw.randint(1, 28):02}/{draw.randint(1975, 2021)}"


def of_people(knowledge, header, cells):
    return kinds_of(knowledge, people(random.Random(4), len(cells)) | {header: cells}, header)


HYDRANTS = {"Hydrant_ID": [f"H-{row}" for row in range(ROWS)], "Gender": ["M", "F"] * 60, "Last Visit": drawn(day),
            "Age": drawn(lambda draw: str(draw.randint(1, 90)))}
DOGS = {"Owner": ["Maria Garcia", "John Smith", "Ann Weaver"] * 40, "Sex": ["M", "F"] * 60,
        "Chip": drawn(lambda draw: str(draw.randint(98100 * 10**10, 98599 * 10**10)))}
FIRMS = {"Legal Nm": [f"Alder {row} Roofing LLC" for row in range(ROWS)], "DBA": [f"Cafe {row}" for row in range(ROWS)],
         "NAICS": drawn(lambda draw: str(draw.randint(100000, 999999))), "Income": ["$42,000", "$90,000"] * 60}

CARTS = {"Name": [f"Corner Bowl {row}" for row in range(ROWS)], "Owner": [f"Alder {row} Foods LLC" for row in range(ROWS)],
         "Phone": [f"503-555-{row:04}" for row in range(ROWS)], "Age": drawn(lambda draw: str(draw.randint(1, 90)))}


@pytest.mark.parametrize(("table", "header", "cells"), [
    (CARTS, "Religion", ["Baptist", "Catholic", "Jewish"] * 40), (CARTS, "Phone", CARTS["Phone"]), (CARTS, "Age", CARTS["Age"]),
    (HYDRANTS, "Born_On", drawn(day)), (HYDRANTS, "Gender", HYDRANTS["Gender"]), (HYDRANTS, "SerialNo", drawn(m.ssn)),
    (DOGS, "DOB", drawn(day)), (DOGS, "Sex", DOGS["Sex"]), (DOGS, "RabiesCert", drawn(m.ssn)),
    (FIRMS, "BDate", drawn(day)), (FIRMS, "Income", FIRMS["Income"]), (FIRMS, "Acct", drawn(m.ssn)),
])
def test_things_animals_and_firms_have_an_age_a_day_and_a_number_too(knowledge, table, header, cells):
    assert kinds_of(knowledge, {**table, header: cells}, header) == set()


@pytest.mark.parametrize("header", ["Receipt", "Course No", "Permit No"])
def test_a_header_that_numbers_a_thing_is_believed_beside_people_unless_all_numbers_are_lawful(knowledge, header):
    shaped = drawn(lambda draw: f"{draw.randint(1, 999):03}-{draw.randint(1, 99):02}-{draw.randint(1, 9999):04}")
    assert not of_people(knowledge, header, shaped) & {"ssn"}
    assert of_people(knowledge, header, drawn(m.ssn)) >= {"ssn"}
    assert of_people(knowledge, "F7", drawn(m.ssn)) >= {"ssn"}


def test_lines_of_the_city_are_nobody_s_in_a_column_and_in_sentences(knowledge):
    lines = [f"503-823-{1000 + row}" for row in range(ROWS)]
    notes = [f"owner was told to call our desk at {line} today" for line in lines]
    assert of_people(knowledge, "PM Line", lines) == set()
    assert of_people(knowledge, "Notes", notes) == set()
    assert of_people(knowledge, "Notes", [f"owner asks, call her at 503-281-{1000 + row}" for row in range(ROWS)]) >= {"phone"}


def test_numbers_that_a_note_calls_permits_stay_quiet_beside_other_numbers(knowledge):
    notes = [f"second visit in {row} days, ref permit {ssn}, posted" for row, ssn in enumerate(drawn(m.ssn))]
    assert of_people(knowledge, "Notes", notes) == set()
    assert "ssn" in of_people(knowledge, "Notes", [*notes[1:], "his ssn 517-44-8362, ref permit 412-45-3805"])


@pytest.mark.parametrize(("header", "cells", "kind"), [
    ("F4", ["<=30% AMI", "31-50% AMI", "51-60% AMI", "61-80% AMI"], "income"),
    ("F5", ["White", "Black", "Hisp", "Asian", "AI/AN", "NHPI", "Unk"], "race_ethnicity"),
    ("F6", ["on probation until 2026", "Post-prison supervision", "Prior conv: theft II", "prior DUII"], "criminal_history"),
    ("F7", [text for row in range(40) for text in (f"OR {100 + row}{'ABCDEFGH'[row % 8]}KN",
                                                   f"WA-{'ABCDEFGH'[row % 8]}KN{1000 + row}")], "license_plate"),
    ("F8", [f"$2b$12${'abcdefgh'[row % 8] * 22}{row:031}" for row in range(60)], "credential"),
])
def test_what_says_itself_is_found_under_codes(knowledge, header, cells, kind):
    assert of_people(knowledge, header, (cells * ROWS)[:ROWS]) == {kind}


def test_headers_that_stand_above_the_wrong_columns_are_not_believed(knowledge):
    shifted = {"Title": ["Maria Garcia", "John Smith", "Susan Brown", "Peter Jones"] * 30, "Phone": ["S", "M", "L"] * 40,
               "Email": ["opt-in", "no"] * 60, "SSN": ["Day", "Swing"] * 60}
    assert kinds_of(knowledge, shifted, "Phone") == set()
    assert kinds_of(knowledge, shifted | {"Title": drawn(m.full_name)}, "Title") == {"person_name"}


def test_who_lives_in_a_house_of_a_firm_is_told_of_all_the_same(knowledge):
    ages = drawn(lambda draw: str(draw.randint(1, 90)))
    assert kinds_of(knowledge, {"Owner": CARTS["Owner"], "Tenant Age": ages, "Tenant Sex": ["M", "F"] * 60}, "Tenant Age")
