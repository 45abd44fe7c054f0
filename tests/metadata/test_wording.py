"""Words about a column that say nothing are named, and words that say something are left alone."""

import pytest

from steward.metadata.wording import LONGEST, weakness, weaknesses
from tests.metadata.samples import program_profile

TEMPLATES = program_profile().template_texts


@pytest.mark.parametrize(("name", "description", "told"), [
    ("Permit_Number", "Permit number.", "repeats"),
    ("PermitNumber", "The number of the permit", "repeats"),
    ("permits", "Permit", "repeats"),
    ("answer_wait", "This column contains the answer wait", "repeats"),
    ("issued", "TBD", "holds the place"),
    ("issued", "n/a", "holds the place"),
    ("issued", "Enter the description here", "holds the place"),
    ("issued", "Self-explanatory", "holds the place"),
    ("issued", "Text field", "kind of value"),
    ("issued", "date", "kind of value"),
    ("status", "Where it is", "very short"),
    ("status", "Closed?", "very short"),
    ("status", "word " * (LONGEST // 4), "very long"),
])
def test_words_that_say_too_little_are_named(name, description, told):
    assert told in str(weakness(name, "", description, TEMPLATES))


@pytest.mark.parametrize(("name", "description"), [
    ("permit_number", "Number under which the permit was issued; a permit has one row per inspection."),
    ("issued", "Day on which the permit was handed out, local time."),
    ("x", "East coordinate in feet (Oregon State Plane North)."),
    ("status", "Where the application stood when the data was taken."),
    ("name", "Name of the park as the sign at its main gate shows it."),
    ("ñame", "Größe des Baums in der Höhe der Brust"),
    ("count", "How many bicycles passed in the hour."),
])
def test_words_that_say_something_are_left_alone(name, description):
    assert weakness(name, "", description, TEMPLATES) is None


def test_a_column_without_words_is_another_matter():
    assert weakness("status", "", "  ") is None
    assert weaknesses({"a": ("", ""), "b": ("", "")}, TEMPLATES) == {}


def test_a_title_is_not_repeated_either():
    assert "repeats" in str(weakness("cst_dt", "Call start", "The call start."))


def test_the_same_words_for_two_columns_are_named_at_both():
    words = "Day on which the matter was closed by the bureau."
    described = {"a": ("", words), "b": ("", words.upper()), "c": ("", "Day on which it was opened by the caller.")}
    found = weaknesses(described, TEMPLATES)
    assert set(found) == {"a", "b"}
    assert "Another column" in str(found["a"])
