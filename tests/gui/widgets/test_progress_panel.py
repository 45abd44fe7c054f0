"""The strip that tells of long work: what, how far, and a way to stop it."""

import pytest
from PySide6.QtWidgets import QApplication

from steward.gui import theme
from steward.gui.widgets.progress_panel import ProgressPanel
from steward.vocabulary.message import say


class Work:
    """A job as the worker tells of it."""

    def __init__(self, title):
        self.title, self.is_stopped = title, False

    def cancel(self):
        self.is_stopped = True


@pytest.fixture
def panel(qapp, qtbot, worker):
    theme.apply(qapp, "light")
    made = ProgressPanel(worker)
    qtbot.addWidget(made)
    return made


def begin(panel, title=None):
    job = Work(title or say("Reading the file"))
    panel._on_started(job)
    QApplication.processEvents()
    return job


def test_work_without_a_title_is_not_shown(panel):
    begin(panel, say(""))
    assert not panel.isVisible()


def test_work_is_shown_with_its_name_and_how_far_it_is(panel):
    job = begin(panel)
    panel._on_reported(job, 0.25, say("Row {row}", row=4000))
    assert panel.isVisible()
    assert (panel._title.text(), panel._bar.value(), panel._doing.text()) == ("Reading the file", 250, "Row 4,000")
    assert panel._bar.accessibleName() == "Progress: Reading the file"


def test_what_other_work_reports_is_not_shown(panel):
    begin(panel)
    panel._on_reported(Work(say("Another")), 0.9, say("Elsewhere"))
    assert (panel._bar.value(), panel._doing.text()) == (0, "")


def test_the_end_of_other_work_leaves_the_strip(panel):
    job = begin(panel)
    panel._on_ended(Work(say("Another")))
    assert panel.isVisible()
    panel._on_ended(job)
    assert not panel.isVisible()


def test_a_press_stops_the_work_once_and_says_so(panel):
    job = begin(panel)
    panel._cancel.click()
    assert job.is_stopped
    assert panel._doing.text() == "Stopping"
    assert not panel._cancel.isEnabled()


def test_the_next_work_can_be_stopped_again_and_begins_at_nothing(panel):
    panel._on_reported(begin(panel), 0.5, say("Half"))
    panel._cancel.click()
    begin(panel, say("Writing"))
    assert panel._cancel.isEnabled()
    assert (panel._bar.value(), panel._doing.text(), panel._cancel.accessibleName()) == (0, "", "Cancel: Writing")
