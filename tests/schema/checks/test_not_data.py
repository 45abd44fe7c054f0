import json

import pytest

from steward.schema.checks.not_data import CHECK
from steward.table.sheet import Quarantined
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of, sheet_of_rows
from tests.schema.checks.looking import found
from tests.schema.checks.pilot import pilot_csv, pilot_workbook


def what(sheet):
    return [str(finding.words.what) for finding in found(CHECK, sheet)]


def of_lines(text, delimiter=","):
    """Return lines as a reader gives them: the first as header, what does not fit set apart."""
    header, *lines = [(number, line, line.split(delimiter)) for number, line in enumerate(text.splitlines(), start=1)]
    width = len(header[2])
    apart = [Quarantined(row=row, line=row, cells=len(cells), text=line) for row, line, cells in lines if len(cells) != width]
    return sheet_of_rows(header[2], [cells for _, _, cells in lines if len(cells) == width], quarantine=apart,
                         delimiter=delimiter)


def test_the_worksheet_that_the_pilot_published_as_data_is_named(shared):
    findings = found(CHECK, pilot_csv(shared, "Fire-incident-history-2019.csv"))
    assert [finding.tier for finding in findings] == [Tier.BLOCK]
    assert "metadata worksheet" in str(findings[0].words.what)


def test_the_worksheet_in_the_pilot_workbook_is_named(shared):
    assert "metadata worksheet" in what(pilot_workbook(shared, "BDS - Apps received per month.xlsx", "metadata"))[0]


@pytest.mark.parametrize("name", ["BOEC-April2018-Filtered-In.csv", "Fire response time 2019.csv",
                                  "BDS - Permits issued Sample.csv"])
def test_the_data_of_the_pilot_is_data(shared, name):
    assert what(pilot_csv(shared, name)) == []


@pytest.mark.parametrize("terms", [
    ["Title", "Description", "Tags", "Last Update", "Publisher", "Contact Name", "Contact Email", "Unique ID",
     "Public Access Level"],
    ["Dataset Name", "Department", "Category", "Update frequency", "License", "Data steward", "Temporal coverage",
     "Geographic unit"],
    ["Originator", "Publication Date", "Abstract", "Purpose", "Progress", "Extent", "Access Constraints", "Use Constraints"],
])
@pytest.mark.parametrize("header", [["Field", "Value"], ["Metadata element", "Your answer"], ["Title", "Bike counts"]])
def test_worksheets_of_other_cities_are_named(terms, header):
    rows = [[term, f"answer {number}"] for number, term in enumerate(terms)]
    assert "metadata worksheet" in what(sheet_of_rows(header, rows))[0]


@pytest.mark.parametrize(("header", "terms", "is_form"), [
    (["Title", "Street trees"], ["Description", "Contact email", "Update frequency", "Keywords"], True),
    (["Field", "Value"], ["Title", "Bureau", "License", "Contact name", "Shelf"], True),
    (["Field", "Value"], ["Title", "Bureau", "Poles", "Boxes", "Signs", "Lamps"], False),
    (["Type", "Count"], ["Category", "Category", "Format", "Source", "Notes", "Purpose"], False),
])
def test_a_short_form_of_metadata_is_named_and_a_list_of_other_words_is_data(header, terms, is_form):
    said = what(sheet_of_rows(header, [[term, f"answer {number}"] for number, term in enumerate(terms)]))
    assert ["metadata worksheet" in one for one in said] == [True] * is_form


def test_one_record_of_metadata_is_named_and_an_inventory_of_datasets_is_data():
    names = ["title", "description", "keyword", "modified", "publisher", "identifier", "accessLevel", "license"]
    assert "metadata worksheet" in what(sheet_of_rows(names, [["x"] * 8]))[0]
    assert what(sheet_of_rows(names, [[f"{row} {place}" for place in range(8)] for row in range(60)])) == []


def test_a_data_dictionary_is_named():
    assert "data dictionary" in what(sheet_of_rows(["Column Name", "Data Type", "Definition"], [["id", "text", "The id"]]))[0]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("value", [{"title": "x", "rows": [1, 2, 3], "nested": {"a": "b", "c": None}},
                                   [{"id": number, "name": "x"} for number in range(5)]])
def test_json_in_a_csv_file_is_named(value, indent):
    assert "JSON" in what(of_lines(json.dumps(value, indent=indent)))[0]


@pytest.mark.parametrize(("text", "word"), [
    ("<!DOCTYPE html>\n<html>\n<head><title>x</title></head>\n<body>\n<p>a, b</p>\n</body>\n</html>", "web page"),
    ('<?xml version="1.0"?>\n<rows>\n<row id="1"/>\n<row id="2"/>\n</rows>', "XML"),
    ("<kml xmlns='x'>\n<Placemark>\n</Placemark>\n</kml>", "XML"),
    ("2024-01-05 10:11:12,123 INFO start\n2024-01-05 10:11:13,001 ERROR stop\n  at main\n2024-01-05 10:11:14,001 INFO go",
     "log"),
    ("[2024-01-05T10:11:12Z] WARN disk\n[2024-01-05T10:11:13Z] INFO disk", "log"),
    ("INFO: 2024-01-05 10:11:12 a\nINFO: 2024-01-05 10:11:13 b", "log"),
    ("Jan  5 10:11:12 host sshd[1]: a\nJan  5 10:11:13 host sshd[1]: b", "log"),
    ('10.0.0.1 - - [05/Jan/2024:10:11:12 +0000] "GET / HTTP/1.1" 200 5\n10.0.0.1 - - [05/Jan/2024:10:11:13 +0000] "GET /"',
     "log"),
    ("CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);", "commands for a database"),
])
def test_what_is_no_table_is_named(text, word):
    assert word in what(of_lines(text))[0]


@pytest.mark.parametrize("sheet", [
    sheet_of({"station": ["a", "b"], "geometry": ['{"type": "Point"}', '{"type": "Point"}']}),
    sheet_of({"time": ["2024-01-05 10:11:12", "2024-01-05 10:11:13"], "level": ["INFO", "ERROR"], "message": ["a", "b"]}),
    sheet_of({"type": ["Title", "Theme"] * 40, "count": ["1"] * 80}),
    sheet_of({"page": ["<b>a</b>", "<i>b</i>"], "hits": ["1", "2"]}),
    sheet_of({"title": ["War and Peace", "Emma"], "author": ["Tolstoy", "Austen"], "language": ["ru", "en"]}),
    sheet_of({"a": []}),
], ids=lambda sheet: sheet.names[0])
def test_tables_that_share_a_word_with_it_are_data(sheet):
    assert what(sheet) == []
