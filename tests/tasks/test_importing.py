"""Earlier metadata becomes proposals: checked for sense, written over nothing, and the pilot's own faults named."""

from dataclasses import replace

import pytest

from steward.metadata.record import Record
from steward.tasks.drafting import new_draft, save
from steward.tasks.importing import accepted, earlier_metadata, spoken
from steward.vocabulary.errors import InputUnreadable
from steward.vocabulary.progress import Silence
from steward.workflow.draft import Source

SOURCE = Source(path="a.csv", name="a.csv", size_bytes=1, sha256="ab" * 32)


@pytest.fixture
def earlier(tmp_path):
    path = tmp_path / "earlier.meta.json"
    path.write_text('{"identifier": "PDX-1", "title": "Trees", "accessLevel": "public", "license": '
                    '"http://www.creativecommons.org/licenses/by/4.0", "temporal": "2015-07-01/2017-07-01"}', encoding="utf-8")
    return path


def kinds(found):
    return {fault.kind for fault in found.faults}


def test_an_answer_that_stands_is_written_over_only_where_it_was_chosen(house, earlier):
    found = earlier_metadata(house, earlier, Silence())
    draft = replace(new_draft(house, SOURCE), record=Record(title="Mine"))
    assert accepted(draft, found).record.title == "Mine"
    assert accepted(draft, found).record.license == "CC-BY-4.0"
    assert accepted(draft, found, ["title"]).record.title == "Trees"
    assert accepted(draft, found).confirmed == ()


def test_an_identifier_of_another_draft_is_said(house, earlier):
    assert "import-identifier-taken" not in kinds(earlier_metadata(house, earlier, Silence()))
    save(house, replace(new_draft(house, SOURCE), record=Record(identifier="PDX-1")))
    assert "import-identifier-taken" in kinds(earlier_metadata(house, earlier, Silence()))


def test_a_period_that_the_data_contradicts_is_said(house, earlier):
    agreed = earlier_metadata(house, earlier, Silence(), dates=("2015-07-01", "2017-07-01"))
    contradicted = earlier_metadata(house, earlier, Silence(), dates=("2020-07-15", "2020-12-17"))
    assert {kind for kind in kinds(contradicted) - kinds(agreed) if "period" in kind}


def test_words_of_a_vocabulary_are_shown_by_their_labels(house, earlier):
    found = earlier_metadata(house, earlier, Silence())
    assert next(spoken(told) for told in found.told if told.element == "license") == ("Free with credit (CC BY 4.0)",)


@pytest.mark.parametrize("content", [b"", b"{", b"a,b\n1,2\n", b"\x00\x01\x02", b"{\xff}"])
def test_what_is_no_metadata_is_refused(house, tmp_path, content):
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(InputUnreadable):
        earlier_metadata(house, path, Silence())


PILOT = {
    "BDS - Apps received per month.meta.json": {"import-twice", "import-copied", "import-format", "import-no-file",
                                                "metadata-claim", "metadata-email-personal"},
    "BOEC-April2018-Filtered-In.meta.json": {"import-twice", "import-format", "import-no-file", "metadata-claim",
                                             "metadata-email-personal"},
    "Fire-incident-history-2019.meta.json": {"import-twice", "import-format", "import-no-file", "metadata-claim",
                                             "metadata-email-personal"},
    "DCAT1.1.json": {"metadata-template-text", "import-local-path", "import-date", "import-access-level", "import-empty",
                     "metadata-bureau-look-alike"},
}


@pytest.mark.parametrize("name", PILOT)
def test_every_fault_of_the_pilot_is_named(house, shared, name):
    found = earlier_metadata(house, shared / "data" / "portland-pilot" / name, Silence())
    assert PILOT[name] <= kinds(found)


def test_the_date_that_the_pilot_hid_is_kept(house, shared):
    found = earlier_metadata(house, shared / "data" / "portland-pilot" / "BOEC-April2018-Filtered-In.meta.json", Silence())
    assert ("modified", "06-06-2018T015:50:00Z") in {(kept.origin, kept.text) for kept in found.kept}


def test_the_dates_that_the_pilot_lost_contradict_its_period(house, shared):
    found = earlier_metadata(house, shared / "data" / "portland-pilot" / "BDS - Apps received per month.meta.json", Silence(),
                             dates=("2020-01-15", "2020-12-17"))
    assert any("period" in kind for kind in kinds(found))


@pytest.mark.parametrize(("name", "title"), [("BDS - Apps received per month.xlsx", "BDS - Apps received per month"),
                                             ("Fire-incident-history-2019.csv", "PF&R - Fire incident history 2019")])
def test_the_worksheet_of_the_pilot_is_read(house, shared, name, title):
    found = earlier_metadata(house, shared / "data" / "portland-pilot" / name, Silence())
    assert (found.kind, found.record.title, found.record.access_level) == ("worksheet", title, "public")


def test_private_details_in_earlier_metadata_are_told(house, tmp_path):
    path = tmp_path / "earlier.meta.json"
    path.write_text('{"accessLevel": "public", "title": "Trees", "description": "Crew lead, SSN 524-12-7788, counts."}',
                    encoding="utf-8")
    assert "metadata-ssn" in kinds(earlier_metadata(house, path, Silence()))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_metadata_is_read_in_the_encodings_that_windows_programs_write(house, tmp_path, encoding):
    path = tmp_path / "earlier.meta.json"
    path.write_bytes('{"accessLevel": "public", "title": "Café trees"}'.encode(encoding))
    assert earlier_metadata(house, path, Silence()).record.title == "Café trees"


def test_a_worksheet_is_found_by_the_name_of_its_sheet(house, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Month", "Permits"])
    sheet = book.create_sheet("Metadata")
    for row in (("title", "Permits issued"), ("description", "By month"), ("keyword", "permits"), ("publisher", "BDS")):
        sheet.append(row)
    book.save(tmp_path / "permits.xlsx")
    assert earlier_metadata(house, tmp_path / "permits.xlsx", Silence()).record.title == "Permits issued"
