"""The page for whoever opens the queue's folder without Steward."""

from html.parser import HTMLParser

import pytest

from steward.queue.summary import HAPPENED, happened, summary_page
from steward.workflow.submission import EventType, fold
from tests.queue.bags import about, event, sent


class Cells(HTMLParser):
    """Collects the texts of table cells, and refuses tags that do not belong there."""

    def __init__(self):
        super().__init__()
        self.cells, self.inside, self.tags = [], False, set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.inside = tag == "td"
        if self.inside:
            self.cells.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "td"

    def handle_data(self, data):
        if self.inside:
            self.cells[-1] += data


def parsed(state):
    cells = Cells()
    cells.feed(summary_page(state))
    return cells


def history(text="Looks right.", practice=False):
    first = sent(revision=1, tagmanifest="hash", practice=practice)
    state = fold([first], id="PBOT-7F3K2Q", practice=practice)
    claimed = event(EventType.CLAIMED, practice=practice)
    approved = about(state, EventType.APPROVED, text=text, practice=practice)
    return fold([first, claimed, approved], id=state.id, practice=practice)


def test_it_tells_when_who_what_and_why():
    cells = parsed(history()).cells
    assert cells[4:8] == ["2026-11-23T10:00:00+00:00", "Carl Moss", "Review begun", "because"]
    assert cells[10:] == ["Approved", "Looks right."]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</td><img src=x>", "a & b", '"quoted"'])
def test_whatever_was_typed_is_shown_as_text(text):
    page = parsed(history(text))
    assert page.cells[-1] == text
    assert not page.tags & {"script", "img"}


def test_practice_is_said():
    assert "Practice." in summary_page(history(practice=True))
    assert "Practice." not in summary_page(history())


@pytest.mark.parametrize("kind", EventType)
def test_every_kind_of_event_has_words(kind):
    assert str(happened(kind))
    assert len({str(words) for words in HAPPENED.values()}) == len(EventType)
