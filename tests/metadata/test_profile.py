import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.profile import PROFILE_FILE, MetadataProfile, is_blank
from steward.metadata.record import ELEMENT_IDS, Record
from steward.metadata.strict_json import DocumentBroken, DocumentTooNew
from tests.metadata.samples import program_vocabularies, resource


def broken_profile(change):
    document = json.loads(resource(PROFILE_FILE))
    change(document)
    with pytest.raises(DocumentBroken) as refusal:
        MetadataProfile.parse(json.dumps(document, indent=2), program_vocabularies())
    assert PROFILE_FILE in refusal.value.words.what.show()
    return refusal.value.words.where.show()


def lines(place):
    return {int(number) for number in re.findall(r"\bline (\d+)", place, re.IGNORECASE)}


FIRST_ELEMENT = json.dumps(json.loads(resource(PROFILE_FILE)), indent=2).partition('"id": "title"')[0].count("\n")


def test_the_profile_that_ships_asks_for_every_answer_of_the_record_once(profile):
    assert sorted(element.id for element in profile.elements) == sorted(ELEMENT_IDS)


def test_every_element_is_explained_and_says_where_the_rule_comes_from(profile):
    assert all(element.label and len(element.help) > 10 and element.source for element in profile.elements)


def test_every_default_is_a_word_of_its_vocabulary(profile, vocabularies):
    chosen = [element for element in profile.elements if element.default and element.vocabulary]
    assert chosen
    assert all(vocabularies.term(element.vocabulary, element.default) for element in chosen)


def test_the_license_is_preselected_and_its_help_says_that_the_city_has_said_different_things(profile):
    license_element = profile.element("license")
    assert license_element.default == "ODC-PDDL-1.0"
    assert "CC BY 4.0" in license_element.help


def test_no_access_level_and_no_classification_is_preselected(profile):
    assert {profile.element(name).default for name in ("access_level", "classification", "third_party")} == {""}


def test_what_stays_inside_says_so_in_its_help(profile):
    inside = [element for element in profile.elements if not element.is_published]
    assert {element.id for element in inside} == {"data_steward", "system_owner", "classification", "equity",
                                                  "third_party_agreement", "third_party_right", "trade_secrets",
                                                  "requests_count", "requests_period"}
    assert all("is not published" in element.help for element in inside)


def test_the_groups_have_questions_and_none_that_steward_answers_itself(profile):
    for group in profile.groups:
        asked = profile.asked(group.id, Record(data_status="declined" if group.id == "no_data" else ""))
        assert asked
        assert not {"identifier", "slug", "issued", "landing_page"} & {element.id for element in asked}


def test_rights_are_required_once_access_is_restricted(profile):
    rights = profile.element("rights")
    assert not rights.is_required(Record(access_level="public"))
    assert rights.is_required(Record(access_level="restricted public"))


def test_a_period_is_required_where_the_table_has_dates(profile):
    start = profile.element("temporal_start")
    assert (start.is_required(Record()), start.is_required(Record(), has_dates=True)) == (False, True)


def test_a_missing_element_is_named():
    assert "frequency" in broken_profile(lambda document: document["elements"].remove(
        next(element for element in document["elements"] if element["id"] == "frequency")))


def test_an_element_told_twice_is_named_by_its_place():
    place = broken_profile(lambda document: document["elements"].append(document["elements"][0]))
    assert f"elements {len(ELEMENT_IDS) + 1}" in place


@pytest.mark.parametrize(("key", "value"), [
    ("need", "sometimes"), ("control", "slider"), ("control", "list"), ("group", "elsewhere"), ("vocabulary", "colors"),
    ("id", "color"), ("longest", -1), ("published", "yes"), ("surprise", 1), ("label", ""), ("label", "{x}"),
    ("help", "Use { or }."),
    ("required_when", {"element": "color", "is": ["red"]}), ("required_when", {"element": "rights", "is": []}),
    ("required_when", {"element": "access_level", "is": ["restricted-public"]}), ("required_when", "third_party"),
    ("required_when", {"element": "keywords", "is": ["a"]}), ("asked_when", {"element": "third_party", "is": ["maybe"]}),
    ("asked_when", {"element": "third_party"}), ("asked_when", {"element": "third_party", "is": ["yes"], "not": ["no"]}),
    ("asked_when", ["third_party", "yes"]), ("shortest", 151), ("longest", 4), ("longest", True), ("default", "x" * 151),
    ("id", None), ("help", ""), ("help", ["a"]), ("source", 7), ("vocabulary", None), ("required_with_dates", 1),
])
def test_an_element_that_does_not_fit_is_named_with_its_line(key, value):
    (line,) = lines(broken_profile(lambda document: document["elements"][0].update({key: value})))
    assert FIRST_ELEMENT <= line < FIRST_ELEMENT + len(json.loads(resource(PROFILE_FILE))["elements"][0]) + 5


@pytest.mark.parametrize("change", [
    {"vocabulary": "licenses", "control": "choice", "default": "PDDL"}, {"control": "yes_no"}, {"control": "choice"},
    {"control": "choice", "vocabulary": "colors"},
])
def test_a_choice_among_words_that_are_not_there_is_named_with_its_line(change):
    assert lines(broken_profile(lambda document: document["elements"][0].update(change))) == {FIRST_ELEMENT}


@pytest.mark.parametrize("change", [
    lambda document: document["groups"].append(dict(document["groups"][0])),
    lambda document: document["groups"][0].update(label=""), lambda document: document["groups"][0].update(order=1),
    lambda document: document["groups"].__setitem__(0, "about"), lambda document: document["elements"].append("title"),
    lambda document: document.update(groups={}), lambda document: document.update(elements=None),
    lambda document: document.update(idle_keywords=[1]), lambda document: document.update(extra=[]),
    lambda document: document["columns"].update(description="optional"),
    lambda document: document["columns"].update(titles="required"), lambda document: document.update(columns="required"),
    lambda document: document.update(format="1"), lambda document: document.update(format=0),
])
def test_a_profile_of_another_shape_is_refused_with_its_line(change):
    assert lines(broken_profile(change))


@pytest.mark.parametrize(("old", "new"), [
    ('"id": "description",', '"id": "description" '), ('"id": "description",', '"id": "description", "id": "title",'),
    ('"longest": 10000', '"longest": 1e999'), ('"longest": 10000', '"longest": 123456789012345678901'),
    ('"longest": 10000', '"longest": NaN'), ('"id": "description"', '"id": description'), ('"long_text",', '"long_text,'),
    ('"help": "What the data shows', '"help": "What\tthe data shows'),
])
def test_a_slip_of_the_pen_is_found_near_its_line(old, new):
    text = resource(PROFILE_FILE)
    number = text[:text.index(old)].count("\n") + 1
    with pytest.raises(DocumentBroken) as refusal:
        MetadataProfile.parse(text.replace(old, new.replace("\\t", "\t"), 1), program_vocabularies())
    assert {number - 12 < line <= number + 1 for line in lines(refusal.value.words.where.show())} == {True}


@given(st.data())
def test_a_profile_with_anything_cut_out_or_put_in_is_taken_or_refused_in_words(data):
    text = resource(PROFILE_FILE)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    put_in = data.draw(st.sampled_from(["", "{", "}", "[", '"', ",", "null", "\x00", "\ud800", "1e9", "\\"]))
    refused, profile = None, None
    try:
        profile = MetadataProfile.parse(text[:start] + put_in + text[end:], program_vocabularies())
    except (DocumentBroken, DocumentTooNew) as refusal:
        refused = refusal.words
    assert (refused is None) != (profile is None)
    assert refused is None or (PROFILE_FILE in refused.what.show() and refused.where.show())


def test_a_profile_of_a_newer_steward_is_refused():
    with pytest.raises(DocumentTooNew):
        MetadataProfile.parse('{"format": 2}', program_vocabularies())


def test_blanks_are_no_answer():
    assert all(is_blank(value) for value in ("", "  ", (), ("", " ")))
    assert not is_blank(("a",))


def test_the_city_is_quoted_with_its_source_and_never_without(profile):
    quoted = [element for element in profile.elements if element.quote or element.quote_source]
    assert len(quoted) >= 5
    assert all(element.quote and element.quote_source for element in quoted)


@pytest.mark.parametrize(("setting", "need"), [
    ({"description": "recommended"}, "recommended"), ({"description": "required"}, "required"), ({}, "required"),
    (None, "required")])
def test_the_profile_says_whether_a_column_must_be_described_and_one_that_does_not_say_asks_for_it(setting, need):
    document = json.loads(resource(PROFILE_FILE))
    document.pop("columns")
    document |= {} if setting is None else {"columns": setting}
    assert MetadataProfile.parse(json.dumps(document), program_vocabularies()).column_description == need
