"""The account of lines and cells adds up, or says by how much it does not."""

import pytest

from steward.table.account import Account, Unit


def test_an_account_whose_parts_add_up_misses_nothing():
    account = Account(unit=Unit.LINE, total=12, header=1, titles=2, records=5, quarantined=1, blank=1, left_out=1,
                      passed_over=1)
    assert account.missing == 0


@pytest.mark.parametrize(("records", "missing"), [(8, 2), (11, -1)])
def test_what_is_in_no_part_or_in_two_is_counted(records, missing):
    assert Account(unit=Unit.CELL, total=10, records=records).missing == missing


@pytest.mark.parametrize(("unit", "begins"), [(Unit.LINE, "Every line of the file"), (Unit.CELL, "Every filled cell")])
def test_the_account_is_told_in_words(unit, begins):
    told = str(Account(unit=unit, total=9, header=1, records=5, quarantined=2, left_out=1).sentence())
    assert told.startswith(begins)
    assert "9 in all, 5 in the table, 2 set apart, 1 left out, 1 " in " ".join(told.split())


def test_what_is_not_there_is_not_counted_in_words():
    assert str(Account(unit=Unit.LINE, total=6, header=1, records=5).sentence()) == (
        "Every line of the file is accounted for: 6 in all, 5 in the table, 1 title, header or blank line.")
