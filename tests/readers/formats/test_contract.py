"""What every format promises, also one that is added later."""

import pytest

from steward.discovery import discover
from steward.readers.errors import InputUnreadable
from steward.readers.limits import DEFAULT
from steward.readers.recognition import format_of, peek
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep

FORMATS = discover("steward.readers.formats", "FORMAT")
BEGINNINGS = [b"a,b\n1,2\n", b"%PDF-1.4", b"PK\x03\x04" + bytes(40), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
              bytes(400), b"\xff\xfea\0", b"{", b"<x/>", b"\xef\xbb\xbf", b"\x80", b'"', b"\r", b","]


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_names_and_endings_are_plain(known):
    assert known.name.isidentifier()
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in known.suffixes)


def test_no_two_formats_have_a_name_or_ending_in_common():
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({known.name for known in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("content", BEGINNINGS)
def test_any_file_is_a_table_or_one_sentence(tmp_path, content):
    (tmp_path / "a.csv").write_bytes(content)
    first_look = peek(tmp_path / "a.csv")
    try:
        reading = format_of(first_look).read(first_look, ImportStep(), DEFAULT, Silence())
    except InputUnreadable:
        return
    assert len(reading.columns) == len(reading.labels) == len(reading.positions)
    assert all(sum(map(len, column)) == len(reading.rows) for column in reading.columns)


@pytest.mark.parametrize("content", BEGINNINGS)
def test_the_preview_of_any_file_agrees_with_its_reading(tmp_path, content):
    (tmp_path / "a.csv").write_bytes(content)
    first_look = peek(tmp_path / "a.csv")
    known = format_of(first_look)
    try:
        seen = known.preview(first_look, ImportStep(), DEFAULT, Silence())
    except InputUnreadable:
        with pytest.raises(InputUnreadable):
            known.read(first_look, ImportStep(), DEFAULT, Silence())
        return
    try:
        reading = known.read(first_look, ImportStep(), DEFAULT, Silence())
    except InputUnreadable:
        return  # what only the whole file shows: an open quote, lines that do not come out
    assert (seen.labels, seen.header_rows) == (reading.labels, reading.provenance.header_rows)
