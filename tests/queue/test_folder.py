"""The queue as a folder: submissions come in, are decided, and stay whole."""

import hashlib
import json
from dataclasses import replace

import pytest

from steward.disk.trouble import FolderLost
from steward.queue.charter import NotAQueue
from steward.queue.folder import FolderQueue, HistoryBroken, NotAllowed, SubmissionMissing
from steward.queue.slots import written
from steward.vocabulary.errors import Refused, VerificationFailed
from steward.vocabulary.exit_code import ExitCode
from steward.workflow.submission import EventType, State
from tests.queue.bags import CARL, ID, NORA, RHEA, about, bag, event, sent, verify

HOME = f"s/2026/{ID}"


def decided(queue, kind=EventType.APPROVED):
    state = queue.append(ID, event(EventType.CLAIMED))
    return queue.append(ID, about(state, kind))


def test_a_submission_is_sent_reviewed_and_approved(queue):
    assert queue.submit(ID, bag(), sent()).state is State.SUBMITTED
    assert decided(queue).state is State.APPROVED


def test_another_workstation_sees_the_same(queue, open_queue):
    queue.submit(ID, bag(), sent())
    state = decided(queue)
    assert open_queue().submissions() == (state,)


def test_the_form_on_disk_is_the_documented_one(queue, root):
    queue.submit(ID, bag(), sent())
    decided(queue)
    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    assert found == {"queue.json", "READ ME FIRST.txt", f"{HOME}/SUMMARY.html", f"{HOME}/r0001/counts.csv",
                     f"{HOME}/r0001/tagmanifest", f"{HOME}/e/000001.json", f"{HOME}/e/000002.json", f"{HOME}/e/000003.json"}


def test_an_event_on_disk_names_the_one_before_and_closes_with_its_hash(queue, root):
    queue.submit(ID, bag(), sent())
    state = decided(queue)
    body, closing = (root / HOME / "e/000003.json").read_text(encoding="utf-8").rsplit("\n# sha256 ", 1)
    written = json.loads(body)
    assert (written["seq"], written["type"], written["actor"]["login"]) == (3, "approved", "carl")
    assert len(closing.strip()) == len(written["prev"]) == len(state.head) == 64


def test_sending_the_same_twice_makes_no_second_revision_and_no_second_event(queue, root):
    first = queue.submit(ID, bag(), sent())
    assert queue.submit(ID, bag(), sent()) == first
    assert not (root / HOME / "r0002").exists()


def test_the_same_event_again_is_harmless_even_where_the_bag_was_sealed_anew(queue):
    once = sent()
    first = queue.submit(ID, bag(), once)
    assert queue.submit(ID, bag("sealed a second later"), once) == first


def test_another_candidate_is_a_newer_revision_and_voids_the_approval(queue):
    queue.submit(ID, bag(), sent())
    decided(queue)
    state = queue.submit(ID, bag("a,b\n3,4\n"), sent())
    assert (state.revision, state.state, state.decided_by) == (2, State.SUBMITTED, None)


def test_what_was_taken_back_can_be_sent_again_unchanged(queue):
    once = sent()
    queue.submit(ID, bag(), once)
    queue.append(ID, event(EventType.WITHDRAWN, RHEA))
    again = queue.submit(ID, bag(), once)
    assert (again.revision, again.state) == (2, State.SUBMITTED)
    assert queue.submit(ID, bag(), once) == again


def test_the_second_of_two_decisions_is_told_who_was_faster(queue):
    queue.submit(ID, bag(), sent())
    state = decided(queue, EventType.DECLINED)
    with pytest.raises(NotAllowed, match="Carl Moss already decided") as caught:
        queue.append(ID, about(state, EventType.APPROVED, NORA))
    assert caught.value.exit_code is ExitCode.REFUSED


def test_the_same_decision_again_by_its_id_is_harmless(queue):
    state = queue.submit(ID, bag(), sent())
    queue.append(ID, event(EventType.CLAIMED))
    decision = about(state, EventType.APPROVED)
    assert queue.append(ID, decision) == queue.append(ID, decision)


def test_a_refused_event_leaves_nothing_behind(queue, root):
    queue.submit(ID, bag(), sent())
    with pytest.raises(NotAllowed):
        queue.append(ID, event(EventType.CLAIMED, RHEA))
    assert [path.name for path in (root / HOME / "e").iterdir()] == ["000001.json"]


def test_a_refused_revision_leaves_nothing_behind(queue, root):
    queue.submit(ID, bag(), sent())
    decided(queue, EventType.DECLINED)
    with pytest.raises(NotAllowed):
        queue.submit(ID, bag("new"), sent())
    assert not (root / HOME / "r0002").exists()


def test_practice_does_not_reach_a_programs_queue(queue):
    with pytest.raises(Refused, match="practice submission stays in practice"):
        queue.submit(ID, bag(), sent(practice=True))
    assert queue.submissions() == ()


def test_a_real_submission_does_not_reach_the_practice_queue(tmp_path):
    FolderQueue.create(tmp_path / "practice", program="Practice", practice=True)
    with pytest.raises(Refused, match="practice queue"):
        FolderQueue(tmp_path / "practice", verify=verify).submit(ID, bag(), sent())


def test_a_practice_event_does_not_reach_a_programs_submission(queue):
    queue.submit(ID, bag(), sent())
    with pytest.raises(Refused, match="stays in practice"):
        queue.append(ID, event(EventType.CLAIMED, practice=True))


def test_a_queue_is_made_once_and_found_again(tmp_path):
    for _ in range(2):
        queue = FolderQueue.create(tmp_path / "q", program="Open Data Program", practice=True)
    assert (queue.program, queue.is_practice) == ("Open Data Program", True)


@pytest.mark.parametrize("other", [{"program": "Another", "practice": False},
                                   {"program": "Open Data Program", "practice": True}])
def test_a_folder_is_never_made_another_programs_queue(root, other):
    with pytest.raises(NotAQueue):
        FolderQueue.create(root, **other)


def test_a_queue_that_was_half_made_is_made_whole(tmp_path):
    (tmp_path / "queue.json").write_text('{"form', encoding="utf-8")
    assert FolderQueue.create(tmp_path, program="P", practice=True).program == "P"


def test_a_folder_that_is_away_is_no_empty_queue(tmp_path):
    with pytest.raises(FolderLost, match="cannot be reached"):
        FolderQueue(tmp_path / "gone").submissions()


def test_a_queue_of_a_later_form_is_left_alone(root):
    (root / "queue.json").write_text('{"format": 2, "program": "P", "practice": false}', encoding="utf-8")
    with pytest.raises(NotAQueue):
        FolderQueue(root).submissions()


@pytest.mark.parametrize("name", ["", "..", "PBOT", "PBOT-7F3K2Q/..", "pbot-7F3K2Q", "PBOT-7F3K2O", "CON"])
def test_only_an_id_of_ours_names_a_folder(queue, name):
    for act in (lambda: queue.state(name), lambda: queue.submit(name, bag(), sent()), lambda: queue.append(name, sent())):
        with pytest.raises(SubmissionMissing):
            act()


def test_a_submission_that_nobody_sent_is_missing(queue):
    with pytest.raises(SubmissionMissing):
        queue.state("PBOT-AAAAAA")


def test_a_revision_is_opened_once_its_bytes_are_verified(queue, root):
    queue.submit(ID, bag(), sent())
    assert queue.open_revision(ID, 1) == root / HOME / "r0001"


@pytest.mark.parametrize("content", ["a,b\n1,3\n", ""])
def test_a_changed_or_truncated_bag_is_not_opened(queue, root, content):
    queue.submit(ID, bag(), sent())
    (root / HOME / "r0001/counts.csv").write_text(content, encoding="utf-8")
    with pytest.raises(VerificationFailed):
        queue.open_revision(ID, 1)


def test_a_bag_exchanged_as_a_whole_is_not_opened(queue, root):
    queue.submit(ID, bag(), sent())
    bag("exchanged")(root / HOME / "r0001")
    with pytest.raises(VerificationFailed, match="not what was sent"):
        queue.open_revision(ID, 1)


def test_a_revision_that_no_event_cites_does_not_exist(queue, root):
    queue.submit(ID, bag(), sent())
    (root / HOME / "r0002").mkdir()
    bag("left by a crash")(root / HOME / "r0002")
    with pytest.raises(SubmissionMissing):
        queue.open_revision(ID, 2)
    assert queue.submit(ID, bag("next"), sent()).revision == 3


def test_a_bag_that_the_disk_garbles_is_not_sent(root):
    queue = FolderQueue(root, verify=lambda _folder: "something else")
    with pytest.raises(VerificationFailed):
        queue.submit(ID, bag(), sent())
    assert queue.submissions() == ()


def test_a_newer_revision_of_the_next_year_stays_in_its_folder(queue, root):
    queue.submit(ID, bag(), sent(at="2026-12-31T23:00:00+00:00"))
    queue.submit(ID, bag("next"), sent(at="2027-01-01T09:00:00+00:00"))
    assert [path.name for path in (root / "s").iterdir()] == ["2026"]


def test_submissions_come_the_oldest_first_and_foreign_folders_are_passed_over(queue, root):
    queue.submit("PBOT-AAAAAA", bag(), sent(at="2026-11-23T12:00:00+00:00"))
    queue.submit("FIRE-ZZZZZZ", bag(), sent(at="2026-11-23T11:00:00+00:00"))
    (root / "s/2026/New folder").mkdir()
    assert [state.id for state in queue.submissions()] == ["FIRE-ZZZZZZ", "PBOT-AAAAAA"]


def test_a_reason_too_long_for_one_event_is_refused_and_nothing_is_left(queue, root):
    state = queue.submit(ID, bag(), sent())
    with pytest.raises(Refused, match="too long"):
        queue.append(ID, about(state, EventType.COMMENT, text="x" * 70_000))
    assert len(list((root / HOME / "e").iterdir())) == 1


def test_the_summary_shows_names_and_reasons_as_text(queue, root):
    state = queue.submit(ID, bag(), sent())
    queue.append(ID, about(state, EventType.COMMENT, replace(CARL, name="<b>Carl</b>"), text="a < b"))
    page = (root / HOME / "SUMMARY.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Carl" in page
    assert "a &lt; b" in page


def test_a_broken_summary_changes_nothing(queue, root):
    queue.submit(ID, bag(), sent())
    (root / HOME / "SUMMARY.html").unlink()
    (root / HOME / "SUMMARY.html").mkdir()
    assert decided(queue).state is State.APPROVED


def test_an_event_of_a_newer_steward_stops_this_one_and_is_no_sign_of_tampering(queue, root):
    queue.submit(ID, bag(), sent())
    body = written(sent(), number=1, prev="", void=()).rpartition(b"\n# sha256 ")[0].replace(b'"format": 1', b'"format": 2')
    closing = hashlib.sha256(body).hexdigest().encode()
    (root / HOME / "e/000001.json").write_bytes(body + b"\n# sha256 " + closing + b"\n")
    assert "newer Steward" in str(queue.submissions()[0].problem)
    with pytest.raises(NotAllowed, match="newer Steward"):
        queue.append(ID, event(EventType.CLAIMED))


def test_one_broken_submission_does_not_hide_the_others(queue, root):
    queue.submit(ID, bag(), sent())
    queue.submit("FIRE-ZZZZZZ", bag(), sent())
    place = root / HOME / "e/000001.json"
    place.write_bytes(place.read_bytes().replace(b"Bike", b"Hike"))
    problems = {state.id: state.problem is not None for state in queue.submissions()}
    assert problems == {ID: True, "FIRE-ZZZZZZ": False}
    with pytest.raises(HistoryBroken):
        queue.append(ID, event(EventType.CLAIMED))
