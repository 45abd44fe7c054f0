"""A next version in which only the description is new: the tables go out again as they are published."""

import json

import pytest

from steward.tasks import deciding, describing, drafting, opening, publishing, record_alone, sealing, updating
from steward.tasks.program import portal_folder
from steward.tasks.without_data import update_without_data
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step
from tests.tasks.test_between_versions import PEOPLE, written
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()
OF_DATA = ("recipe.json", "source.json", "typed.json", "contests.json", "resolved.json")


def sealed(house, identifier):
    """Return what is sealed about the tables that are published: documents, what was found and decided, and their bytes."""
    bag, manifest = updating.earlier_bag(house, identifier)
    documents = {name: (bag / "data/internal" / name).read_bytes() for name in OF_DATA}
    found = [one for one in manifest.findings if one.room != "metadata"]
    kinds = {one.key for one in found}
    return (documents, found, {one.key: one for one in manifest.decisions if one.key in kinds},
            {path.name: path.read_bytes() for path in (bag / "data/public").glob("*.csv")})


@pytest.fixture
def first(house, tmp_path):
    """Return a draft that was published, with a step whose salt no manifest carries."""
    bench = opening.begin(house, written(tmp_path / "clients 1.csv", PEOPLE), QUIET)
    for step in (Step(remedy="leave_out_column", column="Client Name"), Step(remedy="date_to_year", column="Date of Birth"),
                 Step(remedy="replace_by_random_id", column="Case")):
        bench = deciding.apply_remedy(house, bench, None, step, QUIET)
    bench = decided(house, described(house, bench, contact_name="Old mailbox"))
    published(house, bench)
    return drafting.load(house, bench.draft.id)


def test_the_tables_and_all_that_was_decided_about_them_stay_byte_for_byte(house, first):
    identifier = updating.program(house).queue.state(first.submission).identifier
    before = sealed(house, identifier)
    bench = record_alone.update_record(house, identifier)
    assert bench.draft.record.contact_name == "Old mailbox"
    assert {found.room for found in sealing.outstanding(bench)} <= {"metadata"}
    bench = described(house, opening.reopen(house, drafting.load(house, bench.draft.id), QUIET), contact_name="New mailbox")
    receipt = published(house, decided(house, bench))
    assert (receipt.version, receipt.identifier, sealed(house, identifier)) == (2, identifier, before)
    assert updating.earlier(house, identifier).record.contact_name == "New mailbox"
    (entry,) = json.loads((portal_folder(house) / "catalog.json").read_text(encoding="utf-8"))["dataset"]
    assert (entry["contactPoint"]["fn"], bool(entry["distribution"])) == ("New mailbox", True)


def test_what_is_published_was_confirmed_by_whoever_sent_it(house, first):
    bench = record_alone.update_record(house, updating.program(house).queue.state(first.submission).identifier)
    assert describing.unconfirmed(house, bench.draft) == ()
    assert "title" in bench.draft.confirmed


def test_the_next_file_is_still_changed_as_by_the_draft_that_made_the_table(house, first, tmp_path):
    identifier = updating.program(house).queue.state(first.submission).identifier
    published(house, decided(house, record_alone.update_record(house, identifier)))
    again = opening.begin(house, written(tmp_path / "clients 2.csv", PEOPLE), QUIET, updates=identifier)
    assert [step.remedy for step in again.draft.recipe.steps] == [step.remedy for step in first.recipe.steps]


def test_published_data_can_be_declined_later_and_then_has_no_description_alone(house, first):
    identifier = updating.program(house).queue.state(first.submission).identifier
    bench = update_without_data(house, identifier, "declined")
    bench = described(house, bench, status_reason="It was published by mistake.", how_to_ask="Ask with the form.",
                      legal_basis=("ors-192-345-22",))
    assert published(house, decided(house, bench)).tables == ()
    (listed,) = publishing.published(house)
    assert listed.version == 2
    (entry,) = json.loads((portal_folder(house) / "catalog.json").read_text(encoding="utf-8"))["dataset"]
    assert not any("csv" in str(one) for one in entry.get("distribution", []))
    with pytest.raises(Refused):
        record_alone.update_record(house, identifier)
