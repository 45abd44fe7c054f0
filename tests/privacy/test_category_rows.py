"""Rows that are countries, occupations or years tell of many people; rows with names or keys of people tell of one."""

import random

import pytest

from steward.privacy.examine import examine
from steward.vocabulary.progress import Silence
from tests.benchmarks.cells import column
from tests.privacy.tables import make_profile

OCCUPATIONS = ["accountant", "pilot", "architect", "author", "chemist", "minister", "professor", "dentist", "reporter",
               "welder"]
YEARS = [str(year) for year in range(1990, 2020)]
NAMED = {"Income": "int 9000 90000", "Age": "int 20 70"}


def flagged(knowledge, columns):
    report = examine(make_profile(columns), knowledge, Silence())
    return {one.column for one in report.columns if one.harmful}


def beside(key, header, more=NAMED):
    return {header: key} | {name: column(spec, len(key), random.Random(name)) for name, spec in more.items()}


@pytest.mark.parametrize(("key", "header"), [(OCCUPATIONS, "Occupation"), (OCCUPATIONS, "Column 1"), (YEARS, "Year"),
                                            (YEARS, "col1")])
def test_incomes_and_ages_of_groups_are_no_persons(knowledge, key, header):
    assert not flagged(knowledge, beside(key, header))


@pytest.mark.parametrize("more", [NAMED | {"Applicant": "full"}, NAMED | {"SSN": "ssn"}, NAMED | {"col_9": "full"}])
def test_a_person_in_each_row_is_flagged_though_each_has_another_occupation(knowledge, more):
    assert flagged(knowledge, beside(OCCUPATIONS, "Occupation", more)) >= set(more)


def test_occupations_that_repeat_are_of_people(knowledge):
    assert flagged(knowledge, beside(OCCUPATIONS * 9, "Occupation")) == set(NAMED)


def test_years_of_birth_each_once_are_of_people(knowledge):
    assert "Birth year" in flagged(knowledge, beside(YEARS, "Birth year", {"Applicant": "full"}))


def test_names_that_no_list_knows_make_no_groups_of_people_where_their_column_has_no_header(knowledge):
    unknown = [f"{given} {family}" for given in ("Qelbra", "Vuxtor", "Zyndhal")
               for family in ("Okwrel", "Tsuvmin", "Ghyzlor", "Prexwa")]
    assert flagged(knowledge, beside(unknown, "Column 1")) >= set(NAMED)
