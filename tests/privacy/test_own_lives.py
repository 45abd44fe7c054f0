"""People named where a table first looks like one of offices, firms or things, and things that look like people."""

import random

import pytest

from tests.privacy.test_genders import drawn
from tests.privacy.test_mixed_columns import kinds_of
from tests.privacy.test_value_evidence import people, routing

ROWS = 120


def routings():
    draw = random.Random(6)
    few = [routing(draw) for _ in range(9)]
    return [draw.choice(few) for _ in range(ROWS)]


PAYROLL = {"NM": drawn("listed"), "JobTitle": drawn("= Planner; Clerk; Ranger"), "DEPT": drawn("= Water; Parks"),
           "GRSPAY": drawn("real 1400 9800")}


@pytest.mark.parametrize("header", ["NM", "GRSPAY"])
def test_a_payroll_with_bank_numbers_is_of_people_and_a_list_of_staff_is_not(knowledge, header):
    assert kinds_of(knowledge, PAYROLL | {"DDRTN": routings()}, header)
    assert not kinds_of(knowledge, PAYROLL, header)


@pytest.mark.parametrize(("cells", "is_one"), [(drawn("digits 10"), True), (drawn("few 9 digits 10"), False),
                                               (drawn("int 1 90"), False), (drawn("pattern AA99"), False)])
def test_long_numbers_right_after_a_routing_number_are_accounts(knowledge, cells, is_one):
    columns = people(random.Random(1), ROWS) | {"DDRTN": routings(), "K7": cells}
    assert ("bank_account" in kinds_of(knowledge, columns, "K7")) is is_one
    assert "bank_account" not in kinds_of(knowledge, people(random.Random(1), ROWS) | {"K7": cells}, "K7")


OFFICE = {"CmteName": drawn("firm"), "Treasurer": drawn("listed"), "TreasCell": drawn("phone dash")}


def test_an_official_whose_home_is_told_is_a_person_too(knowledge):
    columns = OFFICE | {"TreasHomeAddr": drawn("house")}
    assert kinds_of(knowledge, columns, "TreasCell") == {"phone"}
    assert kinds_of(knowledge, columns, "Treasurer") == {"person_name"}
    assert not kinds_of(knowledge, OFFICE | {"Office address": drawn("address")}, "Treasurer")


def test_the_residence_of_a_principal_is_a_home(knowledge):
    columns = {"DBA": drawn("firm"), "PrincipalNm": drawn("full"), "BusAddr": drawn("address")}
    assert kinds_of(knowledge, columns | {"PrincipalRes": drawn("house")}, "PrincipalRes") == {"home_address"}
    assert kinds_of(knowledge, columns | {"PrincipalRes": drawn("house")}, "PrincipalNm") == {"person_name"}
    assert not kinds_of(knowledge, columns, "PrincipalNm")


@pytest.mark.parametrize(("place", "is_precise"), [("XSTREETS", True), ("Intersection", False)])
def test_cross_streets_do_not_make_the_place_of_a_call_less_exact(knowledge, place, is_precise):
    columns = people(random.Random(1), ROWS) | {"Caller": drawn("full"), place: drawn("crossing"), "LATDD": drawn("lat")}
    assert ("precise_geo" in kinds_of(knowledge, columns, "LATDD")) is is_precise


def test_names_in_hardly_any_row_do_not_make_trees_people(knowledge):
    trees = {"TreeID": drawn("digits 6"), "DBH": drawn("int 1 62"), "AGE": drawn("int 1 99")}
    seldom = drawn("~0.04 blank // full")
    assert any(seldom)
    assert not kinds_of(knowledge, trees | {"AdoptedBy": seldom}, "AGE")
    assert kinds_of(knowledge, trees | {"AdoptedBy": seldom}, "AdoptedBy") == {"person_name"}
    assert kinds_of(knowledge, {"AGE": trees["AGE"], "Resident": drawn("full")}, "AGE") == {"age"}


def test_figures_of_a_budget_are_nobodys(knowledge):
    budget = {"Program": drawn("= Sobering; Navigation; Summer"), "GLAcct": drawn("digits 9"), "Income": drawn("int 0 8800000"),
              "ClientsServed": drawn("int 40 9000"), "MedHHInc": drawn("int 31000 118000"), "AvgAge": drawn("real 19 66 1")}
    assert not any(kinds_of(knowledge, budget, header) for header in budget)


@pytest.mark.parametrize(("names", "contact", "of"), [("Custodian", "CustodianMail", "few 4 city_email"),
                                                      ("Mgmt Co", "MgmtTel", "few 5 phone paren")])
def test_the_contact_of_a_few_staff_or_firms_reaches_an_office(knowledge, names, contact, of):
    spec = "few 4 full" if names == "Custodian" else "few 5 namesake"
    columns = people(random.Random(1), ROWS) | {names: drawn(spec), contact: drawn(of)}
    assert not kinds_of(knowledge, columns, contact)


@pytest.mark.parametrize(("cells", "is_one"), [
    (drawn("password"), True), (drawn("pattern AAA999"), False), (drawn("pattern AAA#999"), False), (drawn("email"), False),
    (drawn("pattern AA_9999_A"), False)])
def test_passwords_tell_themselves_beside_devices_too(knowledge, cells, is_one):
    assert ("credential" in kinds_of(knowledge, {"AssetTag": drawn("pattern COP9999999"), "K7": cells}, "K7")) is is_one


@pytest.mark.parametrize(("form", "is_one"), [("21168999999999", True), ("31168999999999", False), ("29999999999999", False)])
def test_the_cards_of_a_librarys_patrons_tell_themselves(knowledge, form, is_one):
    columns = people(random.Random(1), ROWS) | {"K7": drawn(f"pattern {form}")}
    assert ("person_id" in kinds_of(knowledge, columns, "K7")) is is_one
    loans = {"Card": drawn(f"pattern {form}"), "Branch": ["Central", "Belmont"] * (ROWS // 2)}
    assert ("person_id" in kinds_of(knowledge, loans, "Card")) is is_one


def test_a_passport_with_its_word_is_found_in_one_cell(knowledge):
    cells = ["Utility bill", "Lease", "School ID"] * 40
    assert not kinds_of(knowledge, {"IDSEEN": cells, "n": drawn("int 1 9")}, "IDSEEN")
    cells[7] = "Passport A20481937"
    assert kinds_of(knowledge, {"IDSEEN": cells, "n": drawn("int 1 9")}, "IDSEEN") == {"passport"}


@pytest.mark.parametrize(("header", "words"), [("APLCNTCEL", ("applicant", "cell")), ("OwnZip", ("owner", "zip")),
                                               ("GRSPAY", ("gross", "pay"))])
def test_letters_that_stand_twice_may_be_written_once(knowledge, header, words):
    from steward.privacy.headers import HeaderReader

    assert HeaderReader(knowledge).read(header).words == words
