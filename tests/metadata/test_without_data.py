"""Datasets that are cataloged without their data, and what is asked of data from others."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.checks import KnownDataset
from steward.metadata.examine import examine
from steward.metadata.exports.dcat_us_1_1 import EXPORT as DCAT_1_1
from steward.metadata.portal_page import portal_page
from steward.metadata.record import Record
from steward.metadata.without_data import LONGEST_DESCRIPTION, completed, described, rights_within, sentences, with_data
from tests.metadata.samples import complete_record, program_profile, program_vocabularies

WORDS = program_vocabularies()


def declined(**changes):
    return complete_record(**{"data_status": "declined", "status_reason": "It tells where pumps can be broken into.",
                              "legal_basis": ("ors-192-345-22",), "how_to_ask": "Write to records@portlandoregon.gov.",
                              "expected": "", **changes})


def kinds(record, **known):
    return {(found.column, found.kind) for found in examine(record, program_profile(), WORDS, **known)}


def test_the_catalog_says_what_was_decided_the_law_how_to_ask_and_why():
    assert sentences(declined(), WORDS) == (
        "The city has decided not to publish the data.", "Legal basis: ORS 192.345(22).",
        "How to ask for it: Write to records@portlandoregon.gov.", "Why: It tells where pumps can be broken into.")


@given(st.text(max_size=400), st.text(max_size=200), st.integers(0, 300))
def test_rights_hold_whole_sentences_only_and_never_too_many_letters(reason, ask, longest):
    record = declined(status_reason=reason, how_to_ask=ask)
    kept, whole = rights_within(record, WORDS, longest), " ".join(sentences(record, WORDS))
    assert len(kept) <= longest
    assert longest < len(whole) or kept == whole
    assert whole in described(record, WORDS, longest) or kept == whole


@pytest.mark.parametrize("status", ["declined", ""])
@pytest.mark.parametrize(("text", "reason"), [(12_000, 10), (12_000, 9_000), (10, 12_000), (9_990, 300), (20_000, 20_000),
                                              (8, 9_800)])
def test_no_description_is_longer_than_a_catalog_takes_whatever_a_script_says(status, text, reason):
    record = declined(data_status=status, description="d" * text, status_reason="r" * reason)
    told = described(record, WORDS, 255)
    assert len(told) <= LONGEST_DESCRIPTION
    assert told.startswith("d") or reason > LONGEST_DESCRIPTION
    assert len(DCAT_1_1.export(record, (), WORDS)["description"]) <= LONGEST_DESCRIPTION


def test_what_is_not_asked_about_it_is_not_in_it():
    record = completed(declined(granularity="pump", license="CC0-1.0", frequency="daily"), program_profile(), WORDS,
                       "2026-11-26")
    assert (record.granularity, record.license, record.frequency, record.version) == ("", "", "", "")
    assert (record.access_level, record.modified) == ("non-public", "2026-11-26")


def test_a_record_without_data_lacks_nothing_once_its_own_questions_are_answered():
    record = completed(declined(), program_profile(), WORDS, "2026-11-26")
    assert not {found for found in kinds(record, has_table=False) if found[1] in ("metadata-missing", "metadata-vocabulary")}


@pytest.mark.parametrize(("status", "element", "is_missing"), [
    ("planned", "legal_basis", False), ("declined", "legal_basis", True), ("restricted", "legal_basis", True),
    ("planned", "how_to_ask", True), ("planned", "status_reason", True), ("declined", "license", False)])
def test_only_what_applies_is_asked(status, element, is_missing):
    record = Record(data_status=status)
    assert ((element, "metadata-missing") in kinds(record, has_table=False)) is is_missing


def test_a_table_and_a_record_that_says_there_is_none_contradict_each_other():
    assert ("data_status", "metadata-data-is-there") in kinds(declined(), has_table=True)
    assert ("data_status", "metadata-no-data") in kinds(complete_record(), has_table=False)
    assert not {found for found in kinds(complete_record()) if found[0] == "data_status"}


def test_a_planned_dataset_whose_data_comes_is_asked_anew():
    record = with_data(completed(declined(data_status="planned"), program_profile(), WORDS, "2026-11-26"))
    assert (record.data_status, record.status_reason, record.legal_basis, record.access_level) == ("", "", (), "")
    assert record.title == complete_record().title
    assert with_data(complete_record()) == complete_record()


def test_questions_about_others_are_asked_only_where_there_are_others():
    asked = {element.id for element in program_profile().asked("who", Record(third_party="no"))}
    more = {element.id for element in program_profile().asked("who", Record(third_party="yes"))} - asked
    assert more == {"third_party_source", "third_party_agreement", "third_party_right", "trade_secrets"}
    assert completed(complete_record(third_party="no", third_party_source="A firm"), program_profile(), WORDS,
                     "2026-11-26").third_party_source == ""


def test_an_agreement_that_forbids_it_stops_and_a_trade_secret_is_decided():
    record = complete_record(third_party="yes", third_party_right="no", trade_secrets="yes")
    assert {("third_party_right", "metadata-no-right-to-publish"), ("trade_secrets", "metadata-trade-secrets")} <= kinds(record)
    assert not {found for found in kinds(declined(third_party="yes", third_party_right="no", trade_secrets="yes"))
                if found[1].startswith(("metadata-no-right", "metadata-trade"))}


@pytest.mark.parametrize(("count", "is_said"), [("12", False), ("", False), ("a few", True), ("-1", True), ("1.5", True),
                                                ("\u0661", True)])
def test_a_count_is_digits(count, is_said):
    assert (("requests_count", "metadata-number") in kinds(complete_record(requests_count=count))) is is_said


def test_two_datasets_of_one_identifier_are_named():
    twin = KnownDataset(identifier="pdx-pbot-0412", title="Another thing")
    assert ("identifier", "metadata-same-identifier") in kinds(complete_record(), others=(twin,))
    assert ("identifier", "metadata-same-identifier") not in kinds(complete_record(identifier=""), others=(twin,))


def test_a_division_stands_between_the_bureau_and_the_city_and_related_pages_are_linked():
    document = DCAT_1_1.export(complete_record(division="Signals", related=("https://example.gov/a", "PDX-1")), [], WORDS)
    assert document["publisher"]["name"] == "Signals"
    assert document["publisher"]["subOrganizationOf"]["subOrganizationOf"]["name"] == "City of Portland"
    assert document["references"] == ["https://example.gov/a"]


def test_the_page_says_why_there_is_no_data_and_promises_no_table():
    record = completed(declined(license=""), program_profile(), WORDS, "2026-11-23")
    page = portal_page(record, None, ("why-no-data.txt",), program_profile(), WORDS)
    assert all(page.count(escape(sentence)) == 1 for sentence in sentences(record, WORDS))
    assert "Columns" not in page
    assert "rows" not in page
    assert "why-no-data.txt" in page


def test_the_mailbox_in_how_to_ask_should_be_a_shared_one():
    assert ("how_to_ask", "metadata-email-personal") in kinds(declined(how_to_ask="Write to pat.lee@portlandoregon.gov."))
    assert ("how_to_ask", "metadata-email-personal") not in kinds(declined())
