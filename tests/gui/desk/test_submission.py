"""One submission: every piece of evidence is there, nothing private is, and a broken one is named."""

from dataclasses import replace

import pytest

from steward.gui.desk.submission import TWO_COLUMNS
from steward.gui.widgets.card import Card
from steward.gui.widgets.table_view import TableView
from steward.metadata.record import Record
from steward.schema.field import Field
from steward.schema.table_schema import to_table_schema
from steward.vocabulary.errors import VerificationFailed, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.states import EventType
from tests.gui.desk.fakes import OTHER, ROWS, event, manifest, state_of
from tests.gui.desk.seen import button, in_sight, says, texts

NUMBER = "PPD-7F3K2Q"
CHANGED = VerificationFailed(words(say("A file of this revision is not what was sent."), say("Submission {n}.", n=NUMBER)))


@pytest.fixture
def page(come_to, reviewing):
    reviewing.put(state_of())
    return come_to("submission", NUMBER)


def test_the_head_says_what_it_is(page):
    assert page.title.text() == "Building permits issued"
    assert page.lead.text() == f"Portland Permitting & Development · {NUMBER} · revision 1"
    assert {"Sent, waiting for review", "Practice"} <= set(texts(page))


def test_parts_are_seen_once_they_have_found_their_size(page, qtbot):
    viewport = page.area.viewport()
    page._on_read(page._shown)
    assert not viewport.updatesEnabled()
    qtbot.waitUntil(viewport.updatesEnabled)


def test_each_finding_stands_with_the_decision_and_its_reason(page):
    shown = texts(page)
    place = shown.index("Column Contractor may hold names of persons.")
    assert shown[place + 2:place + 4] == ["The bureau says that it is not what it looks like.",
                                          "Reason: These are names of companies, as registered with the state."]


def test_findings_come_by_tier_the_strictest_first(page):
    shown = texts(page)
    assert shown.index("The bureau had to decide") < shown.index("Worth mending") < shown.index("Good to know")


def test_a_finding_without_a_decision_says_that_there_is_none(come_to, reviewing):
    block = Finding(kind="ssn", tier=Tier.BLOCK, column="Id", count=1, room="privacy",
                    words=Words(what=say("One number is stopped.")))
    reviewing.manifest = manifest(findings=(block,), decisions=(), resolved=())
    reviewing.put(state_of())
    page = come_to("submission", NUMBER)
    assert says(page, "Stopped by Steward")
    assert says(page, "No decision is recorded.")


def test_where_nothing_was_found_nothing_is_promised(come_to, reviewing):
    reviewing.manifest = manifest(findings=(), decisions=(), resolved=())
    reviewing.put(state_of())
    page = come_to("submission", NUMBER)
    assert says(page, "In what would be published, Steward found none of the things that it looks for.")
    assert says(page, "What Steward does not look for, it does not find.")


def test_the_recipe_is_told_in_plain_words(page):
    assert says(page, "Leave out column Phone.")
    assert says(page, "Reason: Not needed by the public.")
    assert says(page, "Made from the file permits 2026.xlsx, sheet Permits.")


def test_what_the_changes_took_out_stands_apart_with_its_decision(page):
    shown = texts(page)
    place = shown.index("Column Phone holds telephone numbers.")
    assert shown.index("Good to know") < shown.index("Taken out by the changes below") < place
    assert shown[place + 2:place + 4] == ["The bureau chose a change.", "Reason: Not needed by the public."]


def test_the_first_rows_are_in_a_table_that_tab_leaves(page):
    table = page.findChild(TableView)
    assert table.model().rowCount() == len(ROWS)
    assert table.model().index(0, 0).data() == "P-1"
    assert not table.tabKeyNavigation()
    assert says(page, "The file has 1,204 rows. These are the first 20.")


def test_columns_come_with_type_unit_and_description(page):
    told = {"valuation", "Number, US dollars", "Value of the work as the applicant gave it.", "Not described"}
    assert told <= set(texts(page))


def test_a_very_wide_table_shows_all_its_columns_on_request(come_to, reviewing):
    fields = tuple(Field(column=f"c{number}", name=f"c{number}") for number in range(60))
    reviewing.manifest = manifest(table_schema=to_table_schema(fields))
    reviewing.put(state_of())
    page = come_to("submission", NUMBER)
    assert not says(page, "c59")
    button(page, "Show all 60 columns").click()
    assert says(page, "c59")


def test_the_record_is_shown_in_the_words_of_the_lists(page):
    shown = texts(page)
    assert shown[shown.index("Bureau") + 1] == "Portland Permitting & Development"
    assert shown[shown.index("Keywords") + 1] == "permits, construction, housing"


def test_what_stays_internal_stands_apart_and_says_so(page):
    shown = texts(page)
    apart = shown.index("Not published")
    assert shown.index("As the public will see it.") < apart
    for name in ("Ana Diaz (adiaz)", "Sam Roe", "Lee Park"):
        assert shown.index(name) > apart


def test_checksums_are_said_to_match_only_where_they_were_read(page):
    assert says(page, "its checksum matches")


def test_files_that_changed_are_named_and_nothing_of_them_is_shown(come_to, reviewing):
    reviewing.put(state_of())
    reviewing.trouble = CHANGED
    page = come_to("submission", NUMBER)
    assert says(page, "A file of this revision is not what was sent.")
    assert not says(page, "its checksum matches")
    assert not says(page, "What was found")
    assert page.findChild(TableView) is None


def test_a_history_that_cannot_be_trusted_is_a_red_line_in_words(come_to, reviewing):
    reviewing.put(replace(state_of(), problem=say("Event 3 was changed after it was written.")))
    reviewing.trouble = CHANGED
    page = come_to("submission", NUMBER)
    assert says(page, "The history of this submission cannot be trusted.")
    assert says(page, "Cannot be trusted")
    assert not any(widget.isEnabled() for widget in (page.decision.begin, page.decision.approve, page.decision.decline))


def test_the_history_tells_who_did_what_and_what_came_too_late(come_to, reviewing):
    late = event(EventType.APPROVED, OTHER, "2026-11-21T10:00:00+00:00", "Looks right.")
    reviewing.put(state_of(NUMBER, late))
    page = come_to("submission", NUMBER)
    shown = texts(page)
    assert shown.index("Robin Kim approved it") < shown.index("Ana Diaz sent revision 1")
    assert says(page, "This came too late and changed nothing.")


def test_what_happened_in_one_second_stands_in_its_order(come_to, reviewing):
    at = "2026-11-20T17:04:00+00:00"
    reviewing.put(state_of(NUMBER, event(EventType.CLAIMED, OTHER, at), event(EventType.RELEASED, OTHER, at)))
    shown = texts(come_to("submission", NUMBER))
    newest_first = [shown.index(told) for told in ("Robin Kim gave it back to the queue", "Robin Kim began the review",
                                                   "Ana Diaz sent revision 1")]
    assert newest_first == sorted(newest_first)


def test_the_page_ends_where_its_last_section_ends(page, qtbot):
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
    content = page.area.widget()
    lowest = max(card.mapTo(content, card.rect().bottomLeft()).y() for card in in_sight(content, Card))
    assert content.height() - lowest < 80


def test_a_submission_that_is_not_there_is_told_in_words(come_to, reviewing):
    reviewing.lost = CHANGED
    page = come_to("submission", "PPD-000000")
    assert says(page, "A file of this revision is not what was sent.")
    assert not page.decision.isVisible()


def test_another_submission_takes_the_place_of_the_one_before(page, come_to, reviewing):
    reviewing.manifest = manifest(findings=())
    reviewing.put(replace(state_of("PBOT-000001"), title="Bicycle counts"))
    assert come_to("submission", "PBOT-000001").title.text() == "Bicycle counts"
    assert not says(page, "Three cells of column Issued")


def test_what_comes_for_another_submission_is_let_fall(window, reviewing, come_to, done):
    reviewing.put(state_of(), replace(state_of("PBOT-000001"), title="Bicycle counts"))
    window.session.go("submission", NUMBER)
    window.session.go("submission", "PBOT-000001")
    done()
    assert window.view().title.text() == "Bicycle counts"


def test_in_a_narrow_window_the_decision_stands_under_the_evidence(page, window, qtbot):
    window.resize(683, 384)
    qtbot.waitUntil(lambda: page.width() < TWO_COLUMNS)
    assert page.area.isAncestorOf(page.decision)
    button(page, "Go to the decision").click()
    assert page.decision.hasFocus()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: page.width() >= TWO_COLUMNS)
    assert not page.area.isAncestorOf(page.decision)


def test_no_page_promises_more_than_was_looked_at(page):
    assert not any(word in text.lower() for text in texts(page) for word in ("safe", "clean", "no personal"))


def test_a_record_without_answers_leaves_no_empty_lines(come_to, reviewing):
    reviewing.manifest = replace(manifest(), record=Record(title="Counts"))
    reviewing.put(state_of())
    assert not says(come_to("submission", NUMBER), "Not answered")


def test_a_decision_about_one_table_answers_nothing_of_another(come_to, reviewing):
    first = manifest().tables[0]
    other = replace(first, name="permits-visits", title="Building permits issued: Visits", decisions=(), resolved=(), rows=7)
    reviewing.manifest = replace(manifest(), tables=(first, other))
    reviewing.put(state_of())
    page = come_to("submission", NUMBER)
    shown = texts(page)
    assert "Table 2 of 2: Building permits issued: Visits" in shown
    below = shown[shown.index("Table 2 of 2: Building permits issued: Visits"):]
    assert below[below.index("Column Contractor may hold names of persons.") + 2] == "No decision is recorded."
    assert any("7 rows" in text for text in below)
