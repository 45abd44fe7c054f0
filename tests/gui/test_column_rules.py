"""Rules on screen: offered, taken, changed, passed over, taken back; and the key of the table."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from steward.gui.prepare._column_form import ColumnForm
from steward.gui.prepare._column_rules import ColumnRules
from steward.gui.prepare._key import KeyBox
from steward.gui.prepare._no_value_words import NoValueAnswer, NoValueWords


@pytest.fixture
def page(page_of):
    lines = "\n".join(f"T-{number:04d},{['Good', 'Fair', 'Poor'][number % 3]},{number % 5 + 1}" for number in range(60))
    return page_of(f"Tree_ID,Condition,Rating\n{lines}\n", "columns")


def rules(page, column):
    page._choose(list(page._fields).index(column))
    return page.findChild(ColumnForm).findChild(ColumnRules)


def button(place, text):
    return next(one for one in place.findChildren(QPushButton) if one.accessibleName() == text and one.parent() is not None)


def said(page, column):
    return next((field for field in page.session.draft.fields if field.column == column), None)


def words_on(widget):
    QTest.qWait(1)  # what a layout has just taken in is shown a moment later
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_nothing_is_a_rule_before_it_is_taken_and_then_it_can_be_taken_back(page, settle):
    place = rules(page, "Condition")
    assert said(page, "Condition") is None
    assert "The list becomes public: Fair · Good · Poor." in words_on(place)
    button(place, "Take for Condition: Only these 3 values").click()
    assert said(page, "Condition").constraints.enum == ("Fair", "Good", "Poor")
    assert "Rules of this column" in words_on(rules(page, "Condition"))
    button(rules(page, "Condition"), "Take back: Only these 3 values").click()
    settle(page.session)
    assert said(page, "Condition").constraints.enum is None
    assert button(rules(page, "Condition"), "Take for Condition: Only these 3 values")


def test_words_that_are_being_typed_are_kept_when_a_rule_is_taken(page):
    place = rules(page, "Rating")
    page.findChild(ColumnForm).findChild(QPlainTextEdit).setPlainText("How healthy the tree looked to the inspector.")
    button(place, "Take for Rating: Never empty").click()
    assert said(page, "Rating").description == "How healthy the tree looked to the inspector."
    assert said(page, "Rating").constraints.required


def test_a_rule_that_is_changed_is_held_against_the_table_at_once(page, settle):
    place = rules(page, "Rating")
    button(place, "Change: From 1 to 5").click()
    largest = next(one for one in place.findChildren(QLineEdit) if one.accessibleName() == "Largest")
    largest.setText("many")
    button(place, "Take the rule").click()
    assert "does not fit the kind of value" in words_on(place)
    largest.setText("4")
    button(place, "Take the rule").click()
    settle(page.session)
    assert said(page, "Rating").constraints.maximum == "4"
    broken = [found for found in page.session.workbench.report.findings if found.kind == "constraint-error"]
    assert [(found.column, found.count) for found in broken] == [("Rating", 12)]


def test_a_pattern_that_cannot_be_read_is_told_beside_it(page):
    place = rules(page, "Tree_ID")
    button(place, "Change: Always written like A-0000").click()
    line = next(one for one in place.findChildren(QLineEdit) if one.accessibleName() == "Pattern")
    for text, told in (("T-(", "cannot be read"), ("(a+)+", "without end")):
        line.setText(text)
        button(place, "Take the rule").click()
        assert told in words_on(place)
    assert said(page, "Tree_ID") is None


def test_a_list_of_values_can_be_longer_than_what_was_seen(page, settle):
    place = rules(page, "Condition")
    button(place, "Change: Only these 3 values").click()
    place.findChild(QPlainTextEdit).appendPlainText("Dead")
    button(place, "Take the rule").click()
    settle(page.session)
    assert said(page, "Condition").constraints.enum == ("Fair", "Good", "Poor", "Dead")
    assert not [found for found in page.session.workbench.report.findings if found.kind == "constraint-error"]


def test_what_is_no_rule_is_not_offered_again(page, settle):
    button(rules(page, "Condition"), "No rule: Never empty").click()
    assert "Never empty" not in [one.text() for one in rules(page, "Condition").findChildren(QPushButton)]
    assert page.session.draft.passed_over == ("required Condition",)


def test_the_key_is_offered_taken_and_taken_back(page, settle):
    key = page.findChild(KeyBox)
    button(key, "Take as the key: Tree_ID").click()
    assert page.session.draft.primary_key == ("Tree_ID",)
    assert "Each row is named by" in words_on(key)
    button(key, "Take back: Tree_ID").click()
    assert page.session.draft.primary_key == ()
    button(key, "No key: Tree_ID").click()
    assert key.isHidden()


def test_words_among_days_are_taken_as_no_value_as_the_answer_to_what_was_found(page_of, settle):
    days = "\n".join(f"{number},2024-01-{number % 28 + 1:02d}" for number in range(60))
    page = page_of(f"No,Planted\n{days}\n60,see notes\n61,soon\n", "columns")
    settle(page.session)
    page.findings.unfold(("type-error", "Planted"), lambda _card: None)
    answer = page.findChild(NoValueAnswer)
    assert "see notes \u00b7 soon" in words_on(answer)
    answer.findChild(QPushButton).click()
    settle(page.session)
    field = said(page, "Planted")
    assert (field.type, field.missing_values, field.is_typed) == ("date", ("", "see notes", "soon"), True)
    assert "type-error" not in [found.kind for found in page.session.workbench.report.findings]
    place = rules(page, "Planted")
    button(place, "Take back: 2 words mean no value").click()
    settle(page.session)
    assert [list(found.rows) for found in page.session.workbench.report.findings if found.kind == "type-error"] == [[62, 63]]


def test_words_that_mean_no_value_are_typed_one_in_a_line_and_kept_as_they_are_written(page, settle):
    page._choose(list(page._fields).index("Condition"))
    words = page.findChild(ColumnForm).findChild(NoValueWords)
    words.words.setPlainText("Poor\n\nnot seen\nPoor")
    assert said(page, "Condition") is None
    next(one for one in words.findChildren(QPushButton) if "Take" in one.text()).click()
    settle(page.session)
    assert said(page, "Condition").missing_values == ("", "Poor", "not seen")
    assert page.findChild(ColumnForm).findChild(NoValueWords).words.toPlainText() == "Poor\nnot seen"
