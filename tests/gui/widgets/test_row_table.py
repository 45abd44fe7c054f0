"""Rows with what each is taken for: told by sign, word and ground, spoken, and chosen."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from steward.gui import theme
from steward.gui.widgets.row_table import LOOKS, RowModel, RowTable
from steward.gui.widgets.table_view import ACCESSIBLE
from steward.tasks.row_kinds import PicturedRow, RowPicture
from steward.vocabulary.row_kind import RowKind
from tests.gui.audit import contrast

ROWS = (PicturedRow(row=4, kind=RowKind.SECTION, cells=("HOMES", "")),
        PicturedRow(row=5, kind=RowKind.RECORD, cells=("a\nb", "1")),
        PicturedRow(row=9, kind=RowKind.TOTAL, cells=("Total", "1")))


@pytest.fixture
def table(qtbot):
    table = RowTable("Rows", is_chosen_from=True)
    qtbot.addWidget(table)
    table.show_picture(RowPicture(columns=("Kind", "Jan"), rows=ROWS))
    return table


def test_each_row_says_what_it_is_and_rows_between_are_told(table):
    model = table.model()
    assert [model.data(model.index(row, 0)) for row in range(4)] == ["▸ Title of a section", "• Record", "…", "Σ Total"]
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(4)] == ["4", "5", "…", "9"]
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(3)] == ["What it is", "Kind", "Jan"]


def test_cells_are_spoken_with_row_kind_and_column(table):
    model = table.model()
    assert model.data(model.index(1, 1), ACCESSIBLE) == "Row 5, Record, Kind: a⏎b"
    assert model.data(model.index(0, 2), ACCESSIBLE) == "Row 4, Title of a section, Jan: –"
    assert model.data(model.index(3, 0), ACCESSIBLE) == "Row 9, Total"


def test_chosen_rows_are_those_of_the_file(table):
    for place in (1, 2, 3):
        table.selectionModel().select(table.model().index(place, 0), QItemSelectionModel.SelectionFlag.Select |
                                      QItemSelectionModel.SelectionFlag.Rows)
    assert table.chosen_rows() == [5, 9]


def test_without_kinds_the_rows_stand_alone(qtbot):
    table = RowTable("Rows", tells_kinds=False)
    qtbot.addWidget(table)
    table.show_picture(RowPicture(columns=("Kind", "Jan"), rows=ROWS))
    model = table.model()
    assert (model.rowCount(), model.columnCount(), model.data(model.index(0, 0))) == (3, 2, "HOMES")
    assert model.data(model.index(0, 0), ACCESSIBLE) == "Kind: HOMES"


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_every_kind_has_a_sign_of_its_own_and_can_be_read(scheme):
    colors = theme.load(scheme)
    assert set(LOOKS) == set(RowKind)
    assert len({(look.sign, str(look.word)) for look in LOOKS.values()}) == len(LOOKS)
    assert min(contrast(colors.color(look.ink), colors.color(look.ground)) for look in LOOKS.values()) >= 4.5


def test_no_cell_of_thousands_of_columns_is_read_before_it_is_in_sight(qtbot, monkeypatch):
    asked = set()
    data = RowModel.data
    monkeypatch.setattr(RowModel, "data", lambda self, index, *role: asked.add(index.column()) or data(self, index, *role))
    table = RowTable("Rows")
    qtbot.addWidget(table)
    rows = (PicturedRow(row=1, kind=RowKind.RECORD, cells=("12",) * 3_000),)
    table.show_picture(RowPicture(columns=tuple(map(str, range(3_000))), rows=rows))
    assert table.model().columnCount() == 3_001
    assert max(asked) < 100
