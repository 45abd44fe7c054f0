"""Packages on a CKAN that runs: what it was given, it gives back. Passed over where no CKAN for tests is named.

CKAN_URL names it and CKAN_TOKEN_BUREAU_EDITOR an editor of its organization "portland"; it must be on this machine.
"""

import os
import uuid
from itertools import islice

import pytest
import requests

from steward.metadata.exports._portal_forms import shown_record
from steward.metadata.exports.ckan import EXPORT as CKAN
from steward.metadata.exports.ckan_datajson import EXPORT as DATAJSON
from steward.metadata.exports.ckan_scheming import EXPORT as SCHEMING
from steward.metadata.portals import PUBLIC_IDS
from tests.metadata.samples import complete_record, program_vocabularies
from tests.metadata.test_exports import GRID, written

EVERY = 12      # of the grid: every kind of hostile text in it meets the portal
LOOPBACK = "http://127.0.0.1:"
RECORDS = (complete_record(), complete_record(description="<b>مرحبا</b> &amp; 🚲 " * 40_000),
           complete_record(keywords=("a, b", "Straße", "x"), temporal_end="", license="none of ours"),
           *islice(GRID, 0, None, EVERY))


def call(action, token, body):
    """The answer of an action; an action that the portal does not know is answered with a bare text."""
    url = f"{os.environ['CKAN_URL']}/api/3/action/{action}"
    answer = requests.post(url, json=body, headers={"Authorization": token}, timeout=30, allow_redirects=False).json()
    return answer if isinstance(answer, dict) else {"success": False, "error": answer}


def told(record):
    """The record without the order of its keywords, which CKAN sorts."""
    return record.with_value("keywords", tuple(sorted(record.keywords)))


@pytest.fixture(scope="module")
def token():
    if not os.environ.get("CKAN_URL", "").startswith(LOOPBACK) or "CKAN_TOKEN_BUREAU_EDITOR" not in os.environ:
        pytest.skip("no CKAN for tests is named in CKAN_URL")
    return os.environ["CKAN_TOKEN_BUREAU_EDITOR"]


@pytest.fixture(scope="module")
def exports(token):
    has_fields = call("scheming_dataset_schema_show", token, {"type": "dataset"})["success"]
    return (SCHEMING,) if has_fields else (CKAN, DATAJSON)


def test_a_package_is_given_back_by_the_portal_as_it_was_sent(exports, token):
    for export in exports:
        for number, record in enumerate(RECORDS):
            named = record.with_value("slug", f"{number}-{uuid.uuid4().hex}")
            package = {**written(export, named), "owner_org": "portland"}
            answer = call("package_create", token, package)
            assert answer.get("success"), (number, answer.get("error"))
            shown = call("package_show", token, {"id": named.slug})["result"]
            call("package_delete", token, {"id": named.slug})
            assert shown["private"] is True
            assert told(export.read(shown, program_vocabularies())) == told(shown_record(named, PUBLIC_IDS)), number
