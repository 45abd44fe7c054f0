"""The parts that reading earlier metadata is made of: loose JSON, words that several standards share, and spoken words."""

import pytest

from steward.metadata.imports._pairs import parse_loosely
from steward.metadata.imports._words import first_object, frequency_id, license_id, mail, spoken_words
from steward.metadata.imports._worksheet import is_worksheet


@pytest.mark.parametrize(("text", "value", "hidden"), [
    ('{"a": 1}', {"a": 1}, ()),
    ('{"a": 1, "a": 2}', {"a": 2}, (("a", 1),)),
    ('{"a": 1, "a": 2, "a": 3}', {"a": 3}, (("a", 1), ("a", 2))),
    ('{"a": {"b": 1, "b": 2}}', {"a": {"b": 2}}, (("b", 1),)),
    ('{"a": [{"b": 1}, {"b": 2}]}', {"a": [{"b": 1}, {"b": 2}]}, ()),
    ('\ufeff{"a": "line\nbreak"}', {"a": "line\nbreak"}, ()),
    ('{"a": NaN}', {"a": None}, ()),
])
def test_every_value_that_a_later_one_hides_is_told(text, value, hidden):
    assert parse_loosely(text, "a.json") == (value, hidden)


@pytest.mark.parametrize(("text", "license_"), [
    ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
    ("http://www.creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
    ("Creative Commons Attribution 4.0 (CC-BY-4.0)", "CC-BY-4.0"), ("cc-zero", "CC0-1.0"), ("odc-pddl", "ODC-PDDL-1.0"),
    ("All rights reserved", "All rights reserved"), ("CC-BY-4.05", "CC-BY-4.05"),
])
def test_a_license_is_known_by_its_address_its_id_or_the_id_within_a_text(vocabularies, text, license_):
    assert license_id(text, vocabularies) == license_


@pytest.mark.parametrize(("text", "frequency"), [("R/P1M", "monthly"), ("P1M", "monthly"), ("monthly", "monthly"),
                                                 ("R/PT1S", "continual"), ("", ""), ("now and then", "now and then")])
def test_a_frequency_is_known_in_the_words_of_both_standards(vocabularies, text, frequency):
    assert frequency_id(text, vocabularies) == frequency


def test_no_two_frequencies_are_taken_for_one_in_the_words_of_dcat_us_3(vocabularies):
    for term in vocabularies.choices("frequencies"):
        assert frequency_id(vocabularies.frequency(term.id).dcat_us_3, vocabularies) == term.id


@pytest.mark.parametrize(("value", "address"), [("mailto:a@b.gov", "a@b.gov"), (" MAILTO: a@b.gov", "a@b.gov"),
                                                ("a@b.gov", "a@b.gov"), (3, 3), (None, None)])
def test_an_address_loses_only_what_makes_it_a_link(value, address):
    assert mail(value) == address


@pytest.mark.parametrize("value", [None, [], "a", [1], 3, [[{"a": 1}]]])
def test_where_no_object_is_there_none_is_found(value):
    assert first_object(value) == {}


def test_words_are_held_against_each_other_by_their_stems():
    assert spoken_words("Permits applied for") & spoken_words("permit applications")
    assert not spoken_words("Number of permits") & spoken_words("Number of fires")


@pytest.mark.parametrize(("names", "is_one"), [
    (("title", "description", "keyword", "license"), True), (("title", "description", "price"), False), ((), False)])
def test_a_worksheet_is_told_by_the_names_in_its_first_column(names, is_one):
    assert is_worksheet([(name, "x") for name in names]) is is_one
