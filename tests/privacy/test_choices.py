"""Answers that stand as codes, tell their kind in part, or tell by two columns side by side; and what only looks like them."""

import random

import pytest

from tests.benchmarks.cells import column
from tests.privacy.test_mixed_columns import kinds_of
from tests.privacy.test_value_evidence import people

ROWS = 120


def drawn(spec, rows=ROWS, seed=4):
    return column(spec, rows, random.Random(f"{seed} {spec}"))


def among_people(knowledge, header, spec, rows=ROWS):
    columns = people(random.Random(1), rows) | {"Date of birth": drawn("date 1940 2005 iso", rows), header: drawn(spec, rows)}
    return kinds_of(knowledge, columns, header)


@pytest.mark.parametrize(("header", "spec", "kind"), [
    ("SEX_CD", "= 1; 2; 9", "gender"), ("Race Code", "= 10; 20; 31; 99", "race_ethnicity"),
    ("Vet Pref", "= 0; 5; 10", "veteran_status"), ("Religion code", "= CA; LU; JW; NO", "religion")])
def test_codes_under_a_header_that_names_the_kind_are_answers(knowledge, header, spec, kind):
    assert among_people(knowledge, header, spec) == {kind}


@pytest.mark.parametrize(("header", "spec"), [
    ("Sex offense code", "= 1; 2; 9"), ("Restroom gender", "= A1; B2"), ("Route code", "= 1; 2; 9"),
    ("Veterans served", "int 0 90"),
    ("Gender", "pattern AAAA-9999")])
def test_codes_of_something_else_are_none(knowledge, header, spec):
    assert not among_people(knowledge, header, spec)


def test_numbers_of_a_study_that_names_nobody_are_no_codes(knowledge):
    study = {"sex": drawn("= 1; 2"), "age": drawn("int 18 90"), "dose": drawn("int 1 4")}
    assert kinds_of(knowledge, study, "sex") == set()


@pytest.mark.parametrize(("spec", "kinds"), [
    ("= Sick; Vacation; FMLA; OFLA; Jury duty", {"health"}), ("= FALL; SEIZURE; CHEST PAIN; MVA; OTHER", {"health"}),
    ("= SENIOR; DISABLED", {"disability"}), ("= Vacation; Jury duty; Holiday", set()), ("= Swim; Soccer; Clay", set())])
def test_choices_tell_where_some_can_mean_nothing_else(knowledge, spec, kinds):
    assert among_people(knowledge, "Kind_X", spec) == kinds


@pytest.mark.parametrize(("spec", "kinds"), [("= GLTY; DISM; NOLO; CONV; PEND", {"criminal_history"}),
                                             ("= Closed; Pending; Open", set()), ("= Reuse; Recycle; Landfill", set())])
def test_outcomes_of_a_charge_are_told_from_those_of_a_case(knowledge, spec, kinds):
    assert among_people(knowledge, "Disp", spec) == kinds


@pytest.mark.parametrize(("spec", "is_one"), [("phone bare", True), ("pattern 7088999999", False)])
def test_bare_numbers_of_one_issuer_are_no_telephones(knowledge, spec, is_one):
    assert ("phone" in among_people(knowledge, "Fuel crd", spec)) is is_one


def test_a_few_codes_that_come_back_are_no_numbers_of_people(knowledge):
    assert not among_people(knowledge, "Patient.13", "= 9906001; 9906003; 9906005")
    assert among_people(knowledge, "Client", "pattern C99999999") == {"person_id"}


@pytest.mark.parametrize(("spec", "kinds"), [("date 1930 2015 oracle", {"date_of_birth"}), ("date 2023 2025 oracle", set())])
def test_births_are_told_by_years_of_two_digits_too(knowledge, spec, kinds):
    assert kinds_of(knowledge, people(random.Random(1), ROWS) | {"F9": drawn(spec)}, "F9") == kinds


def test_given_and_family_names_side_by_side_make_rows_people(knowledge):
    columns = {"F1": drawn("first"), "F2": drawn("last"), "F3": drawn("= M; F; X")}
    assert [kinds_of(knowledge, columns, header) for header in columns] == [{"person_name"}, {"person_name"}, {"gender"}]


def test_words_side_by_side_that_are_no_names_make_none(knowledge):
    columns = {"F1": drawn("= Pump; Valve; Blower"), "F2": drawn("street"), "F3": drawn("= M; F")}
    assert not any(kinds_of(knowledge, columns, header) for header in columns)


def test_a_header_that_names_two_numbers_does_not_hide_the_private_one(knowledge):
    assert among_people(knowledge, "EIN_SSN", "ssn") == {"ssn"}
    assert not among_people(knowledge, "EIN", "dashed 2 7")


def test_a_candidate_for_a_job_is_a_person_and_one_for_an_office_is_public(knowledge):
    life = {"Race": drawn("= White; Black; Asian; Hispanic"), "Veteran": drawn("= Y; N")}
    assert kinds_of(knowledge, {"Posting": drawn("digits 5"), "Cand": drawn("full"), **life}, "Cand") == {"person_name"}
    ballot = {"Office": drawn("= Mayor; Auditor; Council"), "Candidate": drawn("full"), "Votes": drawn("int 90 9000")}
    assert not kinds_of(knowledge, ballot, "Candidate")


def test_the_line_at_work_of_one_whose_life_is_told_is_theirs(knowledge):
    assert among_people(knowledge, "Victim work phone", "phone dash") == {"phone"}
    columns = {"Company": drawn("firm"), "Work phone": drawn("phone dash"), "License": drawn("digits 6")}
    assert not kinds_of(knowledge, columns, "Work phone")


def test_an_address_beside_a_named_keeper_of_an_animal_is_a_home(knowledge):
    animals = {"AnimalID": drawn("id A"), "Breed": drawn("= Lab; Husky; Poodle"), "Address": drawn("address")}
    assert kinds_of(knowledge, {**animals, "Owner": drawn("full")}, "Address") == {"home_address"}
    assert not kinds_of(knowledge, animals, "Address")
