"""A cell changed by hand on the page of columns: shown before, told why not, changed, and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from steward.gui.prepare import _preview
from steward.gui.prepare._editing import EditCard
from steward.gui.prepare._preview import Preview
from steward.tasks import deciding
from steward.workflow import foretaste
from tests.builders import step
from tests.gui.audit import audit


@pytest.fixture
def card(opened_window):
    opened_window.session.go("columns")
    QApplication.processEvents()
    return opened_window.view().findChild(EditCard)


def told(widget):
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def fill(card, row, column, text, reason):
    card._row.setText(row)
    card._column.setCurrentIndex(card._column.findText(column))
    card._row.editingFinished.emit()
    card._new.setText(text)
    card._reason.setText(reason)


def test_the_cell_is_shown_before_it_is_changed(card):
    fill(card, "2", "Status", "", "")
    assert "It holds: open" in told(card)
    fill(card, "99", "Status", "", "")
    assert "no such row" in told(card)
    assert "It holds" not in told(card)


def test_a_cell_is_changed_and_the_recipe_tells_it(card, opened_window, settle):
    fill(card, "2", "Status", "closed", "the office said so")
    QTest.keyClick(card._reason, Qt.Key.Key_Return)
    settle(opened_window.session)
    assert opened_window.session.workbench.candidate.column("Status").values[0].as_py() == "closed"
    assert "Change the cell of column Status in row 2 by hand." in told(opened_window.view())


def test_a_change_in_the_middle_is_taken_out_with_a_button_that_names_it(opened_window, settle):
    session = opened_window.session
    for one in (step("leave_out_column", "Status"), step("rename_column", "Permit", name="case")):
        session.rework(lambda bench, progress, one=one: deciding.apply_remedy(session.house, bench, None, one, progress))
        settle(session)
    session.go("columns")
    QApplication.processEvents()
    out = next(one for one in opened_window.view().findChildren(QPushButton)
               if one.accessibleName() == "Take out change 1: Leave out column Status.")
    out.setFocus()
    QTest.keyClick(out, Qt.Key.Key_Space)
    settle(session)
    assert [one.remedy for one in session.workbench.draft.recipe.steps] == ["rename_column"]
    assert "Status" in session.workbench.candidate.names
    assert "1.  Rename column Permit to case." in told(opened_window.view())


def test_the_way_from_a_finding_shows_its_cell_ready_to_be_changed(card, opened_window):
    card.begin(3, "Status")
    assert (card._row.text(), card._column.currentText()) == ("3", "Status")
    assert "It holds:" in told(card)
    assert QApplication.focusWidget() is card._new or not opened_window.isActiveWindow()


def test_of_a_reshaped_row_the_record_is_chosen(opened_window, settle, qtbot):
    session = opened_window.session
    names = session.workbench.candidate.names
    reshape = step("reshape", ids=names[:-2], values=names[-2:], what="what", blanks="keep")
    session.rework(lambda bench, progress: deciding.apply_remedy(session.house, bench, None, reshape, progress))
    settle(session)
    card = EditCard(session, session.workbench)
    qtbot.addWidget(card)
    fill(card, "2", "Value", "new", "the office said so")
    assert not card._part_form.isHidden()
    card._part.setCurrentIndex(1)
    card._act.click()
    settle(session)
    assert session.workbench.candidate.column("Value").values[1].as_py() == "new"
    assert session.workbench.candidate.column("Value").values[0].as_py() != "new"


@pytest.mark.parametrize(("row", "reason", "said"), [
    ("2", " ", "reason"),
    ("99", "so", "no such row"),
    ("", "so", "Type the number"),
])
def test_what_is_missing_is_said_beside_it(card, opened_window, row, reason, said):
    fill(card, row, "Status", "closed", reason)
    card._act.click()
    assert said in told(card)
    assert opened_window.session.draft.recipe.steps == ()


def test_the_form_can_be_used_without_a_mouse_and_is_named(card, opened_window):
    assert card._row.accessibleName() == "Row"
    assert card._reason.accessibleDescription()
    assert audit(opened_window, opened_window.view()) == []


def test_a_large_table_shows_a_first_look_and_then_the_whole_count(opened_window, qtbot, monkeypatch):
    monkeypatch.setattr(foretaste, "MOST_ROWS", 2)
    shown = []
    monkeypatch.setattr(_preview.Preview, "_show", lambda self, effect, words: shown.append(words) or self.shown.emit())
    preview = Preview(opened_window.session)
    qtbot.addWidget(preview)
    preview.show_steps(opened_window.session.workbench, (step("leave_out_column", "Status"),))
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown == ["Counting in the whole table…", "1 column goes."]
