"""Tables that a person marked as such on a sheet (Insert, Table) are where the data is, whatever stands around them."""

import random

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table

from tests.readers.books import book, with_part
from tests.readers.opened import cells_of, look_here, read_here

PART = "xl/tables/table1.xml"
LABELS = ("Asset", "Place", "Kind", "State", "Count", "Owner", "Since")


class Drawn:
    """A sheet with two to three marked tables, titles above them and notes beside, at random."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.tables: list[tuple[tuple[int, int, int, int], list[list[str]]]] = []
        self.notes: dict[tuple[int, int], str] = {}

    def fill(self, workbook) -> None:
        left = self.chance.randint(1, 3)
        for number in range(self.chance.randint(2, 3)):
            top, width = self.chance.randint(1, 6), self.chance.randint(2, 5)
            height = self.chance.randint(2, 5) + 9 * (number == 1)
            rows = [list(LABELS[:width]), *([f"w{number}{row}{place}" for place in range(width)] for row in range(height))]
            region = (top, left, top + height, left + width - 1)
            self._put(workbook.active, number, region, rows)
            left += width + self.chance.randint(0, 2)       # two of them may touch
        for _ in range(self.chance.randint(0, 3)):
            self.notes[self.chance.randint(18, 22), self.chance.randint(1, left)] = "note"
        for (row, column), text in self.notes.items():
            workbook.active.cell(row, column, text)

    def _put(self, sheet, number, region, rows) -> None:
        top, left, bottom, right = region
        for row, cells in enumerate(rows, start=top):
            for column, text in enumerate(cells, start=left):
                sheet.cell(row, column, text)
        if top > 1:
            sheet.cell(1, left, "Title of this one")
        ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
        sheet.add_table(Table(displayName=f"T{number}", ref=ref))
        self.tables.append((region, rows))


@pytest.mark.parametrize("seed", range(25))
def test_the_largest_marked_table_is_read_and_all_around_it_is_told(tmp_path, seed):
    drawn = Drawn(seed)
    path = book(tmp_path / "a.xlsx", [], drawn.fill)
    reading, shown = read_here(path), look_here(path)
    region, rows = max(drawn.tables, key=lambda each: len(each[1]) * len(each[1][0]))
    assert (list(reading.labels), [list(record) for record in cells_of(reading)]) == (rows[0], rows[1:])
    assert (reading.provenance.header_rows, reading.positions[0]) == ((region[0],), region[1])
    assert shown.labels == reading.labels
    assert {known[1:] for known in shown.regions} >= {known[0][1:] for known in drawn.tables}
    outside = sum(len(table) * len(table[0]) + (where[0] > 1) for where, table in drawn.tables if where != region)
    assert reading.account.passed_over == outside + len(drawn.notes)
    for place, _ in drawn.tables:
        other = next(known for known in shown.regions if known[1:] == place[1:])
        assert read_here(path, region=other).provenance.header_rows == (place[0],)


def test_titles_above_the_only_table_are_titles_also_left_of_it_and_notes_beside_it_are_asked_about(tmp_path):
    def fill(workbook):
        sheet = workbook.active
        sheet["A1"], sheet["H2"] = "Assets", "as of June"
        for row in range(30):
            sheet.cell(5 + row, 3, "id" if not row else f"a{row}")
            sheet.cell(5 + row, 4, "kind" if not row else "pole")
        sheet["G12"] = "counted twice?"

    reading = read_here(book(tmp_path / "a.xlsx", [], fill))
    assert (reading.labels, len(cells_of(reading))) == (("id", "kind"), 29)
    assert (reading.provenance.title_rows, reading.provenance.blank_rows) == ((1, 2), (3, 4))
    assert (reading.account.titles, reading.account.passed_over) == (2, 1)
    assert [(one.kind, list(one.rows)) for one in reading.oddities] == [("outside-region", [12])]


def test_many_cells_beside_the_only_table_may_be_columns_of_it_and_are_read(tmp_path):
    rows = [["id", "kind", None, "remark"], *([f"a{row}", "pole", None, "leans" if row % 3 else None] for row in range(30))]
    assert read_here(book(tmp_path / "a.xlsx", rows)).labels == ("id", "kind", None, "remark")


def test_a_marked_table_without_names_has_none(tmp_path):
    def fill(workbook):
        workbook.active.add_table(Table(displayName="T", ref="A3:B6"))

    path = book(tmp_path / "a.xlsx", [["Poles"], [], *(["word", "other"] for _ in range(4))], fill)
    reading = read_here(with_part(path, tmp_path / "b.xlsx", PART, lambda _: '<table ref="A3:B6" headerRowCount="0"/>'))
    assert (reading.provenance.header_rows, len(cells_of(reading)), reading.account.titles) == ((), 4, 1)


@pytest.mark.parametrize("part", ["", "<table", '<table ref="A1"/>', '<table ref="A1:ZZZ9999999"/>', '<table ref="A1:B1"/>'])
def test_a_damaged_mark_is_passed_over(tmp_path, part):
    def fill(workbook):
        workbook.active.add_table(Table(displayName="T", ref="A1:B3"))

    path = book(tmp_path / "a.xlsx", [["id", "kind"], [1, "pole"], [2, "box"]], fill)
    assert cells_of(read_here(with_part(path, tmp_path / "b.xlsx", PART, lambda _: part))) == [("1", "pole"), ("2", "box")]


def test_a_person_s_row_of_names_goes_before_the_marked_one(tmp_path):
    def fill(workbook):
        workbook.active.add_table(Table(displayName="T", ref="A1:B4"))

    path = book(tmp_path / "a.xlsx", [["x", "y"], ["id", "kind"], [1, "pole"], [2, "box"]], fill)
    assert read_here(path).labels == ("x", "y")
    assert read_here(path, header_rows=(2,)).labels == ("id", "kind")
