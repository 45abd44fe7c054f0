"""Which columns name the rows."""

import pytest

from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

NUMBERS = [str(number) for number in range(12)]


@pytest.mark.parametrize(("name", "values", "named"), [
    ("Permit Number", NUMBERS, True), ("id_of_call", NUMBERS, True), ("PermitID", NUMBERS, True), ("Amount", NUMBERS, False),
    ("Permit Number", [*NUMBERS[:-1], "1"], False), ("Permit Number", [*NUMBERS[:-1], ""], False),
    ("Permit Number", NUMBERS[:9], False), ("Numbering", NUMBERS, False),
])
def test_a_column_names_the_rows_by_its_own_name_and_by_a_value_of_its_own_in_each(name, values, named):
    profile = profile_table(sheet_of({name: values}), Silence())
    assert profile.row_names == ((name,) if named else ())
