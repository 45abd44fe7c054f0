"""The page that the public will see: every published answer on it, nothing internal, nothing that fetches or runs."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.metadata.portal_page import portal_page
from steward.metadata.portals import INTERNAL, PUBLIC_IDS
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import Record
from tests.metadata.samples import complete_record, program_profile, program_vocabularies, table

FILES = ("bicycle-counts.csv", "datapackage.json", "dictionary.csv", "known-limits.txt")
TAGS = {"h1", "h2", "p", "i", "br", "table", "tr", "th", "td", "ul", "li"}
HOSTILE = ('<img src="https://example.org/a.png">', "<script>alert(1)</script>", "</td></table><h1>", "&lt;b&gt;", "\u202eabc",
           "<style>@import url(x)</style>", "a\x00b", "\ud800", "' onload='x", "😀\n<b>")

ANSWERS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60))


class Reader(HTMLParser):
    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data):
        self.text.append(data)


def page_of(record, described=None):
    return Reader(portal_page(record, described or table(), FILES, program_profile(), program_vocabularies()))


def text_of(page):
    return " ".join(page.text)


def test_every_published_answer_stands_on_the_page_in_words():
    text = text_of(page_of(complete_record(rights="Ask the bureau.", third_party_source="A university")))
    for words in ("Bicycle counts on the bridges", "Portland Bureau of Transportation", "sensors in the road surface",
                  "To plan safer streets.", "2026-01-01", "2026-10-31", "Portland, Oregon", "counter and hour", "A university",
                  "PBOT data desk", "opendata@portlandoregon.gov", "Public domain (PDDL 1.0)", "Two sensors were out of order",
                  "Ask the bureau.", "PDX-PBOT-0412", "bicycle-counts.csv", "42 rows", "dictionary.csv", "Where it counts.",
                  "Hawthorne; Steel", "Whole number, bicycles", "Additional Information"):
        assert words in text, words


def test_internal_answers_are_not_on_the_page():
    record = Record(**{name: f"internal-{name}" for name in INTERNAL})
    assert "internal-" not in text_of(page_of(record))


def test_a_page_is_made_of_an_empty_record_too():
    assert "Not said" in text_of(page_of(Record()))


@given(st.dictionaries(st.sampled_from(PUBLIC_IDS), ANSWERS), st.sampled_from(HOSTILE))
@settings(max_examples=35)
def test_no_answer_becomes_a_tag_or_an_attribute(answers, hostile):
    values = {name: (text, hostile) if name in LIST_ELEMENTS else text for name, text in answers.items()}
    fields = [{"name": hostile, "type": "string", "title": hostile, "description": hostile, "unit": hostile}]
    page = page_of(Record(**values), table(table_schema={"fields": fields, "missingValues": [""]}))
    assert set(page.tags) <= TAGS
    assert not page.attributes
    assert page.tags.count("h1") == 1
