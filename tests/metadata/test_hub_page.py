"""Descriptions as pages: what is bold, what stands in italics, and what people's editors do to them."""

import pytest

from steward.metadata.exports._hub_page import paragraphs, text_of


@pytest.mark.parametrize(("html", "texts"), [
    ("", []), ("plain", ["plain"]), ("<p>a</p><p>b</p>", ["a", "b"]), ("<p></p><p>b</p>", ["", "b"]),
    ("<div><p class='x'>a<br>b</p></div>", ["a\nb"]), ("<p>a &amp; b &lt;i&gt;</p>", ["a & b <i>"]),
    ("<p>never closed", ["never closed"]), ("before<p>a</p>", ["before", "a"]), ("<p><span>a</span></p>", ["a"]),
])
def test_the_text_of_each_paragraph_is_read(html, texts):
    assert [paragraph.text for paragraph in paragraphs(html)] == texts


def test_labels_stand_before_what_is_in_italics():
    (block,) = paragraphs("<p>-- More: Category: <i>Trees</i> Purpose: <i>a: b</i></p>")
    assert block.labelled == (("Category", "Trees"), ("Purpose", "a: b"))


def test_a_bold_label_and_its_value_are_told_apart():
    (detail,) = paragraphs("<p><b>Contact</b>: <i>A desk</i></p>")
    assert (detail.bold, detail.italics, detail.plain) == ("Contact", ("A desk",), ": ")


def test_an_end_without_a_beginning_is_passed_over():
    assert text_of("</i></b><p>a</b></p>") == "a"
