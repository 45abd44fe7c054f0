"""The preview shows what reading will give: the same names, the same rows with the same numbers, the same letters."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steward.readers.errors import FileEmpty, FileMissing, InputUnreadable, NotATable
from steward.readers.opening import preview
from steward.readers.preview import ROWS, from_json, to_json
from steward.table.preview import HiddenPart, Preview, RowPart
from steward.table.sheet import unique_names
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import HiddenRows, ImportStep
from tests.readers.books import book
from tests.readers.opened import cells_of, look_here, read_here

RICH = [["Permits of the bureau"], [], ["Permit", "Street", "Fee"], ["P-1", "Ash", 10], ["P-2", "Oak", 20], ["P-3", "Elm", 30]]
DIRTY = ("Bericht 2026;;\nBüro für Gebühren;;\n\nNummer;Straße;Betrag\n1;Café;3,5\n2;x;4\n3;y;5\nTotal;;12,5\n")


def shown_records(found: Preview) -> list[tuple[int, tuple[str, ...]]]:
    width = len(found.columns)
    left = found.region[1] - 1
    return [(one.row, (*one.cells, *[""] * width)[left:left + width]) for one in found.rows if one.part is RowPart.RECORD]


def parts(found: Preview) -> list[str]:
    return [str(one.part) for one in found.rows]


def written(folder: Path, content: bytes | str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.fixture
def dirty(tmp_path):
    return written(tmp_path, DIRTY.encode("cp1252"))


# what it shows is what reading gives

cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8).map(str.strip)
tables = st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=12)


def test_a_text_in_two_encodings_is_shown_line_by_line_as_it_is_read(tmp_path):
    rows = "".join(f"{row},Café {row}\n" for row in range(1, 4))
    path = written(tmp_path, b"id,name\n" + rows.encode() + rows.encode("cp1252"))
    found, reading = look_here(path), read_here(path)
    assert found.encoding == reading.provenance.encoding == "utf-8+cp1252"
    assert [cells for _, cells in shown_records(found)] == cells_of(reading)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables, titles=st.integers(0, 2), delimiter=st.sampled_from(",;\t|"))
def test_a_text_is_read_as_its_preview_showed(tmp_path, rows, titles, delimiter):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows([["A title"]] * titles + [["Name", "Street", "Fee"], *rows])
    path = written(tmp_path, text.getvalue())
    found, reading = look_here(path), read_here(path)
    assert found.labels == reading.labels
    assert found.header_rows == reading.provenance.header_rows
    assert (found.encoding, found.delimiter) == (reading.provenance.encoding, reading.provenance.delimiter)
    aside = {one.row for one in reading.quarantine}
    assert [one for one in shown_records(found) if one[0] not in aside] == list(
        zip(reading.rows.tolist(), cells_of(reading), strict=True))


def test_a_workbook_is_read_as_its_preview_showed(tmp_path):
    path = book(tmp_path / "permits.xlsx", RICH)
    found, reading = look_here(path), read_here(path)
    assert (found.labels, found.header_rows) == (reading.labels, reading.provenance.header_rows)
    assert shown_records(found) == list(zip(reading.rows.tolist(), cells_of(reading), strict=True))
    assert parts(found) == ["title", "blank", "header", "record", "record", "record"]
    assert found.listings == reading.listings


@pytest.mark.parametrize("header_rows", [(), (1,), (3,), (3, 4)])
@pytest.mark.parametrize("name", ["permits.xlsx", "permits.csv"])
def test_chosen_rows_of_names_are_shown_as_they_are_read(tmp_path, name, header_rows):
    path = tmp_path / name
    if path.suffix == ".xlsx":
        book(path, RICH)
    else:
        written(tmp_path, "\n".join(",".join(map(str, row)) for row in RICH) + "\n", name)
    found, reading = look_here(path, header_rows=header_rows), read_here(path, header_rows=header_rows)
    assert found.header_rows == header_rows == reading.provenance.header_rows
    assert found.labels == reading.labels
    assert [one.row for one in found.rows if one.part is RowPart.TITLE] == list(reading.provenance.title_rows)


def test_the_preview_of_a_dirty_file_marks_each_row(dirty):
    found = look_here(dirty)
    assert parts(found) == ["title", "title", "blank", "header", "record", "record", "record", "record"]
    assert found.labels == ("Nummer", "Straße", "Betrag")
    assert (found.encoding, found.delimiter, found.height) == ("cp1252", ";", 8)


def test_a_workbook_that_begins_further_right_is_shown_with_its_own_columns(tmp_path):
    path = book(tmp_path / "right.xlsx", [[None, None, *row] for row in RICH[2:]])
    found = look_here(path)
    assert (found.region, found.width) == ((1, 3, 0, 5), 5)
    assert found.rows[1].cells == ("", "", "P-1", "Ash", "10")


# letters

def test_lines_that_decide_the_encoding_are_shown_each_way(dirty):
    first = look_here(dirty).doubtful[0]
    assert first.line == 2
    assert dict(first.readings) == {"cp1252": "Büro für Gebühren;;", "utf-8": "B\ufffdro f\ufffdr Geb\ufffdhren;;"}


@pytest.mark.parametrize("content", ["Name,Fee\nAnn,1\n", "Name,Fee\nJosé,1\n", "\ufeffName,Fee\nJosé,1\n"])
def test_no_line_is_doubtful_where_the_bytes_prove_the_encoding(tmp_path, content):
    assert look_here(written(tmp_path, content)).doubtful == ()


def test_a_chosen_encoding_keeps_the_doubtful_lines_in_sight(tmp_path):
    path = written(tmp_path, "Name,Fee\nJosé,1\n")
    found = look_here(path, encoding="cp1252")
    assert found.rows[1].cells == ("JosÃ©", "1")
    assert dict(found.doubtful[0].readings)["utf-8"] == "José,1"


# the region

def test_rows_and_columns_outside_a_region_are_passed_over(dirty):
    found = look_here(dirty, region=(4, 1, 7, 2))
    assert parts(found)[-1] == "below"
    assert found.labels == ("Nummer", "Straße")
    assert [column for column in range(1, found.width + 1) if found.is_published(column)] == [1, 2]
    assert (found.title_rows, found.rows_above, found.rows_below) == ((), (1, 2), (8,))


def test_the_names_are_sought_inside_the_region(tmp_path):
    rows = [["A", "B", None, None], [1, 2, None, None], [], [None, None, "X", "Y"], [None, None, 3, 4]]
    found = look_here(book(tmp_path / "two.xlsx", rows), region=(4, 3, 5, 4))
    assert (found.header_rows, found.labels) == ((4,), ("X", "Y"))
    assert shown_records(found) == [(5, ("3", "4"))]


# what is long or hidden

def test_a_long_text_is_looked_at_only_at_its_beginning(tmp_path):
    path = written(tmp_path, "Name,Fee\n" + "someone with a long name,1\n" * 200_000)
    found = look_here(path)
    assert (len(found.rows), found.height) == (ROWS, None)


@pytest.mark.parametrize("count", [150, 199, 200, 205, 500])
@pytest.mark.parametrize("name", ["long.xlsx", "long.csv"])
def test_of_a_shorter_file_the_last_rows_are_shown_too_and_none_twice(tmp_path, name, count):
    rows = [["Name", "Fee"], *([f"N{number}", number] for number in range(count))]
    path = tmp_path / name
    if path.suffix == ".xlsx":
        book(path, rows)
    else:
        written(tmp_path, "\n".join(f"{first},{second}" for first, second in rows), name)
    found = look_here(path)
    numbers = [one.row for one in found.rows]
    assert numbers == sorted(set(numbers))
    assert (numbers[0], numbers[-1], found.height) == (1, count + 1, count + 1)
    assert found.rows[-1].cells == (f"N{count - 1}", str(count - 1))


def test_hidden_rows_and_columns_are_told_and_marked_once_left_out(tmp_path):
    def hide(workbook):
        workbook.active.row_dimensions[3].hidden = True
        workbook.active.column_dimensions["B"].hidden = True

    path = book(tmp_path / "hidden.xlsx", RICH[2:], hide)
    assert (look_here(path).hidden, look_here(path).hidden_columns) == (
        (HiddenPart(kind=HiddenRows.HAND, count=1, first=3),), (2,))
    found = look_here(path, include_hidden_rows=False, include_hidden_columns=False)
    assert parts(found) == ["header", "record", "hidden", "record"]
    assert not found.is_published(2)


def test_rows_around_hidden_ones_far_down_are_shown_too(tmp_path):
    def hide(workbook):
        sheet = workbook.active
        sheet.auto_filter.ref = "A1:B450"
        sheet.auto_filter.add_filter_column(0, ["x"])
        for number in range(400, 430):
            sheet.row_dimensions[number].hidden = True
        sheet.row_dimensions[600].hidden = True

    path = book(tmp_path / "far.xlsx", [["Name", "Fee"], *([f"N{number}", number] for number in range(2, 801))], hide)
    found = look_here(path)
    assert found.hidden == (HiddenPart(kind=HiddenRows.FILTER, count=30, first=400),
                            HiddenPart(kind=HiddenRows.HAND, count=1, first=600))
    assert [one.row for one in found.rows if one.is_hidden] == [400, 401, 402, 403, 600]
    assert all(one.cells[0] == f"N{one.row}" for one in found.rows[1:])
    assert [one.row for one in found.rows] == sorted({one.row for one in found.rows})
    assert from_json(to_json(found)) == found


# lists of records

def test_a_map_layer_shows_its_records_under_the_names_it_is_read_with(tmp_path):
    features = [{"type": "Feature", "properties": {"Name": f"N{number}"},
                 "geometry": {"type": "Point", "coordinates": [1, number % 80]}} for number in range(300)]
    path = written(tmp_path, json.dumps({"type": "FeatureCollection", "features": features}), "layer.geojson")
    found, reading = look_here(path), read_here(path)
    assert found.labels == reading.labels
    assert not found.is_grid
    assert shown_records(found) == list(zip(reading.rows.tolist(), cells_of(reading), strict=True))[:ROWS]
    assert from_json(to_json(found)) == found


# what cannot be shown

@pytest.mark.parametrize(("content", "kind"), [(b"%PDF-1.7 something", NotATable), (b"", FileEmpty), (b"\n\n", FileEmpty)])
def test_what_is_no_table_is_told_as_when_it_is_read(tmp_path, content, kind):
    path = written(tmp_path, content)
    with pytest.raises(kind) as shown:
        look_here(path)
    with pytest.raises(kind) as read:
        read_here(path)
    assert shown.value.words == read.value.words


@pytest.mark.parametrize("step", [{"header_rows": (9000,)}, {"region": (9000, 1, 0, 0)}, {"sheet": "Nowhere"},
                                  {"encoding": "ebcdic"}])
def test_a_wish_that_does_not_fit_the_file_is_told_in_words(dirty, step):
    with pytest.raises(InputUnreadable):
        look_here(dirty, **step)


def test_the_child_process_gives_the_same_preview(dirty):
    assert preview(dirty, ImportStep(region=(4, 1, 7, 2)), Silence()) == look_here(dirty, region=(4, 1, 7, 2))


def test_a_file_that_is_gone_is_told_by_the_preview(tmp_path):
    with pytest.raises(FileMissing):
        preview(tmp_path / "gone.csv", ImportStep(), Silence())


def test_a_preview_comes_through_json_unchanged(tmp_path):
    found = look_here(book(tmp_path / "permits.xlsx", RICH))
    assert from_json(to_json(found)) == found
    assert unique_names(found.labels) == ("Permit", "Street", "Fee")


# a region that a person chooses

REGIONS = [(3, 1, 5, 2), (3, 2, 0, 0), (4, 1, 6, 0), (3, 2, 6, 2), (1, 1, 0, 0)]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_region_is_read_as_it_is_shown(tmp_path, ending, region):
    if ending == "xlsx":
        path = book(tmp_path / "table.xlsx", RICH)
    else:
        path = written(tmp_path, "\n".join(",".join(map(str, [*row, *[""] * (3 - len(row))])) for row in RICH) + "\n")
    shown, reading = look_here(path, region=region, header_rows=None), read_here(path, region=region)
    labels = [label for label in shown.labels if label is not None]
    assert [label for label in reading.labels if label is not None][:len(labels)] == labels
    assert shown_records(shown) == list(zip(reading.rows.tolist(), cells_of(reading), strict=True))
    assert reading.account is not None
    assert reading.account.missing == 0


def test_the_tables_of_a_sheet_are_offered_and_what_lies_outside_is_asked_about(tmp_path):
    names, small = ["Station", "Calls", "Year"], ["Code", "Trees"]
    rows = [[*names, None, *small], *[[f"St {row}", row, 2019, None, *((f"c{row}", 5) if row < 3 else (None, None))]
                                      for row in range(9)]]
    path = book(tmp_path / "two.xlsx", rows)
    shown, reading = look_here(path), read_here(path)
    assert shown.regions == ((1, 1, 10, 3), (1, 5, 4, 6))
    assert reading.labels == ("Station", "Calls", "Year")
    assert (reading.account.passed_over, reading.account.missing) == (8, 0)
    outside = next(one for one in reading.oddities if one.kind == "outside-region")
    assert (outside.count, list(outside.rows)) == (8, [1, 2, 3, 4])
    other = read_here(path, region=shown.regions[1])
    assert (other.labels, other.positions, other.account.left_out) == (("Code", "Trees"), (5, 6), 30)


def test_hidden_rows_and_columns_that_are_left_out_are_in_the_account(tmp_path):
    def hide(workbook):
        workbook.active.row_dimensions[3].hidden = True
        workbook.active.column_dimensions["B"].hidden = True

    path = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2], [3, 4], [5, None]], hide)
    account = read_here(path, include_hidden_rows=False, include_hidden_columns=False).account
    assert (account.total, account.header, account.records, account.left_out, account.missing) == (7, 2, 2, 3, 0)


# rows that will be set apart

def test_rows_with_more_or_fewer_cells_are_shown_as_set_apart_as_reading_sets_them_apart(tmp_path):
    path = written(tmp_path, "a,b,c\n1,2,3\n1,2\n\n1,2,3,4\n \n5,6,7\n")
    found = look_here(path)
    assert parts(found) == ["header", "record", "apart", "blank", "apart", "blank", "record"]
    assert found.rows_apart == tuple(one.row for one in read_here(path).quarantine)


def test_where_a_person_chose_columns_and_in_workbooks_no_row_is_ragged(tmp_path):
    path = written(tmp_path, "a,b,c\n1,2,3\n1,2\n")
    assert look_here(path, region=(1, 1, 0, 2)).rows_apart == ()
    assert look_here(book(tmp_path / "b.xlsx", [["a", "b"], ["1"], ["2", "3"]])).rows_apart == ()


def test_rows_far_down_are_shown_as_set_apart_too(tmp_path):
    path = written(tmp_path, "a,b\n" + "1,2\n" * (ROWS + 20) + "3\n")
    assert look_here(path).rows_apart == (ROWS + 22,)


@pytest.mark.parametrize(("text", "is_so"), [
    ("id    name     fee\n1     Elm        5\n22    Oak old  126\n3     Ash       17\n4     Fir        8\n", True),
    ("id name fee\n1 Elm 5\n2 Oak 6\n3 Ash 7\n", True), ("id,name\n1,Elm   old\n2,Oak   dry\n3,Ash\n4,Fir\n", False),
    ("Note\nThe first  one\nAnother\nThe last of them\nNo  more\n", False)])
def test_columns_that_only_blanks_divide_are_seen_before_the_file_is_opened(tmp_path, text, is_so):
    found = look_here(written(tmp_path, text, "table.txt"))
    assert found.is_lined_up is is_so
    assert from_json(json.loads(json.dumps(to_json(found)))) == found
