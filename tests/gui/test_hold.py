"""One draft in two windows: the second one is told, and nobody's work takes the place of another's."""

import pytest

from steward.gui.session import Session
from steward.tasks import drafting
from steward.tasks.house import House
from steward.vocabulary.errors import StewardError


@pytest.fixture
def other(worker):
    """Return the session of another window on the same computer."""
    session = Session(worker)
    session.enter(House.open())
    yield session
    session.rest()


def titled(session, title):
    session.edit(lambda draft: draft.with_answer("title", title))


def test_a_draft_that_is_open_in_another_window_is_not_opened_twice(session, other, small_csv, settle):
    session.begin(small_csv)
    settle(session)
    told = []
    other.troubled.connect(told.append)
    other.resume(drafting.load(other.house, session.draft.id))
    assert [str(words.what) for words in told] == ["This draft is open in another window."]
    assert other.draft is None


def test_a_draft_that_another_window_laid_aside_comes_as_it_was_left_there(session, other, small_csv, settle):
    session.begin(small_csv)
    settle(session)
    listed = drafting.load(other.house, session.draft.id)    # as a home page shows it that is not looked at again
    titled(session, "Street trees")
    session.leave()
    other.resume(listed)
    settle(other)
    assert other.draft.record.title == "Street trees"


def test_a_draft_that_is_open_in_another_window_is_not_thrown_away(session, other, small_csv, settle):
    session.begin(small_csv)
    settle(session)
    with pytest.raises(StewardError, match="open in another window"):
        drafting.remove(other.house, session.draft.id)
    titled(session, "Street trees")
    assert drafting.load(other.house, session.draft.id).record.title == "Street trees"
    session.leave()
    drafting.remove(other.house, drafting.drafts(other.house)[0][0].id)
    assert drafting.drafts(other.house)[0] == ()


def test_a_window_that_closes_gives_its_draft_back(session, other, small_csv, settle):
    session.begin(small_csv)
    settle(session)
    draft = session.draft
    session.rest()
    other.resume(draft)
    settle(other)
    assert other.draft.id == draft.id
