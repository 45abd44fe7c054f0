"""A file is shown as it will be read before it is opened; every guess can be changed, and no change is lost or waited for."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox

from steward.gui.prepare._grid import GridModel, GridView, column_named
from steward.gui.prepare._importing import summary
from steward.gui.prepare._reading import ReadingForm
from steward.gui.widgets.drop_zone import DropZone
from steward.gui.widgets.table_view import ACCESSIBLE, TableView
from steward.tasks import drafting
from steward.tasks.previewing import remembered_count
from steward.vocabulary.column_letters import letters_of
from steward.vocabulary.recipe import ImportStep
from tests.gui.audit import audit, clipped_labels, cut_off, small_targets
from tests.gui.test_prepare import go, press, texts
from tests.readers.books import book
from tests.readers.test_preview import look_here

DIRTY = "Bericht 2026;;\nBüro für Gebühren;;\n\nNummer;Straße;Betrag\n1;Café;3,5\n2;x;4\n3;y;5\nTotal;;12,5\n"


@pytest.fixture
def dirty_csv(tmp_path):
    path = tmp_path / "fees 2026-01.csv"
    path.write_bytes(DIRTY.encode("cp1252"))
    return path


@pytest.fixture
def looked(window, dirty_csv, seen):
    """Return the window with the preview of a dirty file."""
    go(window, "open")
    window.session.importing.start(dirty_csv)
    seen(window)
    return window


def grid_of(window) -> GridView:
    return window.view().findChild(GridView)


def marks(window):
    model = grid_of(window).model()
    return [model.data(model.index(place, 0)) for place in range(model.rowCount())]


def field(window, name):
    form = window.view().findChild(ReadingForm)
    return next(one for kind in (QComboBox, QSpinBox) for one in form.findChildren(kind) if one.accessibleName() == name)


def choose(window, name, value):
    box = field(window, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def select(grid, top, left, bottom, right):
    model = grid.model()
    cells = QItemSelection(model.index(top, left), model.index(bottom, right))
    grid.selectionModel().select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)


# what is shown

def test_each_row_is_marked_with_what_it_is_taken_for(looked):
    assert marks(looked) == ["× Title, passed over", "× Title, passed over", "Blank", "■ Column names", "• Row 1 of the data",
                             "• Row 2 of the data", "• Row 3 of the data", "• Row 4 of the data"]
    told = texts(looked.view())
    assert "Column names in row 4. 3 columns. 2 rows above them are passed over as titles." in told


def test_rows_and_columns_have_the_numbers_and_letters_of_the_spreadsheet(looked):
    model = grid_of(looked).model()
    assert model.headerData(3, Qt.Orientation.Vertical) == "4"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "B  Straße"


def test_a_screen_reader_hears_the_row_its_mark_and_the_column(looked):
    model = grid_of(looked).model()
    assert model.data(model.index(4, 2), ACCESSIBLE) == "Row 5, Row 1 of the data, B  Straße: Café"


def test_no_draft_is_saved_before_the_table_is_opened(looked):
    assert looked.session.draft is None
    assert drafting.drafts(looked.session.house)[0] == ()


def test_lines_that_decide_the_letters_stand_side_by_side_and_can_be_chosen(looked, seen):
    table = next(one for one in looked.view().findChildren(TableView) if one.accessibleName().startswith("Lines that decide"))
    model = table.model()
    assert model.data(model.index(0, 0)) == "Büro für Gebühren;;"
    assert "\ufffd" in model.data(model.index(0, 1))
    press(looked.view(), "Read it as UTF-8")
    assert seen(looked).trouble is not None  # these bytes are no UTF-8; the sentence says so, the rows stay
    assert marks(looked)[3] == "■ Column names"
    assert "fees 2026-01.csv" in texts(looked.view())


def test_the_ways_to_write_the_letters_stand_side_by_side_in_a_narrow_window(looked):
    looked.resize(683, 384)
    QTest.qWait(50)
    table = next(one for one in looked.view().findChildren(TableView) if one.accessibleName().startswith("Lines that decide"))
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_a_file_that_is_no_table_is_told_in_place_of_a_preview(window, tmp_path, seen):
    path = tmp_path / "scan.csv"
    path.write_bytes(b"%PDF-1.7 not a table")
    go(window, "open")
    window.session.importing.start(path)
    assert not seen(window).is_on
    assert "This is a PDF document" in texts(window.view())
    assert window.view().findChild(DropZone) is not None


def test_the_preview_passes_the_audit(looked):
    assert audit(looked, looked.view()) == []


def test_the_preview_has_room_in_a_narrow_window(looked):
    looked.resize(683, 384)
    QTest.qWait(100)
    assert [*clipped_labels(looked.view()), *cut_off(looked.view()), *small_targets(looked.view())] == []


def test_of_a_long_file_the_unseen_rows_are_told(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("Name,Fee\n" + "a,1\n" * 500, encoding="utf-8")
    model = GridModel(look_here(path))
    told = [model.data(model.index(place, 0)) for place in range(model.rowCount())]
    assert told[200] == "Rows 201 to 489 are not shown here."
    assert (told[199], told[-1]) == ("• Row 199 of the data", "• Data")
    assert model.row_at(200) is None


@pytest.mark.parametrize("column", [1, 2, 26, 27, 52, 702, 703, 16_384])
def test_letters_and_numbers_of_columns_go_both_ways(column):
    assert column_named(letters_of(column)) == column_named(str(column)) == column


@pytest.mark.parametrize("typed", ["", "A1", "é", "-1", "0", " "])
def test_what_names_no_column_is_taken_for_none(typed):
    assert column_named(typed) is None


# what is changed

def test_enter_on_the_button_that_has_the_focus_opens_the_table(looked, settle):
    assert QApplication.focusWidget().accessibleName() == "Open the table"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(looked.session)
    bench = looked.session.workbench
    assert bench.original.names == ("Nummer", "Straße", "Betrag")
    assert drafting.load(looked.session.house, looked.session.draft.id).recipe == bench.draft.recipe


def test_the_way_on_has_the_focus_once_the_table_is_open(looked, settle):
    press(looked.view(), "Open the table")
    settle(looked.session)
    assert QApplication.focusWidget() is looked.view().on


def test_enter_on_a_row_takes_it_for_the_column_names(looked, seen, settle):
    grid = grid_of(looked)
    grid.setCurrentIndex(grid.model().index(4, 1))
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert seen(looked).step.header_rows == (5,)
    assert marks(looked)[3:5] == ["× Title, passed over", "■ Column names"]
    looked.session.importing.open()
    settle(looked.session)
    assert looked.session.workbench.original.names == ("1", "Café", "3,5")


def test_chosen_rows_are_joined_to_column_names(looked, seen):
    select(grid_of(looked), 3, 0, 4, 3)
    press(looked.view(), "Rows 4, 5 hold the column names")
    assert seen(looked).preview.labels == ("Nummer 1", "Straße Café", "Betrag 3,5")


def test_chosen_cells_become_the_table_and_the_rest_is_dimmed(looked, seen):
    select(grid_of(looked), 3, 1, 6, 2)
    press(looked.view(), "Only the chosen cells are the table")
    assert seen(looked).step.region == (4, 1, 7, 2)
    assert marks(looked)[-1] == "× Below the table, passed over"
    model = grid_of(looked).model()
    assert model.headerData(3, Qt.Orientation.Horizontal) == "C – left out"
    assert model.data(model.index(4, 3), Qt.ItemDataRole.BackgroundRole) != model.data(
        model.index(4, 2), Qt.ItemDataRole.BackgroundRole)
    told = texts(looked.view())
    assert "1 row below the table is passed over. 1 column beside it is left out." in told


def test_numbers_move_the_table_as_well(looked, qtbot, seen):
    field(looked, "Last row of the table").setValue(7)
    field(looked, "Last column of the table").setValue(2)
    qtbot.waitUntil(lambda: looked.session.importing.step.region == (4, 1, 7, 2))
    assert seen(looked).preview.rows_below == (8,)


def test_a_column_is_typed_by_its_letter(looked, qtbot):
    right = field(looked, "Last column of the table")
    right.setFocus()
    right.selectAll()
    QTest.keyClicks(right, "b")
    qtbot.waitUntil(lambda: looked.session.importing.step.region == (4, 1, 0, 2))


def test_another_sign_between_columns_is_seen_at_once(looked, seen):
    choose(looked, "Columns are divided by", ",")
    assert seen(looked).preview.delimiter == ","
    assert grid_of(looked).model().columnCount() == 3


def test_a_table_without_names_is_chosen_from_the_list(looked, seen):
    choose(looked, "Column names", "none")
    assert seen(looked).step.header_rows == ()
    assert "No row holds column names" in texts(looked.view())


def test_the_field_one_stands_on_keeps_the_focus_while_the_rows_change(looked, seen):
    box = field(looked, "Columns are divided by")
    box.setFocus()
    choose(looked, "Columns are divided by", "\t")
    seen(looked)
    assert QApplication.focusWidget() is box


def test_of_several_wishes_the_last_one_holds(looked, seen):
    importing = looked.session.importing
    for row in (1, 2, 5):
        importing.change(ImportStep(header_rows=(row,)))
    assert seen(looked).preview.header_rows == (5,)


def test_what_was_changed_can_be_taken_back(looked, seen):
    looked.session.importing.change(ImportStep(header_rows=(1,)))
    seen(looked)
    press(looked.view(), "Undo what was changed here")
    assert seen(looked).step == ImportStep()
    assert marks(looked)[3] == "■ Column names"


def test_another_file_can_be_chosen_instead(looked):
    press(looked.view(), "Choose another file")
    assert looked.view().findChild(DropZone) is not None
    assert not looked.session.importing.is_on


# sheets

@pytest.fixture
def two_sheets(tmp_path):
    def more(workbook):
        hidden = workbook.create_sheet("Codes")
        for row in (["Code", "Word"], ["A", "Ash"], ["B", "Oak"]):
            hidden.append(row)
        hidden.sheet_state = "hidden"

    return book(tmp_path / "two.xlsx", [["Permit", "Fee"], ["P-1", 1], ["P-2", 2]], more)


def test_sheets_are_listed_with_size_state_and_the_reason_for_the_proposal(window, two_sheets, seen):
    go(window, "open")
    window.session.importing.start(two_sheets)
    seen(window)
    box = field(window, "Sheet")
    assert [box.itemText(place) for place in range(box.count())] == [
        "Data (3 rows, 2 columns)", "Codes (3 rows, 2 columns) – hidden"]
    assert "Steward proposes Data. The other sheets with tables are hidden." in texts(window.view())


def test_another_sheet_is_shown_and_opened(window, two_sheets, seen, settle):
    go(window, "open")
    window.session.importing.start(two_sheets)
    seen(window)
    choose(window, "Sheet", "Codes")
    assert seen(window).preview.labels == ("Code", "Word")
    press(window.view(), "Open the table")
    settle(window.session)
    assert window.session.workbench.original.provenance.sheet == "Codes"


# remembered

def test_the_next_file_of_the_shape_is_shown_as_the_last_one_was_read(looked, seen, settle, tmp_path):
    looked.session.importing.change(ImportStep(header_rows=(5,)))
    seen(looked)
    looked.session.importing.change(ImportStep(header_rows=(4,)))
    seen(looked)
    press(looked.view(), "Open the table")
    settle(looked.session)
    assert remembered_count(looked.session.house) == 1
    path = tmp_path / "fees 2026-02.csv"
    path.write_bytes(DIRTY.replace("3;y;5\n", "3;y;5\n4;z;6\n").encode("cp1252"))
    looked.session.go("open", "new")
    looked.session.importing.start(path)
    assert seen(looked).proposal.is_recalled
    assert "Read as the last file of this kind: column names in row 4." in texts(looked.view())
    press(looked.view(), "Use Steward's guess")
    assert seen(looked).step == ImportStep()


# from an opened draft

def test_an_opened_table_can_be_read_another_way_and_keeps_its_decisions(opened_window, seen, settle):
    window = opened_window
    window.session.edit(lambda draft: draft.with_answer("title", "Permits"))
    go(window, "open")
    press(window.view(), "Read it another way")
    seen(window)
    grid_of(window).row_activated.emit(2)
    seen(window)
    press(window.view(), "Read it this way")
    settle(window.session)
    bench = window.session.workbench
    assert (bench.original.height, bench.original.names[0]) == (3, "P-1")
    assert bench.draft.record.title == "Permits"
    assert bench.draft.recipe.import_step.header_rows == (2,)


def test_an_opened_table_may_be_left_as_it_is(opened_window, seen):
    go(opened_window, "open")
    press(opened_window.view(), "Read it another way")
    seen(opened_window)
    press(opened_window.view(), "Leave it as it is")
    assert "First rows" in texts(opened_window.view())


def test_the_summary_counts_what_is_left_out(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("A,B,C\n1,2,3\n4,5,6\n", encoding="utf-8")
    assert " ".join(map(str, summary(look_here(path, region=(1, 2, 2, 2))))) == (
        "Column names in row 1. 1 column. 1 row below the table is passed over. 2 columns beside it are left out.")


def test_rows_that_do_not_fit_are_marked_and_told_before_the_file_is_opened(qtbot, tmp_path):
    path = tmp_path / "ragged.csv"
    path.write_text("a,b\n1,2\n1,2,3\n4,5\n", encoding="utf-8")
    found = look_here(path)
    model = GridModel(found)
    assert [model.data(model.index(place, 0)) for place in range(4)] == [
        "■ Column names", "• Row 1 of the data", "◇ Does not fit, set apart", "• Row 2 of the data"]
    assert model.headerData(3, Qt.Orientation.Horizontal) == "C"
    assert "1 of these rows has more or fewer cells and will be set apart" in " ".join(map(str, summary(found)))
    assert "left out" not in " ".join(map(str, summary(found)))


def test_a_text_file_of_more_columns_than_a_spreadsheet_has_keeps_all_when_another_row_holds_the_names(qtbot, tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(",".join(f"{row}{place}" for place in range(17_000)) for row in "abc"), encoding="utf-8")
    form, steps = ReadingForm(look_here(path), ImportStep()), []
    qtbot.addWidget(form)
    form.step_chosen.connect(steps.append)
    form._fields["header_first"].setValue(2)
    form._typing.stop()
    form._choose(form._with_numbers())
    assert steps == [ImportStep(header_rows=(2,))]


def test_a_second_table_below_is_said_and_can_be_read_alone_with_one_press(window, tmp_path, seen):
    path = tmp_path / "two.csv"
    path.write_text("id,fee,sum\n1,2,3\n2,3,4\n3,4,5\nstation,calls\nN1,9\nN2,8\nN3,7\n")
    go(window, "open")
    window.session.importing.start(path)
    seen(window)
    assert "Another table seems to begin in row 5" in texts(window.view())
    assert field(window, "Tables found in it").currentText() == "All of it as one table"
    press(window.view(), "Read only this: Rows 5 to 8")
    preview = seen(window).preview
    assert (preview.labels, preview.region) == (("station", "calls"), (5, 1, 8, 2))
    assert field(window, "Tables found in it").currentText() == "Rows 5 to 8, columns A to B"
    assert marks(window)[3:5] == ["× Above the table, passed over", "■ Column names"]
    assert "4 rows above the table are passed over." in texts(window.view())
    press(window.view(), "Read all of it as one table")
    assert seen(window).preview.header_rows == (1,)
