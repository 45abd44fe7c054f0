"""Genders, taxpayers' numbers and devices that their cells and neighbors tell, where the header does not."""

import random

import pytest

from tests.benchmarks.cells import cell, column
from tests.privacy.test_mixed_columns import kinds_of
from tests.privacy.test_value_evidence import people

ROWS = 120


def drawn(spec, seed=4):
    return column(spec, ROWS, random.Random(seed))


@pytest.mark.parametrize(("codes", "is_one"), [("= M; F", True), ("= F; m; X; U", True), ("= M; T; W; F", False),
                                               ("= M; L", False)])
def test_the_letters_m_and_f_are_genders_where_rows_are_people(knowledge, codes, is_one):
    columns = people(random.Random(1), ROWS) | {"col_4": drawn(codes)}
    assert ("gender" in kinds_of(knowledge, columns, "col_4")) is is_one


@pytest.mark.parametrize("columns", [{"Hydrant": drawn("pattern H-999999")}, {}], ids=["hydrants", "nothing"])
def test_the_letters_m_and_f_tell_nothing_where_rows_are_no_people(knowledge, columns):
    assert not kinds_of(knowledge, columns | {"col_4": drawn("= M; F"), "n": drawn("int 1 900")}, "col_4")


@pytest.mark.parametrize("header", ["TIN", "col_2"])
def test_numbers_of_taxpayers_are_of_either_sort(knowledge, header):
    assert kinds_of(knowledge, {header: drawn("~0.4 ssn // itin"), "n": drawn("int 1 900")}, header) == {"ssn", "itin"}


@pytest.mark.parametrize("seed", range(5))
def test_parcels_written_like_them_are_neither(knowledge, seed):
    assert not kinds_of(knowledge, {"col_2": drawn("dashed 3 2 4", seed), "n": drawn("int 1 900")}, "col_2")


def test_names_under_date_are_names_and_repeated_ones_are_staff(knowledge):
    columns = {"Date": drawn("full"), "n": drawn("int 1 900")}
    assert kinds_of(knowledge, columns, "Date") == {"person_name"}
    few = random.Random(2).choices([cell("full", random.Random(seed)) for seed in range(4)], k=ROWS)
    assert not kinds_of(knowledge, columns | {"Date": few}, "Date")


@pytest.mark.parametrize(("header", "kinds"), [("Assigned to", {"mac_address"}), ("Rack", set())])
def test_a_device_tells_of_the_person_it_is_assigned_to(knowledge, header, kinds):
    columns = {"Asset tag": drawn("pattern COP-999999"), header: drawn("full" if kinds else "pattern A99"), "NIC": drawn("mac"),
               "Model": drawn("= X1; X2"), "Firmware": drawn("real 1 9 1")}
    assert kinds_of(knowledge, columns, "NIC") == kinds


def test_police_codes_for_sex_and_race_in_one_cell_are_both(knowledge):
    columns = people(random.Random(1), ROWS) | {"Sex/Race": drawn("= M/W; F/B; M/H; F/A")}
    assert kinds_of(knowledge, columns, "Sex/Race") == {"gender", "race_ethnicity"}
