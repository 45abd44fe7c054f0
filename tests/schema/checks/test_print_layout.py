import pytest

from steward.schema.checks.print_layout import CHECK
from tests.builders import sheet_of_rows
from tests.schema.checks.looking import found, rows

HEADER = ["id", "street", "count", "when"]
RECORD = ["1", "Oak", "5", "2020-01-01"]


def among(*lines):
    return sheet_of_rows(HEADER, [RECORD, *lines, RECORD])


@pytest.mark.parametrize("line", [
    ["Page 1 of 3", "", "", ""], ["", "", "", "- Page 2 -"], ["Printed: 1/31/2020", "", "", ""],
    ["Run Date:", "1/31/2020", "", ""],
    ["Prepared by the Records Unit", "", "", ""], ["Signature: ________", "", "", ""], ["(continued)", "", "", ""],
    ["Report date: 2020-01-31", "", "Page 4", ""],
    ["End of report", "", "", ""], HEADER, ["id", "street", "count ", ""]], ids=str)
def test_a_line_of_the_printed_page_is_named_by_its_row(line):
    assert rows(found(CHECK, among(line))) == [3]


@pytest.mark.parametrize("line", [
    ["2", "Page 1", "5", "2020-01-02"], ["3", "Signature Way", "", ""], ["4", "Continued", "5", "2020-01-02"],
    ["id", "Elm", "7", "2020-01-03"], ["", "", "", ""], ["5", "printed circuits", "", ""]], ids=str)
def test_a_record_is_no_line_of_a_page(line):
    assert found(CHECK, among(line)) == []


def test_the_rows_can_be_left_out():
    assert found(CHECK, among(HEADER))[0].remedies == ("leave_out_rows",)
