"""Several workstations at once: real processes, some of them killed between making a file and filling it."""

import multiprocessing

import pytest

from steward.queue.chain import link
from steward.queue.folder import FolderQueue
from steward.queue.slots import read_slot
from steward.workflow.submission import EventType, State
from tests.queue.bags import ID, bag, event, sent, verify
from tests.queue.writers import coordinator, decide, write

SPAWN = multiprocessing.get_context("spawn")
WRITERS, COMMENTS = 4, 8


def run(target, arguments):
    processes = [SPAWN.Process(target=target, args=each) for each in arguments]
    for process in processes:
        process.start()
    for process in processes:
        process.join(90)
        assert process.exitcode in (0, 9)
    return [process.exitcode for process in processes]


def acknowledged(folder):
    return {line for log in folder.glob("*.log") for line in log.read_text(encoding="utf-8").split()}


def chain_on_disk(root):
    """Read the events with nothing remembered, as an auditor with the folder would."""
    folder = root / f"s/2026/{ID}/e"
    return link(read_slot(int(path.stem), path.read_bytes()) for path in sorted(folder.glob("*.json")))


@pytest.mark.parametrize("chance", [0.0, 0.06])
def test_every_acknowledged_event_is_kept_in_one_chain_and_one_coordinator_gets_the_review(root, tmp_path, chance):
    FolderQueue(root, verify=verify).submit(ID, bag(), sent())
    run(write, [(str(root), number, COMMENTS, chance, str(tmp_path / f"{number}.log")) for number in range(WRITERS)])
    chain = chain_on_disk(root)
    kept = [known.id for known in chain.events]
    assert chain.broken is None
    assert acknowledged(tmp_path) <= set(kept)
    assert sum(known.startswith("claim") for known in acknowledged(tmp_path)) <= 1
    state = FolderQueue(root, verify=verify).state(ID)
    assert {known.id for known in state.events} == set(kept)
    assert state.passed_over == ()
    if not chance:
        assert len(set(kept)) == len(acknowledged(tmp_path)) + 1 == WRITERS * COMMENTS + 2
        assert state.state is State.IN_REVIEW


def test_of_decisions_made_at_once_exactly_one_stands_and_the_others_know_it(root, tmp_path):
    queue = FolderQueue(root, verify=verify)
    queue.submit(ID, bag(), sent())
    queue.append(ID, event(EventType.CLAIMED, coordinator(0)))
    kinds = ("approved", "declined", "returned", "restricted")
    run(decide, [(str(root), number, kind, str(tmp_path / f"{number}.log")) for number, kind in enumerate(kinds)])
    events = chain_on_disk(root).events
    assert len(events) == 3
    assert acknowledged(tmp_path) == {events[-1].id}
    assert queue.state(ID).decided_by == coordinator(0)


def test_one_workstation_sending_from_two_windows_at_once_makes_one_submission(root, tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    from steward.vocabulary.errors import StewardError

    def send(_window):
        try:
            return FolderQueue(root, verify=verify).submit(ID, bag(), sent())
        except StewardError as refused:
            return refused

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))
    state = FolderQueue(root, verify=verify).state(ID)
    assert [known.type for known in state.events] == [EventType.SUBMITTED]
    assert all(getattr(answer, "tagmanifest", None) == state.tagmanifest for answer in answers), answers
    assert len(list((root / f"s/2026/{ID}").glob("r*"))) == 1
