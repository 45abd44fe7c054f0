"""Further answers: from cells, from the bureau's other datasets, the neighborhoods and the box; never what is said already."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.metadata.alternatives import MOST, alternatives
from steward.metadata.checks import KnownDataset
from steward.metadata.forms import bounding_box
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import Record
from steward.metadata.suggestions import SuggestionContext
from tests.metadata.samples import program_profile, program_vocabularies


def offered(**changes):
    known = {"record": Record(), "profile": program_profile(), "vocabularies": program_vocabularies(), **changes}
    return [(offer.element, offer.value) for offer in alternatives(SuggestionContext(**known))]


def test_values_that_sort_the_rows_are_offered_as_words():
    values = ("Pruning", "Storm damage", "Closed", "12", "Portland", "N/A", "A rather long kind of inspection of trees")
    kinds = (("Type", values),)
    assert offered(kinds=kinds) == [("keywords", ("pruning",)), ("keywords", ("Storm damage",))]


def test_the_bureaus_most_used_keywords_come_first_and_other_bureaus_do_not():
    others = (KnownDataset(publisher="parks", keywords=("trees", "canopy")),
              KnownDataset(publisher="parks", keywords=("canopy", "data")),
              KnownDataset(publisher="water", keywords=("pipes",)))
    assert offered(others=others, bureau="parks") == [("keywords", ("canopy",)), ("keywords", ("trees",))]
    assert offered(others=others, bureau="parks", record=Record(keywords=("Canopy", "trees"))) == []


@pytest.mark.parametrize(("count", "is_offered"), [(0, False), (1, True), (12, True), (13, False)])
def test_neighborhoods_are_offered_together_where_they_are_few(count, is_offered):
    names = tuple(f"Neighborhood {'abcdefghijklm'[place]}" for place in range(count))
    assert offered(neighborhoods=names) == ([("keywords", names)] if is_offered else [])


@given(st.tuples(st.floats(-123, -122.5), st.floats(45, 45.5), st.floats(-122.4, -122), st.floats(45.6, 46)))
@settings(max_examples=25)
def test_the_box_holds_all_places_and_is_one_that_the_standards_take(edges):
    (element, box), = offered(box=edges)
    west, south, east, north = (float(edge) for edge in box.split(","))
    assert element == "spatial"
    assert west <= edges[0] <= west + 0.011
    assert south <= edges[1]
    assert east >= edges[2]
    assert north >= edges[3]
    assert bounding_box(box, program_vocabularies()) == box


WORDS = st.text(max_size=20)


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=30).map(tuple)), max_size=4).map(tuple), st.lists(WORDS).map(tuple))
@settings(max_examples=25)
def test_few_are_offered_each_fits_its_question_and_none_is_said_already(kinds, keywords):
    found = offered(kinds=kinds, record=Record(keywords=keywords))
    assert len(found) <= MOST
    said = {word.casefold() for word in keywords}
    for element, value in found:
        assert isinstance(value, tuple) is (element in LIST_ELEMENTS)
        assert not {word.casefold() for word in value} <= said
