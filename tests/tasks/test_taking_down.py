"""Taking a published dataset down: its files leave the portal, the catalog says why, and an update is told of it."""

import json

import pytest

from steward.tasks import drafting, opening, publishing, taking_down
from steward.tasks.home import home
from steward.tasks.program import portal_folder, program
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.workflow.submission import State
from tests.tasks.whole_way import decided, described, published

QUIET, WHY = Silence(), "The year in the dates was wrong."


def once_published(house, path):
    bench = decided(house, described(house, opening.begin(house, path, QUIET)))
    receipt = published(house, bench)
    return receipt, drafting.load(house, bench.draft.id).submission


@pytest.fixture
def path(tmp_path):
    table = tmp_path / "trees.csv"
    table.write_text("Tree,Kind\n" + "".join(f"T-{number},Oak\n" for number in range(40)), encoding="utf-8")
    return table


def entry_of(house):
    (entry,) = json.loads((portal_folder(house) / "catalog.json").read_text(encoding="utf-8"))["dataset"]
    return entry


def test_the_catalog_keeps_the_record_without_a_file_and_with_the_reason(house, path):
    receipt, submission = once_published(house, path)
    assert entry_of(house)["distribution"]
    state = taking_down.take_down(house, submission, f" {WHY} ")
    assert (state.state, state.reason) == (State.TAKEN_DOWN, WHY)
    entry = entry_of(house)
    assert (entry["identifier"], "distribution" in entry, entry["accessLevel"]) == (receipt.identifier, False, "non-public")
    assert WHY in entry["rights"]
    assert publishing.published(house) == ()
    assert any(WHY in need.what.show() and need.place == "draft" for need in home(house).needs)


def test_it_takes_a_reason_without_private_details_and_something_that_is_published(house, path):
    _receipt, submission = once_published(house, path)
    for reason in ("", "Linda Brown, 503-281-0101, complained."):
        with pytest.raises(Refused):
            taking_down.take_down(house, submission, reason)
    assert entry_of(house)["distribution"]
    taking_down.take_down(house, submission, WHY)
    with pytest.raises(Refused):
        taking_down.take_down(house, submission, WHY)


def test_only_the_newest_version_is_taken_down(house, path):
    receipt, first = once_published(house, path)
    update = opening.begin(house, path, QUIET, updates=receipt.identifier)
    published(house, decided(house, described(house, update)))
    with pytest.raises(Refused, match="newer version"):
        taking_down.take_down(house, first, WHY)


def test_an_update_that_was_begun_before_is_told_of_it(house, path):
    receipt, submission = once_published(house, path)
    update = opening.begin(house, path, QUIET, updates=receipt.identifier)
    kinds = {found.kind for found in update.report.findings}
    assert "published-taken-down" not in kinds
    taking_down.take_down(house, submission, WHY)
    again = opening.reopen(house, drafting.load(house, update.draft.id), QUIET)
    (told,) = [found for found in again.report.findings if found.kind == "published-taken-down"]
    assert WHY in told.words.where.show()
    assert program(house).queue.state(submission).state is State.TAKEN_DOWN


def test_work_that_was_broken_off_is_finished_by_the_same_call(house, path, monkeypatch):
    _receipt, submission = once_published(house, path)
    monkeypatch.setattr(taking_down, "new_event_id", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        taking_down.take_down(house, submission, WHY)
    monkeypatch.undo()
    assert taking_down.take_down(house, submission, WHY).state is State.TAKEN_DOWN
