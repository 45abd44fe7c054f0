"""The dictionary on screen: words offered, codes explained, words that say too little, words from a file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from steward.gui.prepare._column_form import ColumnForm
from steward.gui.prepare._dictionary import DictionaryBar
from steward.gui.prepare._fields_shown import described, places_without
from steward.schema.field import Field


@pytest.fixture
def page(page_of):
    lines = "\n".join(f"{'GFPD'[number % 4]},45.{number + 10},T-{number}" for number in range(20))
    return page_of(f"Condition,Latitude,Tree\n{lines}\n", "columns")


def form(page):
    return page.findChild(ColumnForm)


def kept(page, column):
    form(page).hand_over()
    return next(field for field in page.session.draft.fields if field.column == column)


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_codes_are_open_to_be_explained_and_kept(page):
    lines = {line.accessibleName(): line for line in form(page).findChildren(QLineEdit) if line.isVisible()}
    assert {"Meaning of D", "Meaning of F", "Meaning of G", "Meaning of P"} <= set(lines)
    QTest.keyClicks(lines["Meaning of G"], "Good")
    assert kept(page, "Condition").codes == (("G", "Good"),)


def test_enter_goes_from_code_to_code_and_then_to_the_next_column(page):
    lines = [line for line in form(page).findChildren(QLineEdit) if line.accessibleName().startswith("Meaning of")]
    lines[0].setFocus()
    QTest.keyClick(lines[0], Qt.Key.Key_Return)
    assert lines[1].hasFocus()
    QTest.keyClick(lines[-1], Qt.Key.Key_Return)
    assert "WGS 84" in " ".join(button.accessibleName() for button in form(page).findChildren(QPushButton))


def test_words_of_the_glossary_are_taken_by_one_press(page):
    page._go_on(1)
    chip = next(one for one in form(page).findChildren(QPushButton) if one.accessibleName().startswith("Use for Latitude"))
    chip.click()
    assert "WGS 84" in kept(page, "Latitude").description
    assert kept(page, "Latitude").unit == "degrees"


def test_words_that_say_too_little_are_told_under_the_question(page):
    form(page).findChild(QPlainTextEdit).setPlainText("Condition")
    form(page).hand_over()
    assert "repeats the name" in words_on(form(page))
    form(page).findChild(QPlainTextEdit).setPlainText("How the tree was when somebody looked at it.")
    form(page).hand_over()
    assert "repeats the name" not in words_on(form(page))


def test_words_come_from_a_file_and_go_into_one(page, tmp_path, settle):
    given = tmp_path / "dictionary.csv"
    given.write_text("column,description\ntree,Number on the tag of the tree.\n")
    page.findChild(DictionaryBar).take_from(given)
    settle(page.session)
    said = [field.description for field in page.session.draft.fields if field.column == "Tree"]
    assert said == ["Number on the tag of the tree."]
    assert "1 column was described" in words_on(page)
    page.findChild(DictionaryBar).save_to(tmp_path / "out.csv")
    settle(page.session)
    assert "Number on the tag" in (tmp_path / "out.csv").read_text()
    assert "was saved" in words_on(page)


def offer_buttons(page, text):
    return [one for one in page._wanted.offers.findChildren(QPushButton) if one.isVisible() and one.text() == text]


def test_words_on_offer_are_looked_through_together_and_the_columns_left_are_gone_to_one_by_one(page, settle):
    settle(page.session)
    wanted = page._wanted
    assert "Each of them needs a description" in words_on(wanted)
    wanted._look.click()
    (use,) = offer_buttons(page, "Use")       # of the latitude, from the glossary
    assert use.hasFocus()
    form(page).findChild(QPlainTextEdit).setPlainText("How the tree was when somebody looked at it.")
    use.click()
    said = {field.column: field.description for field in page.session.draft.fields}
    assert "WGS 84" in said["Latitude"]
    assert said["Condition"].startswith("How the tree was")
    assert wanted._next.hasFocus()
    wanted._next.click()
    assert (page._chosen, page.focusWidget()) == ("Tree", form(page).findChild(QPlainTextEdit))
    page._table.selectRow(1)                  # the list still shows what is chosen in it
    assert "WGS 84" in form(page).findChild(QPlainTextEdit).toPlainText()


def test_the_other_pages_lead_to_the_first_column_without_words_and_no_further_once_all_have_some(page, settle):
    def links(name, text):
        page.session.go(name)
        settle(page.session)
        QApplication.processEvents()
        return [one for one in page.window().view().findChildren(QPushButton)
                if one.isVisible() and text in (one.accessibleName() or one.text())]

    for name, text in (("describe", "Go to the first of these columns"), ("send", "3 columns are not described")):
        page._choose(2)
        (link,) = links(name, text)
        link.click()
        settle(page.session)
        QTest.qWait(10)
        assert page._chosen == "Condition"
        assert form(page).findChild(QPlainTextEdit).hasFocus()
    for _column in range(3):
        QTest.keyClicks(page.window().focusWidget(), f"What {page._chosen} is.")
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert links("describe", "Go to the first of these columns") == links("send", "not described") == []


def test_a_description_of_blanks_is_none_wherever_it_is_asked_about():
    told = {name: Field(column=name, name=name, description=text) for name, text in (("a", "Said."), ("b", " "), ("c", ""))}
    assert places_without(told) == [1, 2]
    assert described(told["b"], {}) == described(told["c"], {})
