import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.slug import LONGEST, is_slug, slug


@pytest.mark.parametrize(("text", "expected"), [
    ("Bicycle counts on the bridges", "bicycle-counts-on-the-bridges"), ("Fire & Rescue 2019", "fire-and-rescue-2019"),
    ("Año nuevo", "ano-nuevo"), ("", "dataset"), ("数据", "dataset"), ("Con", "dataset-con"), ("x", "dataset-x"),
])
def test_a_short_name_is_made_of_plain_letters(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_every_text_gets_a_short_name_that_fits_everywhere(text):
    assert is_slug(slug(text))
    assert len(slug(text)) <= LONGEST + len("dataset-")


def test_a_long_text_ends_at_a_word():
    assert slug("word " * 40) == "-".join(["word"] * 12)


@pytest.mark.parametrize("text", ["a", "Upper", "with space", "ü-ber", "new", "lpt1", "datapackage", "a" * 101, "a\n"])
def test_what_does_not_fit_is_told(text):
    assert not is_slug(text)
