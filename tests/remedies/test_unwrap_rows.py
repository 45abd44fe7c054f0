"""Rows that stand in quotation marks as a whole: said, never read silently, and read inside where a person says so."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.readers import handover
from steward.remedies import StepDoesNotFit, remedy
from steward.schema.checks.wrapped_rows import CHECK
from tests.builders import cells_of, sheet_of, step
from tests.readers.opened import read_text
from tests.schema.checks.looking import found

WORDS = st.text("ab12 é'\"\n", max_size=5)


def opened(folder, content):
    """Return a text as the window gets it."""
    handover.write(read_text(folder, content), folder)
    return handover.read(folder)


def line_of(cells, delimiter=","):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return stream.getvalue()[:-1]


def wrapped(cells, delimiter=","):
    return '"' + line_of(cells, delimiter).replace('"', '""') + '"'


def mended(sheet):
    return remedy("unwrap_rows").apply(sheet, step("unwrap_rows"))


def rows_told(sheet):
    return [list(finding.rows) for finding in found(CHECK, sheet)]


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=8), sign=st.sampled_from(",;\t|"))
def test_rows_that_are_all_wrapped_are_told_and_read_as_csv_reader_reads_what_is_inside(tmp_path_factory, rows, sign):
    rows = [[f"x{cell}", *more] for cell, *more in rows]
    names = ["case", "place", "fee"]
    sheet = opened(tmp_path_factory.mktemp("x"), "\n".join(wrapped(cells, sign) for cells in (names, *rows)) + "\n")
    assert sheet.names == (line_of(names, sign),)
    assert rows_told(sheet) == [sheet.rows.tolist()]
    read = mended(sheet)
    assert read.names == tuple(names)
    assert list(zip(*cells_of(read).values(), strict=True)) == [tuple(cells) for cells in rows]
    assert (read.rows.tolist(), read.lines.tolist(), read.quarantine) == (sheet.rows.tolist(), sheet.lines.tolist(), ())
    assert rows_told(read) == []


@pytest.mark.parametrize("every", [1, 2, 3])
def test_wrapped_rows_below_plain_names_come_in_at_their_places(tmp_path, every):
    rows = [[str(number), "Elm, old", f"{number}.5"] for number in range(12)]
    lines = [wrapped(cells) if number % every == 0 else line_of(cells) for number, cells in enumerate(rows)]
    sheet = opened(tmp_path, "\n".join(["case,place,fee", *lines]) + "\n")
    apart = [number + 2 for number in range(0, 12, every)]
    assert [one.row for one in sheet.quarantine] == apart
    assert rows_told(sheet) == [apart]
    read = mended(sheet)
    assert list(zip(*cells_of(read).values(), strict=True)) == [tuple(cells) for cells in rows]
    assert (read.rows.tolist(), read.quarantine) == (list(range(2, 14)), ())


def test_rows_that_do_not_fit_inside_are_set_apart_and_plain_ones_among_them_come_in(tmp_path):
    rows = [["case", "place"], *([str(number), "Elm"] for number in range(20)), ["1", "2", "3"]]
    sheet = opened(tmp_path, "".join(wrapped(cells) + "\n" for cells in rows) + "8,Oak\n")
    read = mended(sheet)
    assert [(one.row, one.cells, one.text) for one in read.quarantine] == [(22, 3, "1,2,3")]
    assert (cells_of(read)["place"][-1], int(read.rows[-1])) == ("Oak", 23)


def test_delimiters_behind_the_wrapped_rows_do_not_hide_them(tmp_path):
    rows = [["case", "place"], ["1", "Elm"], ["2", "Oak"], ["3", "Fir"]]
    sheet = opened(tmp_path, "".join(wrapped(cells) + ";;\r\n" for cells in rows))
    assert mended(sheet).names == ("case", "place")


def test_rows_without_names_are_read_where_they_agree_on_three_cells_or_more(tmp_path):
    sheet = opened(tmp_path, "".join(wrapped([str(number), "2024-01-02", "5"]) + "\n" for number in range(5)))
    assert len(mended(sheet).names) == 3
    assert cells_of(mended(sheet))[mended(sheet).names[0]][-1] == "4"


@pytest.mark.parametrize("columns", [
    {"notes": ["Elm, old", "Oak, new"]}, {"Last, First": ["Smith, Jo", "Lee, Al"]}, {"a": ["1", "2"], "b": ["1,2", "3,4"]},
    {"a,b": ["1", "2", "3"]}, {"a,b": ["1,2"], "c": ["x"]}])
def test_cells_with_commas_are_no_wrapped_rows(columns):
    assert rows_told(sheet_of(columns)) == []
    with pytest.raises(StepDoesNotFit):
        mended(sheet_of(columns))


def test_a_sheet_of_a_workbook_has_no_wrapped_rows():
    assert rows_told(sheet_of({"a,b": ["1,2", "3,4"]}, has_lines=False)) == []
