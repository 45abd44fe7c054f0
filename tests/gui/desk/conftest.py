"""The Desk with the office of `fakes`: its pages ask these for what the tasks would tell."""

from collections.abc import Callable

import pytest

from steward.tasks import publishing as publishing_task
from steward.tasks import reviewing as reviewing_task
from steward.vocabulary.people import Actor, Role
from tests.gui.desk.fakes import FakePublishing, FakeReviewing


@pytest.fixture
def reviewing(monkeypatch) -> FakeReviewing:
    """Return the review task's stand-in; the queue is empty."""
    fake = FakeReviewing()
    for name in ("submissions", "evidence", "why_not", "claim", "release", "approve", "request_changes", "decline"):
        monkeypatch.setattr(reviewing_task, name, getattr(fake, name))
    return fake


@pytest.fixture
def publishing(monkeypatch, reviewing) -> FakePublishing:
    """Return the publishing task's stand-in; nothing is published."""
    fake = FakePublishing(reviewing)
    for name in ("publish", "published"):
        monkeypatch.setattr(publishing_task, name, getattr(fake, name))
    return fake


@pytest.fixture
def come_to(reviewing, publishing, window, settle) -> Callable:
    """Return a function that brings up a page of the Desk and waits until it is filled."""
    def come(page: str, subject: str = ""):
        window.session.go(page, subject)
        settle(window.session)
        return window.view()

    return come


@pytest.fixture
def done(window, settle) -> Callable:
    """Return a function that waits until an act and what follows from it have ended."""
    return lambda: settle(window.session)


@pytest.fixture
def me(window) -> Actor:
    """Return the person at this computer, as coordinator."""
    return window.session.house.actor(Role.COORDINATOR)
