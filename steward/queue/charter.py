"""What a queue's folder says of itself: `queue.json`, written once, and a text for whoever comes upon the folder."""

import json
from dataclasses import dataclass
from pathlib import Path

from steward.disk.disk import Disk
from steward.disk.trouble import FolderLost
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say

FORMAT = 1
CHARTER, README, SUBMISSIONS = "queue.json", "READ ME FIRST.txt", "s"
PLACE = say("The folder of the queue.")
TEXT = """This folder is a queue of Steward, the program with which the city's staff publish open data.
Program: {program}

Submissions wait here for review. Look as you like, but change, rename or delete nothing by hand:
every file is part of a history, and Steward tells when one was changed.

s/<year>/<submission>/r0001   what was sent, sealed; a later one is r0002 and so on
s/<year>/<submission>/e       what happened to it: who sent, reviewed, decided, published, and why
s/<year>/<submission>/SUMMARY.html   a copy to read; Steward does not rely on it
"""


class NotAQueue(Refused):
    """A folder that holds something else, or a queue of another kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """Whose queue it is."""

    program: str
    practice: bool


def read_charter(root: Path, disk: Disk) -> Charter:
    """Return what the folder says of itself. Raises: FolderLost where it is away, NotAQueue where it is something else."""
    raw = disk.read_if_there(root / CHARTER)
    if raw is None:
        raise FolderLost(words(say("The queue cannot be reached."), PLACE,
                               say("Look whether the drive is connected, then try again. Nothing is lost.")))
    charter = _parsed(raw)
    if charter is None:
        raise NotAQueue(words(say("This folder is not a queue that this Steward knows."), PLACE,
                              say("Choose another folder in the settings, or install the newest Steward.")))
    return charter


def write_charter(root: Path, charter: Charter, disk: Disk) -> None:
    """Make a folder a queue; nothing happens where it is this very queue already.

    Raises: NotAQueue where it is the queue of another program or kind, or holds other things.
    """
    disk.make_folder(root)
    before = disk.read_if_there(root / CHARTER)
    if before is None or _was_cut_short(before, root, disk):
        _begin(root, charter, disk)
    if read_charter(root, disk) != charter:
        raise NotAQueue(words(say("This folder is the queue of another program."), PLACE,
                              say("Choose another folder, or keep that program's name.")))
    disk.make_folder(root / SUBMISSIONS)


def _begin(root: Path, charter: Charter, disk: Disk) -> None:
    document = {"format": FORMAT, "program": charter.program, "practice": charter.practice}
    disk.write(root / README, TEXT.format(program=charter.program).encode("utf-8"))
    content = json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8")
    if not disk.write_new(root / CHARTER, content) and _parsed(disk.read(root / CHARTER)) is None:
        disk.write(root / CHARTER, content)


def _was_cut_short(raw: bytes, root: Path, disk: Disk) -> bool:
    """Return whether making the queue was stopped in the middle: nothing can have been sent to it yet."""
    rest = raw.strip(b"\0 \n")
    is_beginning = not rest or (rest.startswith(b"{") and not rest.endswith(b"}"))
    return is_beginning and not disk.names(root / SUBMISSIONS)


def _parsed(raw: bytes) -> Charter | None:
    try:
        found = json.loads(raw.decode("utf-8-sig"))
        if found["format"] != FORMAT:
            return None
        return Charter(program=str(found["program"]), practice=found["practice"] is True)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
