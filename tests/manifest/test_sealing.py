import csv
import hashlib
import io
import json
import warnings
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from steward.manifest.bag import verify
from steward.manifest.contents import PUBLIC
from steward.manifest.read import read_manifest
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say
from steward.vocabulary.people import Actor, Role
from steward.vocabulary.recipe import ImportStep, Recipe, Step
from tests.manifest.samples import SCHEMA, candidate, finding, sealed
from tests.metadata.samples import complete_record, program_profile

INSIDE = [element.id for element in program_profile().elements if not element.is_published]


def public_text(bag):
    return b"\n".join(content for path, content in sorted(bag.files.items()) if path.startswith(PUBLIC)).decode()


def test_the_bag_holds_the_public_and_the_internal_part_and_nothing_else():
    bag, _ = sealed()
    assert sorted(bag.files) == sorted([
        "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
        *(f"data/public/{name}" for name in ("bicycle-counts.csv", "datapackage.json", "dcat-us-1.1.json", "dcat-us-3.0.json",
                                             "dictionary.csv", "known-limits.txt")),
        *(f"data/internal/{name}.json"
          for name in ("workflow", "record", "recipe", "decisions", "contests", "checks", "resolved", "source", "typed"))])


def test_the_library_of_congress_and_our_own_reader_verify_it(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bagit
    bag, manifest = sealed()
    assert bagit.Bag(str(bag.store(tmp_path))).is_valid()
    assert verify(bag.names, bag.open, manifest.tagmanifest) == manifest.tagmanifest


def test_frictionless_validates_the_package_in_its_place(tmp_path):
    from frictionless import validate

    two = (candidate(), candidate(name="stations", write=lambda stream: stream.write(b"station\nSteel\n"),
                                  table_schema={"fields": [{"name": "station", "type": "string"}]}, rows=1))
    bag, _ = sealed(tables=two)
    report = validate(str(bag.store(tmp_path) / "data" / "public" / "datapackage.json"))
    assert report.flatten(["type", "note"]) == []
    assert [task.stats["rows"] for task in report.tasks] == [2, 1]


def test_frictionless_notices_a_table_that_was_changed(tmp_path):
    from frictionless import validate

    bag, _ = sealed()
    bag.files["data/public/bicycle-counts.csv"] += b"Steel,2026-01-01T01:00:00,3\n"
    assert not validate(str(bag.store(tmp_path) / "data" / "public" / "datapackage.json")).valid


def test_the_dcat_record_in_the_bag_is_what_the_harvester_takes(shared):
    schema = json.loads((shared / "schemas" / "dcatus1.1" / "non-federal_dataset.json").read_text(encoding="utf-8"))
    document = json.loads(sealed()[0].files["data/public/dcat-us-1.1.json"])
    assert list(Draft202012Validator(schema).iter_errors(document)) == []


def test_the_same_contents_are_sealed_to_the_same_bytes():
    assert sealed()[0].files == sealed()[0].files


def test_the_package_names_the_hash_and_size_of_the_table():
    bag, manifest = sealed()
    resource = json.loads(bag.files["data/public/datapackage.json"])["resources"][0]
    content = bag.files["data/public/bicycle-counts.csv"]
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert resource["bytes"] == manifest.tables[0].size_bytes == len(content)


def test_the_dictionary_tells_every_column():
    rows = list(csv.DictReader(io.StringIO(sealed()[0].files["data/public/dictionary.csv"].decode(), newline="")))
    assert [row["column"] for row in rows] == ["station", "hour", "bicycles"]


def test_the_known_limits_are_told_and_nothing_is_promised():
    text = sealed()[0].files["data/public/known-limits.txt"].decode()
    assert "Two sensors were out of order" in text
    assert "bicycle-counts.csv: 2 rows" in text
    assert not any(word in text.lower() for word in ("safe", "private", "personal"))


def marked_contents():
    """Contents in which every value that stays inside holds a marker of its own."""
    record = complete_record(**{name: f"Marker-{name}-9431" for name in INSIDE})
    source = replace(candidate().source, file_name="D:\\Marker-user\\Marker-original.xlsx", sheet="Marker-sheet",
                     sha256="Marker-sha256" + "0" * 51)
    step = Step(remedy="Marker-remedy", column="Marker-column", reason="Marker-reason",
                parameters={"shown": "Marker-parameter", "private_value": "Marker-private"})
    decision = replace(candidate().decisions[0], kind="Marker-kind", column="Marker-column", reason="Marker-why",
                       by="Marker-login")
    found = finding(kind="Marker-kind", column="Marker-column", basis="Marker-basis", remedies=("Marker-remedy",),
                    words=words(say("Marker-what"), say("Marker-where"), say("Marker-next")))
    first = {**SCHEMA["fields"][0], "column": "Marker-typed", "note": "Marker-note"}
    schema = {**SCHEMA, "fields": [first, *SCHEMA["fields"][1:]], "source": "Marker-schema"}
    table = candidate(source=source, findings=(found,), resolved=(found,), decisions=(decision,), table_schema=schema,
                      recipe=Recipe(import_step=ImportStep(sheet="Marker-sheet", encoding="Marker-encoding"), steps=(step,)))
    return {"record": record, "tables": (table,), "updates": "Marker-updates", "submission": "Marker-submission",
            "sealed_by": Actor(login="Marker-login", name="Marker-name", role=Role.STEWARD), "tool_version": "Marker-tool"}


def test_nothing_that_stays_inside_reaches_the_public_part():
    assert "Marker" not in public_text(sealed(**marked_contents())[0])


def test_the_internal_part_names_the_original_without_its_path_and_hides_what_is_private():
    bag, _ = sealed(**marked_contents())
    everything = b"".join(bag.files.values()).decode()
    assert "Marker-original.xlsx" in everything
    assert "Marker-user" not in everything
    assert "Marker-private" not in everything


def test_each_answer_meant_for_the_public_is_found_in_the_public_part():
    text = public_text(sealed()[0])
    for expected in ("Bicycle counts on the bridges", "traffic counts", "PBOT data desk", "opendata@portlandoregon.gov",
                     "counter and hour", "Counter database", "PDX-PBOT-0412", "2026-01-01/2026-10-31"):
        assert expected in text


@pytest.mark.parametrize("changes", [
    {"tables": ()}, {"tables": (candidate(), candidate())}, {"tables": (candidate(name="../up"),)},
    {"tables": (candidate(name="dictionary"),)}, {"record": complete_record(identifier="")},
    {"record": complete_record(slug="")},
])
def test_what_cannot_be_sealed_is_refused_before_a_byte_is_written(changes):
    with pytest.raises(Refused):
        sealed(**changes)


texts = st.text(max_size=40)
answers = {name: st.lists(texts, max_size=3).map(tuple) if name in LIST_ELEMENTS else texts
           for name in ELEMENT_IDS if name not in ("identifier", "slug", "data_status")}


@given(st.fixed_dictionaries({}, optional=answers))
def test_any_record_can_be_sealed_verified_and_parsed(changes):
    bag, manifest = sealed(record=complete_record(**changes))
    assert verify(bag.names, bag.open) == manifest.tagmanifest
    assert all(json.loads(content) for path, content in bag.files.items() if path.endswith(".json"))


def test_every_attribute_of_a_candidate_is_either_public_by_name_or_marked_in_the_test_above():
    public = {"name", "title", "description", "rows", "table_schema", "write"}
    inside = {"source", "recipe", "findings", "resolved", "decisions", "contests", "typed"}
    assert {field.name for field in fields(candidate())} == public | inside


def test_which_types_a_person_said_stays_inside_and_is_read_again():
    bag, _ = sealed(tables=(candidate(typed=("hour",)),))
    assert read_manifest(bag.open).tables[0].typed == ("hour",)
    del bag.files["data/internal/typed.json"]      # as a manifest of an earlier version is
    assert read_manifest(bag.open).tables[0].typed == ()
