import json
from itertools import cycle, islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker

from steward.manifest.documents import document_bytes
from steward.metadata.examine import examine
from steward.metadata.exports import all_exports, lost_elements
from steward.metadata.exports.data_package import EXPORT as DATA_PACKAGE
from steward.metadata.exports.dcat_us_1_1 import EXPORT as DCAT
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS, Record
from steward.metadata.vocabularies import VOCABULARIES
from steward.metadata.without_data import completed
from steward.vocabulary.tier import Tier
from tests.metadata.samples import complete_record, program_profile, program_vocabularies, table

HOSTILE = ('"}],"accessLevel":"public', "<script>alert(1)</script>", "Ünïcødé 🚲 مرحبا \u202e", "line\nbreak\ttab\x00\x07",
           "{column}", "%s", "\ud800", "' OR 1=1 --", "a" * 4000)
INSIDE = ("data_steward", "system_owner", "classification", "equity", "third_party_agreement", "third_party_right",
          "trade_secrets", "requests_count", "requests_period")


@pytest.fixture(scope="session")
def dcat_schema(shared):
    schema = json.loads((shared / "schemas" / "dcatus1.1" / "non-federal_dataset.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.fixture(scope="session")
def package_schemas(shared):
    folders = [shared / "schemas" / "datapackage" / version for version in ("1.0", "2.0")]
    return [Draft7Validator(json.loads((folder / "datapackage.json").read_text("utf-8"))) for folder in folders]


def written(export, record, tables=None):
    """The document as a reader gets it: through its bytes."""
    return json.loads(document_bytes(export.export(record, [table()] if tables is None else tables, program_vocabularies())))


def complaints(validator, document):
    return [f"{list(trouble.absolute_path)}: {trouble.message[:90]}" for trouble in validator.iter_errors(document)]


def grid():
    """Every frequency with every license; languages, access levels, missing parts and hostile text in turn."""
    words = program_vocabularies()
    ids = {name: [term.id for term in words.choices(name)] for name in VOCABULARIES}
    optional = [name for name in ELEMENT_IDS if program_profile().element(name).need in ("optional", "recommended")]
    turns = zip(cycle(product(ids["frequencies"], ids["licenses"])), cycle(ids["languages"]), cycle(ids["access_levels"]),
                cycle([*HOSTILE, ""]), cycle([*optional, None]), cycle([*words.choices("areas"), None]), strict=False)
    for (frequency, license_id), language, access, text, missing, area in islice(turns, 336):
        record = complete_record(
            frequency=frequency, license=license_id, language=language, access_level=access, rights=("Law. " + text)[:255],
            title=f"Counts {text}", description=f"What it shows. {text}", keywords=("bridges", f"k{text}"[:900]), purpose=text,
            granularity=text, known_limits=text, source_system=text, contact_name=f"Desk {text}", third_party_source=text,
            spatial=area.id if area else "-122.8,45.4,-122.4,45.7", neighborhoods=("Kenton", "Lents", text[:100]),
            issued="2026-11-21" if text else "", landing_page="https://www.portland.gov/counts" if missing else text[:100],
            related=("PDX-BES-0412", "https://example.gov/one", text), division=f"Division {text}"[:150],
            third_party="yes" if area else "no", version=text[:100] or "1.0.0", status_reason=text, how_to_ask=text[:300])
        yield record.with_value(missing, () if missing in LIST_ELEMENTS else "") if missing else record


GRID = tuple(grid())


def grid_without_data():
    """Every reason with every law; missing parts and hostile text in turn, as they are sealed."""
    words = program_vocabularies()
    pairs = product(words.choices("data_statuses"), words.choices("legal_bases"))
    optional = cycle(["how_to_ask", "expected", "division", "spatial", "theme", None])
    for (status, basis), text, missing in zip(pairs, cycle([*HOSTILE, ""]), optional, strict=False):
        record = complete_record(
            data_status=status.id, legal_basis=(basis.id, "ors-of-before"), status_reason=f"Why not. {text}"[:1000],
            how_to_ask=text[:300], expected="2027-01-31", division=f"Division {text}", title=f"Counts {text}",
            description=f"What it shows. {text * 2}",
            related=("PDX-BES-0412", "https://example.gov/one", text), license="", frequency="", access_level="",
            rights="")
        record = record.with_value(missing, () if missing in LIST_ELEMENTS else "") if missing else record
        yield completed(record, program_profile(), words, "2026-11-26")


WITHOUT_DATA = tuple(grid_without_data())


def test_every_record_without_data_is_a_dcat_us_1_1_dataset_that_says_why(dcat_schema):
    assert len(WITHOUT_DATA) >= 36
    for record in WITHOUT_DATA:
        document = written(DCAT, record, ())
        assert complaints(dcat_schema, document) == []
        assert document["accessLevel"] == program_vocabularies().data_status(record.data_status).access_level
        assert program_vocabularies().data_status(record.data_status).sentence in document["rights"]
        assert "distribution" not in document
        is_law_told = "ors" in (document["rights"] + document["description"]).casefold()
        assert is_law_told is (record.data_status != "planned")


@pytest.mark.parametrize("export", [export for export in all_exports() if export.name.startswith(("ckan", "arcgis"))],
                         ids=lambda export: export.name)
def test_portals_take_a_record_without_data_and_give_it_back_whole(export):
    for record in WITHOUT_DATA:
        document = written(export, record, ())
        lost = [name for name in lost_elements(export, document, record, program_vocabularies())
                if len(str(record.value(name)).encode("utf-8", "replace")) < 4000]
        assert (lost, document.get("resources", [])) == ([], [])
        assert document.get("type", "") != "CSV"


def test_every_record_of_the_grid_is_a_dcat_us_1_1_dataset(dcat_schema):
    assert len(GRID) >= 300
    for record in GRID:
        assert complaints(dcat_schema, written(DCAT, record)) == []


def test_every_record_of_the_grid_is_a_data_package_of_both_versions(package_schemas):
    for record in GRID:
        document = written(DATA_PACKAGE, record)
        assert [complaints(schema, document) for schema in package_schemas] == [[], []]


def test_frictionless_takes_the_descriptor():
    from frictionless import Package

    for record in GRID[:30]:
        assert Package.validate_descriptor(written(DATA_PACKAGE, record)).valid


def test_every_frequency_is_written_as_the_standard_spells_it(vocabularies):
    for term in vocabularies.choices("frequencies"):
        document = written(DCAT, complete_record(frequency=term.id))
        assert document.get("accrualPeriodicity", "") == vocabularies.frequency(term.id).dcat_us_1_1


def test_the_contact_is_a_mail_link_and_access_is_spelled_with_a_space():
    document = written(DCAT, complete_record(access_level="restricted public", rights="ORS 192.345."))
    assert document["contactPoint"]["hasEmail"] == "mailto:opendata@portlandoregon.gov"
    assert document["accessLevel"] == "restricted public"


def test_the_bureau_is_named_with_the_city_above_it():
    publisher = written(DCAT, complete_record())["publisher"]
    assert publisher["name"] == "Portland Bureau of Transportation"
    assert publisher["subOrganizationOf"]["name"] == "City of Portland"


def test_what_is_not_answered_is_left_out():
    for export in all_exports():
        assert not [key for key, value in written(export, Record()).items() if value in ("", [], {}, None)]


@pytest.mark.parametrize("changes", [
    {"modified": "11/20/2026"}, {"license": "PDDL"}, {"frequency": "Annual"}, {"language": "en_US"}, {"spatial": "Portland"},
    {"spatial": "9,9,1,1"}, {"temporal_start": "2020", "temporal_end": "2021-01-01"}, {"landing_page": "D:\\work"},
    {"rights": "x" * 256},
])
def test_an_answer_that_the_standard_refuses_is_left_out_rather_than_written(changes, dcat_schema):
    document = written(DCAT, complete_record(**changes))
    assert not set(changes.values()) & {value for value in document.values() if isinstance(value, str)}
    assert not [complaint for complaint in complaints(dcat_schema, document) if "required" not in complaint]


plain = st.text(max_size=60)
answers = {name: st.lists(plain, max_size=3).map(tuple) if name in LIST_ELEMENTS else plain for name in ELEMENT_IDS
           if program_profile().element(name).need != "generated"}


@given(st.fixed_dictionaries({}, optional=answers))
def test_a_record_that_nothing_blocks_is_valid_in_every_standard(dcat_schema, package_schemas, changes):
    record = complete_record(**changes)
    found = examine(record, program_profile(), program_vocabularies())
    if not any(finding.tier is Tier.BLOCK for finding in found):
        assert complaints(dcat_schema, written(DCAT, record)) == []
        assert [complaints(schema, written(DATA_PACKAGE, record)) for schema in package_schemas] == [[], []]


@pytest.mark.parametrize("export", all_exports(), ids=lambda export: export.name)
def test_no_export_writes_what_stays_inside(export):
    marked = {name: f"Marker-{name}-9431" for name in INSIDE}
    text = document_bytes(export.export(complete_record(**marked), [table()], program_vocabularies())).decode()
    assert "Marker" not in text


def test_what_the_profile_calls_inside_is_what_no_export_writes(profile):
    assert {element.id for element in profile.elements if not element.is_published} == set(INSIDE)


@pytest.mark.parametrize("export", all_exports(), ids=lambda export: export.name)
def test_every_export_has_a_name_and_a_file_of_its_own_and_writes_the_same_bytes_each_time(export):
    names = [other.file_name for other in all_exports()]
    assert names.count(export.file_name) == 1
    first, second = (document_bytes(export.export(complete_record(), [table()], program_vocabularies())) for _ in range(2))
    assert first == second


def test_a_package_lists_every_table_beside_itself():
    document = written(DATA_PACKAGE, complete_record(), [table(), table(name="stations", file_name="stations.csv")])
    assert [resource["path"] for resource in document["resources"]] == ["bicycle-counts.csv", "stations.csv"]


def test_only_known_parts_of_a_column_are_written():
    schema = {"fields": [{"name": "a", "type": "string", "column": "Internal name", "constraints": {"required": True, "x": 1},
                          "missingValues": []}], "secret": 1}
    written_schema = written(DATA_PACKAGE, complete_record(), [table(table_schema=schema)])["resources"][0]["schema"]
    field = {"name": "a", "type": "string", "constraints": {"required": True}, "missingValues": []}
    assert written_schema == {"fields": [field], "missingValues": [""]}


def test_an_address_of_the_table_is_written_once_there_is_one():
    document = written(DCAT, complete_record(), [table(download_url="https://data.example.gov/c.csv",
                                                       dictionary_url="https://data.example.gov/d.csv")])
    assert document["distribution"][0]["downloadURL"] == "https://data.example.gov/c.csv"
    assert document["distribution"][0]["describedByType"] == "text/csv"
