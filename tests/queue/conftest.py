"""A program's queue in a folder of the test."""

import pytest

from steward.queue.folder import FolderQueue
from tests.queue.bags import verify


@pytest.fixture
def root(tmp_path):
    FolderQueue.create(tmp_path / "queue", program="Open Data Program", practice=False)
    return tmp_path / "queue"


@pytest.fixture
def open_queue(root, tmp_path):
    """Return a function that opens the queue as another workstation would: it knows nothing yet."""
    def make(**more):
        return FolderQueue(root, verify=verify, sleep=lambda _seconds: None, **more)
    return make


@pytest.fixture
def queue(open_queue):
    return open_queue()
