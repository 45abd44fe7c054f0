"""Metadata as people type it: other names for the same word, one text for a list, worksheets without marks."""

import pytest

from steward.metadata.imports import read_worksheet
from tests.metadata.imports.test_imports import imported, kept, kinds
from tests.metadata.samples import program_vocabularies

PLAIN_ROWS = [("Field", "value"), ("title", "Permits issued"), ("description", "Permits by type and month"), ("rights", ""),
              ("keyword", "permits; building"), ("publisher", "City Auditor"), ("accrualPeriodicity", "Yearly"),
              ("title", "Another title"), ("distribution", ""), ("format", "CSV")]


def test_a_worksheet_of_plain_cells_without_a_heading_for_the_dataset_is_read():
    found = read_worksheet(PLAIN_ROWS, "sheet.csv", program_vocabularies())
    assert (found.record.description, found.record.keywords) == ("Permits by type and month", ("permits", "building"))
    assert (found.record.publisher, found.record.frequency) == ("auditor", "annual")


def test_a_name_that_stands_twice_in_a_worksheet_is_said_and_kept():
    found = read_worksheet(PLAIN_ROWS, "sheet.csv", program_vocabularies())
    assert "twice" in kinds(found)
    assert ("title", "Permits issued") in kept(found)


@pytest.mark.parametrize(("typed", "frequency"), [
    ("Annually", "annual"), ("monthly", "monthly"), ("http://purl.org/cld/freq/weekly", "weekly"), ("Continually", "continual"),
    ("As needed", "asNeeded"), ("every other tuesday", ""), ("", ""), ("https://example.gov/", "")])
def test_a_frequency_is_known_by_its_adverb_and_by_its_address(typed, frequency):
    assert imported({"accessLevel": "public", "accrualPeriodicity": typed}).record.frequency == frequency


@pytest.mark.parametrize(("typed", "license_id"), [
    ("PDDL", "ODC-PDDL-1.0"), ("PDDL-1.0", "ODC-PDDL-1.0"), ("CC0", "CC0-1.0"), ("ODbL", "ODbL-1.0"), ("CC-BY-NC-4.0", ""),
    ("CC", ""), ("-", ""), ("public domain", "")])
def test_a_license_is_known_by_its_letters_where_no_other_has_them(typed, license_id):
    assert imported({"accessLevel": "public", "license": typed}).record.license == license_id


@pytest.mark.parametrize(("typed", "is_said"), [("CC-BY-NC-4.0", True), ("All rights reserved", True), ("CC-BY-4.0", False),
                                                ("https://example.gov/standard", False)])
def test_terms_that_forbid_uses_are_said(typed, is_said):
    assert ("license-closed" in kinds(imported({"accessLevel": "public", "license": typed}))) is is_said


def test_a_contact_written_in_one_text_is_parted():
    found = imported({"accessLevel": "public", "contactPoint": "Tree desk <mailto:trees@portlandoregon.gov>"})
    assert (found.record.contact_name, found.record.contact_email) == ("Tree desk", "trees@portlandoregon.gov")


def test_a_list_in_one_text_is_parted_and_a_list_for_one_text_is_said():
    found = imported({"accessLevel": "public", "keyword": "trees, streets", "title": ["Trees", "Streets"]})
    assert (found.record.keywords, found.record.title) == (("trees", "streets"), "Trees")
    assert {"list", "several-texts"} <= kinds(found)
    assert "list" not in kinds(imported({"accessLevel": "public", "keyword": "trees"}))


def test_a_page_that_is_no_web_address_is_kept_and_no_answer():
    for document in ({"accessLevel": "public", "landingPage": "file:///c/a.html"}, {"resources": [], "homepage": "file:///a"}):
        found = imported(document)
        assert found.record.landing_page == ""
        assert {"address", "local-path"} <= kinds(found)


def test_a_language_is_known_by_its_name():
    assert imported({"accessLevel": "public", "language": ["English"]}).record.language == "en-US"
