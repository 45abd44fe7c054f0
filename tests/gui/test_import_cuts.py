"""Columns that are lined up are cut at places that a person sees and changes; a table far down is named with its rows."""

from PySide6.QtWidgets import QLineEdit

from steward.gui.prepare._reading_words import region_words
from tests.gui.audit import audit
from tests.gui.test_importing import choose, grid_of
from tests.gui.test_prepare import go, press


def test_lined_up_columns_are_cut_at_the_places_that_a_person_takes_changes_and_lets_go(window, tmp_path, seen):
    path = tmp_path / "permits.txt"
    path.write_text("ID    NAME     FEE\n" + "".join(f"{row:<6}{'Elm St':<9}{row:>3}\n" for row in range(1, 9)))
    go(window, "open")
    window.session.importing.start(path)
    seen(window)
    press(window, "Cut the lines there")
    seen(window)
    assert window.session.importing.step.cuts == (7, 16)
    assert grid_of(window).model().rowCount() == 9
    places = next(one for one in window.view().findChildren(QLineEdit) if one.accessibleName() == "Columns begin at characters")
    assert places.text() == "7, 16"
    places.setText("7")
    places.editingFinished.emit()
    seen(window)
    assert window.session.importing.preview.labels == ("ID", "NAME     FEE")
    assert audit(window, window.view()) == []
    choose(window, "Columns are divided by", "|")
    seen(window)
    assert (window.session.importing.step.cuts, window.session.importing.step.delimiter) == (None, "|")


def test_a_table_to_the_last_column_is_named_without_it():
    assert str(region_words((30_004, 1, 0, 0))) == "Rows from 30,004 on, columns A to the last one"
