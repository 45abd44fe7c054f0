"""The widgets pages are built from: they say what they show, and the keyboard reaches and leaves them."""

from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from steward.gui import theme
from steward.gui.widgets.buttons import LongLink, primary_button, secondary_button
from steward.gui.widgets.empty_state import EmptyState
from steward.gui.widgets.error_summary import ErrorSummary, Lead
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.finding_card import FindingCard
from steward.gui.widgets.form_row import FormRow, choice_field, text_edit
from steward.gui.widgets.notice import notice_of
from steward.gui.widgets.rule_beside import RuleBeside
from steward.gui.widgets.side_by_side import SideBySide
from steward.gui.widgets.table_view import PAGE_ROWS, PagedModel, TableView
from steward.gui.widgets.tag import Tag
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words


@pytest.fixture
def stage(qtbot, qapp):
    """Return a shown window that widgets are put on."""
    theme.apply(qapp, "light")
    window = QWidget()
    window.resize(700, 500)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.show()

    def put(widget):
        window.layout().addWidget(widget)
        QApplication.processEvents()
        return widget

    return put


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def finding(tier=Tier.DECIDE, kind="email"):
    return Finding(kind=kind, tier=tier, column="Contact", count=3, words=Words(
        what=say("Column {column} holds e-mail addresses.", column="Contact"), where=say("3 rows, first in row 12."),
        next_step=say("Leave the column out.")))


def test_buttons_are_large_enough_to_press(stage):
    for button in (primary_button("&Send"), secondary_button("&Back")):
        assert stage(button).height() >= 32
        assert "&" not in button.accessibleName()


def test_a_long_link_wraps_instead_of_widening_the_page(stage):
    link = stage(LongLink("Column Applicant email seems to hold e-mail addresses in every one of its many filled cells. " * 3))
    assert link.width() <= 700
    assert link.height() > 50


def test_the_summary_takes_the_focus_and_its_links_lead_on(stage):
    followed = []
    summary = stage(ErrorSummary("Still to be decided"))
    assert not summary.isVisible()
    summary.show_leads([Lead(text="The title is missing.", follow=lambda: followed.append("title"))], take_focus=True)
    assert QApplication.focusWidget() is summary
    summary.findChild(QPushButton).click()
    assert followed == ["title"]
    summary.show_leads([])
    assert not summary.isVisible()


def test_a_form_row_names_and_explains_its_field(stage):
    field = QLineEdit()
    row = stage(FormRow("&Title", field, help_text="A name people understand.", mark="Optional"))
    assert field.accessibleName() == "Title"
    assert field.accessibleDescription() == "A name people understand."
    row.show_problem("The title is missing.")
    assert field.accessibleDescription().startswith("The title is missing.")
    assert "The title is missing." in texts(row)
    row.show_problem("")
    assert field.property("problem") == "no"


def test_a_hint_is_read_out_with_its_field_and_does_not_mark_it_as_wrong(stage):
    field = QLineEdit()
    row = stage(FormRow("Title", field))
    row.show_problem("It is a file name.", is_hint=True)
    assert (field.property("problem"), field.accessibleDescription()) == ("no", "It is a file name.")
    row.show_problem("It is missing.")
    assert field.property("problem") == "yes"


def test_a_rule_opens_at_the_right_of_its_field_or_below_it_where_there_is_little_room(stage):
    field = QLineEdit()
    field.setMaximumWidth(200)
    place = stage(RuleBeside(field, "The rule."))
    QApplication.processEvents()
    assert field.mapTo(place, QPoint()).x() == 0
    place.turn()
    QApplication.processEvents()
    rule = next(label for label in place.findChildren(QLabel) if label.text() == "The rule.")
    assert rule.mapTo(place, QPoint()).x() > field.mapTo(place, QPoint()).x() + field.width()
    place.setFixedWidth(400)
    QApplication.processEvents()
    assert rule.mapTo(place, QPoint()).y() >= field.height()
    place.turn()
    assert not rule.isVisible()


def test_tab_leaves_a_field_of_several_lines(stage):
    field, other = stage(text_edit("One")), stage(QLineEdit())
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is other


def test_a_list_of_choices_keeps_ids_apart_from_words(stage):
    field = stage(choice_field((("", "Choose…"), ("daily", "Every day")), "daily"))
    assert field.currentText() == "Every day"
    assert field.currentData() == "daily"


def test_a_table_is_left_with_tab_and_named(stage):
    table, other = stage(TableView("First rows")), stage(QLineEdit())
    table.show_rows(("A", "B"), (("1", "2"), ("3", "4")))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is other
    assert table.accessibleName() == "First rows"


def test_a_million_rows_are_read_a_page_at_a_time(qapp):
    asked = []

    def rows(offset, count):
        asked.append(offset)
        return [(str(offset + place),) for place in range(count)]

    model = PagedModel(("Number",), 1_000_000, rows)
    assert model.data(model.index(700_150, 0)) == "700150"
    assert model.data(model.index(700_151, 0)) == "700151"
    assert asked == [700_100]
    for page in range(40):
        model.data(model.index(page * PAGE_ROWS, 0))
    assert len(model._pages) <= 16


def test_of_thousands_of_columns_only_the_first_are_measured(stage):
    class Asked(PagedModel):
        columns: ClassVar[set[int]] = set()

        def data(self, index, role=int(Qt.ItemDataRole.DisplayRole)):
            self.columns.add(index.column())
            return super().data(index, role)

    table = stage(TableView("First rows"))
    table.show_pages(Asked([f"c{place}" for place in range(3_000)], 1, lambda _offset, count: [("x",) * 3_000] * count))
    assert max(Asked.columns) < 100


def test_a_cell_is_spoken_with_its_column(qapp):
    model = PagedModel(("Status",), 1, lambda _offset, _count: [("open",)])
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Status: open"


def test_a_finding_says_its_weight_in_words(stage):
    assert "Cannot be sent as it is" in texts(stage(FindingCard(finding(Tier.BLOCK))))
    assert "Your decision is needed" in texts(stage(FindingCard(finding())))


def test_a_finding_that_was_decided_shows_the_reason(stage):
    decision = Decision(kind="email", column="Contact", choice=Choice.KEEP, reason="Office mailboxes", by="ann", at="")
    told = texts(stage(FindingCard(finding(), decision=decision, is_open=False)))
    assert "Decided" in told
    assert "Reason: Office mailboxes" in told


def test_a_fact_that_is_not_answered_says_so_and_can_be_changed(stage):
    changed = []
    facts = stage(FactList([Fact(label="Title", value="", change=lambda: changed.append("title"))]))
    assert "Not answered" in texts(facts)
    facts.findChild(QPushButton).click()
    assert changed == ["title"]
    assert facts.findChild(QPushButton).accessibleName() == "Change Title"


def test_facts_stand_beside_each_other_only_where_there_is_room(stage):
    told = [Fact(label=f"Fact {number}", value="some words that need their room") for number in range(4)]
    facts = stage(FactList(told, abreast=2))
    for width, columns in ((900, 2), (440, 1), (900, 2)):
        facts.window().resize(width, 300)
        QApplication.processEvents()
        labels = [label for label in facts.findChildren(QLabel) if label.text().startswith("Fact ")]
        assert len({label.x() for label in labels}) == columns
        assert len({(label.x(), label.y()) for label in labels}) == len(labels)


def test_a_notice_tells_all_three_sentences(stage):
    box = stage(notice_of(words(say("The folder is gone."), say("Folder queue."), say("Look for it."))))
    assert texts(box) == ["The folder is gone.", "Folder queue. Look for it."]


def test_an_empty_list_says_why_and_what_to_do(stage):
    assert "You have no drafts." in texts(stage(EmptyState("You have no drafts.", "Start one.")))


def test_a_state_is_told_by_a_word_beside_its_color(stage):
    assert texts(stage(Tag("Overdue", "caution"))) == ["Overdue"]


@pytest.mark.parametrize(("width", "is_beside"), [(1000, True), (500, False)])
def test_two_parts_stand_beside_each_other_only_where_there_is_room(stage, width, is_beside):
    left, right = QLineEdit(), QLineEdit()
    both = stage(SideBySide(left, right))
    both.window().resize(width, 400)
    QApplication.processEvents()
    assert (left.y() == right.y()) is is_beside
