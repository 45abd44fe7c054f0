import json
import re

import pytest

from steward.metadata.portals import PORTALS_FILE
from steward.metadata.strict_json import DocumentBroken
from steward.metadata.vocabularies import BUREAUS_FILE, PROGRAM_FILE, VOCABULARIES, VOCABULARY_FILES, Bureau, Vocabularies
from tests.metadata.samples import resource

TEXTS = {name: resource(name) for name in VOCABULARY_FILES}


def test_every_vocabulary_offers_words_with_labels(vocabularies):
    for name in VOCABULARIES:
        assert vocabularies.choices(name), name
        assert all(term.id and term.label for term in vocabularies.choices(name)), name


def test_all_fourteen_frequencies_are_there_and_only_words_with_a_fixed_time_come_due(vocabularies):
    frequencies = {term.id: vocabularies.frequency(term.id) for term in vocabularies.choices("frequencies")}
    assert len(frequencies) == 14
    unpromised = {name for name, term in frequencies.items() if term.days is None}
    assert unpromised == {"irregular", "asNeeded", "notPlanned", "unknown"}


def test_the_bureaus_are_those_of_the_citys_list(shared, vocabularies):
    lines = (shared / "data" / "portland_bureaus.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [bureau.id for bureau in vocabularies.choices("bureaus")] == [line.split(",")[0] for line in lines]


def test_look_alikes_point_at_each_other(vocabularies):
    pairs = {bureau.id: bureau.look_alike for bureau in vocabularies.choices("bureaus") if bureau.look_alike}
    assert pairs["pfr"] == "fpdr"
    assert all(pairs[other] == identifier for identifier, other in pairs.items())


def test_a_bureau_that_is_gone_is_not_offered_and_still_known():
    texts = {**TEXTS, BUREAUS_FILE: TEXTS[BUREAUS_FILE] + "omf,Office of Management & Finance,OMF,,,,,no\n"}
    vocabularies = Vocabularies.parse(texts)
    assert "omf" not in {bureau.id for bureau in vocabularies.choices("bureaus")}
    assert vocabularies.bureau("omf") == Bureau(id="omf", label="Office of Management & Finance", abbreviation="OMF",
                                                is_active=False)


def test_a_word_that_is_gone_is_shown_as_it_is(vocabularies):
    assert vocabularies.label("themes", "dragons") == "dragons"
    assert vocabularies.license("dragons") is None
    assert vocabularies.choices("dragons") == ()


@pytest.mark.parametrize(("name", "text"), [
    ("metadata/licenses.json", '{"format": 1, "terms": [{"id": "a", "label": "A"}]}'),
    ("metadata/areas.json", '{"format": 1, "terms": []}'),
    ("metadata/themes.json", '{"format": 1, "terms": [{"id": "a", "label": "{A}"}]}'),
    ("metadata/themes.json", '{"format": 1, "terms": [{"id": "a", "label": "A"}, {"id": "a", "label": "B"}]}'),
    ("metadata/themes.json", '{"format": 1, "terms": [{"id": "a", "label": "A", "color": "red"}]}'),
    (PROGRAM_FILE, '{"format": 1}'),
    (BUREAUS_FILE, "id,name\npbot,Transportation\n"),
    (BUREAUS_FILE, "id,name,abbr,service_area,formerly,includes,look_alike,active\n,Nameless,,,,,,yes\n"),
    (BUREAUS_FILE, "id,name,abbr,service_area,formerly,includes,look_alike,active\na,A,,,,,,yes,more\n"),
])
def test_a_broken_file_is_named(name, text):
    with pytest.raises(DocumentBroken) as refusal:
        Vocabularies.parse({**TEXTS, name: text})
    assert name in refusal.value.words.what.show()


def test_every_text_for_people_stands_under_label_or_help_and_promises_nothing():
    sentences = [text for name in VOCABULARY_FILES if name.endswith(".json") and name not in (PROGRAM_FILE, PORTALS_FILE)
                 for term in json.loads(TEXTS[name])["terms"] for text in (term["label"], term.get("help", ""))]
    elements = json.loads(resource("metadata/profile.json"))["elements"]
    sentences += [element[key] for element in elements for key in ("label", "help")]
    forbidden = re.compile(r"\b(safe|clean|please|invalid|error|failed|schema)\b|!|personal information", re.IGNORECASE)
    assert len(sentences) > 100
    assert not [text for text in sentences if forbidden.search(text)]
