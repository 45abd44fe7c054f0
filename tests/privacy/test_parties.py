"""What the columns of one party say of each other."""

import random

import pytest

from tests.benchmarks.cells import column
from tests.privacy import makers as m
from tests.privacy.test_mixed_columns import kinds_of

ROWS = 240


def table(seed, applicants, **more):
    draw = random.Random(seed)
    cells = {"Applicant name": applicants, "Applicant phone": "phone dash", "Applicant email": "email"} | more
    return {header: column(spec, ROWS, draw) for header, spec in cells.items()}


@pytest.mark.parametrize("seed", range(3))
def test_a_phone_beside_names_of_firms_reaches_an_office(knowledge, seed):
    columns = table(seed, "firm")
    assert not kinds_of(knowledge, columns, "Applicant phone")
    assert not kinds_of(knowledge, columns, "Applicant name")


@pytest.mark.parametrize("seed", range(3))
def test_a_phone_beside_names_of_people_is_theirs(knowledge, seed):
    columns = table(seed, "~0.3 firm // full")
    assert kinds_of(knowledge, columns, "Applicant phone") == {"phone"}
    assert "person_name" in kinds_of(knowledge, columns, "Applicant name")


def test_what_a_firm_s_person_has_at_home_stays_personal(knowledge):
    columns = table(1, "firm", **{"Applicant home phone": "phone dash"})
    assert kinds_of(knowledge, columns, "Applicant home phone") == {"phone"}


def test_an_employer_does_not_make_its_contributor_a_firm(knowledge):
    draw = random.Random(5)
    columns = {"Contributor name": [m.full_name(draw) for _ in range(ROWS)],
               "Contributor employer": column("firm", ROWS, draw),
               "Contributor address": [m.address(draw) for _ in range(ROWS)]}
    assert kinds_of(knowledge, columns, "Contributor name") == {"person_name"}
    assert kinds_of(knowledge, columns, "Contributor address") == {"home_address"}


def test_the_line_of_an_inspector_is_the_city_s(knowledge):
    draw = random.Random(5)
    columns = {"Permit": column("digits 6", ROWS, draw), "Inspector": column("few 6 full", ROWS, draw),
               "Inspector cell": column("few 6 phone dash", ROWS, draw)}
    assert not kinds_of(knowledge, columns, "Inspector cell")


@pytest.mark.parametrize("header", ["Operator", "Vendor"])
def test_people_under_a_word_of_business_are_asked_about(knowledge, header):
    draw = random.Random(7)
    columns = {header: column("full", ROWS, draw), "Score": [str(draw.randint(60, 100)) for _ in range(ROWS)]}
    assert kinds_of(knowledge, columns, header) == {"person_name"}


@pytest.mark.parametrize(("header", "spec"), [
    ("Operator", "firm"), ("Operator", "~0.3 firm // full"), ("Vendor", "firm"), ("Business name", "full"), ("DBA", "full")])
def test_firms_and_names_of_businesses_are_not(knowledge, header, spec):
    draw = random.Random(7)
    columns = {header: column(spec, ROWS, draw), "Score": [str(draw.randint(60, 100)) for _ in range(ROWS)]}
    assert not kinds_of(knowledge, columns, header)


@pytest.mark.parametrize("form", ["{:04d}", "xxx-xx-{:04d}", "***-**-{:04d}"])
@pytest.mark.parametrize("header", ["Last 4 SSN", "SSN4"])
def test_the_last_digits_of_social_security_numbers_are_theirs(knowledge, header, form):
    draw = random.Random(8)
    columns = {"Employee": column("full", ROWS, draw), header: [form.format(draw.randint(1, 9999)) for _ in range(ROWS)]}
    assert kinds_of(knowledge, columns, header) == {"ssn"}


@pytest.mark.parametrize("header", ["Total", "SSN verified", "Last four"])
def test_other_numbers_of_four_digits_are_not(knowledge, header):
    draw = random.Random(8)
    columns = {"Employee": column("full", ROWS, draw), header: [f"{draw.randint(1, 9999):04d}" for _ in range(ROWS)]}
    assert "ssn" not in kinds_of(knowledge, columns, header)
