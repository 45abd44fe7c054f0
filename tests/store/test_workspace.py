"""The folder for tables of the moment: it goes with its owner, and only then."""

import subprocess
import sys

import pytest

from steward.disk.disk import Disk
from steward.disk.lock import FileLock
from steward.store import workspace
from steward.store.places import Places
from steward.store.workspace import Workspace, sweep
from steward.vocabulary.message import say

CODE = """
import sys
from steward.store.places import Places
from steward.store.workspace import Workspace
space = Workspace.open(Places.find())
(space.folder / "table.arrow").write_bytes(b"cells")
print(space.folder.name, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def places():
    return Places.find()


@pytest.fixture
def other():
    with subprocess.Popen([sys.executable, "-c", CODE], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_a_closed_workspace_leaves_nothing(places):
    with Workspace.open(places) as space:
        (space.folder / "table.arrow").write_bytes(b"cells")
    assert list(places.workspaces.iterdir()) == []


def test_each_has_a_folder_of_its_own(places):
    with Workspace.open(places) as one, Workspace.open(places) as two:
        assert one.folder != two.folder


def test_a_living_ones_folder_is_never_swept_and_a_killed_ones_is(places, other):
    folder = places.workspaces / other.stdout.readline().strip()
    sweep(places)
    assert (folder / "table.arrow").exists()
    other.kill()
    other.wait()
    with Workspace.open(places):
        assert not folder.exists()


def test_a_folder_without_a_lock_is_swept(places):
    (places.workspaces / "left").mkdir(parents=True)
    sweep(places)
    assert list(places.workspaces.iterdir()) == []


class WindowsDisk(Disk):
    """Removes no file that somebody holds."""

    def remove(self, path):
        with FileLock(path) as lock:
            if not lock.take():
                raise PermissionError
        super().remove(path)


def test_what_was_left_is_swept_where_no_held_file_can_be_removed(places):
    (places.workspaces / "left").mkdir(parents=True)
    sweep(places, WindowsDisk(say("The folder.")))
    assert list(places.workspaces.iterdir()) == []


def test_a_name_whose_lock_another_has_at_this_moment_is_passed_over(places, monkeypatch):
    names = iter(["first", "second"])
    monkeypatch.setattr(workspace.secrets, "token_hex", lambda _bytes: next(names))
    places.workspaces.mkdir(parents=True)
    with FileLock(places.workspaces / "first.lock") as sweeping:
        assert sweeping.take()
        with Workspace.open(places) as space:
            assert space.folder.name == "second"


def test_the_folder_is_for_its_owner_only(places):
    with Workspace.open(places) as space:
        assert sys.platform == "win32" or space.folder.stat().st_mode & 0o077 == 0


def test_closing_twice_is_harmless(places):
    space = Workspace.open(places)
    space.close()
    space.close()
