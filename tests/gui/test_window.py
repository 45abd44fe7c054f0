"""The window: places to go, the banner of practice, trouble told above the page, and the keyboard."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton

from steward.gui.page import Visit
from steward.gui.sidebar import COMPACT_WIDTH
from steward.gui.widgets.task_list import TaskStep
from steward.vocabulary.errors import words
from steward.vocabulary.message import say


def banner(window):
    return window.findChild(QFrame, "practiceBanner")


def texts(widget):
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget, name):
    return next(one for one in widget.findChildren(QPushButton) if one.accessibleName().startswith(name) and one.isVisible())


def test_the_window_opens_on_the_home_page(window):
    assert window.windowTitle().startswith("Home")
    assert window.view() is not None


def test_every_page_says_practice_until_a_queue_is_set(window):
    for name in window.page_names():
        window.session.go(name)
        assert banner(window).isVisible(), name
        assert "(practice)" in window.windowTitle(), name


def test_the_banner_goes_once_a_program_has_a_queue(window, tmp_path):
    house = window.session.house
    window.session.enter(house.with_settings(replace(house.settings, queue_folder=str(tmp_path / "queue"))))
    assert not banner(window).isVisible()


def test_a_page_that_comes_up_gives_the_focus_to_its_title(window):
    window.session.go("start")
    assert QApplication.focusWidget() is window.view().title


def test_each_step_says_in_words_where_it_stands(opened_window):
    steps = [step for step in opened_window.findChildren(TaskStep) if step.isVisible()]
    assert len(steps) == 5
    assert steps[0].accessibleName().startswith("Step 1 of 5: Open the table. Done.")
    assert "to do" in steps[1].accessibleName()


def test_a_step_of_the_list_leads_to_its_page_at_any_time(opened_window):
    step = next(step for step in opened_window.findChildren(TaskStep) if step.step == "describe")
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    assert opened_window.windowTitle().startswith("Describe the data")


def test_a_step_can_be_chosen_with_the_keyboard(opened_window):
    step = next(step for step in opened_window.findChildren(TaskStep) if step.step == "columns")
    step.setFocus()
    QTest.keyClick(step, Qt.Key.Key_Space)
    assert opened_window.windowTitle().startswith("Check the columns")


def test_trouble_is_told_above_the_page_and_can_be_closed(window):
    window.session.troubled.emit(words(say("The folder is gone."), next_step=say("Look for it.")))
    assert "The folder is gone." in texts(window)
    button(window, "Close this message").click()
    QApplication.processEvents()
    assert "The folder is gone." not in texts(window)


def test_escape_closes_what_was_told(window):
    window.session.troubled.emit(words(say("The folder is gone.")))
    assert "The folder is gone." in texts(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert "The folder is gone." not in texts(window)


def test_enter_presses_the_button_that_has_the_focus(window):
    start = button(window, "Start a new dataset")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Before you start")


def test_a_narrow_window_keeps_only_icons_whose_names_are_still_spoken(opened_window):
    opened_window.resize(683, 384)
    QApplication.processEvents()
    sidebar = opened_window.findChild(QFrame, "sidebar")
    assert sidebar.width() == COMPACT_WIDTH
    assert button(sidebar, "Home").text() == ""
    assert all(step.accessibleName() for step in sidebar.findChildren(TaskStep))


def test_a_narrow_window_built_anew_still_has_only_icons(opened_window):
    opened_window.resize(683, 384)
    QApplication.processEvents()
    opened_window.rebuild()
    assert opened_window.centralWidget().findChild(QFrame, "sidebar").width() == COMPACT_WIDTH


def test_a_wish_for_a_page_that_is_not_there_changes_nothing(window):
    before = window.view()
    window.show_page(Visit(page="no such page"))
    assert window.view() is before


def test_building_the_window_anew_stays_on_the_page_and_keeps_the_draft(opened_window):
    opened_window.session.go("privacy")
    opened_window.rebuild()
    assert opened_window.windowTitle().startswith("Check for private information")
    assert opened_window.session.draft is not None


def test_progress_is_shown_with_what_is_done_and_can_be_stopped(window, qtbot):
    ended = []

    def endless(progress):
        while True:
            progress.report(0.5, say("Row 500"))

    window.session.worker.run(endless, then=ended.append, cancelled=lambda: ended.append("stopped"), progress=say("Counting"))
    qtbot.waitUntil(lambda: "Row 500" in texts(window))
    button(window, "Cancel: Counting").click()
    qtbot.waitUntil(lambda: ended == ["stopped"])
    assert "Counting" not in texts(window)


def test_closing_takes_the_tables_of_the_moment_away(opened_window):
    folder = opened_window.session.house.workspace
    opened_window.close()
    assert not folder.exists()


def test_tab_goes_as_one_reads_whenever_the_parts_were_built(opened_window):
    opened_window.session.go("privacy")
    view = opened_window.view()
    view.refresh()
    QApplication.processEvents()
    stops = [QApplication.focusWidget()]
    for _step in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    once = stops[:stops.index(view.on) + 1]
    in_page = [view.area.isAncestorOf(stop) for stop in once]
    assert in_page == sorted(in_page, reverse=True)  # title and page first, then Back and later, then the main act
    assert in_page.count(True) > 1


def test_shift_and_tab_go_back_the_same_way(opened_window):
    opened_window.session.go("privacy")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is first


def test_the_queue_stays_marked_while_one_of_its_submissions_is_open(window):
    window.session.go("submission", "PPD-0000")
    assert button(window, "Queue").isChecked()


def test_a_very_long_name_of_a_dataset_leaves_room_in_the_title_of_the_window(opened_window):
    name = "Every complaint about noise that anybody in the city ever made " * 5
    opened_window.session.edit(lambda draft: draft.with_answer("title", name))
    assert len(opened_window.windowTitle()) < 120
    assert "Every complaint about noise" in opened_window.windowTitle()
