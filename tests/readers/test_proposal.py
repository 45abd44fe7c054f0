from dataclasses import replace

import pytest

from steward.readers.proposal import propose
from steward.table.sheet import SheetListing


def sheet(name, rows=10, columns=5, state="visible", content="table"):
    return SheetListing(name=name, rows=rows, columns=columns, state=state, content=content)


@pytest.mark.parametrize(("others", "reason"), [
    ((), "only sheet of the workbook"),
    ((sheet("Empty", 0, 0, content="empty"),), "only sheet with anything"),
    ((sheet("Worksheet", 900, content="metadata"),), "describe the table"),
    ((sheet("Old", 900, state="hidden"),), "are hidden"),
    ((sheet("Small", 3),), "most cells"),
    ((sheet("Metadata", 900),), "describe the data"),
    ((sheet("READ ME", 900),), "describe the data")])
def test_the_sheet_that_is_data_is_proposed_with_the_reason(others, reason):
    name, why = propose((*others, sheet("Permits")))
    assert name == "Permits"
    assert reason in str(why)


def test_a_hidden_table_is_proposed_only_where_no_other_is():
    assert propose((sheet("Cover", content="cover"), sheet("Old", state="hidden")))[0] == "Cover"
    assert propose((sheet("Blank", 0, 0, content="empty"), sheet("Old", state="hidden")))[0] == "Old"


@pytest.mark.parametrize(("count", "reason"), [(1, "One other sheet has"), (11, "11 other sheets have the same columns")])
def test_sheets_with_the_same_columns_are_told(count, reason):
    months = tuple(replace(sheet(f"Month {number}", 5), alike=count) for number in range(count))
    name, why = propose((*months, replace(sheet("June", 30), alike=count)))
    assert name == "June"
    assert reason in str(why)
