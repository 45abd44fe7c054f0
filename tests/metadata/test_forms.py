import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.forms import bounding_box, dated, is_address, language_tag, linked
from tests.metadata.samples import program_vocabularies


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_a_date(day):
    assert dated(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize("text", ["", "2026-02-30", "2026-13-01", "20260101", "2026-1-1", "01/02/2026", "2026-01-01 ",
                                  "2026-01-01\n", "2026-01-01T00:00", "٢٠٢٦-٠١-٠١"])
def test_everything_else_is_no_date(text):
    assert dated(text) == ""


@pytest.mark.parametrize("address", ["opendata@portlandoregon.gov", "a.b+c@data.portland.gov", "o'hara_1@example.org"])
def test_an_address_that_every_standard_takes(address):
    assert is_address(address)
    assert re.search(r"^mailto:[\w\_\~\!\$\&\'\(\)\*\+\,\;\=\:.-]+@[\w.-]+\.[\w.-]+?$", f"mailto:{address}")


@pytest.mark.parametrize("address", ["", "a", "a@b", "a@b.", "@b.gov", "a b@c.gov", "a@b.gov\n", "a@b.gov, c@d.gov",
                                     "<a@b.gov>", "mailto:a@b.gov", "ä@b.gov", "a@b c.gov", "a%@b.gov"])
def test_an_address_that_some_standard_refuses(address):
    assert not is_address(address)


@pytest.mark.parametrize("link", ["https://www.portland.gov", "http://localhost:8080/a/b?c=d#e", "https://data.example.gov/x%20y"])
def test_a_link_of_the_web(link):
    assert linked(link) == link


@pytest.mark.parametrize("link", ["", "www.portland.gov", "file:///etc/passwd", "javascript:alert(1)", "https://a b.gov", "ftp://a.gov",
                                  "https://", "D:\\work", "https://a.gov/\n"])
def test_no_link_of_the_web(link):
    assert linked(link) == ""


@pytest.mark.parametrize(("tag", "expected"), [("en-US", "en-US"), ("vi", "vi"), ("zh-Hans", "zh-Hans"), ("en_US", ""),
                                               ("English", ""), ("", ""), ("e", "")])
def test_a_language_tag_is_written_as_rfc_5646_does(tag, expected):
    assert language_tag(tag) == expected


def test_an_area_gives_its_box_and_a_typed_box_itself():
    words = program_vocabularies()
    assert bounding_box("portland", words) == "-122.84,45.43,-122.47,45.65"
    assert bounding_box("-122.8, 45.4, -122.4, 45.7", words) == "-122.8,45.4,-122.4,45.7"


@pytest.mark.parametrize("box", ["", "Portland", "1,2,3", "9,9,1,1", "-200,0,1,1", "0,-95,1,1", "a,b,c,d", "1,2,3,4,5",
                                 "nan,0,1,1"])
def test_what_is_no_box_gives_nothing(box):
    assert bounding_box(box, program_vocabularies()) == ""


def test_every_area_of_the_vocabulary_has_a_box():
    words = program_vocabularies()
    assert all(bounding_box(area.id, words) for area in words.choices("areas"))


@given(st.text())
def test_any_text_is_taken_or_left_and_never_changed(text):
    assert dated(text) in ("", text)
    assert linked(text) in ("", text)
    assert language_tag(text) in ("", text)
