import json

import pytest

from steward.metadata.profile import PROFILE_FILE, MetadataProfile, is_blank
from steward.metadata.record import ELEMENT_IDS, Record
from steward.metadata.strict_json import DocumentBroken, DocumentTooNew
from tests.metadata.samples import resource


def broken_profile(change):
    document = json.loads(resource(PROFILE_FILE))
    change(document)
    with pytest.raises(DocumentBroken) as refusal:
        MetadataProfile.parse(json.dumps(document, indent=2))
    return refusal.value.words.where.show()


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
    assert {element.id for element in inside} == {"data_steward", "system_owner", "classification", "equity"}
    assert all("is not published" in element.help for element in inside)


def test_the_groups_have_questions_and_none_that_steward_answers_itself(profile):
    for group in profile.groups:
        asked = profile.asked(group.id)
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


def test_an_element_told_twice_is_named():
    assert "title" in broken_profile(lambda document: document["elements"].append(document["elements"][0]))


@pytest.mark.parametrize(("key", "value"), [
    ("need", "sometimes"), ("control", "slider"), ("control", "list"), ("group", "elsewhere"), ("vocabulary", "colors"),
    ("id", "color"), ("longest", -1), ("published", "yes"), ("surprise", 1), ("label", ""), ("label", "{x}"),
    ("help", "Use { or }."),
    ("required_when", {"element": "color", "is": ["red"]}), ("required_when", {"element": "rights", "is": []}),
])
def test_an_element_that_does_not_fit_is_named_with_its_line(key, value):
    assert "line" in broken_profile(lambda document: document["elements"][0].update({key: value}))


def test_a_profile_of_a_newer_steward_is_refused():
    with pytest.raises(DocumentTooNew):
        MetadataProfile.parse('{"format": 2}')


def test_blanks_are_no_answer():
    assert all(is_blank(value) for value in ("", "  ", (), ("", " ")))
    assert not is_blank(("a",))
