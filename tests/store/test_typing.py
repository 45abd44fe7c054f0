"""What is typed between two saves outlives the end of the program, and nothing that is damaged does harm."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS
from steward.store.places import Places
from steward.store.typing import TYPING, Typed, forget, jot, jotted

PLAIN = [name for name in ELEMENT_IDS if name not in LIST_ELEMENTS]
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
LISTS = st.lists(TEXT).map(tuple)
ANSWERS = st.dictionaries(st.sampled_from(PLAIN), TEXT) | st.dictionaries(st.sampled_from(LIST_ELEMENTS), LISTS)


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    made = Places.find(tmp_path_factory.mktemp("home"))
    (made.drafts / "abc").mkdir(parents=True)
    return made


@given(ANSWERS, st.dictionaries(TEXT, TEXT))
@settings(max_examples=40)
def test_what_was_typed_last_is_there_again(places, record, guided):
    jot(places, "abc", Typed(record={"title": "before"}))
    jot(places, "abc", Typed(record=record, guided=guided))
    assert jotted(places, "abc") == Typed(record=record, guided=guided)


def test_what_is_forgotten_is_gone(places):
    jot(places, "abc", Typed(record={"title": "Mine"}))
    forget(places, "abc")
    forget(places, "abc")
    assert jotted(places, "abc") == Typed()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 2, "record": {"title": "A"}}', b"\xff", b"[" * 9_000,
                                     b'{"format": 1, "record": {"title": 3, "keywords": "a", "nothing": "b"}, "guided": 5}'])
def test_a_damaged_file_says_nothing(places, content):
    (places.drafts / "abc" / TYPING).write_bytes(content)
    assert jotted(places, "abc") == Typed()


def test_half_a_file_is_never_seen(places):
    jot(places, "abc", Typed(record={"title": "Mine"}))
    (places.drafts / "abc" / f"{TYPING}.part").write_bytes(json.dumps({"format": 1}).encode()[:5])
    assert jotted(places, "abc").record == {"title": "Mine"}


def test_a_folder_that_is_gone_is_no_trouble(places):
    jot(places, "gone", Typed(record={"title": "Mine"}))
    assert jotted(places, "gone") == Typed()
