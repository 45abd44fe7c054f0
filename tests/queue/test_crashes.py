"""Power cuts, half-written and late events, tampering, clocks that are wrong, and a disk that says no."""

import json
import os
from contextlib import suppress
from dataclasses import replace

import pytest

from steward.disk.disk import Disk
from steward.queue.charter import PLACE
from steward.queue.folder import FolderQueue, HistoryBroken, NotAllowed, SubmissionMissing
from steward.queue.history import QueueBusy
from steward.queue.slots import written
from steward.vocabulary.errors import Trouble
from steward.vocabulary.exit_code import ExitCode
from steward.workflow.submission import EventType, State
from tests.disk.faults import FAULTS, FaultyDisk, PowerCut, denied, full, odd
from tests.queue.bags import CARL, ID, NORA, RHEA, about, bag, event, sent, verify

OLD = 600


@pytest.fixture
def events(root):
    return root / f"s/2026/{ID}/e"


@pytest.fixture
def reviewed(queue):
    queue.submit(ID, bag(), sent())
    return queue.append(ID, event(EventType.CLAIMED))


def age(path, seconds=OLD):
    moment = path.stat().st_mtime - seconds
    os.utime(path, (moment, moment))


def half(events, number, content=b'{"seq"', seconds=OLD):
    path = events / f"{number:06d}.json"
    path.write_bytes(content)
    age(path, seconds)
    return path


def body_of(path):
    return json.loads(path.read_bytes().rpartition(b"\n# sha256 ")[0])


@pytest.mark.parametrize("content", [b"", b"{", b"\0" * 300, b'{"seq": 3}', b'{"seq": 3}\n# sha256 '])
def test_an_old_half_written_event_is_void_and_its_number_is_never_used_again(open_queue, events, reviewed, content):
    half(events, 3, content)
    state = open_queue().append(ID, about(reviewed, EventType.APPROVED))
    assert state.state is State.APPROVED
    assert body_of(events / "000004.json")["void"] == [3]
    assert (events / "000003.json").read_bytes() == content


def test_a_young_half_written_event_is_waited_for_and_the_state_can_be_read_meanwhile(open_queue, events, reviewed):
    half(events, 3, seconds=0)
    with pytest.raises(QueueBusy) as caught:
        open_queue().append(ID, about(reviewed, EventType.APPROVED))
    assert caught.value.exit_code is ExitCode.TROUBLE
    assert open_queue().state(ID).state is State.IN_REVIEW
    assert len(list(events.iterdir())) == 3


def test_while_it_is_waited_for_the_writer_finishes_and_counts(root, events, reviewed):
    path = half(events, 3, seconds=0)
    whole = written(about(reviewed, EventType.DECLINED), number=3, prev=reviewed.head, void=())
    queue = FolderQueue(root, verify=verify, sleep=lambda _seconds: path.write_bytes(whole))
    with pytest.raises(NotAllowed, match="Carl Moss already decided"):
        queue.append(ID, about(reviewed, EventType.APPROVED))


def test_a_clock_that_is_wrong_here_does_not_void_what_another_is_writing(open_queue, events, reviewed):
    half(events, 3, seconds=1)
    hours_ahead = open_queue(clock=lambda: 4e9)
    with pytest.raises(QueueBusy):
        hours_ahead.append(ID, about(reviewed, EventType.APPROVED))


def test_a_half_written_event_from_the_future_is_given_up_once_it_was_watched_long_enough(root, events, reviewed):
    half(events, 3, seconds=-10_000)
    ticks = iter(range(0, 10**6, 30))
    queue = FolderQueue(root, verify=verify, clock=lambda: next(ticks), sleep=lambda _seconds: None)
    assert queue.append(ID, about(reviewed, EventType.APPROVED)).state is State.APPROVED


def test_the_moments_that_people_write_down_do_not_order_events(queue):
    queue.submit(ID, bag(), sent(at="2030-01-01T00:00:00+00:00"))
    state = queue.append(ID, event(EventType.CLAIMED, at="1999-01-01T00:00:00+00:00"))
    assert [known.type for known in state.events] == [EventType.SUBMITTED, EventType.CLAIMED]


def test_two_void_events_are_both_named(open_queue, events, reviewed):
    half(events, 3)
    half(events, 4)
    open_queue().append(ID, about(reviewed, EventType.APPROVED))
    assert body_of(events / "000005.json")["void"] == [3, 4]


def test_a_submission_whose_first_event_is_half_written_does_not_exist_yet(queue, root, events):
    queue.submit(ID, bag(), sent())
    half(events, 1)
    other = FolderQueue(root, verify=verify)
    assert other.submissions() == ()
    with pytest.raises(SubmissionMissing):
        other.state(ID)
    assert other.submit(ID, bag(), sent()).revision == 2


class HeldUp(Disk):
    """A disk of a writer that is held up for minutes between making a file and filling it, while others go on."""

    def __init__(self, meanwhile, clock):
        super().__init__(PLACE)
        self.meanwhile, self.clock = meanwhile, clock

    def _write(self, stream, block):
        if self.meanwhile and b'"seq"' in block:
            act, self.meanwhile = self.meanwhile, None
            act()
            self.clock[0] += OLD
        super()._write(stream, block)


def test_a_writer_held_up_for_minutes_learns_that_another_decided_meanwhile(root, events, open_queue, reviewed):
    def meanwhile():
        age(events / "000003.json")
        open_queue().append(ID, about(reviewed, EventType.DECLINED))

    clock = [0.0]
    slow = FolderQueue(root, verify=verify, disk=HeldUp(meanwhile, clock), clock=lambda: clock[0])
    with pytest.raises(NotAllowed, match="already decided"):
        slow.append(ID, about(reviewed, EventType.APPROVED))
    state = open_queue().state(ID)
    assert (state.state, state.problem) == (State.DECLINED, None)


def test_a_writer_held_up_for_minutes_makes_sure_that_nobody_can_void_its_event_any_more(root, events, open_queue, reviewed):
    clock = [0.0]
    slow = FolderQueue(root, verify=verify, disk=HeldUp(lambda: None, clock), clock=lambda: clock[0])
    state = slow.append(ID, about(reviewed, EventType.APPROVED))
    assert state.state is State.APPROVED
    assert [body_of(events / f"00000{number}.json")["type"] for number in (3, 4)] == ["approved", "approved"]
    assert open_queue().state(ID) == state
    assert len(state.events) == 3


def test_a_held_up_comment_that_was_declared_void_is_written_again(root, events, open_queue, reviewed):
    def meanwhile():
        age(events / "000003.json")
        open_queue().append(ID, about(reviewed, EventType.COMMENT, NORA))

    clock = [0.0]
    slow = FolderQueue(root, verify=verify, disk=HeldUp(meanwhile, clock), clock=lambda: clock[0])
    state = slow.append(ID, about(reviewed, EventType.COMMENT, text="mine"))
    assert [known.text for known in state.events[2:]] == ["because", "mine"]
    assert open_queue().state(ID).problem is None


@pytest.mark.parametrize(("before", "after"), [(b'"carl"', b'"nora"'), (b"claimed", b"released"), (b'"seq": 2', b'"seq": 9')])
def test_a_changed_event_is_noticed_and_nobody_can_decide(open_queue, events, reviewed, before, after):
    path = events / "000002.json"
    path.write_bytes(path.read_bytes().replace(before, after))
    age(path)
    assert "changed from outside" in str(open_queue().submissions()[0].problem)
    with pytest.raises(HistoryBroken) as caught:
        open_queue().append(ID, about(reviewed, EventType.APPROVED))
    assert caught.value.exit_code is ExitCode.UNVERIFIED
    with pytest.raises(HistoryBroken):
        open_queue().open_revision(ID, 1)


def test_an_event_rewritten_with_a_fitting_hash_breaks_the_chain(queue, open_queue, events, reviewed):
    queue.append(ID, about(reviewed, EventType.COMMENT))
    forged = written(event(EventType.CLAIMED, NORA), number=2, prev=body_of(events / "000002.json")["prev"], void=())
    (events / "000002.json").write_bytes(forged)
    assert "two versions" in str(open_queue().state(ID).problem)


def test_a_forked_chain_is_noticed(open_queue, events, reviewed):
    fork = written(about(reviewed, EventType.APPROVED), number=3, prev=body_of(events / "000002.json")["prev"], void=())
    (events / "000003.json").write_bytes(fork)
    with pytest.raises(HistoryBroken, match="two versions"):
        open_queue().append(ID, about(reviewed, EventType.DECLINED))


def test_an_event_taken_out_of_the_middle_is_noticed(queue, open_queue, events, reviewed):
    queue.append(ID, about(reviewed, EventType.COMMENT))
    (events / "000002.json").unlink()
    assert open_queue().state(ID).problem is not None


def test_a_decision_taken_away_from_the_end_is_noticed_by_who_saw_it(open_queue, events, reviewed, tmp_path):
    memory = tmp_path / "seen.json"
    open_queue(memory=memory).append(ID, about(reviewed, EventType.APPROVED))
    (events / "000003.json").unlink()
    assert "seen before is gone" in str(open_queue(memory=memory).submissions()[0].problem)
    assert open_queue().submissions()[0].problem is None
    with pytest.raises(HistoryBroken):
        open_queue(memory=memory).append(ID, about(reviewed, EventType.DECLINED))


def test_a_decision_pushed_out_by_a_forged_event_is_noticed_by_who_saw_it(open_queue, events, reviewed, tmp_path):
    memory = tmp_path / "seen.json"
    open_queue(memory=memory).append(ID, about(reviewed, EventType.APPROVED))
    forged = written(about(reviewed, EventType.DECLINED), number=4, prev=reviewed.head, void=(3,))
    (events / "000004.json").write_bytes(forged)
    assert "seen before is gone" in str(open_queue(memory=memory).state(ID).problem)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"heads": {"PBOT-7F3K2Q": 3}}'])
def test_a_damaged_memory_is_begun_anew(open_queue, reviewed, tmp_path, content):
    memory = tmp_path / "seen.json"
    memory.write_bytes(content)
    assert open_queue(memory=memory).state(ID).problem is None
    assert ID in json.loads(memory.read_text())["heads"]


def test_files_that_are_no_events_are_passed_over(open_queue, events, reviewed):
    for name in ("Thumbs.db", "000003 (1).json", "000003.json.tmp", "~$000003.json", "desktop.ini", "٠٠٠٠٠٤.json"):
        (events / name).write_bytes(b"x")
    assert open_queue().append(ID, about(reviewed, EventType.APPROVED)).state is State.APPROVED


def test_an_event_that_the_listing_does_not_show_yet_is_found(root, open_queue, reviewed):
    class Lagging(Disk):
        def entries(self, folder):
            return super().entries(folder)[:1]

    queue = FolderQueue(root, verify=verify, disk=Lagging(PLACE))
    assert queue.append(ID, about(reviewed, EventType.APPROVED)).state is State.APPROVED
    assert len(open_queue().state(ID).events) == 3


def test_an_event_that_is_finished_and_followed_while_we_read_is_no_fork(root, events, open_queue, reviewed):
    whole = written(about(reviewed, EventType.COMMENT), number=3, prev=reviewed.head, void=())
    path = half(events, 3, whole[:90], seconds=0)

    class Overtaken(Disk):
        def read(self, wanted):
            raw = super().read(wanted)
            if wanted == path and raw != whole:
                path.write_bytes(whole)
                open_queue().append(ID, about(reviewed, EventType.COMMENT, NORA))
            return raw

    queue = FolderQueue(root, verify=verify, disk=Overtaken(PLACE), sleep=lambda _seconds: None)
    assert queue.submissions()[0].problem is None
    path.write_bytes(whole[:90])
    (events / "000004.json").unlink()
    again = FolderQueue(root, verify=verify, disk=Overtaken(PLACE), sleep=lambda _seconds: None)
    assert again.append(ID, about(reviewed, EventType.APPROVED)).state is State.APPROVED


def decision(state):
    return replace(about(state, EventType.APPROVED), id="the-decision")


@pytest.mark.parametrize("fault", [*FAULTS, PowerCut])
def test_after_trouble_at_any_step_of_a_decision_it_stands_once_or_can_be_made_again(root, events, open_queue, reviewed, fault):
    for step in range(1, 6):
        with suppress(Trouble, PowerCut):
            FolderQueue(root, verify=verify, disk=FaultyDisk(step, fault)).append(ID, decision(reviewed))
        for path in events.iterdir():
            age(path)
        state = open_queue().append(ID, decision(reviewed))
        assert (state.state, state.problem) == (State.APPROVED, None)
        assert [known.id for known in state.events].count("the-decision") == 1
        for path in sorted(events.iterdir())[2:]:
            path.unlink()


@pytest.mark.parametrize("fault", [*FAULTS, PowerCut])
def test_after_trouble_at_any_step_of_sending_the_same_sending_finishes_it(tmp_path, fault):
    for step in range(1, 12):
        root = tmp_path / f"queue{step}"
        FolderQueue.create(root, program="P", practice=False)
        with suppress(Trouble, PowerCut):
            FolderQueue(root, verify=verify, disk=FaultyDisk(step, fault)).submit(ID, bag(), sent(known_as="once"))
        for path in root.glob("s/*/*/e/*"):
            age(path)
        state = FolderQueue(root, verify=verify).submit(ID, bag(), sent(known_as="once"))
        assert (state.state, len(state.events), state.problem) == (State.SUBMITTED, 1, None)


@pytest.mark.parametrize("fault", FAULTS)
def test_trouble_is_told_without_a_path(root, reviewed, fault):
    with pytest.raises(Trouble) as caught:
        FolderQueue(root, verify=verify, disk=FaultyDisk(1, fault)).append(ID, about(reviewed, EventType.APPROVED))
    words = caught.value.words
    told = f"{caught.value}{words.what}{words.where}{words.next_step}"
    assert not any(private in told for private in ("secret", "/", "home"))


def test_trouble_after_the_event_was_written_is_no_trouble(root, reviewed):
    disk = FaultyDisk(3, odd, lasting=False)
    state = FolderQueue(root, verify=verify, disk=disk).append(ID, about(reviewed, EventType.APPROVED))
    assert state.state is State.APPROVED


def test_a_bag_writer_that_meets_a_full_disk_is_told_in_words_and_leaves_nothing(queue, root):
    def write(folder):
        (folder / "half.csv").write_bytes(b"a")
        raise full()

    with pytest.raises(Trouble, match="no room"):
        queue.submit(ID, write, sent())
    assert not list(root.rglob("r0001"))
    assert queue.submissions() == ()


def test_someone_who_only_watches_needs_no_right_to_write(root, reviewed, tmp_path):
    class ReadOnly(FaultyDisk):
        def __init__(self):
            super().__init__(1, denied)

    watching = FolderQueue(root, verify=verify, disk=ReadOnly())
    assert watching.submissions()[0].state is State.IN_REVIEW
    assert watching.open_revision(ID, 1).name == "r0001"


def test_names_of_people_in_a_history_are_those_who_acted(queue, reviewed):
    state = queue.append(ID, about(reviewed, EventType.APPROVED))
    assert [known.actor for known in state.events] == [RHEA, CARL, CARL]


def test_a_submission_thrown_away_as_a_whole_is_noticed_by_who_saw_it(root, open_queue, reviewed, tmp_path):
    memory = tmp_path / "seen.json"
    assert open_queue(memory=memory).submissions()[0].problem is None
    (root / f"s/2026/{ID}").rename(root / "thrown away")
    gone, = open_queue(memory=memory).submissions()
    assert (gone.id, "seen before is gone" in str(gone.problem)) == (ID, True)
    open_queue(memory=memory).forget(ID)
    assert open_queue(memory=memory).submissions() == ()


def test_practice_may_be_thrown_away_and_begun_anew(tmp_path):
    import shutil

    for _ in range(2):
        queue = FolderQueue.create(tmp_path / "practice", program="Practice", practice=True, memory=tmp_path / "seen.json")
        assert queue.submissions() == ()
        practice = FolderQueue(tmp_path / "practice", verify=verify, memory=tmp_path / "seen.json")
        practice.submit(ID, bag(), sent(practice=True))
        assert len(practice.submissions()) == 1
        shutil.rmtree(tmp_path / "practice")
