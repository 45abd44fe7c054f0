"""Cells that tell their kind under a header that says nothing, and numbers that only look alike."""

import random

import pytest
from stdnum import luhn

from steward.privacy.examine import examine
from steward.privacy.recognizers import bank_account, medical_id, username
from steward.vocabulary.progress import Silence
from tests.benchmarks.cells import column
from tests.privacy import makers as m
from tests.privacy.tables import make_profile
from tests.privacy.test_mixed_columns import kinds_of

WEIGHTS = (3, 7, 1, 3, 7, 1, 3, 7, 1)


def routing(draw):
    number = f"{draw.choice((1, 12, 21, 32, 71)):02}{draw.randint(0, 999999):06}"
    return f"{number}{-sum(int(sign) * weight for sign, weight in zip(number, WEIGHTS, strict=False)) % 10}"


def npi(draw):
    number = f"1{draw.randint(0, 10**8 - 1):08}"
    return number + luhn.calc_check_digit(f"80840{number}")


def people(draw, count=120):
    return {"Applicant name": [m.full_name(draw) for _ in range(count)]}


def benign_of(knowledge, columns, header):
    report = examine(make_profile(columns), knowledge, Silence())
    return next(one.benign for one in report.columns if one.column == header)


@pytest.mark.parametrize("seed", range(5))
def test_routing_numbers_tell_themselves_and_numbers_of_nine_digits_do_not(knowledge, seed):
    draw = random.Random(seed)
    routings, others = [routing(draw) for _ in range(60)], [f"{draw.randint(10**8, 10**9 - 1)}" for _ in range(60)]
    assert kinds_of(knowledge, {"F3": routings, "F4": others}, "F3") == {"bank_account"}
    assert "bank_account" not in kinds_of(knowledge, {"F3": ["1"] * 60, "F4": others}, "F4")


def test_one_number_that_repeats_and_obeys_the_check_digit_by_chance_is_no_account(knowledge):
    assert not kinds_of(knowledge, {"Fund code": ["123000220"] * 60, "n": ["1"] * 60}, "Fund code")


@pytest.mark.parametrize("seed", range(4))
def test_the_check_digits_catch_every_single_changed_digit(seed):
    draw = random.Random(seed)
    for make, judge in ((routing, bank_account._has_check_digit), (npi, medical_id._is_signed)):
        number = make(draw)
        place = draw.randrange(2, len(number))
        changed = f"{number[:place]}{(int(number[place]) + draw.randint(1, 9)) % 10}{number[place + 1:]}"
        assert judge(number)
        assert not judge(changed)


@pytest.mark.parametrize(("iban", "is_one"), [("GB82 WEST 1234 5698 7654 32", True), ("GB82WEST12345698765433", False)])
def test_an_iban_is_told_by_its_check_digits(iban, is_one):
    assert bank_account._has_check_digit(iban) == is_one


def test_provider_numbers_are_flagged_where_rows_are_people_and_benign_beside_clinics(knowledge):
    draw = random.Random(2)
    numbers = [npi(draw) for _ in range(120)]
    assert kinds_of(knowledge, people(draw) | {"NPI": numbers}, "NPI") == {"medical_id"}
    clinics = {"Business name": [m.trade(draw) for _ in range(120)], "NPI": numbers}
    assert not kinds_of(knowledge, clinics, "NPI")


@pytest.mark.parametrize("seed", range(4))
def test_plates_of_several_states_tell_themselves_and_codes_of_one_form_do_not(knowledge, seed):
    draw = random.Random(seed)
    columns = people(draw) | {"F7": column("plate", 120, draw), "F8": column("pattern AAA999", 120, draw)}
    assert kinds_of(knowledge, columns, "F7") == {"license_plate"}
    assert not kinds_of(knowledge, columns, "F8")


@pytest.mark.parametrize("words", ["White; Black; Hispanic; Asian; Client refused",
                                   "Wheelchair; Blind; Deaf; Declined to answer"])
def test_answers_of_a_form_tell_their_kind_where_rows_are_people(knowledge, words):
    draw = random.Random(3)
    cells = column(f"= {words}", 120, draw)
    assert kinds_of(knowledge, people(draw) | {"Q4": cells}, "Q4")
    assert not kinds_of(knowledge, {"Hydrant ID": column("pattern H9999", 120, draw), "Q4": cells}, "Q4")


def test_colors_alone_are_no_races(knowledge):
    draw = random.Random(3)
    assert not kinds_of(knowledge, people(draw) | {"F2": column("= White; Black; Silver; Red", 120, draw)}, "F2")


def test_one_number_with_separators_stands_out_among_bare_ones(knowledge):
    draw = random.Random(1)
    bare = [f"{draw.randint(0, 10**9 - 1):09}" for _ in range(3000)]
    assert kinds_of(knowledge, {"Ref": [*bare, "517-44-8362"], "n": ["1"] * 3001}, "Ref") == {"ssn"}
    parcels = [f"{number[:3]}-{number[3:5]}-{number[5:]}" for number in bare]
    assert not kinds_of(knowledge, {"Ref": [*parcels, "517-44-8362"], "n": ["1"] * 3001}, "Ref")


def test_a_single_taxpayer_number_in_a_remark_is_found(knowledge):
    cells = [f"posted {place} notices" for place in range(3000)] + ["owner gave 912-70-1234 at the counter"]
    assert "itin" in kinds_of(knowledge, {"Remark": cells, "n": ["1"] * 3001}, "Remark")


def test_names_to_sign_in_with_are_made_of_names(knowledge):
    draw = random.Random(6)
    names = [f"{m.first_name(draw)[0]}{m.last_name(draw)}{draw.randint(1, 9)}".lower() for _ in range(120)]
    assert kinds_of(knowledge, people(draw) | {"Account": names}, "Account") == {"username"}
    kinds = column("= residential; commercial; industrial", 120, draw)
    assert not kinds_of(knowledge, people(draw) | {"Account": kinds}, "Account")
    assert username._is_made_of_names("mquinn4", knowledge)
    assert not username._is_made_of_names("residential", knowledge)
