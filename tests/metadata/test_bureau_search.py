"""Bureaus are found by letters, names, former names and near misses; the one that is taken for another stands beside it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.metadata.bureau_search import exactly, matches
from tests.metadata.samples import program_vocabularies

BUREAUS = program_vocabularies().choices("bureaus")


def first(text):
    found = matches(BUREAUS, text)
    return found[0].bureau.id if found else None


@pytest.mark.parametrize(("typed", "found"), [
    ("PF&R", "pfr"), ("pfr", "pfr"), ("fire resc", "pfr"), ("rescue", "pfr"), ("FPDR", "fpdr"), ("disability", "fpdr"),
    ("BDS", "ppd"), ("development services", "ppd"),
    ("omf", "brfs"), ("IPR", "ocpa"), ("PDC", "prosper"), ("smart city", "bps"),
    ("auditor", "auditor"), ("city attorney", "attorney"), ("watr", "water"), ("trasnportation", "pbot"), ("PP&D", "ppd"),
    ("PP&R", "parks"), ("ppr", "parks"), ("gis", "bts"), ("  Water  ", "water"), ("office of the city attorney", "attorney")])
def test_a_bureau_is_found_by_what_people_call_it(typed, found):
    assert first(typed) == found


def test_former_names_are_told_beside_the_bureau_they_lead_to():
    assert matches(BUREAUS, "BDS")[0].through == "Bureau of Development Services"
    assert matches(BUREAUS, "PBOT")[0].through == ""


@pytest.mark.parametrize(("typed", "second"), [
    ("PF&R", "fpdr"), ("FPDR", "pfr"), ("attorney", "auditor"), ("auditor", "attorney")])
def test_the_one_it_is_taken_for_follows_at_once(typed, second):
    found = matches(BUREAUS, typed)
    assert (found[1].bureau.id, found[1].is_look_alike) == (second, True)


def test_nothing_typed_shows_all_and_nonsense_none():
    assert [match.bureau for match in matches(BUREAUS, " ")] == list(BUREAUS)
    assert matches(BUREAUS, "qqqq") == ()


@pytest.mark.parametrize("bureau", BUREAUS, ids=lambda bureau: bureau.id)
def test_every_bureau_is_found_first_by_its_own_name_and_letters(bureau):
    for name in (bureau.label, bureau.abbreviation):
        if name:
            assert first(name) == bureau.id
            assert exactly(BUREAUS, name) == bureau


def test_a_name_that_several_bureaus_had_is_nobody_s_exactly():
    assert exactly(BUREAUS, "OMF") is None
    assert len(matches(BUREAUS, "OMF")) >= 3


@given(st.text(max_size=30))
@settings(max_examples=40)
def test_no_bureau_is_listed_twice_whatever_is_typed(text):
    found = [match.bureau.id for match in matches(BUREAUS, text)]
    assert len(set(found)) == len(found)


@given(st.sampled_from([bureau for bureau in BUREAUS if bureau.label]), st.integers(1, 12))
@settings(max_examples=25)
def test_the_beginning_of_a_name_keeps_its_bureau_in_the_list(bureau, length):
    assert bureau.id in {match.bureau.id for match in matches(BUREAUS, bureau.label[:length])}
