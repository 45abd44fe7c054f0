"""Kinds that stand in other forms than their plain one, and what looks like them and is none."""

import random
from dataclasses import replace
from datetime import date

import pytest

from tests.privacy import makers as m
from tests.privacy.test_mixed_columns import kinds_of
from tests.privacy.test_value_evidence import people

BANDS = ("18-24", "25-34", "35-44", "45-54", "55-64", "65+")
FORMS = {
    "bands under a header": ("Age Range", lambda draw: draw.choice(BANDS), {"age"}),
    "bands without one": ("Q7", lambda draw: draw.choice(BANDS), {"age"}),
    "the city's own bands": ("Age", lambda draw: draw.choice(("1-20", "21-40", "41-60", "61-80", "81+")), set()),
    "hours": ("Q7", lambda draw: draw.choice(("8-10", "10-12", "12-2", "2-4")), set()),
    "days past due": ("AGE", lambda draw: draw.choice(("0", "30", "60", "90", "120")), set()),
    "age beside gender": ("PtAgeSex", lambda draw: f"{draw.randint(1, 90)}yo{draw.choice('MF')}", {"age", "gender"}),
    "a bank's name": ("DIR_DEP", lambda draw: f"{draw.choice(('Chase', 'US Bank'))} {draw.randint(10**6, 10**10)}",
                      {"bank_account"}),
    "no account": ("DEP", lambda draw: f"Chase {draw.randint(1, 9)} of 9", set()),
    "a state before a licence": ("DL_ST_NO", lambda draw: f"OR {draw.randint(10**6, 10**7 - 1)}", {"driver_license"}),
    "who is sued": ("CAPTION", lambda draw: f"City of Portland v. {m.full_name(draw)}", {"person_name"}),
    "a firm that is sued": ("CAPTION", lambda draw: f"City of Portland v. {draw.choice(m.LAST)} Plumbing LLC", set()),
    "days as Excel counts": ("F4", lambda draw: str(draw.randint(14_000, 40_000)), {"date_of_birth"}),
    "five digits of a code": ("F4", lambda draw: str(draw.randint(14_000, 99_000)), set()),
    "monthly money": ("INDIGENT", lambda draw: f"{draw.randint(100, 2500)}/mo", {"income"}),
    "codes of races": ("F6", lambda draw: draw.choice(("2106-3", "2054-5", "2028-9", "1002-5")), {"race_ethnicity"}),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_kind_is_told_in_other_forms_and_what_looks_like_it_is_not(knowledge, form):
    header, make, wanted = FORMS[form]
    draw = random.Random(7)
    assert kinds_of(knowledge, people(draw) | {header: [make(draw) for _ in range(120)]}, header) == wanted


@pytest.mark.parametrize(("today", "wanted"), [(date(2026, 11, 23), set()), (date(2041, 11, 23), {"date_of_birth"})])
def test_day_numbers_are_births_up_to_the_day_of_the_run(knowledge, today, wanted):
    draw = random.Random(7)
    columns = people(draw) | {"F4": [str(draw.randint(24_000, 51_000)) for _ in range(120)]}
    assert kinds_of(replace(knowledge, today=today), columns, "F4") == wanted


def test_the_columns_of_a_person_who_is_only_a_letter_are_theirs_beside_animals(knowledge):
    draw = random.Random(3)
    columns = {"TAG_NO": [str(place) for place in range(120)], "ANIMAL_ID": [f"A{place}" for place in range(120)],
               "P_NAME": [m.full_name(draw) for _ in range(120)], "P_HOME": [m.phone(draw) for _ in range(120)],
               "P_ZIP": [draw.choice(("97201", "97213", "97266")) for _ in range(120)]}
    assert kinds_of(knowledge, columns, "P_HOME") == {"phone"}
    assert kinds_of(knowledge, columns, "P_ZIP") == {"zip_code"}


def test_a_bare_age_does_not_make_boats_people(knowledge):
    draw = random.Random(3)
    columns = {"HULL": [f"OR{place:04}" for place in range(120)], "Berth": [f"A-{draw.randint(1, 60)}" for _ in range(120)],
               "Age": [str(draw.randint(1, 70)) for _ in range(120)]}
    assert kinds_of(knowledge, columns, "Age") == set()


@pytest.mark.parametrize(("points", "wanted"), [(120, {"precise_geo"}), (12, set())])
def test_points_that_differ_within_one_block_are_exact_places(knowledge, points, wanted):
    draw = random.Random(3)
    columns = people(draw) | {"Block": [f"{place % 12 + 1}00 block SE Oak St" for place in range(120)],
                              "Y": [f"45.5{place % points:03}713" for place in range(120)]}
    assert kinds_of(knowledge, columns, "Y") == wanted


def test_sentences_that_name_somebody_beside_a_phone_tell_names_too(knowledge):
    draw = random.Random(3)
    notes = ["Pothole in the right lane near the crosswalk"] * 110 + [f"Ask {m.full_name(draw)} at 503-618-{place:04}"
                                                                     for place in range(10)]
    assert kinds_of(knowledge, {"ID": [str(place) for place in range(120)], "Text": notes}, "Text") >= {"person_name", "phone"}
