"""A real manifest from the queue to the portal: sealed, sent, verified, published, read back by other people's programs."""

import json
from pathlib import Path

import pytest

from steward.gateways.port import Publication
from steward.gateways.targets.folder import FolderPortal
from steward.manifest.bag import BagWriter
from steward.manifest.sealing import write_manifest
from steward.queue.folder import FolderQueue
from steward.vocabulary.errors import VerificationFailed
from steward.vocabulary.progress import Silence
from steward.workflow.submission import EventType, State
from tests.manifest.samples import contents
from tests.queue.bags import about, event, sent

ID = "PBOT-7F3K2Q"


def write_bag(folder: Path) -> str:
    def open_file(name):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        return (folder / name).open("xb")

    return write_manifest(contents(), BagWriter(open_file)).tagmanifest


@pytest.fixture
def queue(tmp_path):
    queue = FolderQueue.create(tmp_path / "queue", program="Practice", practice=True)
    queue.submit(ID, write_bag, sent(practice=True))
    return queue


@pytest.fixture
def portal(tmp_path):
    return FolderPortal.create(tmp_path / "portal", program="Practice", practice=True)


def approved(queue):
    state = queue.append(ID, event(EventType.CLAIMED, practice=True))
    for kind in (EventType.APPROVED, EventType.PUBLISHING):
        state = queue.append(ID, about(state, kind, practice=True))
    return state


def publication(queue, state):
    return Publication(submission=ID, identifier=contents().record.identifier, title=state.title, tagmanifest=state.tagmanifest,
                       bag=queue.open_revision(ID, state.revision), head=state.head, practice=True,
                       at="2026-11-23T12:00:00+00:00")


def test_a_manifest_goes_from_the_queue_to_the_portal_and_the_queue_knows(queue, portal):
    state = approved(queue)
    answer = portal.publish(publication(queue, state), Silence())
    published = about(state, EventType.PUBLISHED, practice=True, details={"place": answer.place, "files": dict(answer.files)})
    assert queue.append(ID, published).state is State.PUBLISHED
    assert set(answer.files) == {"bicycle-counts.csv", "datapackage.json", "dcat-us-1.1.json", "dcat-us-3.0.json",
                                 "dictionary.csv", "known-limits.txt"}


def test_the_revision_in_the_queue_is_a_bag_that_others_can_check(queue):
    bagit = pytest.importorskip("bagit")
    bagit.Bag(str(queue.open_revision(ID, 1))).validate()


def test_a_truncated_bag_is_neither_opened_nor_published(queue, portal):
    state = approved(queue)
    wanted = publication(queue, state)
    file = wanted.bag / "data/public/bicycle-counts.csv"
    file.write_bytes(file.read_bytes()[:10])
    with pytest.raises(VerificationFailed):
        queue.open_revision(ID, 1)
    with pytest.raises(VerificationFailed):
        portal.publish(wanted, Silence())
    assert portal.listed() == ()


def test_what_systems_drop_into_folders_one_looks_at_does_not_spoil_a_bag(queue):
    folder = queue.open_revision(ID, 1)
    for name in (".DS_Store", "data/public/Thumbs.db", "data/._bicycle-counts.csv"):
        (folder / name).write_bytes(b"x")
    assert queue.open_revision(ID, 1) == folder


def test_the_catalog_entry_is_accepted_by_the_official_schema(queue, portal, tmp_path, shared):
    jsonschema = pytest.importorskip("jsonschema")
    portal.publish(publication(queue, approved(queue)), Silence())
    schema = json.loads((shared / "schemas/dcatus1.1/non-federal_dataset.json").read_text(encoding="utf-8"))
    entry, = json.loads((tmp_path / "portal/catalog.json").read_text(encoding="utf-8"))["dataset"]
    jsonschema.Draft202012Validator(schema).validate(entry)
    identifier = contents().record.identifier
    assert entry["distribution"][0]["downloadURL"].endswith("/v1/bicycle-counts.csv"), identifier
    assert entry["distribution"][0]["describedBy"].endswith("/v1/dictionary.csv")


def test_nothing_internal_and_no_path_of_this_computer_gets_onto_the_portal(queue, portal, tmp_path):
    portal.publish(publication(queue, approved(queue)), Silence())
    for path in (tmp_path / "portal").rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert str(tmp_path) not in text
            assert "Not for the public." not in text
