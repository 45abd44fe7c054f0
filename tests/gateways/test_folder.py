"""The portal in a folder: plain files and a catalog, whole after any trouble, nothing made twice."""

import json
import re
import shutil
from dataclasses import replace

import pytest

from steward.disk.trouble import FolderLost
from steward.gateways.port import NotPublished
from steward.gateways.targets._catalog import CatalogShrinks
from steward.gateways.targets._ledger import folder_name
from steward.gateways.targets.folder import FolderPortal
from steward.vocabulary.errors import Refused, StewardError, Trouble, VerificationFailed
from steward.vocabulary.progress import Silence
from tests.disk.faults import FAULTS, FaultyDisk, PowerCut
from tests.gateways.bags import publication

ID = "PDX-PBOT-0001"


@pytest.fixture
def root(tmp_path):
    FolderPortal.create(tmp_path / "portal", program="Open Data Program", practice=False)
    return tmp_path / "portal"


@pytest.fixture
def portal(root):
    return FolderPortal(root)


@pytest.fixture
def bikes(tmp_path):
    return publication(tmp_path / "bag")


def catalog(root):
    return json.loads((root / "catalog.json").read_text(encoding="utf-8"))


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_publication_lies_there_as_plain_files_and_only_its_public_part(portal, root, bikes):
    answer = portal.publish(bikes, Silence())
    assert (answer.identifier, answer.version, answer.place) == (ID, 1, f"{ID}/v1/")
    assert set(files(root)) == {"catalog.json", f"{ID}/v1.json", f"{ID}/v1/counts.csv", f"{ID}/v1/dcat-us-1.1.json",
                                f"{ID}/v1/datapackage.json"}


def test_the_catalog_names_the_dataset_with_links_relative_to_the_portal(portal, root, bikes):
    portal.publish(bikes, Silence())
    entry, = catalog(root)["dataset"]
    assert (entry["identifier"], entry["title"], entry["issued"]) == (ID, "Bike counts", "2026-11-23")
    assert entry["distribution"][0]["downloadURL"] == f"{ID}/v1/counts.csv"
    assert entry["describedBy"] == f"{ID}/v1/datapackage.json"


def test_a_path_of_some_computer_never_gets_into_a_public_file(portal, root, tmp_path):
    entry = {"title": "Bikes", "landingPage": str(tmp_path), "distribution": [{"downloadURL": f"file://{tmp_path}/counts.csv"},
                                                                              {"downloadURL": "C:\\bikes\\counts.csv"}]}
    portal.publish(publication(tmp_path / "bag", entry=entry), Silence())
    written = [text.decode() for name, text in files(root).items() if not name.endswith("v1/dcat-us-1.1.json")]
    assert not any(str(tmp_path) in text or re.search(r"file:|[A-Z]:\\", text) for text in written)


def test_links_to_the_web_stay(portal, root, tmp_path):
    entry = {"title": "Bikes", "landingPage": "https://www.portland.gov/bikes", "distribution": [{"accessURL": "https://x.org/y"}]}
    portal.publish(publication(tmp_path / "bag", entry=entry), Silence())
    found, = catalog(root)["dataset"]
    assert (found["landingPage"], found["distribution"]) == ("https://www.portland.gov/bikes", [{"accessURL": "https://x.org/y"}])


def test_the_catalog_is_one_that_the_official_schema_accepts(portal, root, bikes, shared):
    jsonschema = pytest.importorskip("jsonschema")
    portal.publish(bikes, Silence())
    schema = json.loads((shared / "schemas/dcatus1.1/catalog.json").read_text(encoding="utf-8"))
    del schema["properties"]["dataset"]["items"]["$ref"]
    jsonschema.Draft202012Validator(schema).validate(catalog(root))


def test_the_same_again_changes_nothing(portal, root, bikes):
    first = portal.publish(bikes, Silence())
    before = files(root)
    assert portal.publish(replace(bikes, at="2026-12-01T00:00:00+00:00"), Silence()) == first
    assert files(root) == before


def test_an_update_is_a_second_version_and_the_first_stays(portal, root, bikes, tmp_path):
    portal.publish(bikes, Silence())
    answer = portal.publish(publication(tmp_path / "next", csv="a,b\n3,4\n"), Silence())
    assert answer.version == 2
    assert (root / ID / "v1/counts.csv").read_text() == "a,b\n1,2\n"
    assert [entry["distribution"][0]["downloadURL"] for entry in catalog(root)["dataset"]] == [f"{ID}/v2/counts.csv"]


def test_an_older_version_published_again_does_not_come_back(portal, root, bikes, tmp_path):
    portal.publish(bikes, Silence())
    portal.publish(publication(tmp_path / "next", csv="a,b\n3,4\n"), Silence())
    assert portal.publish(bikes, Silence()).version == 1
    assert f"{ID}/v2/counts.csv" in (root / "catalog.json").read_text()


def test_the_catalog_is_sorted_by_identifier(portal, root, tmp_path):
    for number in (3, 1, 2):
        portal.publish(publication(tmp_path / str(number), identifier=f"PDX-{number}"), Silence())
    assert [entry["identifier"] for entry in catalog(root)["dataset"]] == ["PDX-1", "PDX-2", "PDX-3"]
    assert [listed.identifier for listed in portal.listed()] == ["PDX-1", "PDX-2", "PDX-3"]


def test_what_is_listed_tells_version_date_and_frequency(portal, bikes):
    portal.publish(bikes, Silence())
    listed, = portal.listed()
    assert (listed.version, listed.at, listed.submission, listed.frequency) == (1, bikes.at, "PBOT-7F3K2Q", "R/P1M")


def test_taking_down_leaves_the_files_and_keeps_the_reason(portal, root, bikes):
    portal.publish(bikes, Silence())
    portal.retract(ID, "Wrong year.", "2026-11-24T08:00:00+00:00")
    (entry,) = catalog(root)["dataset"]
    assert (entry["identifier"], entry["accessLevel"], "distribution" in entry) == (ID, "non-public", False)
    assert entry["rights"] == "The data was taken down on 2026-11-24. Why: Wrong year."
    assert portal.listed() == ()
    assert (root / ID / "v1/counts.csv").exists()
    assert json.loads((root / ID / "withdrawn.json").read_text())["reason"] == "Wrong year."
    with pytest.raises(NotPublished, match="does not show"):
        portal.verify(ID)


def test_taking_down_twice_keeps_the_first_reason(portal, root, bikes):
    portal.publish(bikes, Silence())
    for reason in ("Wrong year.", "Another reason."):
        portal.retract(ID, reason, "2026-11-24T08:00:00+00:00")
    assert "Wrong year." in (root / ID / "withdrawn.json").read_text()


def test_what_was_taken_down_does_not_come_back_by_itself_but_a_new_version_does(portal, root, bikes, tmp_path):
    portal.publish(bikes, Silence())
    portal.retract(ID, "Wrong year.", "2026-11-24T08:00:00+00:00")
    with pytest.raises(NotPublished, match="taken down"):
        portal.publish(bikes, Silence())
    assert portal.publish(publication(tmp_path / "next", csv="a,b\n3,4\n"), Silence()).version == 2
    assert len(catalog(root)["dataset"]) == 1


def test_taking_down_what_was_never_published_is_refused(portal):
    with pytest.raises(NotPublished):
        portal.retract("PDX-NOTHING", "Why.", "2026-11-24T08:00:00+00:00")


def test_practice_and_program_portals_do_not_mix(portal, root, tmp_path):
    practice = FolderPortal.create(tmp_path / "practice", program="Practice", practice=True)
    with pytest.raises(Refused, match="stays in practice"):
        portal.publish(publication(tmp_path / "a", practice=True), Silence())
    with pytest.raises(Refused, match="practice portal"):
        practice.publish(publication(tmp_path / "b"), Silence())
    with pytest.raises(Refused):
        FolderPortal.create(root, program="Open Data Program", practice=True)
    assert catalog(tmp_path / "practice")["practice"] is True


def test_a_bag_that_is_not_the_approved_one_is_not_published(portal, root, bikes):
    for changed in ("data/public/counts.csv", "manifest-sha256.txt", "tagmanifest-sha256.txt"):
        before = (bikes.bag / changed).read_bytes()
        (bikes.bag / changed).write_bytes(before + b"more\n")
        with pytest.raises(VerificationFailed):
            portal.publish(bikes, Silence())
        (bikes.bag / changed).write_bytes(before)
    assert catalog(root)["dataset"] == []


@pytest.mark.parametrize("name", ["data/public/../../../out.csv", "data/public//etc/out.csv", "data/public/C:\\out.csv"])
def test_a_name_that_leads_out_of_the_portal_is_refused(portal, root, bikes, name):
    import hashlib

    manifest = (bikes.bag / "manifest-sha256.txt").read_bytes() + f"{'0' * 64}  {name}\n".encode()
    tags = f"{hashlib.sha256(manifest).hexdigest()}  manifest-sha256.txt\n".encode()
    (bikes.bag / "manifest-sha256.txt").write_bytes(manifest)
    (bikes.bag / "tagmanifest-sha256.txt").write_bytes(tags)
    with pytest.raises(VerificationFailed):
        portal.publish(replace(bikes, tagmanifest=hashlib.sha256(tags).hexdigest()), Silence())
    assert set(files(root)) == {"catalog.json"}


def test_a_file_changed_on_the_portal_is_noticed(portal, root, bikes):
    portal.publish(bikes, Silence())
    (root / ID / "v1/counts.csv").write_text("a,b\n9,9\n")
    with pytest.raises(VerificationFailed):
        portal.verify(ID)


def test_a_portal_that_is_away_is_told_from_an_empty_one(tmp_path, bikes):
    with pytest.raises(FolderLost, match="cannot be reached"):
        FolderPortal(tmp_path / "gone").publish(bikes, Silence())


def test_datasets_that_vanished_from_the_folder_do_not_vanish_from_the_catalog(portal, root, tmp_path):
    for number in range(5):
        portal.publish(publication(tmp_path / str(number), identifier=f"PDX-{number}"), Silence())
    before = catalog(root)
    shutil.rmtree(root / "PDX-1")
    shutil.rmtree(root / "PDX-2")
    with pytest.raises(CatalogShrinks):
        portal.publish(publication(tmp_path / "new", identifier="PDX-9"), Silence())
    assert catalog(root) == before


def test_datasets_that_were_taken_down_may_leave_the_catalog_without_any_file(portal, root, tmp_path):
    for number in range(3):
        portal.publish(publication(tmp_path / str(number), identifier=f"PDX-{number}"), Silence())
        portal.retract(f"PDX-{number}", "Wrong.", "2026-11-24T08:00:00+00:00")
    assert [("distribution" in entry, "Wrong." in entry["rights"]) for entry in catalog(root)["dataset"]] == [(False, True)] * 3


def test_a_lost_catalog_is_made_again_from_what_the_portal_holds(portal, root, bikes):
    portal.publish(bikes, Silence())
    before = catalog(root)
    (root / "catalog.json").unlink()
    FolderPortal.create(root, program="Open Data Program", practice=False).publish(bikes, Silence())
    assert catalog(root) == before


def test_the_plan_says_what_will_happen_and_changes_nothing(portal, root, bikes):
    steps = [str(step) for step in portal.plan(bikes)]
    assert steps[0] == f"Copy 3 files as version 1 of {ID}."
    assert set(files(root)) == {"catalog.json"}
    portal.publish(bikes, Silence())
    assert str(portal.plan(bikes)[0]).startswith("Nothing")


@pytest.mark.parametrize("identifier", ["https://data.portland.gov/id/bikes", "CON", "nul", "a/b", "..", "ä", "x" * 60])
def test_any_identifier_gives_a_folder_name_that_every_system_takes(identifier):
    name = folder_name(identifier)
    assert re.fullmatch(r"[A-Za-z0-9_-]{2,40}", name)
    assert name != identifier


def test_two_datasets_never_share_a_folder(portal, tmp_path, monkeypatch):
    portal.publish(publication(tmp_path / "a", identifier="PDX-1"), Silence())
    monkeypatch.setattr("steward.gateways.targets.folder.folder_name", lambda _identifier: "PDX-1")
    with pytest.raises(NotPublished, match="same folder name"):
        portal.publish(publication(tmp_path / "b", identifier="pdx-1"), Silence())


def steps_of_a_publication(tmp_path):
    root = tmp_path / "counted"
    FolderPortal.create(root, program="P", practice=False)
    disk = FaultyDisk()
    FolderPortal(root, disk=disk).publish(publication(tmp_path / "counted-bag"), Silence())
    return disk.steps, files(root)


def test_after_a_power_cut_at_any_step_the_same_call_finishes_the_work(tmp_path, bikes):
    steps, wanted = steps_of_a_publication(tmp_path)
    for step in range(1, steps + 1):
        root = tmp_path / f"portal{step}"
        FolderPortal.create(root, program="P", practice=False)
        with pytest.raises(PowerCut):
            FolderPortal(root, disk=FaultyDisk(step, PowerCut)).publish(bikes, Silence())
        assert all(link_is_whole(root, entry) for entry in catalog(root)["dataset"])
        FolderPortal(root).publish(bikes, Silence())
        assert {name: text for name, text in files(root).items() if ".part-" not in name} == wanted, step


def link_is_whole(root, entry):
    return (root / entry["distribution"][0]["downloadURL"]).read_text() == "a,b\n1,2\n"


@pytest.mark.parametrize("fault", FAULTS)
def test_trouble_at_any_step_is_told_in_words_without_a_path_and_leaves_the_portal_whole(tmp_path, bikes, fault):
    steps, wanted = steps_of_a_publication(tmp_path)
    for step in range(1, steps + 1):
        root = tmp_path / f"portal{step}"
        FolderPortal.create(root, program="P", practice=False)
        with pytest.raises(Trouble) as caught:
            FolderPortal(root, disk=FaultyDisk(step, fault)).publish(bikes, Silence())
        assert no_path_in(caught.value)
        assert not any(".part-" in name for name in files(root))
        FolderPortal(root).publish(bikes, Silence())
        assert files(root) == wanted, step


def no_path_in(error: StewardError):
    told = " ".join(str(part) for part in (error, error.words.what, error.words.where, error.words.next_step))
    return "secret" not in told and "/" not in told and error.__cause__ is None


def test_a_power_cut_while_taking_down_is_finished_by_the_same_call(portal, root, bikes):
    portal.publish(bikes, Silence())
    disk = FaultyDisk()
    FolderPortal(root, disk=disk).verify(ID)
    for step in range(1, 12):
        try:
            FolderPortal(root, disk=FaultyDisk(step, PowerCut)).retract(ID, "Wrong.", "2026-11-24T08:00:00+00:00")
        except PowerCut:
            continue
        break
    assert portal.listed() == ()
    assert ["distribution" in entry for entry in catalog(root)["dataset"]] == [False]
