"""What the columns beside one, and those that lead the table, say of it."""

import random

import pytest

from tests.privacy.test_genders import drawn
from tests.privacy.test_mixed_columns import kinds_of
from tests.privacy.test_value_evidence import people

ROWS = 120
BANKS = {"DD_RTN": drawn("= 123000220; 323070380; 123205054; 325070760")}
FIRMS, NAMES = drawn("namesake"), drawn("full")


@pytest.mark.parametrize("header", ["Pay acct", "Bank no."])
def test_an_account_beside_a_routing_number_is_a_banks(knowledge, header):
    columns = people(random.Random(1), ROWS) | BANKS | {header: drawn("digits 11")}
    assert kinds_of(knowledge, columns, header) == {"bank_account"}


def test_a_meter_beside_a_routing_number_is_a_meter(knowledge):
    columns = people(random.Random(1), ROWS) | BANKS | {"Meter": drawn("digits 11")}
    assert not kinds_of(knowledge, columns, "Meter")


@pytest.mark.parametrize(("codes", "is_one"), [("= W; B; H; A; U", True), ("= A; B; C; W", False), ("= N; W; E; S", False)])
def test_the_letters_of_police_forms_are_races_where_rows_are_people(knowledge, codes, is_one):
    columns = people(random.Random(1), ROWS) | {"R": drawn(codes)}
    assert ("race_ethnicity" in kinds_of(knowledge, columns, "R")) is is_one


@pytest.mark.parametrize("header", ["phone", "Lat", "Addr"])
def test_a_table_led_by_firms_tells_where_they_are(knowledge, header):
    cells = drawn({"phone": "phone dash", "Lat": "lat", "Addr": "address"}[header])
    columns = {"no": drawn("digits 7"), "Trading as": FIRMS, "Person to ask": NAMES, header: cells, "Score": drawn("int 1 9")}
    assert not kinds_of(knowledge, columns, header)


@pytest.mark.parametrize("header", ["phone", "Addr"])
def test_people_served_by_firms_are_told_of_where_rows_are_people(knowledge, header):
    cells = drawn({"phone": "phone dash", "Addr": "address"}[header])
    columns = {"Plumber": FIRMS, "Account holder": NAMES, header: cells, "Leak in": drawn("= Wall; Yard")}
    assert kinds_of(knowledge, columns, header)


def test_names_that_come_back_beside_others_names_are_staff(knowledge):
    returning = random.Random(3).choices(drawn("full")[:15], k=ROWS)
    columns = people(random.Random(1), ROWS) | {"DEF": NAMES, "SGT_7": returning}
    assert not kinds_of(knowledge, columns, "SGT_7")
    assert kinds_of(knowledge, columns | {"SGT_7": drawn("full", 8)}, "SGT_7") == {"person_name"}


def test_single_first_and_last_names_are_names_where_rows_are_people(knowledge):
    columns = people(random.Random(1), ROWS) | {"F2": drawn("first"), "F3": drawn("last")}
    assert kinds_of(knowledge, columns, "F2") == kinds_of(knowledge, columns, "F3") == {"person_name"}


@pytest.mark.parametrize(("property_of", "kinds"), [({"SSN": drawn("ssn")}, {"home_address"}), ({}, set())])
def test_a_property_is_a_home_where_the_table_tells_of_somebodys_life(knowledge, property_of, kinds):
    columns = {"Borrower": NAMES, "Loan": drawn("int 1 900"), "Property address": drawn("address")} | property_of
    assert kinds_of(knowledge, columns, "Property address") == kinds


def test_days_of_events_are_no_births(knowledge):
    columns = people(random.Random(1), ROWS) | {"Deeded": drawn("date 1925 2020 us")}
    assert not kinds_of(knowledge, columns, "Deeded")
