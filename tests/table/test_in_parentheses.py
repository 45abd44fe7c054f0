"""Digits in parentheses: codes, or negative numbers."""

import pytest

from steward.schema.checks.formatted_numbers import CHECK
from tests.builders import sheet_of
from tests.schema.checks.looking import found, rows

CODES = [f"({code})" for code in (503, 971, 541, 458)]
PHONES = [f"({code}55501{number:02d})" for code in (503, 971) for number in range(9)]


@pytest.mark.parametrize(("header", "cells", "negative"), [
    ("c", CODES * 3, 0), ("c", PHONES, 0), ("c", CODES + PHONES, 0), ("area_code", [*CODES, "503"], 0),
    ("c", [*CODES, "$(12)"], 5), ("c", [*CODES, "(1.50)"], 5), ("c", [*CODES, "(1,204)"], 5), ("c", [*CODES, "12"], 4),
    ("c", [*CODES, "(1204)"], 5), ("net_loss", CODES, 4)])
def test_digits_in_parentheses_are_negative_where_the_column_shows_that_they_are_amounts(header, cells, negative):
    told = [finding for finding in found(CHECK, sheet_of({header: cells})) if finding.kind == "negative-in-parentheses"]
    assert sum(len(rows([finding])) for finding in told) == negative
