"""DCAT-US 3.0 against the official definitions, for the grid of records that every export is held to."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from steward.metadata.examine import examine
from steward.metadata.exports.dcat_us_3_0 import EXPORT
from steward.vocabulary.tier import Tier
from tests.metadata.samples import complete_record, program_profile, program_vocabularies, table
from tests.metadata.test_exports import GRID, WITHOUT_DATA, answers, complaints, written

POINT_IN_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def strict_formats():
    """The formats that jsonschema passes over when it stands alone: points in time and addresses."""
    checker = FormatChecker()
    checker.checks("date-time")(lambda value: not isinstance(value, str) or bool(POINT_IN_TIME.fullmatch(value)))
    checker.checks("iri")(lambda value: not isinstance(value, str) or bool(ADDRESS.fullmatch(value)))
    return checker


@pytest.fixture(scope="session")
def official(shared):
    paths = sorted((shared / "schemas" / "dcatus3.0" / "definitions").glob("*.json"))
    definitions = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in definitions.values())
    return Draft202012Validator(definitions["Dataset"], registry=registry, format_checker=strict_formats())


def test_every_record_of_the_grid_is_a_dcat_us_3_0_dataset(official):
    assert len(GRID) >= 300
    for record in GRID:
        assert complaints(official, written(EXPORT, record)) == []


def test_every_record_without_data_is_a_dcat_us_3_0_dataset_that_says_why(official):
    for record in WITHOUT_DATA:
        document = written(EXPORT, record, ())
        assert complaints(official, document) == []
        assert document["rights"][0] == program_vocabularies().data_status(record.data_status).sentence
        assert "distribution" not in document


@pytest.mark.parametrize("wrong", [{"language": ["en-US"]}, {"keyword": "a"}, {"modified": "R/P1D"}, {"spatial": "Portland"},
                                   {"contactPoint": {"fn": "x", "hasEmail": "x@example.org"}}, {"rights": "As is"},
                                   {"distribution": [{"byteSize": 3}]}, {"distribution": [{"downloadURL": "D:\\work"}]}])
def test_the_official_definitions_are_in_force(official, wrong):
    assert complaints(official, {**written(EXPORT, complete_record()), **wrong})


@given(st.fixed_dictionaries({}, optional=answers))
def test_a_record_that_nothing_blocks_is_valid(official, changes):
    record = complete_record(**changes)
    found = examine(record, program_profile(), program_vocabularies())
    if not any(finding.tier is Tier.BLOCK for finding in found):
        assert complaints(official, written(EXPORT, record)) == []


def test_every_frequency_is_written_as_the_standard_spells_it(vocabularies):
    for term in vocabularies.choices("frequencies"):
        document = written(EXPORT, complete_record(frequency=term.id))
        assert document["accrualPeriodicity"] == vocabularies.frequency(term.id).dcat_us_3


def test_the_license_stands_at_each_distribution_and_not_at_the_dataset(vocabularies):
    document = written(EXPORT, complete_record(), [table(), table(name="stations", file_name="stations.csv")])
    assert [each["license"] for each in document["distribution"]] == [vocabularies.license("ODC-PDDL-1.0").uri] * 2
    assert "license" not in document


def test_the_bytes_of_each_table_can_be_checked():
    (distribution,) = written(EXPORT, complete_record())["distribution"]
    assert distribution["byteSize"] == "1234"
    assert distribution["checksum"] == {"@type": "Checksum", "algorithm": "SHA-256", "checksumValue": "ab" * 32}


@pytest.mark.parametrize(("tag", "language"), [("en-US", ["en"]), ("ES", ["es"]), ("zh-Hant", ["zh"]), ("yue", None),
                                               ("en_US", None), ("", None)])
def test_a_language_has_two_letters_or_is_left_out(tag, language):
    assert written(EXPORT, complete_record(language=tag)).get("language") == language


def test_a_box_is_a_closed_ring_and_a_known_area_has_its_name():
    (box,) = written(EXPORT, complete_record(spatial="-122.8,45.4,-122.4,45.7"))["spatial"]
    (ring,) = box["bbox"]["coordinates"]
    assert ring == [[-122.8, 45.4], [-122.4, 45.4], [-122.4, 45.7], [-122.8, 45.7], [-122.8, 45.4]]
    assert "prefLabel" not in box
    assert written(EXPORT, complete_record(spatial="portland"))["spatial"][0]["prefLabel"]


def test_a_period_with_one_end_keeps_that_end():
    document = written(EXPORT, complete_record(temporal_end=""))
    assert document["temporal"] == [{"@type": "PeriodOfTime", "startDate": "2026-01-01"}]


def test_what_the_older_standard_has_no_place_for_is_kept():
    document = written(EXPORT, complete_record(third_party="yes", third_party_source="A partner agency"))
    assert document["purpose"] == "To plan safer streets."
    assert document["provenance"] == ["Counter database", "A partner agency"]
    assert document["version"] == "1.0.0"


def test_pages_are_linked_once_they_have_an_address():
    document = written(EXPORT, complete_record(landing_page="https://data.example.gov/bikes"),
                       [table(dictionary_url="https://data.example.gov/d.csv")])
    assert document["landingPage"]["accessURL"] == "https://data.example.gov/bikes"
    assert document["distribution"][0]["describedBy"]["downloadURL"] == "https://data.example.gov/d.csv"
