"""Every file that the program edits, broken at every kind of place: refused with its name and a line, or taken as it is."""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from steward.metadata.glossary import GLOSSARY_FILE, Glossary
from steward.metadata.guide import GUIDE_FILE, Guide
from steward.metadata.profile import PROFILE_FILE, MetadataProfile
from steward.metadata.strict_json import DocumentBroken, DocumentTooNew
from steward.metadata.vocabularies import BUREAUS_FILE, PROGRAM_FILE, VOCABULARY_FILES, Vocabularies
from tests.metadata.samples import program_vocabularies, resource

TEXTS = {name: resource(name) for name in VOCABULARY_FILES}
OWN = {PROFILE_FILE: lambda text: MetadataProfile.parse(text, program_vocabularies()), GUIDE_FILE: Guide.parse,
       GLOSSARY_FILE: Glossary.parse}
FILES = (*(name for name in VOCABULARY_FILES if name.endswith(".json")), *OWN)
WRONG = (None, -1, 1.5, True, " ", "zzz", [], [None], {"a": 1})
NUMBERS = ("days", "longest", "shortest", "published", "public_contact", "required_with_dates", "open", "format")
TERM_FILES = tuple(name for name in FILES if name.startswith("metadata/") and '"terms"' in resource(name))


def refusal(name: str, text: str) -> str:
    """Return what is said against a text, nothing where it is taken; fails where the file or a line is not named."""
    try:
        OWN[name](text) if name in OWN else Vocabularies.parse({**TEXTS, name: text})
    except DocumentTooNew as trouble:
        return str(trouble.words.what)
    except DocumentBroken as trouble:
        said = f"{trouble.words.what} {trouble.words.where}"
        assert name in said
        assert re.search(r"\bline \d", said, re.IGNORECASE), said
        return said
    return ""


def paths(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*above, step)
        yield from paths(inner, (*above, step))


def places(name: str) -> list[tuple[Any, ...]]:
    """Return one place of each kind: entries of a list are alike."""
    kinds = {tuple("" if isinstance(step, int) else step for step in path): path for path in paths(json.loads(resource(name)))}
    return list(kinds.values())


def changed(name: str, path: tuple[Any, ...], value: Any, *, without: bool = False) -> str:
    document = copy.deepcopy(json.loads(resource(name)))
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    if without:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return json.dumps(document, indent=2)


@pytest.mark.parametrize("name", FILES)
def test_a_value_of_another_kind_is_refused_with_file_and_line_wherever_it_stands(name):
    for path in places(name):
        for value in WRONG:
            said = refusal(name, changed(name, path, value))
            assert said or path[-1] in NUMBERS or (not isinstance(value, float | int | dict) and value != [None]), (path, value)


@pytest.mark.parametrize("name", FILES)
def test_a_key_that_is_missing_is_taken_or_refused_with_file_and_line(name):
    for path in places(name):
        said = refusal(name, changed(name, path, None, without=True))
        assert said or path[-1] not in ("id", "label", "uri", "bbox", "sentence", "citation", "need", "control", "format",
                                        "preset", "organization")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("text", [
    "[]", "\n\n[]", "null", '"a"', "", "{", "[{}]", '{"a": ' + "[" * 100_000, '{"a": "\\ud800"}', '{\n"a": "\ud800"}',
    '{"format": 1,}', '{"format": 1, "format": 1}', "// a note\n{}", '{"format": NaN}', '{"format": 1} {}', "\x00", "{}"])
def test_a_document_of_another_shape_is_refused_with_file_and_line(name, text):
    assert refusal(name, text)


@pytest.mark.parametrize("name", FILES)
def test_a_slip_of_the_pen_is_refused_with_file_and_line_and_a_byte_order_mark_is_none(name):
    text = resource(name)
    assert not refusal(name, f"\ufeff{text}")
    assert refusal(name, text.rstrip().removesuffix("}") + ",}")
    assert refusal(name, text[:len(text) // 2])
    assert refusal(name, text.replace("{", '{"format": 1, "format": 1,', 1))


@pytest.mark.parametrize("name", TERM_FILES)
def test_a_word_that_stands_there_twice_or_says_nothing_is_refused(name):
    document = json.loads(resource(name))
    assert refusal(name, json.dumps({**document, "terms": [*document["terms"], document["terms"][0]]}))
    assert refusal(name, json.dumps({**document, "terms": []}))
    for key in ("id", "label"):
        assert refusal(name, changed(name, ("terms", 0, key), " "))


@pytest.mark.parametrize(("name", "path", "value"), [
    ("metadata/areas.json", ("terms", 0, "bbox"), "-122,45"), ("metadata/areas.json", ("terms", 0, "bbox"), "-122,46,-123,45"),
    ("metadata/licenses.json", ("terms", 0, "uri"), "PDDL"), ("metadata/languages.json", ("terms", 0, "id"), "en_US"),
    ("metadata/access_levels.json", ("terms", 1, "id"), "restricted-public"), (PROGRAM_FILE, ("contact_domains",), [""]),
    ("metadata/frequencies.json", ("terms", 0, "dcat_us_1_1"), "Annual"),
    ("metadata/frequencies.json", ("terms", 0, "dcat_us_1_1"), "R/P"),
    ("metadata/data_statuses.json", ("terms", 0, "access_level"), "private"),
    ("metadata/portals.json", ("ckan", 0, "preset"), "scheming"), ("metadata/portals.json", ("ckan",), []),
    (PROFILE_FILE, ("elements", 1, "quote_source"), ""), (GUIDE_FILE, ("questions", 1, "id"), "shows")])
def test_an_answer_that_no_standard_would_take_is_refused(name, path, value):
    assert refusal(name, changed(name, path, value))


@pytest.mark.parametrize("line", ['a,"b"x,,,,,,', 'a,"b,,,,,,', "a,A,,,,,,maybe", "pbot,Twice,,,,,,yes",
                                  " ,A,,,,,,yes", "a, ,,,,,,yes"])
def test_a_line_of_bureaus_that_cannot_be_read_is_named(line):
    text = f"{TEXTS[BUREAUS_FILE]}{line}\n"
    assert f"line {text.count(chr(10))}" in refusal(BUREAUS_FILE, text).casefold()


def test_bureaus_of_another_systems_line_ends_are_taken_and_none_at_all_are_not():
    assert not refusal(BUREAUS_FILE, TEXTS[BUREAUS_FILE].replace("\n", "\r\n"))
    assert not refusal(BUREAUS_FILE, TEXTS[BUREAUS_FILE].replace("\n", "\r"))
    assert refusal(BUREAUS_FILE, TEXTS[BUREAUS_FILE].partition("\n")[0])
