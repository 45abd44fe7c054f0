import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.manifest.documents import DocumentBroken, DocumentTooNew
from steward.manifest.read import read_manifest
from steward.vocabulary.errors import StewardError
from steward.vocabulary.tier import Tier
from tests.manifest.bags import MemoryBag
from tests.manifest.samples import SCHEMA, candidate, contents, finding, sealed

INTERNAL = [path for path in sorted(sealed()[0].files) if path.endswith(".json") and "dcat" not in path]


def test_the_desk_reads_what_was_sealed():
    bag, _ = sealed()
    manifest, given_contents = read_manifest(bag.open), contents()
    table, given_table = manifest.tables[0], candidate()
    assert (manifest.record, manifest.sealed_by) == (given_contents.record, given_contents.sealed_by)
    assert manifest.is_practice
    assert (table.path, table.rows, table.column_count) == ("data/public/bicycle-counts.csv", 2, 3)
    assert (table.findings, table.decisions, table.recipe) == (given_table.findings, given_table.decisions, given_table.recipe)
    assert table.source == given_table.source
    assert [field["name"] for field in table.table_schema["fields"]] == [field["name"] for field in SCHEMA["fields"]]


def test_findings_of_all_tables_are_listed_the_strictest_first_and_counted():
    second = candidate(name="stations", findings=(finding(kind="ssn", tier=Tier.BLOCK), finding(tier=Tier.NOTE)))
    manifest = read_manifest(sealed(tables=(candidate(), second))[0].open)
    assert [found.tier for found in manifest.findings] == [Tier.BLOCK, Tier.DECIDE, Tier.NOTE]
    assert manifest.tiers == {Tier.BLOCK: 1, Tier.DECIDE: 1, Tier.WARN: 0, Tier.NOTE: 1}


def changed(path, content):
    bag, _ = sealed()
    bag.files[path] = content
    return bag


@pytest.mark.parametrize("path", INTERNAL)
@pytest.mark.parametrize("content", [
    b"", b"\xff\xfe", b"[]", b"{}", b'{"format": 1}', b'{"format": 1, "format": 1}', b"[" * 100_000, b'{"format": "one"}',
    b'{"format": 1, "tables": 3}', b'{"format": 1, "tables": [{}]}'])
def test_a_document_that_is_none_is_refused_in_plain_words(path, content):
    with pytest.raises(DocumentBroken) as refusal:
        read_manifest(changed(path, content).open)
    assert refusal.value.words.what.show()


@pytest.mark.parametrize("path", [path for path in INTERNAL if "internal" in path])
def test_a_manifest_of_a_newer_steward_is_refused_in_plain_words(path):
    with pytest.raises(DocumentTooNew):
        read_manifest(changed(path, b'{"format": 99}').open)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\secrets", "", "nul"])
def test_a_table_name_that_leads_elsewhere_is_refused(name):
    bag, _ = sealed()
    for path in INTERNAL:
        bag.files[path] = bag.files[path].replace(b'"bicycle-counts"', json.dumps(name).encode())
    with pytest.raises(DocumentBroken):
        read_manifest(bag.open)


def test_a_missing_document_is_named():
    def open_file(path):
        raise FileNotFoundError(path)

    with pytest.raises(DocumentBroken) as refusal:
        read_manifest(open_file)
    assert "json" in refusal.value.words.what.show()


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
                           lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
                           max_leaves=6)


def places(value, path=()):
    """Every place in a document."""
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def with_value(document, path, value):
    if not path:
        return value
    target = document
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return document


@given(st.data())
def test_anything_in_any_place_of_a_manifest_is_read_or_refused_and_what_is_read_can_be_shown(data):
    bag = MemoryBag(SEALED)
    path = data.draw(st.sampled_from(INTERNAL))
    document = json.loads(bag.files[path])
    place = data.draw(st.sampled_from(list(places(document))))
    bag.files[path] = json.dumps(with_value(document, place, data.draw(json_values))).encode()
    with contextlib.suppress(StewardError):
        manifest = read_manifest(bag.open)
        assert all(isinstance(found.words.what.show(), str) for found in manifest.findings)


SEALED = sealed()[0].files
