"""Columns that hold two kinds of contact, headers that name two kinds, and lines of offices."""

import random

import pytest

from steward.privacy.examine import examine
from steward.privacy.headers import HeaderReader
from steward.vocabulary.progress import Silence
from tests.privacy import makers as m
from tests.privacy.tables import make_profile


def kinds_of(knowledge, columns, header):
    report = examine(make_profile(columns), knowledge, Silence())
    return {harm.kind for one in report.columns if one.column == header for harm in one.harmful}


def test_a_column_of_addresses_and_numbers_holds_both(knowledge):
    draw = random.Random(4)
    cells = [m.email(draw) if place % 2 else f"503-618-{place:04}" for place in range(80)]
    columns = {"Name": [f"Ana {place}" for place in range(80)], "Contact": cells}
    assert kinds_of(knowledge, columns, "Contact") == {"email", "phone"}


@pytest.mark.parametrize(("header", "is_named"), [("EIN/SSN", True), ("EIN or SSN", True), ("EIN", False),
                                                  ("Employer identification (no SSN)", False)])
def test_a_header_of_alternatives_names_each_of_them(knowledge, header, is_named):
    assert ("ssn" in HeaderReader(knowledge).read(header).strong) == is_named


def test_a_few_lines_that_repeat_are_those_of_offices(knowledge):
    lines = ["503-823-4000", "503-823-3333", "503-823-7770"] * 60
    assert not kinds_of(knowledge, {"Bureau": ["Water", "Parks", "Fire"] * 60, "Phone": lines}, "Phone")


@pytest.mark.parametrize("cell", ["517 - 44 - 8362", "517_44_8362", "517·44·8362", "517/44/8362"])
def test_odd_separators_hide_no_number(knowledge, cell):
    cells = [cell.replace("8362", f"{8362 + place}") for place in range(40)]
    assert kinds_of(knowledge, {"Remarks": cells, "n": ["1"] * 40}, "Remarks") == {"ssn"}


def test_a_bare_card_under_a_paying_header_is_found_among_thousands(knowledge):
    cells = [f"receipt {place} mailed" for place in range(3000)] + ["4111111111111111"]
    assert kinds_of(knowledge, {"Payment memo": cells, "n": ["1"] * 3001}, "Payment memo") == {"credit_card"}
    assert not kinds_of(knowledge, {"Batch": cells, "n": ["1"] * 3001}, "Batch")
