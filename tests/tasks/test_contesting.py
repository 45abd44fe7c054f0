"""A block is contested, sent, released by another person for these rows of this file, and published; or it comes back."""

import json
from dataclasses import replace

import pytest

from steward.tasks import (
    contesting,
    deciding,
    drafting,
    opening,
    publishing,
    releasing,
    reviewing,
    sealing,
    sending,
)
from steward.tasks.home import home
from steward.tasks.house import RoleMissing
from steward.tasks.program import found_program, program
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import Refused
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step
from steward.vocabulary.tier import Tier
from steward.workflow.submission import EventType, State
from tests.tasks.whole_way import decided, described
from tests.told_columns import dictionary_file

QUIET = Silence()
NUMBERS = ("512-34-6789", "531-22-1234")
WHY = "These are numbers of permits that the register writes in this form."


@pytest.fixture
def permits(tmp_path):
    path = tmp_path / "permits.csv"
    path.write_text("Owner SSN,Kind,Issued\n" + "".join(
        f"{number},Fence,2026-01-0{place}\n" for place, number in enumerate((*NUMBERS, "", ""), start=1)))
    return path


def block_of(bench):
    return next(found for found in bench.report.findings if found.tier is Tier.BLOCK and found.room == "privacy")


def contested(house, path, **record):
    """Return a workbench that waits for nothing, with its block contested."""
    bench = opening.begin(house, path, QUIET)
    bench = described(house, bench, **record)
    draft = deciding.decide(house, bench.draft, block_of(bench), Choice.CONTEST, WHY)
    return decided(house, replace(bench, draft=draft))


def sent(house, path, **record):
    receipt = sending.send(house, contested(house, path, **record), QUIET)
    return program(house).queue.state(receipt.submission)


def acting(house, login, *roles):
    return replace(house, settings=replace(house.settings, login=login, name=login, roles=roles))


@pytest.fixture
def office(house, tmp_path):
    """Return the clerk's house of a program, not of practice."""
    return found_program(house, tmp_path / "share", "Open Data Program", tmp_path / "portal")


def test_a_contested_draft_is_sealed_and_its_request_names_no_cell(house, permits):
    bench = contested(house, permits)
    asked, = contesting.contests(bench)
    assert (asked.column, asked.count, asked.shapes, asked.reason) == ("Owner SSN", 2, ("d3-d2-d4",), WHY)
    assert str(contesting.shape_in_words(asked.shapes[0])) == "3 digits, hyphen, 2 digits, hyphen, 4 digits"


def test_what_was_contested_cannot_be_approved_or_published_before_it_is_released(house, permits):
    state = sent(house, permits)
    assert len(state.open_contests) == 1
    reviewing.claim(house, state)
    with pytest.raises(Refused, match="Release it with a reason"):
        reviewing.approve(house, state, "looked at it")
    with pytest.raises(Refused):
        publishing.publish(house, state.id, QUIET)


def test_in_practice_one_person_plays_both_parts(house, permits):
    state = sent(house, permits)
    reviewing.claim(house, state)
    state = releasing.release_block(house, state, state.open_contests[0], "Looked at the register.")
    assert state.open_contests == ()
    reviewing.approve(house, state, "looked at it")
    assert publishing.publish(house, state.id, QUIET).version == 1


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PRIVACY_CHAMPION])
def test_another_person_of_the_program_releases_it(office, permits, role):
    state = sent(acting(office, "ana", Role.STEWARD), permits)
    state = releasing.release_block(acting(office, "pat", role), state, state.open_contests[0], "Looked at the register.")
    assert state.open_contests == ()
    carl = acting(office, "carl", Role.COORDINATOR)
    reviewing.claim(carl, state)
    assert reviewing.approve(carl, state.id, "looked at it").state is State.APPROVED


@pytest.mark.parametrize("login", ["ana", " ANA "])
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PRIVACY_CHAMPION])
def test_nobody_releases_what_they_sent_to_a_program(office, permits, login, role):
    state = sent(acting(office, "ana", Role.STEWARD), permits)
    with pytest.raises(Refused, match="sent this submission yourself"):
        releasing.release_block(acting(office, login, role), state, state.open_contests[0], "Mine.")
    assert program(office).queue.state(state.id).open_contests == state.open_contests


@pytest.mark.parametrize("role", [Role.STEWARD, Role.BUREAU_APPROVER, Role.PRIVACY_REVIEWER, Role.AUDITOR])
def test_other_roles_release_nothing(office, permits, role):
    state = sent(acting(office, "ana", Role.STEWARD), permits)
    someone = acting(office, "sam", role)
    assert releasing.why_not_release(someone, state) is not None
    with pytest.raises(RoleMissing):
        releasing.release_block(someone, state, state.open_contests[0], "Looks fine.")


def test_a_refused_release_comes_back_with_its_reason_and_is_open_again(office, permits):
    ana = acting(office, "ana", Role.STEWARD)
    state = sent(ana, permits)
    state = releasing.refuse_block(acting(office, "pat", Role.PRIVACY_CHAMPION), state, state.open_contests[0],
                                   "They are Social Security numbers.")
    assert state.state is State.CHANGES_REQUESTED
    assert "They are Social Security numbers." in str(home(ana).needs[0].what)
    draft = next(draft for draft in drafting.drafts(ana)[0] if draft.submission == state.id)
    again = opening.reopen(ana, draft, QUIET)
    assert [found.key for found in sealing.outstanding(again)] == [block_of(again).key]


def test_a_newer_revision_voids_the_release(office, permits):
    ana, pat = acting(office, "ana", Role.STEWARD), acting(office, "pat", Role.COORDINATOR)
    state = sent(ana, permits)
    released = releasing.release_block(pat, state, state.open_contests[0], "Looked at the register.")
    draft = next(draft for draft in drafting.drafts(ana)[0] if draft.submission == state.id)
    bench = opening.reopen(ana, draft, QUIET)
    step = Step(remedy="leave_out_column", column="Kind", reason="not needed")
    bench = deciding.apply_remedy(ana, bench, None, step, QUIET)
    sending.send(ana, bench, QUIET)
    newer = program(office).queue.state(state.id)
    assert (newer.revision, len(newer.open_contests)) == (2, 1)
    assert newer.contested != released.contested          # the candidate is another
    reviewing.claim(pat, newer)
    with pytest.raises(Refused):
        reviewing.approve(pat, newer, "looked at it")


def test_a_changed_file_voids_the_request(house, permits):
    draft = drafting.save(house, contested(house, permits).draft)
    permits.write_text(permits.read_text() + "541-33-1212,Fence,2026-01-09\n")
    again = opening.adopt_changed_file(house, draft, permits, QUIET)
    assert block_of(again).key in [found.key for found in sealing.outstanding(again)]


def test_a_block_in_the_bag_that_the_event_does_not_name_is_not_approved(house, permits, monkeypatch):
    monkeypatch.setattr(sending, "queued", lambda *_given: ())
    state = sent(house, permits)
    assert state.contested == ()
    reviewing.claim(house, state)
    with pytest.raises(releasing.NotReleased, match="nobody has released it"):
        reviewing.approve(house, state, "looked at it")


def test_an_approval_given_as_it_was_seen_before_the_review_looks_at_the_blocks_too(house, permits):
    seen = sent(house, permits)
    reviewing.claim(house, seen)
    with pytest.raises(Refused):
        reviewing.approve(house, seen, "looked at it")


def test_sending_a_contested_draft_twice_gives_one_revision(house, permits):
    bench = contested(house, permits)
    first = sending.send(house, bench, QUIET)
    second = sending.send(house, replace(bench, draft=first.draft), QUIET)
    assert (first.submission, first.revision) == (second.submission, second.revision)


def test_no_cell_of_the_contested_column_stands_in_any_file_but_the_candidate(house, permits, tmp_path, capsys, caplog):
    state = sent(house, permits)
    reviewing.claim(house, state)
    state = releasing.release_block(house, state, state.open_contests[0], "Looked at the register.")
    reviewing.approve(house, state, "looked at it")
    publishing.publish(house, state.id, QUIET)
    held = [path for path in (tmp_path / "home").rglob("*") if path.is_file()
            and any(number.encode() in path.read_bytes() or number.replace("-", "").encode() in path.read_bytes()
                    for number in NUMBERS)]
    assert held
    assert {path.suffix for path in held} <= {".csv", ".buffers"}   # the candidate, and the table of the moment
    assert all(number not in capsys.readouterr().out + caplog.text for number in NUMBERS)
    events = [event for event in program(house).queue.state(state.id).events if event.type is EventType.BLOCK_RELEASED]
    assert set(events[0].details) == {"kind", "column", "count", "rows", "candidate"}


def test_a_script_contests_by_kind_and_column_and_the_answer_tells_it(permits, tmp_path, capsys, monkeypatch, house):
    from steward.commands import run

    bench = contested(house, permits, classification="public", access_level="public")
    from steward.manifest.documents import decisions_to_json, record_to_json
    written = decisions_to_json(bench.draft.decisions)
    for one in written["decisions"]:
        one.pop("about", None)
    for name, document in {"record": record_to_json(bench.draft.record), "recipe": {"format": 1},
                           "decisions": written}.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(document))
    monkeypatch.setenv("STEWARD_HOME", str(tmp_path / "other"))
    told = dictionary_file(tmp_path, [field.name for field in bench.report.fields])
    words = ["prepare", str(permits), "--dictionary", str(told), "--out", str(tmp_path / "bag"), "--json"]
    for name in ("record", "recipe", "decisions"):
        words += [f"--{name}", str(tmp_path / f"{name}.json")]
    assert run(words, lambda _folder: 1) == 0
    answer = capsys.readouterr().out
    assert json.loads(answer)["contested"] == [{"kind": "ssn", "column": "Owner SSN", "count": 2}]
    assert all(number not in answer for number in NUMBERS)
