"""Events as files: any event comes back as it was, a broken-off one is half-written, any change is seen."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.queue.slots import EventTooLong, read_slot, written
from steward.vocabulary.people import Actor, Role
from steward.workflow.submission import Event, EventType
from tests.queue.bags import event

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PAIRS = st.lists(st.lists(TEXTS, max_size=2), max_size=2)
JSON = st.none() | st.booleans() | st.integers() | TEXTS | PAIRS
ACTORS = st.builds(Actor, login=TEXTS, name=TEXTS, role=st.sampled_from(Role))
EVENTS = st.builds(Event, type=st.sampled_from(EventType), actor=ACTORS, at=TEXTS, id=TEXTS, practice=st.booleans(),
                   revision=st.integers(0, 9999), tagmanifest=TEXTS, text=TEXTS, app=TEXTS,
                   details=st.dictionaries(TEXTS, JSON, max_size=3))


@given(EVENTS, st.integers(1, 999_999), TEXTS, st.lists(st.integers(1, 999_999), max_size=3))
def test_any_event_comes_back_as_it_was_written(wanted, number, prev, void):
    raw = written(wanted, number=number, prev=prev, void=tuple(void))
    slot = read_slot(number, raw)
    assert (slot.event, slot.prev, slot.void) == (wanted, prev, tuple(void))
    assert slot.head == hashlib.sha256(raw).hexdigest()


@given(EVENTS, st.data())
def test_wherever_the_writing_breaks_off_the_event_is_half_written_and_nothing_else(wanted, data):
    raw = written(wanted, number=7, prev="p", void=())
    slot = read_slot(7, raw[:data.draw(st.integers(0, len(raw) - 1))])
    assert (slot.event, slot.is_closed) == (None, False)


@given(EVENTS, st.data())
def test_whichever_byte_is_changed_the_event_counts_no_more_and_is_not_taken_for_half_written(wanted, data):
    raw = bytearray(written(wanted, number=7, prev="p", void=()))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != raw[place]))
    slot = read_slot(7, bytes(raw))
    assert (slot.event, slot.is_closed) == (None, True)


def test_every_byte_of_the_closing_line_is_guarded_against_every_other_byte():
    raw = written(event(EventType.APPROVED, text="café"), number=7, prev="p", void=())
    start = raw.index(b"\n# sha256 ") - 2
    for place in range(start, len(raw)):
        for byte in set(range(256)) - {raw[place]}:
            slot = read_slot(7, raw[:place] + bytes([byte]) + raw[place + 1:])
            assert (slot.event, slot.is_closed) == (None, True), (place, byte)


@given(EVENTS, st.binary(min_size=1, max_size=40))
def test_whatever_is_added_at_the_end_the_event_counts_no_more(wanted, more):
    slot = read_slot(7, written(wanted, number=7, prev="p", void=()) + more)
    assert (slot.event, slot.is_closed) == (None, True)


@given(st.binary(max_size=200))
def test_whatever_lies_there_it_is_read_without_trouble(raw):
    assert read_slot(1, raw).event is None


@pytest.mark.parametrize("zeros", [1, 300, 4096])
def test_a_file_that_a_power_cut_filled_with_zeros_is_half_written(zeros):
    assert not read_slot(1, b"\0" * zeros).is_closed


def closed(document):
    body = json.dumps(document).encode()
    return body + b"\n# sha256 " + hashlib.sha256(body).hexdigest().encode() + b"\n"


def document(**changes):
    raw = written(event(EventType.COMMENT), number=1, prev="", void=())
    return {**json.loads(raw.rpartition(b"\n# sha256 ")[0]), **changes}


def test_an_event_under_another_number_counts_no_more():
    assert read_slot(2, closed(document())).event is None
    assert read_slot(1, closed(document())).event is not None


@pytest.mark.parametrize("changes", [{"actor": None}, {"actor": {"login": "x"}}, {"void": 3}, {"void": ["x"]}, {"details": [1]},
                                     {"revision": "x"}, {"format": "1"}, {"seq": "1"}])
def test_a_closed_file_of_another_form_is_no_event(changes):
    slot = read_slot(1, closed(document(**changes)))
    assert (slot.event, slot.is_closed, slot.is_newer) == (None, True, False)


@pytest.mark.parametrize("changes", [{"format": 2}, {"type": "of tomorrow"}])
def test_an_event_of_a_newer_steward_is_told_from_a_changed_one(changes):
    assert read_slot(1, closed(document(**changes))).is_newer


@pytest.mark.parametrize("found", [[], "text", None, 3, True])
def test_a_closed_file_that_holds_no_object_is_no_event(found):
    assert read_slot(1, closed(found)).event is None


def test_an_event_that_is_too_long_is_refused_before_it_is_written():
    with pytest.raises(EventTooLong):
        written(event(EventType.COMMENT, text="é" * 40_000), number=1, prev="", void=())
