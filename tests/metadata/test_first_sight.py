"""Faults of records that nobody had seen before, each beside a near miss that must stay quiet."""

import pytest

from tests.metadata.samples import complete_record
from tests.metadata.test_sense import found

PLAIN = complete_record().description


@pytest.mark.parametrize(("element", "text", "is_told"), [
    ("title", "Enter title here", True), ("title", "<Title of dataset>", True), ("title", "Untitled", True),
    ("purpose", "Purpose goes here", True), ("description", "[Describe what is in the dataset and who collected it]", True),
    ("description", "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", True),
    ("keywords", ("keyword1", "Tag 2"), True),
    ("description", "Human-readable description with sufficient detail to enable a user to quickly understand it.", True),
    ("description", "Counts [in both directions] on <10 bridges, each hour of the day.", False),
    ("title", "Test of water quality", False), ("keywords", ("keyword search", "title deeds"), False),
    ("purpose", "People enter the count from here on.", False)])
def test_the_text_of_a_form_is_told_in_any_of_its_marks(element, text, is_told):
    assert (("template-text", element) in found(**{element: text})) is is_told


@pytest.mark.parametrize(("text", "is_told"), [
    ("G:/Data/counts.mdb", True), ("smb://files/share/counts.mdb", True), ("See ~/Documents/x.xlsx", True),
    ("OneDrive - City of Portland\\Documents\\x.xlsx", True), ("Ratio of C: D; walking and/or cycling, 24/7", False),
    ("https://example.gov/home/page", False), ("Between 5 ~ 6 / week", False)])
def test_places_on_a_computer_are_told_in_any_writing(text, is_told):
    assert (("local-path", "source_system") in found(source_system=text)) is is_told


@pytest.mark.parametrize(("text", "is_told"), [
    ("All personally identifiable information has been removed.", True), ("It is safe to publish.", True),
    ("There is nothing confidential in it.", True), ("Personal information such as names was removed.", False),
    ("Crossings are safe for people on bicycles.", False)])
def test_a_promise_that_nothing_private_is_there_is_told_in_other_words(text, is_told):
    assert (("claim", "known_limits") in found(known_limits=text)) is is_told


@pytest.mark.parametrize(("name", "mailbox", "is_told"), [
    ("Jane Roe", "jroe", True), ("Jane Roe", "roej", True), ("Jane Roe", "jane.roe", True), ("Jane Roe", "bikecounts", False),
    ("Urban Forestry", "urban.forestry", False), ("Bicycle counts", "bicycle.counts", False), ("Tree desk", "trees", False)])
def test_a_persons_mailbox_is_told_from_that_of_a_subject(name, mailbox, is_told):
    told = found(contact_name=name, contact_email=f"{mailbox}@portlandoregon.gov", keywords=("urban forestry", "trees"))
    assert (("email-personal", "contact_email") in told) is is_told


@pytest.mark.parametrize(("description", "is_told"), [
    ("This dataset contains data about bicycle counts on the bridges of Portland.", True), (PLAIN, False),
    ("Bicycle counts on the bridges, each hour from sensors in the road.", False)])
def test_a_description_that_says_no_more_than_the_title_is_told(description, is_told):
    assert (("repeats-title", "description") in found(description=description)) is is_told


@pytest.mark.parametrize(("modified", "is_told"), [("2026-01-31", True), ("2026-10-31", False), ("2026-11-20", False)])
def test_a_last_change_before_the_newest_row_is_told(modified, is_told):
    assert (("modified-before", "modified") in found(modified=modified)) is is_told


def test_a_day_still_to_come_in_the_table_says_nothing_of_the_last_change():
    assert ("modified-before", "modified") not in found(modified="2026-09-30", today="2026-10-01")


def test_a_log_in_that_is_spoken_of_is_no_name():
    assert ("user-name", "known_limits") not in found(known_limits="Login is not needed to see the counts.")
