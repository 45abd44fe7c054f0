"""Dictionaries for tests that are about something else: what each column means, as a script hands it in."""

import csv
from collections.abc import Iterable
from pathlib import Path

import openpyxl


def dictionary_file(folder: Path, columns: Iterable[str]) -> Path:
    """Write a dictionary of these columns and return its path."""
    path = folder / "told columns.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("column", "description"))
        rows.writerows((name, f"What was noted under {name} when somebody was there.") for name in dict.fromkeys(columns))
    return path


def dictionary_of_book(folder: Path, book: Path) -> Path:
    """Write a dictionary of the columns of all sheets of a workbook and return its path."""
    sheets = openpyxl.load_workbook(book).worksheets
    return dictionary_file(folder, [str(name) for sheet in sheets for name in next(sheet.iter_rows(values_only=True))])
