"""What portals get and give back: CKAN by three presets and ArcGIS Hub, for the grid that every export is held to."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.exports import all_exports
from steward.metadata.exports._ckan import LONGEST_BYTES
from steward.metadata.exports._portal_forms import FORM, shown_record
from steward.metadata.exports.arcgis_hub import EXPORT as HUB
from steward.metadata.exports.ckan import EXPORT as CKAN
from steward.metadata.exports.ckan_datajson import EXPORT as DATAJSON
from steward.metadata.exports.ckan_scheming import EXPORT as SCHEMING
from steward.metadata.portals import FORMS, INTERNAL, PORTALS_FILE, PUBLIC_IDS, Portals
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import Record
from steward.metadata.strict_json import DocumentBroken
from tests.metadata.samples import complete_record, program_profile, program_vocabularies, resource, table
from tests.metadata.test_exports import GRID, written

PORTALS = (CKAN, SCHEMING, DATAJSON, HUB)
TAG = re.compile(r"[\w .-]{2,100}")
ARABIC = "\u202eمرحبا\u202c"
any_text = st.text(max_size=60) | st.sampled_from([
    "<p><b>Contact</b>: <i>x</i></p>", "a, b", "Transportation", "Update Frequency: Weekly -- Metadata Link: x",
    '["a"]', ARABIC,
    "-- Additional Information: Category: Taxlots", "<script>alert(1)</script>", "\r\n \x00", "🚲" * 20, "&amp;&lt;i&gt;"])
answers = st.fixed_dictionaries({}, optional={
    name: st.lists(any_text, max_size=3).map(tuple) if name in LIST_ELEMENTS else any_text for name in PUBLIC_IDS})


def given_back(export, record, tables=None):
    return export.read(written(export, record, tables), program_vocabularies())


def published(record):
    return shown_record(record, PUBLIC_IDS)


def extras(package):
    return {extra["key"]: extra["value"] for extra in package["extras"]}


@pytest.mark.parametrize("export", PORTALS, ids=lambda export: export.name)
def test_every_record_of_the_grid_is_given_back_whole(export):
    assert len(GRID) >= 300
    for record in GRID:
        assert given_back(export, record) == published(record)


@pytest.mark.parametrize("export", PORTALS, ids=lambda export: export.name)
@given(answers)
def test_whatever_was_answered_is_given_back(export, changes):
    record = Record(**changes)
    assert given_back(export, record) == published(record)


@pytest.mark.parametrize("export", PORTALS, ids=lambda export: export.name)
def test_a_description_of_a_megabyte_is_given_back(export):
    record = complete_record(description=f"<b>{ARABIC}</b> &amp; " * 40_000)
    assert given_back(export, record) == published(record)


@pytest.mark.parametrize("export", PORTALS, ids=lambda export: export.name)
def test_nothing_internal_reaches_a_portal(export):
    record = replace(complete_record(), **dict.fromkeys(INTERNAL, "kept inside"))
    assert "kept inside" not in json.dumps(written(export, record))


@pytest.mark.parametrize("export", PORTALS, ids=lambda export: export.name)
def test_an_empty_record_is_written_and_given_back(export):
    assert given_back(export, Record()) == Record()


@pytest.mark.parametrize("export", [CKAN, SCHEMING, DATAJSON], ids=lambda export: export.name)
def test_a_package_keeps_to_what_ckan_takes(export):
    for record in GRID:
        package = written(export, record)
        assert package["private"] is True
        assert all(TAG.fullmatch(tag["name"]) for tag in package["tags"])
        keys = [extra["key"] for extra in package["extras"]]
        assert len(keys) == len(set(keys))
        assert all(isinstance(extra["value"], str) and extra["value"] for extra in package["extras"])
        assert not set(keys) & set(package)


@pytest.mark.parametrize("export", [CKAN, SCHEMING, DATAJSON], ids=lambda export: export.name)
def test_a_text_that_the_index_of_ckan_cannot_hold_is_left_out(export):
    package = written(export, complete_record(known_limits="é" * LONGEST_BYTES))
    assert not any("éé" in value for value in extras(package).values())
    assert export.read(package, program_vocabularies()).known_limits == ""


def test_extras_have_the_names_that_ckanext_dcat_reads():
    told = extras(written(CKAN, complete_record()))
    assert told["publisher_name"] == "Portland Bureau of Transportation"
    assert told["frequency"] == "monthly"
    assert json.loads(told["theme"]) == ["Transportation"]
    assert json.loads(told["spatial"])["type"] == "Polygon"


def test_a_scheming_portal_gets_fields_and_lists_of_objects():
    package = written(SCHEMING, complete_record())
    assert package["temporal_coverage"] == [{"start": "2026-01-01", "end": "2026-10-31"}]
    assert package["contact"] == [{"name": "PBOT data desk", "email": "opendata@portlandoregon.gov"}]
    assert package["language"] == ["en-US"]


def test_a_datajson_portal_gets_the_names_of_the_inventory():
    told = extras(written(DATAJSON, complete_record()))
    assert told["Unique Id"] == "PDX-PBOT-0412"
    assert told["Public Access Level"] == "public"
    assert told["accrual_periodicity"] == "R/P1M"
    assert told["Temporal"] == "2026-01-01/2026-10-31"


def test_the_file_can_be_known_again_by_its_hash():
    (file,) = written(CKAN, complete_record())["resources"]
    assert (file["hash"], file["hash_algorithm"], file["size"]) == ("ab" * 32, "sha256", 1234)


def test_the_description_of_an_item_ends_in_the_block_of_the_city():
    item = written(HUB, complete_record(landing_page="https://data.example.gov/bikes"))
    plain = re.sub(r"<[^>]+>", "", item["description"])
    assert plain.endswith("-- Additional Information: Category: Transportation Purpose: To plan safer streets. "
                          "Update Frequency: Every month -- Metadata Link: https://data.example.gov/bikes")
    assert item["accessInformation"] == "Portland Bureau of Transportation"


def test_text_in_an_item_stays_text():
    item = written(HUB, complete_record(description="<script>alert(1)</script>", purpose="<img src=x onerror=y>"))
    assert "<script" not in item["description"]
    assert "<img" not in item["description"]


@pytest.mark.parametrize("text", ["", "no page", "<p>", "<i>only</i>", "<p><b>Also on record</b>, nobody: <i>x</i></p>",
                                  "<p>One</p><p>-- Additional Information: <i></i></p>", "<p><b>Contact</b></p><p><b>Also on "])
def test_an_item_that_somebody_edited_is_read_as_far_as_it_goes(text):
    assert HUB.read({"description": text, "tags": 3, "title": None}, program_vocabularies()).title == ""


@pytest.mark.parametrize("package", [{}, {"extras": 3, "tags": "a"}, {"extras": [{"key": "spatial", "value": "{"}]},
                                     {"extras": [{"key": "spatial", "value": '{"coordinates": [[1, 2, 3]]}'}]},
                                     {"extras": [{"key": "theme", "value": 3}, 4]}, {"temporal_coverage": [3]}])
def test_a_package_that_somebody_edited_is_read_as_far_as_it_goes(package):
    for export in (CKAN, SCHEMING, DATAJSON):
        assert export.read(package, program_vocabularies()) == Record()


def test_only_some_exports_are_part_of_every_manifest():
    assert {export.name for export in all_exports() if export.is_sealed} == {"data-package", "dcat-us-1.1", "dcat-us-3.0"}


def test_every_form_of_the_file_is_written_and_read():
    assert set(FORM) == set(FORMS)


def test_every_published_element_has_a_place_in_every_preset():
    portals = program_vocabularies().portals
    for places in portals.ckan.values():
        assert set(PUBLIC_IDS) - {place.element for place in places} <= {"temporal_end", "category"}


def test_what_the_profile_keeps_inside_has_no_place():
    assert {element.id for element in program_profile().elements if not element.is_published} <= set(INTERNAL)


@pytest.mark.parametrize(("old", "new"), [('"notes"', '"extras/"'), ('"element": "title"', '"element": "data_steward"'),
                                          ('"form": "tags"', '"form": "tag"'), ('"preset"', '"name"'), ('"ckan"', '"ckans"')])
def test_a_broken_file_of_portals_is_refused_with_the_line(old, new):
    text = resource(PORTALS_FILE)
    assert old in text
    with pytest.raises(DocumentBroken) as trouble:
        Portals.parse(text.replace(old, new, 1))
    assert "line" in str(trouble.value.words.where)


def test_tables_of_a_manifest_each_get_a_file():
    package = written(CKAN, complete_record(), [table(), table(name="b", title="B", download_url="https://example.gov/b.csv")])
    assert [file.get("url") for file in package["resources"]] == [None, "https://example.gov/b.csv"]
