"""A dataset without data on its whole way: no file is opened, and the catalog shows it with the reason."""

import json
from dataclasses import replace

import pytest

from steward.metadata.record import Record
from steward.tasks import drafting, looking_through, opening, publishing, reviewing, sealing, sending
from steward.tasks.bags import read_bag, verify_bag
from steward.tasks.exporting import exported
from steward.tasks.program import portal_folder, program
from steward.tasks.without_data import begin_without_data, is_without_data, update_without_data
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.tasks.whole_way import decided, described

PUBLIC = ["dcat-us-1.1.json", "dcat-us-3.0.json", "why-no-data.txt"]


@pytest.fixture
def bench(house):
    begun = begin_without_data(house, Record(data_status="declined", title="Pump stations"))
    return decided(house, described(house, begun, legal_basis=("ors-192-345-22",), status_reason="It tells of weak places.",
                                    how_to_ask="Ask with the public records form.", title="Pump stations",
                                    publisher="bes", contact_email="opendata@portlandoregon.gov"))


def test_a_draft_without_a_table_is_saved_and_resumes(house, bench):
    drafting.save(house, bench.draft)
    again = opening.reopen(house, drafting.load(house, bench.draft.id), Silence())
    assert (again.draft.record, again.draft.has_table) == (bench.draft.record, False)
    assert sealing.outstanding(again) == ()


def test_only_its_own_questions_are_open(house):
    begun = begin_without_data(house, Record(data_status="planned"))
    rooms = {found.room for found in begun.report.findings}
    asked = {found.column for found in begun.report.findings if found.kind == "metadata-missing"}
    assert rooms == {"metadata"}
    assert {"status_reason", "how_to_ask", "title"} <= asked
    assert not {"license", "modified", "frequency", "legal_basis"} & asked


def test_the_manifest_has_no_table_and_verifies(house, bench, tmp_path):
    sealed = sealing.seal(house, replace(bench, draft=replace(bench.draft, record=_complete(house, bench))),
                          tmp_path / "bag", Silence())
    manifest = read_bag(tmp_path / "bag")
    assert verify_bag(tmp_path / "bag") == sealed.tagmanifest
    assert (manifest.tables, manifest.record.data_status) == ((), "declined")
    assert {found.room for found in manifest.findings} <= {"metadata"}
    assert sorted(path.name for path in (tmp_path / "bag/data/public").iterdir()) == PUBLIC
    with pytest.raises(Refused):
        exported(tmp_path / "bag", "datapackage")


def test_it_is_sent_reviewed_published_and_listed_without_a_file(house, bench):
    number = sending.send(house, bench, Silence()).submission
    seen = reviewing.evidence(house, number)
    assert (seen.tables, seen.manifest.tables) == ((), ())
    with pytest.raises(Refused):
        looking_through.candidate(house, number, Silence())
    reviewing.claim(house, number)
    reviewing.approve(house, number, "looked at it")
    receipt = publishing.publish(house, number, Silence())
    catalog = json.loads((portal_folder(house) / "catalog.json").read_text(encoding="utf-8"))
    (entry,) = catalog["dataset"]
    assert (entry["accessLevel"], "distribution" in entry) == ("non-public", False)
    assert "ORS 192.345(22)" in entry["rights"]
    assert receipt.candidate.read_text(encoding="utf-8").startswith("Pump stations")
    assert [one.is_overdue for one in publishing.published(house)] == [False]


def test_planned_data_that_comes_is_an_update_of_its_record(house, bench, table):
    number = sending.send(house, bench, Silence()).submission
    reviewing.claim(house, number)
    reviewing.approve(house, number, "looked at it")
    identifier = publishing.publish(house, number, Silence()).identifier
    later = opening.begin(house, table, Silence(), updates=identifier)
    assert (later.draft.record.identifier, later.draft.record.title) == (identifier, "Pump stations")
    assert (later.draft.record.data_status, later.draft.record.status_reason) == ("", "")
    assert program(house).queue.state(number).identifier == identifier


def test_a_record_with_a_table_does_not_say_that_there_is_none(house, table):
    begun = opening.begin(house, table, Silence())
    draft = begun.draft.with_answer("data_status", "declined")
    again = opening.recheck(house, begun, draft, Silence())
    assert "metadata-data-is-there" in {found.kind for found in sealing.outstanding(again)}


def _complete(house, bench):
    from steward.tasks.describing import complete_record

    return complete_record(house, bench.draft, bench.report.profile)


def test_how_an_office_is_reached_is_no_private_detail_but_a_number_of_a_person_is(house, bench):
    def doubted(text):
        draft = bench.draft.with_answer("how_to_ask", text)
        return {found.kind for found in opening.reopen(house, draft, Silence()).report.findings
                if found.column == "how_to_ask" and found.tier in (Tier.BLOCK, Tier.DECIDE)}

    assert not doubted("Write to records@portlandoregon.gov or call 503-823-4000.")
    assert not doubted("Come to 1120 SW 5th Ave, Portland, OR 97204.")
    assert doubted("Send your Social Security number as 123-45-6789.") >= {"metadata-ssn"}
    assert doubted("Call Mr. Smith about it and he will look.")


def test_a_record_without_data_is_published_again_under_its_identifier(house, bench):
    identifier = _published(house, bench)
    assert is_without_data(house, identifier)
    again = update_without_data(house, identifier, "planned")
    assert (again.draft.updates, again.draft.record.status_reason) == (identifier, "It tells of weak places.")
    assert _published(house, decided(house, replace(again, draft=again.draft.with_answer("expected", "2027")))) == identifier
    (listed,) = publishing.published(house)
    assert listed.version == 2
    (entry,) = json.loads((portal_folder(house) / "catalog.json").read_text(encoding="utf-8"))["dataset"]
    assert "Expected: 2027." in entry["rights"]


def _published(house, bench):
    number = sending.send(house, bench, Silence()).submission
    reviewing.claim(house, number)
    reviewing.approve(house, number, "looked at it")
    return publishing.publish(house, number, Silence()).identifier
