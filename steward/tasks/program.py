"""The program that this workstation sends to: its queue and its portal, or the practice ones of this computer."""

from dataclasses import dataclass, replace
from pathlib import Path

from steward.gateways.port import Gateway
from steward.gateways.targets.folder import FolderPortal
from steward.queue.folder import FolderQueue
from steward.queue.port import Queue
from steward.tasks.house import House
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import Message, say

PRACTICE = "Practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Where submissions go and where approved ones are published."""

    name: str
    queue: Queue
    gateway: Gateway
    is_practice: bool


def program(house: House) -> Program:
    """Return the program of the settings; practice folders are made at first use. Raises: Trouble, Refused."""
    key = ("program", house.settings.queue_folder, house.settings.portal_folder)
    # one queue for the whole run: it remembers the events that it has read
    return house.kept.once(key, lambda: _practice(house) if house.is_practice else _of_settings(house))


def portal_folder(house: House) -> Path:
    """Return the folder that is the portal, for practice or for the program of the settings."""
    if house.is_practice:
        return house.places.practice_portal
    return Path(house.settings.portal_folder) if house.settings.portal_folder else house.places.data / "program-portal"


def _practice(house: House) -> Program:
    place = house.places.practice_queue
    queue = FolderQueue.create(place, PRACTICE, practice=True, memory=house.places.memory_of(str(place)))
    return Program(name=PRACTICE, queue=queue, is_practice=True,
                   gateway=FolderPortal.create(portal_folder(house), PRACTICE, practice=True))


def _of_settings(house: House) -> Program:
    place = house.settings.queue_folder
    queue = _no_practice(FolderQueue(Path(place), memory=house.places.memory_of(place)))
    return Program(name=queue.program, queue=queue, is_practice=False,
                   gateway=FolderPortal.create(portal_folder(house), queue.program, practice=False))


def join_program(house: House, queue: Path, portal: Path | None = None) -> House:
    """Return the house with a program's queue set, once that folder really holds one. Raises: Refused, Trouble."""
    found = _no_practice(FolderQueue(queue))
    settings = replace(house.settings, queue_folder=str(queue), portal_folder=str(portal or ""), program=found.program)
    return house.with_settings(settings)


def found_program(house: House, queue: Path, name: str, portal: Path | None = None) -> House:
    """Return the house with a new program's queue made in an empty folder. Raises: Refused where another's is, Trouble."""
    FolderQueue.create(queue, name, practice=False)
    return join_program(house, queue, portal)


def _no_practice(queue: FolderQueue) -> FolderQueue:
    if queue.is_practice:
        raise Refused(words(say("This folder is a practice queue."), say("The folder of the program's queue."),
                            say("Choose the folder that the open data program gave you.")))
    return queue


def leave_program(house: House) -> House:
    """Return the house in practice mode again."""
    return house.with_settings(replace(house.settings, queue_folder="", portal_folder="", program=""))


def program_note(house: House) -> Message:
    """Return what every page and receipt says of where things go."""
    if house.is_practice:
        return say("Practice: everything stays in folders of this computer until the program's queue is set.")
    return say("You work with the queue of {program}.", program=house.settings.program or say("the open data program"))
