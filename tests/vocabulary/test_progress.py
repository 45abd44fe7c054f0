"""A part of a longer way tells the whole where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.vocabulary.errors import Cancelled
from steward.vocabulary.message import say
from steward.vocabulary.progress import Part, Silence

SHARE = st.floats(0, 1)


class Ear:
    """Progress that remembers what it was told."""

    def __init__(self):
        self.heard = []

    def report(self, fraction, message):
        self.heard.append((fraction, str(message)))


class Stopped:
    """Progress of work that the person has stopped."""

    def report(self, fraction, message):
        raise Cancelled


@pytest.mark.parametrize(("told", "heard"), [(0.0, 0.5), (0.5, 0.625), (1.0, 0.75)])
def test_a_part_begins_and_ends_where_it_stands_on_the_whole_way(told, heard):
    ear = Ear()
    Part(ear, 0.5, 0.75).report(told, say("Sorting"))
    assert ear.heard == [(heard, "Sorting")]


@given(start=SHARE, end=SHARE, told=st.lists(SHARE, max_size=5))
def test_the_whole_way_never_goes_back_while_its_part_goes_on(start, end, told):
    ear = Ear()
    start, end = min(start, end), max(start, end)
    part = Part(ear, start, end)
    for fraction in sorted(told):
        part.report(fraction, say("Reading"))
    fractions = [fraction for fraction, _ in ear.heard]
    assert fractions == sorted(fractions)
    assert all(start <= fraction <= end or abs(fraction - end) < 1e-9 for fraction in fractions)


def test_parts_within_parts_tell_the_whole_way():
    ear = Ear()
    Part(Part(ear, 0.5, 1.0), 0.5, 1.0).report(1.0, say("Writing"))
    Part(Part(ear, 0.5, 1.0), 0.5, 1.0).report(0.0, say("Writing"))
    assert ear.heard == [(1.0, "Writing"), (0.75, "Writing")]


def test_whoever_is_in_a_part_learns_that_the_person_stopped_the_whole():
    with pytest.raises(Cancelled):
        Part(Part(Stopped(), 0, 1), 0, 0.5).report(0.1, say("Reading"))


def test_progress_that_nobody_watches_never_stops_the_work():
    assert Silence().report(0.5, say("Reading")) is None
