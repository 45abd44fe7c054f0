import inspect

import pytest

from steward.manifest import public
from steward.manifest.public import known_limits, public_files
from steward.metadata.record import Record
from tests.metadata.samples import complete_record, program_vocabularies, table


def limits(record=None, tables=None):
    return known_limits(record or complete_record(), tables or [table()], program_vocabularies()).decode()


def test_the_public_part_has_every_standard_the_dictionary_and_the_limits():
    files = public_files(complete_record(), [table()], program_vocabularies())
    assert set(files) == {"datapackage.json", "dcat-us-1.1.json", "dcat-us-3.0.json", "dictionary.csv", "known-limits.txt"}
    assert all(files.values())


def test_nothing_of_the_internal_part_can_be_handed_to_the_public_one():
    assert list(inspect.signature(public_files).parameters) == ["record", "tables", "vocabularies"]
    source = inspect.getsource(public)
    assert not any(f"import {name}" in source for name in ("Finding", "Decision", "Recipe", "Provenance", "Actor", "Draft"))


def test_the_limits_name_the_rows_what_one_is_and_what_the_bureau_said():
    text = limits()
    assert "bicycle-counts.csv: 42 rows" in text
    assert "One row is one counter and hour." in text
    assert "Two sensors were out of order in March." in text


def test_one_row_is_one_row():
    assert "bicycle-counts.csv: 1 row\n" in limits(tables=[table(rows=1)])


def test_where_no_limits_are_known_that_is_said_and_not_that_there_are_none():
    text = limits(Record(title="Counts"))
    assert "The bureau named no limits." in text
    assert "One row is" not in text


@pytest.mark.parametrize("record", [Record(), complete_record()])
def test_the_programs_disclaimer_stands_at_the_end(record):
    assert limits(record).rstrip().endswith(program_vocabularies().program.disclaimer)
