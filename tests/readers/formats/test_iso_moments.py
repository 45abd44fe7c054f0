"""Dates that a workbook holds as ISO 8601, held against the same workbook with days as numbers."""

import datetime as dt

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from steward.readers.formats._iso_moments import days_of
from tests.readers.books import with_part
from tests.readers.opened import cells_of, read_here

MOMENTS = [dt.date(2024, 1, 2), dt.datetime(2024, 1, 2, 13, 5, 9), dt.date(1906, 3, 1), dt.time(10, 30)]
STRICT = (("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
          ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
           "http://purl.oclc.org/ooxml/officeDocument/relationships"))


def saved(path, *, is_iso, is_1904):
    workbook = openpyxl.Workbook(iso_dates=is_iso)
    workbook.epoch = CALENDAR_MAC_1904 if is_1904 else workbook.epoch
    workbook.active.append(["Name", *(f"Moment {place}" for place in range(len(MOMENTS)))])
    for row in range(40):
        workbook.active.append([f"n{row}", *MOMENTS])
    workbook.save(path)
    return path


@pytest.mark.parametrize("is_1904", [False, True])
def test_the_table_is_that_of_a_workbook_with_days_as_numbers(tmp_path, is_1904):
    plain, iso = (saved(tmp_path / f"{is_iso}.xlsx", is_iso=is_iso, is_1904=is_1904) for is_iso in (False, True))
    assert cells_of(read_here(iso)) == cells_of(read_here(plain))


def test_a_workbook_of_the_strict_kind_is_read_like_any_other(tmp_path):
    path = saved(tmp_path / "0.xlsx", is_iso=True, is_1904=False)
    cells = cells_of(read_here(path))
    for number, part in enumerate(("worksheets/sheet1.xml", "workbook.xml", "styles.xml", "_rels/workbook.xml.rels")):
        def strict(xml):
            for loose, name in STRICT:
                xml = xml.replace(loose, name)
            return xml
        path = with_part(path, tmp_path / f"{number + 1}.xlsx", f"xl/{part}", strict)
    assert cells_of(read_here(path)) == cells


@pytest.mark.parametrize(("text", "days"), [
    ("1900-01-01", 1), ("1900-02-28", 59), ("1900-03-01T12:00:00Z", 61.5), ("06:00:00", 0.25), ("1899-12-31", None),
    ("2024-13-01", None), ("T", None), ("", None), ("x", None)])
def test_days_are_counted_as_excel_counts_them(text, days):
    assert days_of(text, is_1904=False) == days
