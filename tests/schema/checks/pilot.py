"""The city's pilot files as sheets, before any reader."""

import csv

import pytest

from tests.builders import sheet_of_rows


def pilot_csv(shared, name):
    """Return a CSV file of the pilot as a sheet, first row as header."""
    with (shared / "data/portland-pilot" / name).open(encoding="utf-8-sig", newline="") as file:
        header, *records = csv.reader(file)
    return sheet_of_rows(header, records, file_name=name)


def pilot_workbook(shared, name, sheet):
    """Return one sheet of a workbook of the pilot, first row as header."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_path(shared / "data/portland-pilot" / name)
    header, *records = [[str(cell) for cell in row] for row in book.get_sheet_by_name(sheet).to_python()]
    return sheet_of_rows(header, records, file_name=name)
