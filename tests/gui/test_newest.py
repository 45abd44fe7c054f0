"""Of several wishes of one kind only the newest is answered, whether it can be done or not."""

import pytest
from PySide6.QtCore import QObject

from steward.gui.newest import Newest
from steward.vocabulary.errors import Cancelled, Refused, words
from steward.vocabulary.message import say


@pytest.fixture
def newest(worker):
    owner = QObject()
    made = Newest(worker, owner)
    made.owner = owner
    return made


def refuse(_progress):
    raise Refused(words(say("It cannot be done.")))


def rest(worker, qtbot):
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=30_000)


def test_only_the_newest_wish_of_a_kind_is_answered(newest, worker, qtbot):
    answers = []
    for number in range(5):
        newest.run("sort", lambda _progress, number=number: number, answers.append)
    newest.run("other", lambda _progress: "other", answers.append)
    rest(worker, qtbot)
    assert sorted(map(str, answers)) == ["4", "other"]


def test_a_refusal_is_told_where_one_listens_and_only_of_the_newest(newest, worker, qtbot):
    told, answers = [], []
    newest.run("look", refuse, answers.append, told.append)
    newest.run("look", lambda _progress: "done", answers.append, told.append)
    rest(worker, qtbot)
    assert (told, answers) == ([], ["done"])
    newest.run("look", refuse, answers.append, told.append)
    rest(worker, qtbot)
    assert [str(one.what) for one in told] == ["It cannot be done."]


def test_what_is_dropped_is_not_answered(newest, worker, qtbot):
    answers = []
    newest.run("look", lambda _progress: "done", answers.append)
    newest.drop()
    rest(worker, qtbot)
    assert answers == []


def test_cancel_is_told_where_one_listens_and_a_newer_wish_is_no_cancel(newest, worker, qtbot):
    told, answers = [], []

    def cancelled(_progress):
        raise Cancelled

    newest.run("look", cancelled, answers.append, stopped=lambda: told.append("old"))
    newest.run("look", cancelled, answers.append, stopped=lambda: told.append("new"))
    rest(worker, qtbot)
    assert (told, answers) == (["new"], [])


def test_quick_work_is_done_at_once_in_the_place_of_what_is_under_way(newest, worker, qtbot):
    answers = []
    newest.run_or_do("look", lambda _progress: "beside", answers.append, is_quick=False)
    newest.run_or_do("look", lambda _progress: "at once", answers.append, is_quick=True)
    assert answers == ["at once"]
    rest(worker, qtbot)
    assert answers == ["at once"]
