"""What cities publish stays quiet: where cars were fined, who holds a business license, when something happened."""

import random

import pytest

from steward.privacy.examine import examine
from steward.vocabulary.progress import Silence
from tests.privacy import makers as m
from tests.privacy.tables import make_knowledge, make_profile

ROWS = 60


def column(make, seed):
    draw = random.Random(seed)
    return [make(draw) for _ in range(ROWS)]


def kinds(columns):
    report = examine(make_profile(columns), make_knowledge(), Silence())
    return {one.column: [harm.kind for harm in one.harmful] for one in report.columns if one.harmful}


FINES = {"Ticket number": column(m.code("", 9), 1), "RP State Plate": ["OR", "WA", "CA"] * 20,
         "Make": ["TOYT", "HOND", "FORD"] * 20, "Violation Description": ["WHITE CURB", "METER EXP."] * 30,
         "Fine amount": ["50", "93", "163"] * 20, "Location": column(m.address, 2)}


def test_where_a_car_was_fined_is_no_home():
    assert kinds(FINES) == {}


def test_where_a_driver_was_fined_counts_where_the_table_tells_of_their_life():
    found = kinds({**FINES, "Driver date of birth": column(m.birth_date, 3)})
    assert found == {"Driver date of birth": ["date_of_birth"], "Location": ["home_address"]}


@pytest.mark.parametrize(("share", "found"), [(0.4, None), (1.0, ["person_name"])])
def test_a_legal_name_beside_a_trade_name_is_a_business_unless_all_are_people(share, found):
    people, firms = column(m.full_name, 4), [f"{name} LLC" for name in column(m.trade, 5)]
    names = [person if place < share * ROWS else firm for place, (person, firm) in enumerate(zip(people, firms, strict=True))]
    told = kinds({"LICENSE ID": column(m.code("", 7), 6), "LEGAL NAME": names,
                  "DOING BUSINESS AS NAME": column(m.trade, 7), "BUSINESS ACTIVITY": ["Hair Services", "Retail Sales"] * 30,
                  "ADDRESS": column(m.address, 8)})
    assert told.get("LEGAL NAME") == found


@pytest.mark.parametrize("header", ["Date of Offence", "Execution Date", "Sentencing Date"])
def test_a_date_of_an_event_is_no_birth_though_it_spreads_over_a_life(header):
    years = [f"{1940 + place % 60}-0{1 + place % 9}-11" for place in range(ROWS)]
    assert header not in kinds({"Last Name": column(m.full_name, 9), "Gender": ["M", "F"] * 30, header: years})
