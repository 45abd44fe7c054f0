"""Earlier metadata: what is taken, what is kept, and what is said, for files as people wrote them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.manifest.documents import record_to_json
from steward.metadata.exports._portal_forms import shown_record
from steward.metadata.exports.data_package import EXPORT as DATA_PACKAGE
from steward.metadata.exports.dcat_us_1_1 import EXPORT as DCAT_1_1
from steward.metadata.exports.dcat_us_3_0 import EXPORT as DCAT_3_0
from steward.metadata.forms import bounding_box
from steward.metadata.imports import read_metadata, read_worksheet
from steward.metadata.record import ELEMENT_IDS
from steward.metadata.strict_json import DocumentBroken, DocumentTooNew
from steward.vocabulary.errors import StewardError
from tests.metadata.samples import complete_record, program_vocabularies
from tests.metadata.test_exports import GRID, written

IN_BOTH = ("identifier", "title", "description", "keywords", "modified", "publisher", "contact_name", "contact_email",
           "access_level", "license", "temporal_start", "temporal_end", "rights")


def imported(document, name="earlier.json"):
    text = document if isinstance(document, str) else json.dumps(document)
    return read_metadata(text, name, program_vocabularies())


def kinds(found):
    return {fault.kind.removeprefix("import-") for fault in found.faults}


def kept(found):
    return {(one.origin, one.text) for one in found.kept}


def test_a_record_is_read_whole_as_it_was_written():
    for record in GRID:
        assert imported(record_to_json(record)).record == shown_record(record, ELEMENT_IDS)


@pytest.mark.parametrize("export", [DCAT_1_1, DCAT_3_0], ids=lambda export: export.name)
def test_what_we_write_in_dcat_us_is_read_again(export):
    for record in (record for record in GRID[:60] if record.temporal_start and record.temporal_end):  # 1.1 has no half period
        found, given_ = imported(written(export, record)).record, shown_record(record, IN_BOTH)
        assert {name: found.value(name) for name in IN_BOTH} == {name: given_.value(name) for name in IN_BOTH}
        assert bounding_box(found.spatial, program_vocabularies()) == bounding_box(record.spatial, program_vocabularies())


def test_every_frequency_of_dcat_us_3_is_known_again(vocabularies):
    for term in vocabularies.choices("frequencies"):
        assert imported(written(DCAT_3_0, complete_record(frequency=term.id))).record.frequency == term.id


def test_a_data_package_is_read_again():
    found = imported(written(DATA_PACKAGE, complete_record())).record
    for name in ("identifier", "slug", "title", "description", "keywords", "version", "license", "publisher", "contact_email"):
        assert found.value(name) == complete_record().value(name)


def test_a_newer_record_is_refused_in_a_sentence():
    with pytest.raises(DocumentTooNew) as trouble:
        imported({"format": 99, "title": "Later"})
    assert "newer version" in str(trouble.value.words.what)


def test_what_the_second_of_two_values_hides_is_kept():
    found = imported('{"accessLevel": "public", "modified": "06-06-2018T015:50:00Z", "modified": "2020-11-05"}')
    assert "twice" in kinds(found)
    assert ("modified", "06-06-2018T015:50:00Z") in kept(found)
    assert found.record.modified == "2020-11-05"


@pytest.mark.parametrize("day", ["04/12/2021", "06-06-2018T015:50:00Z", "2021", "2021-02-31", "January 1, 2019", "R/P1D"])
def test_a_date_that_cannot_be_told_is_kept_and_said(day):
    found = imported({"accessLevel": "public", "modified": day})
    assert found.record.modified == ""
    assert ("modified", day) in kept(found)
    assert "date" in kinds(found)


@pytest.mark.parametrize(("day", "what"), [("2021-02-31", "The calendar has no such day."),
                                           ("04/12/2021", "not written as year")])
def test_a_day_that_the_calendar_lacks_is_told_from_one_in_another_form(day, what):
    (fault,) = imported({"accessLevel": "public", "modified": day}).faults
    assert what in fault.words.what.show()


def test_a_sentence_of_another_dataset_is_said():
    dataset = {"title": "Permit applications received", "keyword": ["permits"], "distribution": [
        {"description": "Fire and Rescue emergency incidents", "format": "JSON", "mediaType": "text/csv"}]}
    assert {"copied", "format", "no-file"} <= kinds(imported(dataset))
    dataset["distribution"][0] |= {"description": "Permits by month", "format": "CSV", "downloadURL": "https://example.gov/a"}
    assert not {"copied", "format", "no-file"} & kinds(imported(dataset))


@pytest.mark.parametrize(("form", "media", "is_said"), [
    ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", False), ("TXT", "text/plain", False),
    ("XLS", "application/vnd.ms-excel", False), ("Web Page", "text/html", False), ("Shapefile", "application/zip", False),
    ("ArcGIS GeoServices REST API", "application/json", False), ("GeoJSON", "application/geo+json", False),
    ("CSV", "text/csv; charset=utf-8", False), (None, "text/csv", False), ("CSV", None, False), ("JSON", "text/csv", True),
    ("XLSX", "text/csv", True), ("PDF", "text/html", True),
])
def test_only_two_different_kinds_of_file_are_said(form, media, is_said):
    found = imported({"accessLevel": "public", "distribution": [{"format": form, "mediaType": media}]})
    assert ("format" in kinds(found)) is is_said


def test_what_a_document_leaves_empty_is_not_kept_as_a_word():
    found = imported({"accessLevel": "public", "theme": [None, {"prefLabel": None}]})
    package = imported({"resources": [], "contributors": [{"title": None, "role": "publisher"}]})
    assert (found.kept, package.kept, package.faults) == ((), (), ())


def test_a_path_is_kept_apart_and_said():
    found = imported({"dataset": {"file": "D:\\work\\a.csv", "title": "A"}})
    assert "local-path" in kinds(found)
    assert "D:" not in str(found.record)


@pytest.mark.parametrize(("name", "bureau"), [("Bureau of Development Services", "ppd"), ("PF&R", "pfr"),
                                              ("Portland Fire and Rescue", "pfr"), ("Bureau of Nothing", "")])
def test_a_bureau_is_known_by_any_of_its_names(name, bureau):
    found = imported({"publisher": {"name": name}, "accessLevel": "public"})
    assert found.record.publisher == bureau
    assert bureau or ("publisher", name) in kept(found)


def test_no_fault_repeats_a_value():
    found = imported('{"accessLevel": "s3cret", "modified": "s3cret", "title": ["s3cret", {"a": "s3cret"}], "license": '
                     '"s3cret", "title": "s3cret", "temporal": "s3cret", "file": "D:\\\\s3cret"}')
    told = [str(part) for fault in found.faults for part in (fault.words.what, fault.words.where, fault.words.next_step)]
    assert len(told) > 15
    assert "s3cret" not in "".join(told)


def test_a_mark_before_the_text_and_control_characters_are_read():
    found = imported('\ufeff{"format": 1, "title": "a\x07b", "description": "<b>\u202eمرحبا</b> 🚲"}')
    assert (found.record.title, found.record.description) == ("ab", "<b>\u202eمرحبا</b> 🚲")


def test_a_description_of_a_megabyte_is_read():
    assert len(imported({"format": 1, "description": "word " * 250_000}).record.description) > 1_000_000


def test_a_word_that_no_vocabulary_has_is_kept():
    found = imported({"format": 1, "license": "A license of before", "title": "T"})
    assert found.record.license == "A license of before"
    found = imported({"accessLevel": "public", "license": "A license of before"})
    assert ("license", "A license of before") in kept(found)


@pytest.mark.parametrize("text", ["", "[", "[]", "3", '{"a": 1}', "{" * 5, '{"a": ' * 100_000, '{"format": "x", "title": "a"}',
                                  '{"format": 1, "title": ' + "9" * 5000 + "}"])
def test_what_is_no_metadata_is_refused_in_a_sentence(text):
    with pytest.raises(DocumentBroken) as trouble:
        imported(text)
    assert str(trouble.value.words.next_step)


anything = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
                        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
                        max_leaves=6)
dcat_keys = st.sampled_from(["title", "keyword", "publisher", "contactPoint", "temporal", "spatial", "license", "theme",
                             "distribution", "language", "landingPage", "accrualPeriodicity", "modified", "dataset", "format",
                             "resources", "licenses", "contributors", "sources", "created", "bureau", "accessLevel"])


@given(st.dictionaries(dcat_keys, anything, min_size=1))
def test_values_of_any_kind_are_read_or_refused(document):
    try:
        found = imported(json.dumps(document))
    except StewardError:
        return
    assert all(isinstance(fault.words.what.text, str) for fault in found.faults)


ROWS = [("", "My data.csv"), ("conformsTo", '{"conformsTo": "x"}'), ("dataset", ""), ("title", '{"title":"Trees planted"}'),
        ("description", '{"description";"Trees by street"}'), ("keyword", '{"keyword": ["trees","streets"}'),
        ("modified", '{"modified":{"2019-04-26T15:55:00Z"}'), ("temporal", '{"temporal":"2015-07-01/2017-07-01T"00:00:00Z}'),
        ("accessLevel", '{"accessLevel":"public"}'), ("programCode", '{programCode":"AB"}'),
        ("distribution", '{"distribution":""}'),
        ("accrualPeriodicity", "P1Y"), ("distribution", ""), ("title", '{"title":"Trees"}'), ("format", '{"format":"CSV"}')]


def test_a_worksheet_is_read_as_far_as_its_cells_go():
    found = read_worksheet(ROWS, "sheet.xlsx", program_vocabularies())
    record = found.record
    assert (record.title, record.description, record.keywords) == ("Trees planted", "Trees by street", ("trees", "streets"))
    assert (record.modified, record.temporal_start, record.frequency) == ("2019-04-26", "2015-07-01", "annual")
    assert "worksheet-cell" in kinds(found)
    assert ("programCode", "AB") in kept(found)


def test_rows_that_are_a_table_are_no_worksheet():
    with pytest.raises(DocumentBroken):
        read_worksheet([("title", "a"), ("b", "c")], "a.csv", program_vocabularies())


def test_a_date_that_is_none_is_told_also_where_a_later_one_hides_it():
    hidden = '{"title": "Calls", "keyword": ["a"], "modified": "%s", "modified": "2020-11-05"}'
    found = imported(hidden % "06-06-2018T015:50:00Z")
    assert {"twice", "hidden-date"} <= kinds(found)
    assert ("modified", "06-06-2018T015:50:00Z") in kept(found)
    assert "hidden-date" not in kinds(imported(hidden % "2018-06-06"))


@pytest.mark.parametrize(("name", "meant"), [("titel", "title"), ("publihser", "publisher")])
def test_a_name_that_is_nearly_one_of_the_standards_is_said(name, meant):
    found = imported({"dataset": [{"identifier": "a", name: "Calls"}]})
    assert [fault.words.what.show() for fault in found.faults if fault.kind == "import-name-spelling"] == [
        f"The standard has no such name. {meant} is probably meant."]
    assert (name, "Calls") in kept(found)


@pytest.mark.parametrize(("document", "is_said"), [
    ({"Title": "Calls", "Description": "Calls by hour.", "Keyword": ["calls"]}, True),
    ({"TITLE": "Calls", "description": "Calls by hour.", "KEYWORDS": ["calls"]}, True),
    ({"title": "Calls", "Description": "Calls by hour.", "key-word": ["calls"]}, True),
    ([{"title": "Calls", "description": "Calls by hour.", "keyword": ["calls"]}], False),
    ({"Dataset": [{"title": "Calls", "description": "Calls by hour.", "keyword": "calls"}]}, True),
    ({"dataset": [{"Title": "Calls", "Description": "Calls by hour.", "Key Word": ["calls"]}]}, True),
])
def test_names_in_other_capitals_and_a_list_around_one_dataset_are_read(document, is_said):
    found = imported(document)
    assert (found.record.title, found.record.description, found.record.keywords) == ("Calls", "Calls by hour.", ("calls",))
    assert ("name-written" in kinds(found)) is is_said
    assert found.kept == ()


def test_a_list_of_several_datasets_gives_the_first_and_names_the_others():
    found = imported([{"title": "Calls", "accessLevel": "public"}, {"title": "Trees", "accessLevel": "public"}])
    assert found.record.title == "Calls"
    assert [fault.words.next_step.show() for fault in found.faults if fault.kind == "import-several"] == [
        "Of the others only the titles are kept. To take one of them, save it alone in a file of its own and read that."]
    assert ("dataset", "Trees") in kept(found)


def test_an_office_within_a_bureau_is_its_division():
    above = {"name": "Portland Bureau of Transportation", "subOrganizationOf": {"name": "City of Portland"}}
    found = imported({"accessLevel": "public", "publisher": {"name": "Signals", "subOrganizationOf": [above]}})
    assert (found.record.publisher, found.record.division) == ("pbot", "Signals")
    within_city = imported({"accessLevel": "public", "publisher": {**above, "subOrganizationOf": {"name": "City Auditor"}}})
    assert (within_city.record.publisher, within_city.record.division) == ("pbot", "")


def test_the_standards_own_name_goes_before_one_in_other_capitals():
    found = imported({"dataset": [{"title": "Calls", "Title": "Trees"}]})
    assert found.record.title == "Calls"
    assert ("Title", "Trees") in kept(found)


@pytest.mark.parametrize("text", ["", "  \n", "\ufeff", "\0\0"])
def test_an_empty_file_is_said_to_be_empty(text):
    with pytest.raises(DocumentBroken) as trouble:
        imported(text)
    assert trouble.value.words.where.show() == "The file is empty."


def test_what_should_be_an_address_and_is_none_is_said_and_kept():
    found = imported({"describedBy": "see the desk", "dataset": [{"title": "Calls", "landingPage": "https://example.org/calls"}]})
    assert "address" in kinds(found)
    assert ("describedBy", "see the desk") in kept(found)


def test_nothing_beside_the_dataset_is_lost():
    assert ("catalogOwner", "Records") in kept(imported({"catalogOwner": "Records", "dataset": [{"title": "Calls"}]}))


def test_a_number_in_the_place_of_a_text_is_taken_and_said():
    found = imported({"accessLevel": "public", "title": 311, "keyword": ["calls", 911]})
    assert (found.record.title, found.record.keywords) == ("311", ("calls", "911"))
    assert [fault.kind for fault in found.faults] == ["import-number", "import-number"]
