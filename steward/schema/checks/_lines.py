"""A table's first records as the lines they were in the file, for checks that ask what the file is."""

from collections.abc import Sequence
from itertools import islice

from steward.table.sheet import Sheet

FIRST_RECORDS = 200


def first_lines(sheet: Sheet) -> list[str]:
    """Return the header and the first records as lines, those that were set apart included, in the order of the file."""
    delimiter = sheet.provenance.delimiter or ","
    records = zip(*(column.values.slice(0, FIRST_RECORDS).to_pylist() for column in sheet.columns), strict=True)
    rows = sheet.rows[:FIRST_RECORDS].tolist()
    numbered = [(row, delimiter.join(cells)) for row, cells in zip(rows, records, strict=True)]
    numbered += [(one.row, one.text) for one in islice(sheet.quarantine, FIRST_RECORDS)]
    return [header_line(sheet), *(line for _, line in sorted(numbered))]


def header_line(sheet: Sheet) -> str:
    """Return the header as one line; empty where the file has none."""
    return (sheet.provenance.delimiter or ",").join(labels(sheet))


def labels(sheet: Sheet) -> Sequence[str]:
    """Return the names of the columns as typed; a missing one is empty."""
    return [column.label or "" for column in sheet.columns]
