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
