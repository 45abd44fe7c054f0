"""What a spreadsheet would run gets an apostrophe in front; what it shows stays."""

import csv
import io

import pytest

from steward.metadata.dictionary import dictionary_csv
from steward.metadata.table_description import TableDescription
from steward.table.formulas import defused


@pytest.mark.parametrize("text", [
    "=SUM(A1:A9)",
    "+1+1",
    "-2+3",
    "@SUM(1,2)",
    "\t=1",
    "=cmd|' /C calc'!A0",
    "＝1+1", "＋1+1", "－1+1", "＠x", " =1+1", "\u00a0=1", "\n=1", "\rx", "\nx",
    "+15035550100", "+1 503-555-0100",       # a spreadsheet takes the plus away
])
def test_formulas_are_made_harmless(text):
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", [
    "",
    "-5",
    "-122.68",
    "-1.2e-5",
    "+5", "－５", " -5", "\t5", " a=b",
    "a=b",
    "'=1",
])
def test_other_texts_stay(text):
    assert defused(text) == text


def test_the_data_dictionary_runs_nothing():
    field = {"name": "=HYPERLINK(1)", "type": "string", "description": "@note", "title": "-1",
             "constraints": {"enum": ["=1", "b"]}}
    table = TableDescription(name="t", title="t", file_name="t.csv", size_bytes=1, sha256="0" * 64, rows=1,
                             table_schema={"fields": [field]})
    records = list(csv.DictReader(io.StringIO(dictionary_csv([table]).decode())))
    assert [records[0][name] for name in ("column", "title", "description", "allowed values")] == [
        "'=HYPERLINK(1)", "-1", "'@note", "'=1; b"]
