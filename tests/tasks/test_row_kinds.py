"""What each row is taken for, and the picture of the rows that a finding means."""

import pytest

from steward.tasks.opening import begin
from steward.tasks.row_kinds import MOST_ROWS, context_of, kinds_of, picture_of, rows_shown
from steward.vocabulary.progress import Silence
from steward.vocabulary.row_kind import RowKind
from tests.builders import sheet_of
from tests.tasks.test_reshaping import REPORT

PRINTED = REPORT + """Page 1 of 2,,,,,,,
Kind,Jan-19 No.,Jan-19 Value,Feb-19 No.,Feb-19 Value,Mar-19 No.,Mar-19 Value,Total
OFFICES:,,,,,,,
  new,7,$70,8,$80,9,$90,264
  old,7,$70,8,$80,9,$90,264
Source: permit system,,,,,,,
"""
WORKSHEET = "Element,Answer\n" + "".join(f"{name},something\n" for name in (
    "Title", "Description", "Keywords", "Publisher", "Contact name", "Frequency", "License", "Something of ours"))


def opened(house, tmp_path, text):
    path = tmp_path / "file.csv"
    path.write_text(text, encoding="utf-8")
    return begin(house, path, Silence())


def found(bench, kind):
    return next(one for one in bench.report.findings if one.kind == kind)


def test_every_odd_row_of_a_report_is_named_by_what_it_is(house, tmp_path):
    kinds = kinds_of(context_of(opened(house, tmp_path, PRINTED)))
    assert kinds == {2: RowKind.SECTION, 5: RowKind.SECTION, 7: RowKind.TOTAL, 8: RowKind.PAGE, 9: RowKind.HEADER,
                     10: RowKind.SECTION, 13: RowKind.NOTE}


@pytest.mark.parametrize("kind", ["pivoted-report", "print-layout"])
def test_the_picture_of_a_report_holds_each_kind_of_row_in_their_order(house, tmp_path, kind):
    bench = opened(house, tmp_path, PRINTED)
    picture = picture_of(bench, found(bench, kind))
    assert [shown.row for shown in picture.rows] == list(range(1, 14))
    assert {shown.kind for shown in picture.rows} >= {RowKind.SECTION, RowKind.RECORD, RowKind.TOTAL, RowKind.PAGE}
    assert (picture.columns[0], picture.rows[2].cells[0]) == ("Kind", "  new")


def test_the_picture_of_a_worksheet_tells_elements_from_other_rows(house, tmp_path):
    bench = opened(house, tmp_path, WORKSHEET)
    kinds = [shown.kind for shown in picture_of(bench, found(bench, "not-data")).rows]
    assert kinds == [RowKind.HEADER, *[RowKind.ELEMENT] * 7, RowKind.OTHER]


def test_titles_above_the_table_stand_in_the_picture_without_their_text(house, tmp_path):
    bench = opened(house, tmp_path, "Report of the bureau,,,,,,,\n,,,,,,,\n" + PRINTED)
    first = picture_of(bench, found(bench, "pivoted-report")).rows[:2]
    assert [(shown.row, shown.kind, shown.cells[0]) for shown in first] == [(1, RowKind.TITLE, ""), (3, RowKind.HEADER, "Kind")]


def test_other_findings_have_no_picture(house, tmp_path):
    bench = opened(house, tmp_path, "Permit,Fee\nP-1, 5\nP-2,6\nP-3, 7\n")
    assert [picture_of(bench, one) for one in bench.report.findings if one.kind == "outer-blanks"][:1] in ([], [None])
    assert all(picture_of(bench, one) is None for one in bench.report.findings)


def test_of_a_long_table_the_first_rows_are_shown_and_some_of_each_kind_far_below():
    sheet = sheet_of({"a": [str(place) for place in range(1000)], "b": ["x" * 500] * 1000})
    picture = rows_shown(sheet, {900: RowKind.TOTAL, 950: RowKind.TOTAL})
    rows = [shown.row for shown in picture.rows]
    assert (rows[:3], rows[-6:], len(rows)) == ([2, 3, 4], [899, 900, 901, 949, 950, 951], MOST_ROWS)
    assert {len(shown.cells[1]) for shown in picture.rows} == {80}


def test_a_table_of_totals_alone_shows_no_more_than_fits():
    sheet = sheet_of({"a": [str(place) for place in range(500)]})
    assert len(rows_shown(sheet, dict.fromkeys(range(2, 502), RowKind.TOTAL)).rows) <= MOST_ROWS


def test_an_empty_table_has_an_empty_picture():
    assert rows_shown(sheet_of({"a": []}), {}).rows == ()
