"""What a change takes out of a cell and another cell of the same record still says is found; chance is not taken for it."""

import pytest

from steward.privacy.told_again import ToldAgain, told_again
from tests.builders import sheet_of

SURNAMES = ["Tran", "Okafor", "Silva", "Ng", "Le", "Kovalenko", "Hassan", "Smith", "Lopez", "Chen"]
FIRST = ["Linh", "Ada", "Rui", "Kim", "An", "Olha", "Amina", "Joe", "Luz", "Wei"]


def table(notes, count=60):
    return {"Name": [f"{FIRST[row % 10]} {SURNAMES[row * 3 % 10]}" for row in range(count)],
            "Notes": [notes(row) for row in range(count)]}


def told(columns, after, hidden="Name"):
    found = told_again(sheet_of(columns), sheet_of(after), [hidden], [name for name in after if name != hidden])
    return {one.column: one.places for one in found}


def initials(columns):
    return {**columns, "Name": [f"{name.split()[0]} {name.split()[1][0]}." for name in columns["Name"]]}


def test_a_surname_in_the_notes_is_found_however_short_or_rare_it_is():
    columns = table(lambda row: f"Called {SURNAMES[row * 3 % 10].upper()} back" if row in (1, 8, 24) else "Done")
    assert told(columns, initials(columns)) == {"Notes": (1, 8, 24)}
    columns = table(lambda row: f"Called Ms. {SURNAMES[row * 3 % 10]} back" if row in (3, 11) else "Done")
    assert told(columns, initials(columns)) == {"Notes": (3, 11)}


def test_the_first_name_that_stays_is_nothing_that_was_hidden():
    columns = table(lambda row: f"Called {FIRST[row % 10]} back")
    assert told(columns, initials(columns)) == {}


def test_a_column_that_is_left_out_is_told_by_another():
    columns = table(lambda row: SURNAMES[row * 3 % 10])
    assert told(columns, {"Notes": columns["Notes"]}) == {"Notes": tuple(range(60))}


@pytest.mark.parametrize("notes", [lambda _row: "Ms. Tran and Mr. Silva asked", lambda row: SURNAMES[(row * 3 + 1) % 10],
                                   lambda row: f"an{row} le", lambda _row: ""])
def test_words_that_stand_as_often_in_other_records_tell_nothing(notes):
    columns = table(notes, 210)
    assert told(columns, initials(columns)) == {}


def test_of_an_address_the_number_of_the_house_is_looked_for():
    columns = {"Place": [f"{row}12 SW Main St" for row in range(10, 60)],
               "Notes": [f"White house, no. {row}12" if row % 9 == 1 else f"{row} visits" for row in range(10, 60)]}
    after = {**columns, "Place": [f"{row}00 block of SW Main St" for row in range(10, 60)]}
    assert told(columns, after, "Place") == {"Notes": (0, 9, 18, 27, 36, 45)}


def test_of_a_telephone_all_of_its_numbers_must_be_there():
    columns = {"Call": [f"503-281-{row:04d}" for row in range(40)],
               "Notes": [f"(503) 281-{row:04d}" if row == 7 else "area 503" for row in range(40)]}
    assert told(columns, {"Notes": columns["Notes"]}, "Call") == {"Notes": (7,)}


def test_records_are_found_again_where_others_were_left_out():
    columns = table(lambda row: f"Called Ms. {SURNAMES[row * 3 % 10]} back")
    before = sheet_of(columns)
    after = before.with_values("Name", sheet_of(initials(columns)).column("Name").values).take(range(0, 60, 2))
    assert told_again(before, after, ["Name"], ["Notes"]) == (
        ToldAgain(column="Notes", hidden="Name", places=tuple(range(30))),)
