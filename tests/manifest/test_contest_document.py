"""Requests to let a block pass, written and read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.manifest.contest_document import contests_from_json, contests_to_json
from steward.manifest.documents import DocumentBroken, DocumentTooNew
from steward.manifest.read import read_manifest
from steward.workflow.contesting import Contest
from tests.manifest.samples import candidate, sealed

texts = st.text(max_size=20)
contests = st.builds(Contest, kind=texts, column=st.none() | texts, count=st.integers(0, 10**6), rows=texts,
                     shapes=st.lists(texts, max_size=3).map(tuple), reason=texts, by=texts, at=texts)
ASKED = Contest(kind="ssn", column="Permit", count=2, rows="ab" * 32, shapes=("d9",), reason="Permit numbers.", by="rex",
                at="2026-11-23T10:00:00+00:00")


@given(st.lists(contests, max_size=3).map(tuple))
def test_requests_are_read_as_they_were_written(asked):
    assert contests_from_json(json.loads(json.dumps(contests_to_json(asked, "ab"))), "ab") == asked


def test_requests_about_another_candidate_are_refused():
    with pytest.raises(DocumentBroken):
        contests_from_json(contests_to_json((ASKED,), "ab"), "cd")


def test_requests_of_a_newer_steward_are_refused():
    with pytest.raises(DocumentTooNew):
        contests_from_json({**contests_to_json((ASKED,), "ab"), "format": 2}, "ab")


def test_a_sealed_manifest_holds_its_requests_inside_and_none_of_them_in_public():
    bag, _ = sealed(tables=(candidate(contests=(ASKED,)),))
    assert read_manifest(bag.open).tables[0].contests == (ASKED,)
    assert not any(b"Permit numbers." in content for path, content in bag.files.items() if "/public/" in path)


def test_requests_do_not_pass_over_to_another_table():
    bag, _ = sealed(tables=(candidate(contests=(ASKED,)),))
    bag.files["data/internal/contests.json"] = bag.files["data/internal/contests.json"].replace(
        sealed()[1].tables[0].sha256.encode(), b"0" * 64)
    with pytest.raises(DocumentBroken):
        read_manifest(bag.open)


def test_a_manifest_of_an_earlier_version_asks_for_nothing():
    bag, _ = sealed()
    del bag.files["data/internal/contests.json"]
    assert read_manifest(bag.open).tables[0].contests == ()
