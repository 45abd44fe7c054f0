"""Words that a vocabulary no longer has: shown, kept while other answers change, and gone only once another is chosen."""

from PySide6.QtWidgets import QApplication, QCheckBox

from steward.gui.prepare._element_row import ElementRow


def row_of(window, element, value):
    window.session.edit(lambda draft: draft.with_answer(element, value))
    window.session.go("describe", element)
    QApplication.processEvents()
    return next(row for row in window.view().findChildren(ElementRow) if row.element.id == element)


def test_an_old_word_stays_in_the_list_of_choices(opened_window):
    row = row_of(opened_window, "license", "OLD-LICENSE")
    assert row.field.currentText() == "OLD-LICENSE (no longer offered)"
    assert row.value() == "OLD-LICENSE"


def test_an_old_word_stays_ticked_while_others_are_ticked(opened_window):
    row = row_of(opened_window, "theme", ("old-theme",))
    box = next(box for box in row.findChildren(QCheckBox) if not box.isChecked())
    box.click()
    assert len(row.value()) == 2
    assert "old-theme" in row.value()


def test_a_bureau_that_is_not_on_the_list_stays_until_another_is_chosen(opened_window):
    row = row_of(opened_window, "publisher", "gone-bureau")
    assert (row.field.text(), row.value()) == ("gone-bureau", "gone-bureau")
