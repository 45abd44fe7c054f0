"""Which labels may be others mistyped, and which are none."""

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.table.near_labels import bigrams, distance, near_clusters

MISTYPED = [
    ("Milwaukie", "Milwakie"), ("Maintenance", "Maintanence"), ("Park Ranger", "ParkRanger"), ("Received", "Recieved"),
    ("Sellwood Park", "Selwood Park"), ("Multnomah", "Multnomha"), ("Residential", "Residental"), ("Mississippi", "Missisippi"),
    ("Storm water repair", "Stormwater repair"),
    ("Building permit", "Building permits"), ("Engine 7 Overlook", "Engine 7 Overlok"),
]
APART = [
    ("Ward 1", "Ward 2"), ("2019", "2020"), ("I-5 N", "I-5 S"), ("I-5 North", "I-5 South"), ("NE", "NW"),
    ("Northeast", "Northwest"), ("Southeast", "Southwest"), ("Tuesday", "Thursday"), ("June", "July"), ("Employer", "Employee"),
    ("Occupied", "Unoccupied"), ("Phase II", "Phase III"), ("ABCDE", "ABCDF"), ("Engine 10 Sellwood", "Engine 11 Sellwood"),
    ("Approved", "Approval"), ("Approved", "Unapproved"), ("Active", "Inactive"), ("Male", "Female"),
    ("A+ rating", "A- rating"),
    ("Fifteen", "Fifty"), ("Sixteenth Avenue", "Sixtieth Avenue"), ("Grade A", "Grade B"), ("PX-1042", "PX-1024"),
    ("Route 14B", "Route 14D"), ("Lot 12 Alder", "Lot 21 Alder"), ("Import", "Export"), ("Lessor", "Lessee"),
]
OFTEN_AND_ONCE = (60, 1)
letters = st.text(string.ascii_lowercase, max_size=8)


@pytest.mark.parametrize(("label", "slip"), MISTYPED)
def test_a_slip_stands_with_what_it_was_meant_to_be(label, slip):
    assert [one.labels for one in near_clusters([label, slip], OFTEN_AND_ONCE)] == [(label, slip)]


@pytest.mark.parametrize(("one", "other"), APART)
@pytest.mark.parametrize("is_turned", [False, True])
def test_what_means_something_else_stays_apart(one, other, is_turned):
    pair = [other, one] if is_turned else [one, other]
    assert near_clusters(pair, OFTEN_AND_ONCE) == ()


def test_two_spellings_that_both_stand_often_are_two_labels():
    assert near_clusters(["Carlton", "Carleton"], [40, 30]) == ()


def test_several_slips_stand_with_the_commonest_label_and_not_with_one_another():
    labels, counts = ["Milwaukie", "Milwaukee", "Milwakie", "Sellwood"], [200, 2, 1, 50]
    assert [one.labels for one in near_clusters(labels, counts)] == [("Milwaukie", "Milwaukee", "Milwakie")]


def test_of_labels_with_one_fingerprint_the_commonest_stands_for_all():
    cluster, = near_clusters(["Milwaukie", "MILWAUKIE", "Milwakie"], [90, 9, 1])
    assert (cluster.labels, cluster.counts) == (("Milwaukie", "Milwakie"), (99, 1))


def reference(one, other):
    """Return the distance as its definition says it, letter by letter."""
    if not one or not other:
        return len(one) + len(other)
    best = min(reference(one[1:], other) + 1, reference(one, other[1:]) + 1,
               reference(one[1:], other[1:]) + (one[0] != other[0]))
    if len(one) > 1 and len(other) > 1 and (one[0], one[1]) == (other[1], other[0]):
        best = min(best, reference(one[2:], other[2:]) + 1)
    return best


@settings(max_examples=35, deadline=None)
@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 3))
def test_the_distance_is_that_of_its_definition_up_to_the_most_that_is_asked_for(one, other, most):
    assert distance(one, other, most) == min(reference(one, other), most + 1)


@given(letters, letters)
def test_blanks_and_capitals_make_no_other_pairs_of_letters(one, other):
    assert bigrams(f"{one} {other}".upper()) == bigrams(f"{one}  {other}")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(string.ascii_letters + " 0123456789-", min_size=1, max_size=14), st.integers(1, 200)),
                max_size=12, unique_by=lambda one: one[0]))
def test_a_label_is_in_one_cluster_and_figures_are_the_same_in_all_of_it(pairs):
    found = near_clusters([label for label, _ in pairs], [count for _, count in pairs])
    together = [label for cluster in found for label in cluster.labels]
    assert len(together) == len(set(together))
    for cluster in found:
        assert len({tuple(sign for sign in label if sign.isdigit()) for label in cluster.labels}) == 1


def test_thousands_of_labels_that_share_a_word_are_not_compared_one_by_one(monkeypatch):
    from steward.table import near_labels

    asked = []
    plain = near_labels._is_near
    monkeypatch.setattr(near_labels, "_is_near", lambda *pair: asked.append(1) or plain(*pair))
    draw = random.Random(4)
    labels = ["".join(draw.choices(string.ascii_lowercase, k=9)) + " Avenue" for _ in range(1500)]
    near_clusters(labels, [draw.choice((1, 100)) for _ in labels])
    assert len(asked) < 10 * len(labels)
