"""Months, quarters and fiscal years, however they are written, and which of them are missing."""

import numpy as np
import pytest

from steward.remedies import remedy
from steward.schema.checks.period_forms import CHECK as FORMS
from steward.schema.checks.series_gaps import CHECK as GAPS
from steward.table.inference import profile_column
from steward.table.missing_periods import gaps_of
from steward.table.written_periods import period, periods_of, written
from tests.builders import cells_of, sheet_of, step
from tests.schema.checks.looking import found, rows

YEARS = [year for year in range(2008, 2024) if year != 2015]


@pytest.mark.parametrize(("text", "unit", "wanted"), [
    ("Jan 2019", "month", "2019-01"), ("2019 September", "month", "2019-09"), ("Sept. 2019", "month", "2019-09"),
    ("9/2019", "month", "2019-09"), ("may-19", "month", "2019-05"), ("2019-13", "month", None),
    ("Q1 2019", "quarter", "2019-Q1"), ("2019Q4", "quarter", "2019-Q4"), ("3Q19", "quarter", "2019-Q3"),
    ("2nd Quarter 2019", "quarter", "2019-Q2"), ("Q1 FY19", "quarter", "FY 2019-Q1"),
    ("FY19", "fiscal year", "FY 2018-19"), ("FY 2018-19", "fiscal year", "FY 2018-19"),
    ("2018/2019", "fiscal year", "FY 2018-19"),
    ("Jan" + " " * 300 + "2019", "month", None),
    ("2018-20", "fiscal year", None), ("FY98", "fiscal year", "FY 1997-98"), ("1999-00", "fiscal year", "FY 1999-00")])
def test_a_period_is_read_however_it_is_written(text, unit, wanted):
    read = period(text, unit)
    assert (None if read is None else written(read, unit)) == wanted


@pytest.mark.parametrize(("name", "cells"), [
    ("School year", ["2010-11", "2009-10", "2011-12", "2008-09"]), ("Fiscal Year", ["2009/10", "2010/11"]),
    ("c", ["2010-11", "2009-10", "2011-12"])])
def test_years_that_all_reach_into_the_next_one_are_no_months(name, cells):
    column = profile_column(sheet_of({name: cells * 5}).column(name))
    read = periods_of(column)
    assert (column.type, read.unit) == ("string", "fiscal year")
    months = profile_column(sheet_of({"c": [*cells[:2], "2010-12", "2011-01"] * 5}).column("c"))
    assert periods_of(months).unit == "month"


@pytest.mark.parametrize(("name", "cells"), [
    ("year", [str(year) for year in YEARS]), ("fiscal_year", [f"{year}-{(year + 1) % 100:02}" for year in YEARS]),
    ("period", [f"FY{year % 100:02}" for year in YEARS]),
    ("quarter", [f"Q{year % 4 + 1} {year // 4 + 1500}" for year in YEARS]),
    ("month", [f"{1900 + year // 12}-{year % 12 + 1:02}" for year in YEARS]),
    ("month", [f"{1900 + year // 12}-{year % 12 + 1:02}-01" for year in YEARS])])
def test_a_missing_year_quarter_or_month_is_told_beside_its_neighbors(name, cells):
    assert rows(found(GAPS, sheet_of({name: cells, "n": [str(place * 7) for place in range(15)]}))) == [8, 9]


def test_a_series_of_few_events_and_one_of_every_tenth_year_have_no_gaps():
    years = np.array([2010, 2011, 2012, 2014, 2015, 2016])
    assert gaps_of(years, np.array([1, 3, 2, 1, 5, 4])) == ()          # by chance
    assert gaps_of(years, np.array([90, 99, 80, 70, 95, 99]))          # hardly
    assert gaps_of(np.arange(1960, 2030, 10), np.ones(7, np.int64)) == ()


def test_periods_of_several_forms_are_written_in_one():
    cells = [f"{name} 2019" for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun")] + ["2019 July", "2019-08"]
    sheet = sheet_of({"month": cells})
    assert rows(found(FORMS, sheet)) == [8, 9]
    assert found(FORMS, sheet_of({"month": cells[:6]})) == []
    changed = remedy("write_periods").apply(sheet, step("write_periods", "month"))
    assert cells_of(changed)["month"] == [f"2019-0{month}" for month in range(1, 9)]
