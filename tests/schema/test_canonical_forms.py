import re
from itertools import product

import pytest
from frictionless import Field
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.schema.canonical_forms import canonical_form

DAYS = [(year, month, day) for year, month, day in product((2023, 2024), range(14), range(34))]


def reads(kind, form, text):
    descriptor = {"name": "a", "type": kind} | ({} if form == "default" else {"format": form})
    return Field.from_descriptor(descriptor).create_cell_reader()(text)[0] is not None


@pytest.mark.parametrize(("kind", "form", "written"), [
    ("date", "default", "{0}-{1:02}-{2:02}"), ("date", "%d/%m/%Y", "{2:02}/{1:02}/{0}"), ("date", "%Y%m%d", "{0}{1:02}{2:02}"),
    ("datetime", "default", "{0}-{1:02}-{2:02}T10:11:12"), ("datetime", "%m/%d/%Y %H:%M", "{1:02}/{2:02}/{0} 10:11")])
def test_a_day_that_is_let_through_is_in_the_calendar(kind, form, written):
    pattern = re.compile(canonical_form(kind, form))
    let_through = [text for text in (written.format(*day) for day in DAYS) if pattern.match(text)]
    assert len(let_through) == 2 * 365
    assert all(reads(kind, form, text) for text in let_through)


@pytest.mark.parametrize(("kind", "texts"), [
    ("integer", ["0", "-5", "123456789012345"]),
    ("number", ["0.5", "-12.25", "7", "123456789012345.123456789012345"]), ("year", ["2024", "0000"]),
    ("boolean", ["true", "1", "FALSE"]), ("time", ["23:59:59", "00:00:00"])])
def test_what_is_let_through_is_of_the_type(kind, texts):
    pattern = re.compile(canonical_form(kind, "default"))
    assert all(pattern.match(text) and reads(kind, "default", text) for text in texts)


LETTERS = "aZ09._%+-@:/?=&é~ "
PARTS = {"email": ["ann", "b.c", "X_1", "@", "@@", "-", ".", "example", ".org", ".c", "a" * 40, "xn--", "--", "%"],
         "uuid": ["6f1b6e4e", "-6c1f", "-4f0e", "-8d0b-0123456789ab", "-", "F"],
         "uri": ["http", "https", "://", "a.org", "/b", "?c=d", "#e", ":80", "[", "-", "..", "ü"],
         "binary": ["aGVs", "bG8=", "YQ==", "=", "a", "+/", "-"]}


@given(st.data())
@settings(max_examples=25)
@pytest.mark.parametrize("form", PARTS)
def test_text_that_is_let_through_is_of_the_form(form, data):
    piece = st.sampled_from(PARTS[form]) | st.text(alphabet=LETTERS, max_size=2)
    texts = data.draw(st.lists(st.lists(piece, max_size=8).map("".join).filter(bool), min_size=1, max_size=30))
    pattern = re.compile(canonical_form("string", form).replace("$", r"\Z"))
    assert all(reads("string", form, text) for text in texts if pattern.match(text))


@pytest.mark.parametrize(("form", "text"), [
    ("email", "ann.b+c@mail.example.org"), ("email", "a" * 32 + "@" + "b" * 31 + ".example"),
    ("email", ".".join("a" * 32) + "@" + f"{'-'.join('a' * 31)}." * 3 + "a" * 20), ("uri", "https://x.org/a-b/c.html?d=1&e"),
    ("uuid", "6f1b6e4e-6c1f-4f0e-8d0b-0123456789ab"), ("binary", "aGVsbG8="), ("binary", "YQ==")])
def test_plain_text_of_a_form_is_let_through_and_is_of_it(form, text):
    assert re.match(canonical_form("string", form), text)
    assert reads("string", form, text)


@pytest.mark.parametrize(("kind", "form"), [("date", "any"), ("date", "%b %d, %Y"), ("date", "%d/%m"), ("string", "default"),
                                            ("datetime", "%Y-%m-%d %p"), ("time", "%H:%M"), ("geopoint", "array")])
def test_other_forms_are_read_one_by_one(kind, form):
    assert canonical_form(kind, form) is None
