"""Drafts on disk: nothing that was decided is lost, and one damaged draft harms no other."""

import json
from dataclasses import replace

import pytest

from steward.disk.trouble import FolderLost, plainly
from steward.metadata.strict_json import DocumentTooNew
from steward.store import drafts
from steward.store.places import Places
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import StewardError, Trouble
from steward.workflow.draft import Draft, Source
from tests.disk.faults import FAULTS, FaultyDisk, PowerCut, away

NOW = "2026-11-23T10:00:00+00:00"


@pytest.fixture
def places():
    return Places.find()


def draft(name="abc", **more):
    source = Source(path="/home/someone/bikes.csv", name="bikes.csv", sha256="0" * 64, size_bytes=12)
    return Draft(id=name, source=source, practice=True, started=NOW, changed=NOW, **more)


def decided(kind="email"):
    return draft().with_decision(Decision(kind=kind, column="Contact", choice=Choice.KEEP, reason="b", by="rhea", at=NOW))


def test_a_draft_comes_back_as_it_was_saved(places):
    drafts.save(places, decided())
    assert drafts.load(places, "abc") == decided()


def test_the_state_before_is_kept_beside_it(places):
    drafts.save(places, draft())
    drafts.save(places, decided())
    kept = json.loads((places.drafts / "abc/draft.previous.json").read_text(encoding="utf-8"))
    assert (kept["id"], kept["decisions"]) == ("abc", [])


def test_saving_the_same_again_keeps_the_state_before(places):
    for each in (draft(), decided(), decided()):
        drafts.save(places, each)
    assert json.loads((places.drafts / "abc/draft.previous.json").read_text())["decisions"] == []


@pytest.mark.parametrize("fault", [*FAULTS, PowerCut])
def test_trouble_at_any_step_of_saving_leaves_the_draft_before(places, fault):
    for step in range(1, 9):
        drafts.save(places, draft())
        drafts.save(places, decided("phone"))
        with pytest.raises((Trouble, PowerCut)):
            drafts.save(places, decided("email"), FaultyDisk(step, fault))
        assert drafts.load_all(places) == ((decided("phone"),), ())


def test_a_damaged_draft_is_set_aside_and_comes_back_one_change_before(places):
    drafts.save(places, draft())
    drafts.save(places, decided())
    (places.drafts / "abc/draft.json").write_bytes(b'{"format": 1, "id"')
    found, notes = drafts.load_all(places)
    assert found == (draft(),)
    assert "draft.set-aside-1.json" in str(notes[0])
    assert (places.drafts / "abc/draft.set-aside-1.json").exists()
    assert drafts.load_all(places) == ((draft(),), ())


@pytest.mark.parametrize("content", [b"", b"\0" * 400, b"[]", b"null", b'{"format": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_draft_that_cannot_come_back_is_named_and_the_others_are_unharmed(places, content):
    drafts.save(places, draft("good"))
    drafts.save(places, draft("poor"))
    (places.drafts / "poor/draft.json").write_bytes(content)
    found, notes = drafts.load_all(places)
    assert found == (draft("good"),)
    assert "poor" in str(notes[0])
    assert (places.drafts / "poor/draft.set-aside-1.json").read_bytes() == content


def test_a_draft_without_its_file_comes_back_from_the_state_before(places):
    drafts.save(places, draft())
    drafts.save(places, decided())
    (places.drafts / "abc/draft.json").unlink()
    assert drafts.load(places, "abc") == draft()


def test_a_draft_of_a_newer_steward_is_left_as_it_is(places):
    drafts.save(places, draft())
    file = places.drafts / "abc/draft.json"
    file.write_text(file.read_text().replace('"format": 1', '"format": 99'))
    with pytest.raises(DocumentTooNew):
        drafts.load(places, "abc")
    found, notes = drafts.load_all(places)
    assert (found, len(notes)) == ((), 1)
    assert '"format": 99' in file.read_text()


def test_a_draft_is_never_saved_over_by_a_damaged_previous(places):
    drafts.save(places, draft())
    drafts.save(places, decided())
    (places.drafts / "abc/draft.json").write_bytes(b"\0\0")
    drafts.save(places, decided("phone"))
    assert json.loads((places.drafts / "abc/draft.previous.json").read_text())["decisions"] == []


def test_removing_takes_the_draft_away_and_nothing_else(places):
    drafts.save(places, draft("one"))
    drafts.save(places, draft("two"))
    drafts.remove(places, "one")
    drafts.remove(places, "one")
    assert drafts.load_all(places)[0] == (draft("two"),)


@pytest.mark.parametrize("name", ["", "..", "a/b", "a\\b", "c:", "é"])
def test_only_an_id_of_ours_names_a_folder(places, name):
    with pytest.raises(StewardError):
        drafts.load(places, name)
    with pytest.raises(StewardError):
        drafts.remove(places, name)
    with pytest.raises(StewardError):
        drafts.save(places, draft(name))


def test_a_missing_draft_is_told_in_words(places):
    with pytest.raises(drafts.DraftMissing, match="no draft"):
        drafts.load(places, "nothere")


def test_the_second_window_is_told_that_the_draft_is_open(places):
    with drafts.lock(places, "abc"), pytest.raises(drafts.DraftOpenElsewhere):
        drafts.lock(places, "abc")
    drafts.lock(places, "abc").free()


def test_no_draft_is_no_trouble_but_a_lost_folder_is(places):
    assert drafts.load_all(places) == ((), ())

    class Away(FaultyDisk):
        def names(self, _folder):
            with plainly(self.place):
                raise away()

    with pytest.raises(FolderLost):
        drafts.load_all(places, Away())


def test_ids_differ_and_hold_no_letters_that_look_alike():
    ids = {drafts.new_id() for _ in range(500)}
    assert len(ids) == 500
    assert not set("".join(ids)) & set("01loi")


def test_a_draft_keeps_what_it_knows_of_its_submission(places):
    sent = replace(decided(), submission="PBOT-7F3K2Q", revision=2)
    drafts.save(places, sent)
    assert drafts.load(places, "abc") == sent


def test_what_is_no_draft_is_no_trouble(places):
    drafts.save(places, draft())
    (places.drafts / "empty").mkdir()
    (places.drafts / ".DS_Store").write_bytes(b"x")
    drafts.lock(places, "locked").free()
    assert drafts.load_all(places) == ((draft(),), ())
