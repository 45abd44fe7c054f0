"""Work beside the window: it ends, fails, stops, and never takes the window with it."""

import threading

from PySide6.QtCore import QThread

from steward.gui.faults import UNFORESEEN
from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say

LOST = Trouble(words(say("The folder is gone."), next_step=say("Look for it.")))


def raising(fault):
    def work(_progress):
        raise fault

    return work


def test_the_result_comes_back_in_the_thread_of_the_window(worker, qtbot):
    landed = []
    worker.run(lambda _progress: QThread.currentThread(), then=lambda there: landed.append((there, QThread.currentThread())))
    qtbot.waitUntil(lambda: bool(landed))
    there, here = landed[0]
    assert here is worker.thread()
    assert there is not here


def test_a_known_trouble_is_told_in_its_own_words(worker, qtbot):
    told = []
    worker.run(raising(LOST), then=lambda _result: told.append("done"), failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [LOST.words]


def test_trouble_that_nobody_takes_goes_to_the_window(worker, qtbot):
    with qtbot.waitSignal(worker.troubled) as caught:
        worker.run(raising(LOST), then=lambda _result: None)
    assert caught.args == [LOST.words]


def test_a_fault_of_ours_is_logged_by_place_and_never_by_what_it_says(worker, qtbot, caplog, expected_log):
    expected_log("steward.gui")
    told = []
    worker.run(raising(ValueError("cell 123-45-6789")), then=told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [UNFORESEEN]
    assert "ValueError at" in caplog.text
    assert "123-45-6789" not in caplog.text


def test_progress_reaches_the_window_with_its_words(worker, qtbot):
    with qtbot.waitSignal(worker.reported) as caught:
        worker.run(lambda progress: progress.report(0.5, say("Half way")), then=lambda _result: None)
    assert caught.args[1:] == [0.5, say("Half way")]


def test_work_that_is_cancelled_stops_at_its_next_report(worker, qtbot):
    going, stopped = threading.Event(), []

    def work(progress):
        while True:
            progress.report(0.1, say("Working"))
            going.set()

    job = worker.run(work, then=stopped.append, cancelled=lambda: stopped.append("cancelled"))
    qtbot.waitUntil(going.is_set)
    job.cancel()
    qtbot.waitUntil(lambda: bool(stopped))
    assert stopped == ["cancelled"]
    assert not worker.is_busy


def test_many_jobs_at_once_all_come_back(worker, qtbot):
    landed = []
    for number in range(300):
        worker.run(lambda _progress, number=number: number, then=landed.append)
    qtbot.waitUntil(lambda: len(landed) == 300, timeout=10_000)
    assert sorted(landed) == list(range(300))
    assert not worker.is_busy


def test_closing_stops_all_work(worker, qtbot):
    going = threading.Event()

    def work(progress):
        while True:
            progress.report(0.1, say("Working"))
            going.set()

    worker.run(work, then=lambda _result: None)
    qtbot.waitUntil(going.is_set)
    worker.stop()
    qtbot.waitUntil(lambda: not worker.is_busy)
