"""A Steward that is killed at any moment: what was decided before is there at the next start."""

import subprocess
import sys

import pytest

from steward.store import drafts
from steward.store.places import Places

CODE = """
import sys
from dataclasses import replace
from steward.store import drafts
from steward.store.places import Places
from steward.workflow.draft import Draft, Source
source = Source(path="bikes.csv", name="bikes.csv", sha256="0" * 64, size_bytes=12)
draft = Draft(id="abc", source=source, practice=True, started="", changed="")
for number in range(100_000):
    drafts.save(Places.find(), replace(draft, title=str(number) * 200))
    print(number, flush=True)
"""


@pytest.mark.parametrize("saves", [1, 7, 23])
def test_every_change_that_was_saved_is_there_after_the_process_was_killed(saves):
    with subprocess.Popen([sys.executable, "-c", CODE], stdout=subprocess.PIPE, text=True) as window:
        for _ in range(saves):
            said = int(window.stdout.readline())
        window.kill()
        said = max([said, *(int(line) for line in window.stdout.read().split())])
    found, notes = drafts.load_all(Places.find())
    assert notes == ()
    assert found[0].title in (str(said) * 200, str(said + 1) * 200)
