"""Crosstabs written one cell a row are counts; people with a count beside their other columns stay people."""

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.privacy.examine import examine
from steward.vocabulary.progress import Silence
from tests.privacy import makers as m
from tests.privacy.tables import make_knowledge, make_profile

CATEGORIES = {"Sex": ["Male", "Female"], "Race": ["White", "Black", "Asian"], "Age": ["20", "30", "40", "50"],
              "Income": ["<15000", "15000-25000", ">25000"], "Eye": ["Brown", "Blue", "Hazel", "Green"],
              "Survived": ["No", "Yes"]}
TALLIES = ["Freq", "freq", "Count", "counts", "n", "N", "Tally", "Frequency"]
ABOUT_ONE = ("gender", "race_ethnicity", "age", "income", "small-groups")
NAMES = st.lists(st.sampled_from(list(CATEGORIES)), min_size=2, max_size=4, unique=True)
SEEDS = st.integers(0, 10_000)


def examined(columns):
    return examine(make_profile(columns), make_knowledge(), Silence())


def crosstab(names, tally, seed, missing=0.0):
    draw = random.Random(seed)
    rows = list(product(*(CATEGORIES[name] for name in names)))
    most = 2 * max(len(CATEGORIES[name]) for name in names)
    kept = draw.sample(rows, max(most, round(len(rows) * (1 - missing))))
    return columns_of(names, kept) | {tally: [str(draw.randint(0, 300)) for _ in kept]}


def columns_of(names, rows):
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


@settings(deadline=None, max_examples=30)
@given(NAMES, st.sampled_from(TALLIES), SEEDS, st.floats(0, 0.5))
def test_a_crosstab_is_about_counts_and_not_about_one(names, tally, seed, missing):
    report = examined(crosstab(names, tally, seed, missing))
    assert report.about == "count"
    assert not [finding for finding in report.findings if finding.kind in ABOUT_ONE]


@pytest.mark.parametrize("tally", ["Clients", "Arrests", "Number of Patients", "Total Deaths", "People"])
def test_a_crosstab_headed_by_those_who_are_counted_is_about_counts_and_its_small_ones_are_named(tally):
    report = examined(crosstab(["Sex", "Race", "Age", "Eye"], tally, 4))
    assert report.about == "count"
    assert report.counted == (tally,)
    assert "small-cells" in {finding.kind for finding in report.findings}


@pytest.mark.parametrize("unnamed", ["", "Unnamed: 0", "X"])
def test_a_column_without_a_name_that_numbers_the_rows_does_not_matter(unnamed):
    columns = crosstab(["Sex", "Race", "Eye", "Survived"], "Freq", 1)
    numbered = {unnamed: [str(number) for number in range(len(columns["Freq"]))], **columns}
    assert examined(numbered).about == "count"
    named = {"Weight": numbered[unnamed], **columns}
    assert examined(named).about == "person"


@settings(deadline=None, max_examples=20)
@given(SEEDS, st.integers(30, 90))
def test_people_with_a_count_among_other_measures_stay_people(seed, height):
    draw = random.Random(seed)
    columns = {name: [draw.choice(CATEGORIES[name]) for _ in range(height)] for name in ("Sex", "Race", "Age")}
    columns |= {"Weight": [str(draw.randint(45, 120)) for _ in range(height)],
                "Count": [str(draw.randint(0, 9)) for _ in range(height)]}
    assert examined(columns).about == "person"


@settings(deadline=None, max_examples=20)
@given(SEEDS)
def test_people_some_of_whom_are_alike_stay_people(seed):
    draw = random.Random(seed)
    names = ["Sex", "Race", "Age", "Income"]
    rows = draw.sample(list(product(*(CATEGORIES[name] for name in names))), 54)
    rows += rows[:6]
    report = examined(columns_of(names, rows) | {"Count": [str(draw.randint(0, 9)) for _ in rows]})
    assert report.about == "person"
    assert report.disclosure is not None


@pytest.mark.parametrize("more", [{"Applicant name": m.full_name}, {"Date of birth": m.birth_date}, {"SSN": m.ssn}])
def test_a_column_that_stands_for_one_person_makes_no_crosstab(more):
    columns = crosstab(["Sex", "Race", "Age", "Income"], "Count", 3)
    (header, maker), draw = *more.items(), random.Random(4)
    repeated = [maker(draw) for _ in range(2)] * (len(columns["Count"]) // 2)
    assert examined({header: repeated, **columns}).about == "person"


@pytest.mark.parametrize("change", [{"n": None, "Freq": None}, {"Pet count": None}])
def test_two_tallies_or_one_with_other_words_make_no_crosstab(change):
    columns = crosstab(["Sex", "Race", "Age", "Income", "Survived", "Eye"], "Freq", 5)
    cells = columns.pop("Freq")
    assert examined(columns | dict.fromkeys(change, cells)).about == "person"


def test_a_tally_that_is_no_whole_number_makes_no_crosstab():
    columns = crosstab(["Sex", "Race", "Age", "Income"], "Count", 6)
    columns["Count"] = [f"{cell}.25" for cell in columns["Count"]]
    assert examined(columns).about == "person"
