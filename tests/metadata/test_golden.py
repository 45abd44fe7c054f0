"""What leaves the house, held against files that a person has read. To write them again, run this module."""

from pathlib import Path

import pytest

from steward.manifest.documents import document_bytes
from steward.manifest.public import known_limits
from steward.metadata.dictionary import dictionary_csv
from steward.metadata.exports import all_exports
from tests.metadata.samples import complete_record, program_vocabularies, table

GOLDEN = Path(__file__).parent / "golden"


def leaving():
    """Every public file of one dataset, by file name."""
    record, tables, words = complete_record(), [table()], program_vocabularies()
    files = {export.file_name: document_bytes(export.export(record, tables, words)) for export in all_exports()}
    return {**files, "dictionary.csv": dictionary_csv(tables), "known-limits.txt": known_limits(record, tables, words)}


@pytest.mark.parametrize("name", sorted(leaving()))
def test_what_leaves_the_house_is_what_was_read(name):
    assert leaving()[name].decode() == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert sorted(leaving()) == sorted(path.name for path in GOLDEN.iterdir())


if __name__ == "__main__":
    for file_name, content in leaving().items():
        (GOLDEN / file_name).write_bytes(content)
