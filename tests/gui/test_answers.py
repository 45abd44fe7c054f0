"""Answers to findings: questions of a change, groups of columns, what a block allows, what lies out of sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton

from steward.gui.prepare._answer import AnswerForm
from steward.gui.prepare._groups import as_one, grouped
from steward.gui.prepare._hidden import HiddenCard
from steward.gui.prepare._options import options_for
from steward.gui.prepare._questions import QuestionForm
from steward.gui.widgets.error_summary import ErrorSummary, Lead
from steward.gui.widgets.finding_card import FindingCard
from steward.remedies import all_remedies
from steward.vocabulary.decision import Choice
from steward.vocabulary.finding import Finding
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import say, say_count
from steward.vocabulary.recipe import Step
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.needs import outstanding
from tests.gui.audit import audit

ASKING = tuple(remedy for remedy in all_remedies() if remedy.asks)


def texts(widget):
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(widget, name):
    QTest.qWait(20)
    next(one for one in widget.findChildren(QPushButton) if one.accessibleName().startswith(name) and one.isVisible()).click()
    QApplication.processEvents()


def answer(view, option):
    QTest.qWait(20)
    next(radio for radio in view.findChildren(QRadioButton) if radio.text() == option and radio.isVisible()).click()
    QApplication.processEvents()


@pytest.fixture
def come_to(window, tmp_path, settle):
    """Return a function that opens a table of these lines and goes to a page."""
    def come(page, *lines):
        path = tmp_path / "table.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        window.session.begin(path)
        settle(window.session)
        window.session.go(page)
        QApplication.processEvents()
        return window.view()

    return come


# questions

DATES = ("Case,Opened", *(f"C-{number},{1 + number % 9}/{1 + number % 7}/2025" for number in range(30)))


def test_dates_that_can_be_read_both_ways_ask_which_it_is_and_the_preview_follows(come_to, window, settle):
    view = come_to("columns", *DATES)
    press(view, "See what can be done… The dates")
    answer(view, "Write the dates year first")
    field = view.findChild(QuestionForm).findChild(QComboBox)
    assert "change" not in texts(view.findChild(QuestionForm)).split("What stands")[0]
    field.setCurrentIndex(field.findData("dmy"))
    field.activated.emit(field.currentIndex())
    settle(window.session)
    assert "30 cells change." in texts(view)
    press(view, "Write the dates year first:")
    settle(window.session)
    assert window.session.draft.recipe.steps[-1].parameters["order"] == "dmy"
    assert window.session.workbench.candidate.column("Opened").values[0].as_py() == "2025-01-01"


def test_a_change_without_its_answer_says_what_is_missing_and_changes_nothing(come_to, window):
    view = come_to("columns", *DATES)
    press(view, "See what can be done… The dates")
    answer(view, "Write the dates year first")
    press(view, "Write the dates year first:")
    assert "Choose one; the change depends on it." in texts(view)
    assert not window.session.draft.recipe.steps


def test_a_column_whose_name_is_taken_gets_the_one_that_is_typed(come_to, window, settle):
    view = come_to("columns", "Case,Case,Note", "C-1,2,a", "C-2,4,b", "C-3,6,c")
    press(view, "See what can be done…")
    answer(view, "Rename this column")
    field = view.findChild(QuestionForm).findChild(QLineEdit)
    QTest.keyClicks(field, "Crew size")
    press(view, "Rename this column:")
    settle(window.session)
    assert "Crew size" in window.session.workbench.candidate.names


@pytest.mark.parametrize("remedy", ASKING, ids=lambda remedy: remedy.name)
def test_the_form_of_every_question_is_named_and_gives_its_answer(qtbot, remedy):
    form = QuestionForm()
    qtbot.addWidget(form)
    form.ask(remedy.asks, Step(remedy=remedy.name, column="c"))
    form.show()
    for question, field in zip(remedy.asks, [*form.findChildren(QComboBox), *form.findChildren(QLineEdit)], strict=True):
        assert field.accessibleName() == str(question.text)
        assert str(question.explain) in field.accessibleDescription()
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.count() - 1)
        else:
            field.setText("other")
    assert set(form.step().parameters) == {question.parameter for question in remedy.asks}


# groups

FORTY = (",".join(f"Measure {number}" for number in range(40)),
         *(",".join(f" v{row}{number} " for number in range(40)) for row in range(6)))


def test_the_same_in_many_columns_is_one_card_with_one_button_for_all(come_to, window, settle):
    view = come_to("columns", *FORTY)
    cards = [card for card in view.findChildren(FindingCard) if card.finding.kind == "padded-cell"]
    assert len(cards) == 1
    assert "240 cells" in texts(cards[0])
    assert "40 columns: Measure 0, Measure 1, Measure 2 and 37 more." in texts(cards[0])
    press(cards[0], "See what can be done…")
    settle(window.session)   # what fits all forty is looked at beside the window
    answer(view, "Remove the blanks around the text")
    settle(window.session)
    assert "240 cells change." in texts(view)
    press(view, "Remove the blanks around the text (40 columns)")
    settle(window.session)
    assert len(window.session.draft.recipe.steps) == 40
    assert window.session.workbench.candidate.column("Measure 39").values[0].as_py() == "v039"


def test_what_was_done_to_many_columns_at_once_is_undone_and_redone_at_once(come_to, window, settle):
    test_the_same_in_many_columns_is_one_card_with_one_button_for_all(come_to, window, settle)
    press(window.view(), "Undo the last")
    settle(window.session)
    assert not window.session.draft.recipe.steps
    assert not window.session.draft.decisions
    press(window.view(), "Redo")
    settle(window.session)
    assert len(window.session.draft.recipe.steps) == 40


def test_the_columns_of_a_group_can_be_opened_one_by_one(come_to, window, settle):
    view = come_to("columns", *FORTY)
    press(view, "Show the 40 columns one by one")
    singles = [card for card in view.findChildren(FindingCard) if card.finding.column == "Measure 0" and card.isVisible()]
    assert len(singles) == 1
    press(singles[0], "See what can be done…")
    answer(view, "Remove the blanks around the text")
    press(view, "Remove the blanks around the text: column Measure 0")
    settle(window.session)
    assert [step.column for step in window.session.draft.recipe.steps] == ["Measure 0"]


def test_a_page_of_groups_passes_the_audit(come_to, window):
    view = come_to("columns", *FORTY)
    press(view, "See what can be done…")
    QTest.qWait(30)
    assert audit(window, view) == []


def found(column, *, count=2, tier=Tier.WARN, kind="padded-cell"):
    what = say_count("{count} cell has blanks.", "{count} cells have blanks.", count)
    return Finding(kind=kind, tier=tier, column=column, count=count, words=Words(what=what, where=say("Somewhere.")))


def test_findings_are_put_together_from_three_columns_on_and_only_where_all_say_the_same():
    alike = [found(name) for name in "abc"]
    assert [len(group) for group in grouped(alike)] == [3]
    assert [len(group) for group in grouped(alike[:2])] == [1, 1]
    assert [len(group) for group in grouped([*alike, found("d", kind="other")])] == [3, 1]
    assert str(as_one(tuple(alike)).words.what) == "6 cells have blanks."
    assert str(as_one(tuple(alike)).words.where) == "3 columns: a, b, c."


@pytest.mark.parametrize("tier", [Tier.BLOCK, Tier.DECIDE])
def test_what_needs_a_decision_is_never_put_together(tier):
    assert [len(group) for group in grouped([found(name, tier=tier) for name in "abcd"])] == [1, 1, 1, 1]


# where the keyboard goes on

TWO = ("Case,Email,Phone", *(f"C-{number},p{number}@example.org,503-281-01{number:02}" for number in range(30)))


def test_after_a_change_the_keyboard_goes_on_with_the_next_question(come_to, window, settle):
    view = come_to("privacy", *TWO)
    answer(view, "Leave out this column")
    press(view, "Leave out this column: column Email")
    settle(window.session)
    QTest.qWait(20)
    card = QApplication.focusWidget()
    assert isinstance(card, FindingCard)
    assert card.finding.column == "Phone"
    QTest.keyClick(card, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QRadioButton)


def test_after_the_last_answer_the_keyboard_is_at_the_way_on(come_to, window, settle):
    view = come_to("privacy", *TWO)
    for column in ("Email", "Phone"):
        answer(view, "Leave out this column")
        press(view, f"Leave out this column: column {column}")
        settle(window.session)
    assert QApplication.focusWidget() is view.on


def test_words_that_are_being_typed_outlast_a_check_of_the_table(come_to, window, settle):
    view = come_to("columns", *FORTY)
    QTest.keyClicks(view.findChild(QPlainTextEdit), "First measure")
    view.refresh()
    assert view.findChild(QPlainTextEdit).toPlainText() == "First measure"


# blocks

SSN = ("Case,Note", *(f"C-{number},Called back" for number in range(40)), "C-99,SSN 512-45-6789 on file")


def test_a_block_offers_changes_and_last_to_ask_the_program(come_to, window):
    view = come_to("privacy", *SSN)
    block = next(found for found in window.session.workbench.report.findings if found.kind == "ssn")
    options = options_for(window.session.workbench, (block,))
    assert [option.choice for option in options[:-1]] == [Choice.REMEDY] * (len(options) - 1)
    assert options[-1].choice is Choice.CONTEST
    assert "ask the program where Steward is mistaken" in texts(view)


def test_asking_the_program_takes_a_reason_and_the_block_waits_no_longer(come_to, window):
    view = come_to("privacy", *SSN)
    form = view.findChildren(AnswerForm)[0]
    form.choose(len(form._options) - 1)
    form._reason.setText("Numbers of work orders that are written like this.")
    form._act.click()
    assert [given.choice for given in window.session.draft.decisions] == [Choice.CONTEST]
    assert "ssn" not in [found.kind for found in outstanding(window.session.draft, window.session.workbench.report.findings)]
    assert "You asked the program to let it pass." in texts(view)


def test_the_rule_is_told_by_its_source_and_by_who_confirmed_it(come_to):
    told = texts(come_to("privacy", *SSN))
    assert "ORS 646A" in told
    assert "Not confirmed by the City Attorney yet." in told
    assert "privacy-ssn" not in told


# out of sight

def hidden(kind, count=1, found=()):
    return HiddenThing(kind=kind, where=say("Sheet {sheet}.", sheet="Old"), count=count, tier=Tier.WARN, found=found)


def test_what_a_workbook_hides_is_told_in_one_sentence_with_a_list_to_open(qtbot):
    card = HiddenCard((hidden("hidden_sheet"), hidden("thumbnail", 3)))
    qtbot.addWidget(card)
    card.show()
    assert texts(card) == "This workbook holds 4 other things out of sight. None will be sent."
    press(card, "Show what it is")
    assert "Sheet Old." in texts(card)
    assert "3 things." in texts(card)
    press(card, "Hide the list")
    assert "Sheet Old." not in texts(card)


@pytest.mark.parametrize("kind", ["hidden_row", "hidden_column", "filtered_rows", "invisible_text"])
def test_what_is_hidden_in_rows_and_columns_is_not_said_to_stay_behind(qtbot, kind):
    card = HiddenCard((hidden("hidden_sheet"), hidden(kind)))
    qtbot.addWidget(card)
    card.show()
    assert "None will be sent" not in texts(card)
    assert "What of them stands in the table is part of it." in texts(card)


def test_where_personal_data_may_be_hidden_the_list_is_open_and_warns(qtbot):
    card = HiddenCard((hidden("hidden_sheet", found=(("person_name", 9483), ("email", 3))),))
    qtbot.addWidget(card)
    card.show()
    assert "do not e-mail it" in texts(card)
    assert "9,483" in texts(card)
    assert "e-mail address" in texts(card).lower()


def test_the_list_says_when_a_kind_counts(qtbot):
    card = HiddenCard((hidden("printer_settings"),))
    qtbot.addWidget(card)
    card.show()
    press(card, "Show what it is")
    assert "Where a person, a server or a folder stands in them." in texts(card)


# what stands in the way

def test_the_summary_puts_its_lines_under_the_step_they_belong_to(qtbot):
    summary = ErrorSummary("3 things")
    qtbot.addWidget(summary)
    summary.show_leads([Lead(text=text, follow=lambda: None, under=under)
                        for text, under in (("a", "Privacy"), ("b", "Privacy"), ("c", "Describe"))])
    assert [label.text() for label in summary.findChildren(QLabel)] == ["3 things", "Privacy", "a", "b", "Describe", "c"]


def test_while_a_file_is_read_the_page_says_so(window, small_csv, settle):
    window.session.go("open")
    window.session.begin(small_csv)
    assert "Steward is reading the table." in texts(window.view())
    assert window.view().foot.isHidden()
    settle(window.session)
    assert not window.view().foot.isHidden()


PEOPLE = ("Requester Name,Home Address,Home Phone", "Linda Brown,11 SE Oak St,503-281-0111",
          "Mary Smith,12 SE Oak St,503-281-0112", "John Jones,13 SE Oak St,503-281-0113")


def test_a_question_about_people_is_answered_with_who_confirmed_it(come_to, window, settle):
    view = come_to("privacy", *PEOPLE)
    view.findings.unfold(("restricted_source", None), view.show_part)
    form = view.findChildren(AnswerForm)[-1]
    assert [str(option.title) for option in form._options] == ["No", "Yes"]
    form.choose(1)
    assert "Who confirmed it, and how?" in texts(view)
    form._reason.setText("The registrar, by telephone.")
    form._act.click()
    settle(window.session)
    assert "Some of this comes from a source that restricts what may be passed on." in texts(view)
    assert "You answered: yes." in texts(view)


def test_columns_that_are_asked_different_things_are_not_changed_together(come_to, window):
    rows = [(f"0{2139 + number}"[number % 3 == 0:], f"{number:07d}00"[2 * (number % 4 == 0):]) for number in range(60)]
    come_to("columns", "zip,account_code", *(",".join(row) for row in rows))
    found = [one for one in window.session.workbench.report.findings if one.kind == "lost-zeros"]
    assert [one.column for one in found] == ["zip", "account_code"]
    alone, both = ({option.step.remedy for option in options_for(window.session.workbench, some) if option.step}
                   for some in ((found[0],), found))
    assert ("pad_zeros" in alone, "pad_zeros" in both, "leave_out_column" in both) == (True, False, True)
