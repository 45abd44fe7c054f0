"""The card of the recommended plan: closed at first, every part changeable, one preview, then taken."""

import pytest
from PySide6.QtWidgets import QLabel

from steward.gui.prepare._plan import MINE, PlanCard
from steward.gui.prepare.privacy import PrivacyStep
from steward.tasks import opening, planning
from steward.tasks.resources import resource_path
from steward.vocabulary.errors import StewardError
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.words import Words


@pytest.fixture
def bench(session):
    return opening.begin(session.house, resource_path("samples/sample.csv"), Silence())


@pytest.fixture
def card(qtbot, session, bench):
    card = PlanCard(session, bench, planning.first_plan(session.house, bench.report, bench.draft))
    qtbot.addWidget(card)
    card.show()
    return card


@pytest.fixture
def opened(card, session, settle):
    card._open.click()
    settle(session)
    return card


def texts(card):
    shown = [card._look.itemAt(place).widget() for place in range(card._look.count())]
    return " ".join(widget.text() for widget in shown if isinstance(widget, QLabel))


def test_nothing_is_tried_before_the_card_is_opened(card):
    assert "311" in card.accessibleName()
    assert card._choices == []
    assert card._take.isHidden()


def test_every_part_is_said_in_plain_words_with_its_reason_and_can_be_left_to_the_person(opened):
    assert len(opened._choices) == len(opened.chosen()) == 7
    field, _parts = opened._choices[0]
    assert field.currentText() == "Leave out column Requester."
    assert field.accessibleDescription() == "It names one person."
    assert field.findData(MINE) == field.count() - 1
    assert not opened._take.isHidden()


def test_the_preview_counts_and_shows_rows_before_and_after(opened):
    assert "4 columns go." in texts(opened)
    table = opened._look.itemAt(opened._look.count() - 1).widget()
    shown = [[table.model().index(row, column).data() for column in range(3)] for row in range(table.model().rowCount())]
    changed = {name: after for name, _before, after in shown}
    assert changed["Requester"] == "left out"
    assert "block of" in changed["Site Address"]


def test_another_choice_changes_the_step_and_the_preview(opened, session, settle):
    field, parts = opened._choices[0]
    place = next(number for number, part in enumerate(parts) if part.steps[0].remedy == "first_name_last_initial")
    field.setCurrentIndex(place)
    field.activated.emit(place)
    settle(session)
    assert opened.chosen()[0].steps[0].remedy == "first_name_last_initial"
    assert "3 columns go." in texts(opened)


def test_with_all_parts_left_to_the_person_there_is_nothing_to_take(opened):
    for field, _parts in opened._choices:
        field.setCurrentIndex(field.findData(MINE))
    opened._show_look()
    assert opened.chosen() == ()
    assert not opened._take.isEnabled()


def test_another_kind_of_table_can_be_named_and_its_plan_takes_the_place_of_the_first(window, settle):
    window.session.begin(resource_path("samples/sample.csv"))
    settle(window.session)
    window.session.go("privacy")
    settle(window.session)
    first, = (card for card in window.findChildren(PlanCard) if card.isVisible())
    field = first._kind.field
    field.setCurrentIndex(field.findData("payroll"))
    field.activated.emit(field.currentIndex())
    settle(window.session)
    card, = (card for card in window.findChildren(PlanCard) if card.isVisible())
    assert card.accessibleName() == "Plan: Payroll and positions"
    assert {part.column: part.steps[0].remedy for part in card.chosen()}["Site Address"] == "leave_out_column"
    card._take.click()
    settle(window.session)
    assert {step.parameters["plan"] for step in window.session.draft.recipe.steps} == {"payroll"}


def test_a_refusal_is_told_on_the_card(opened):
    opened._on_refused(Words(what=say("It does not fit."), next_step=say("Choose another.")))
    assert "It does not fit." in opened._look.itemAt(0).widget().text()


def test_a_plan_that_could_not_be_tried_can_be_tried_again(card, session, settle, monkeypatch):
    def broken(*_given):
        raise StewardError(Words(what=say("The disk is away.")))

    with monkeypatch.context() as away:
        away.setattr(planning, "whole_plan", broken)
        card._open.click()
        settle(session)
    assert "The disk is away." in texts(card)
    card._open.click()
    settle(session)
    assert len(card.chosen()) == 7


def test_a_plan_file_that_cannot_be_read_is_told_on_the_page_and_stops_nothing(window, settle, monkeypatch):
    def broken(*_given):
        raise StewardError(Words(what=say("police_cases.json cannot be read as it is.")))

    monkeypatch.setattr(planning, "first_plan", broken)
    window.session.begin(resource_path("samples/sample.csv"))
    settle(window.session)
    window.session.go("privacy")
    page = next(view for view in window.findChildren(PrivacyStep) if view.isVisible())
    assert "police_cases.json" in " ".join(label.text() for label in page.findChildren(QLabel))
    assert page.findings.card_at(0) is not None
