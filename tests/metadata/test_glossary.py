"""The program's glossary: found by the words of a header, however they are written."""

import json

import pytest

from steward.metadata.glossary import GLOSSARY_FILE, Glossary, spoken
from steward.metadata.strict_json import DocumentBroken, DocumentTooNew
from steward.metadata.wording import weaknesses
from tests.metadata.samples import program_profile, resource

GLOSSARY = Glossary.parse(resource(GLOSSARY_FILE))


@pytest.mark.parametrize("header", ["ZipCode", "zip_code", "ZIP Code", " zip.code ", "ZIP_CODE"])
def test_a_header_is_the_same_however_it_is_written(header):
    assert spoken(header) == "zip code"
    assert "ZIP Code" in GLOSSARY.meaning(header).description


@pytest.mark.parametrize(("header", "unit"), [
    ("Height (ft)", "feet"), ("duration_sec", "seconds"), ("TalkTimeSeconds", "seconds"), ("Area [acres]", "acres"),
    ("Depth", ""), ("sec", ""), ("Week Day", ""), ("Checked in", ""), ("Valuation", "US dollars"),
])
def test_a_unit_is_read_where_the_header_names_one(header, unit):
    meaning = GLOSSARY.meaning(header)
    assert (meaning.unit if meaning else "") == unit


def test_the_unit_in_the_header_goes_before_the_glossarys_own():
    meaning = GLOSSARY.meaning("Elevation (m)") or GLOSSARY.meaning("Elevation")
    assert meaning.unit == "feet"
    assert GLOSSARY.meaning("elevation_meters").unit == "meters"
    assert "sea level" in GLOSSARY.meaning("elevation_meters").description


def test_a_header_nobody_knows_has_no_meaning():
    assert GLOSSARY.meaning("Frobnication") is None
    assert GLOSSARY.meaning("") is None


def test_what_the_glossary_offers_says_something():
    described = {header: (meaning.title, meaning.description) for header, meaning in GLOSSARY.meanings.items()}
    singles = {header: weaknesses({header: words}, program_profile().template_texts) for header, words in described.items()}
    assert not {header: why for header, why in singles.items() if why}


@pytest.mark.parametrize("text", [
    '{"format": 2, "columns": [], "units": []}', "[]", '{"format": 1, "columns": [{"headers": ["a"]}], "units": []}',
    json.dumps({"format": 1, "units": [], "columns": [{"headers": ["a b"], "description": "x"},
                                                      {"headers": ["A_B"], "description": "y"}]}),
    json.dumps({"format": 1, "units": [], "columns": [{"headers": ["a"], "description": "x", "color": "red"}]}),
])
def test_a_broken_glossary_is_refused_with_its_name(text):
    with pytest.raises((DocumentBroken, DocumentTooNew)) as refusal:
        Glossary.parse(text)
    assert GLOSSARY_FILE.split("/")[-1] in str(refusal.value.words.what)
