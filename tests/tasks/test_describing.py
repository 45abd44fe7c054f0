"""What is asked, offered and found about the record."""

from dataclasses import replace

import pytest

from steward.metadata.profile import is_blank
from steward.metadata.record import Record
from steward.tasks import describing, opening
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier

QUIET = Silence()


@pytest.fixture
def bench(house, table):
    return opening.begin(house, table, QUIET)


def test_every_element_of_the_record_is_known_to_the_profile(house):
    assert {element.id for element in describing.elements(house)} == set(Record.__dataclass_fields__)


def test_every_question_belongs_to_a_group(house):
    groups = {group.id for group in describing.groups(house)}
    assert {element.group for element in describing.elements(house)} <= groups


def test_every_vocabulary_that_is_asked_for_offers_something(house):
    asked = {element.vocabulary for element in describing.elements(house) if element.vocabulary}
    assert all(describing.choices(house, vocabulary) for vocabulary in asked)


def test_the_first_record_is_filled_in_from_the_file_and_the_table(bench):
    record = bench.draft.record
    assert record.title
    assert (record.temporal_start, record.temporal_end) == ("2026-01-05", "2026-02-07")
    assert record.license


def test_days_on_which_people_were_born_are_no_period(house, tmp_path):
    path = tmp_path / "patients.csv"
    rows = [f"P-{place},19{40 + place}-03-0{place % 9 + 1},ok" for place in range(40)]
    path.write_text("\n".join(["Case,Date of Birth,Result", *rows]) + "\n", encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    record = bench.draft.record
    assert "1940" not in f"{record.temporal_start} {record.temporal_end} {record.modified}"
    assert {"temporal_start", "temporal_end"}.isdisjoint(offer.element for offer in describing.suggestions(house, bench))


def test_what_was_filled_in_is_offered_with_its_reason(house, bench):
    offers = {offer.element: offer for offer in describing.suggestions(house, bench)}
    assert str(offers["temporal_start"].why)
    assert offers["temporal_start"].value == "2026-01-05"


def test_nothing_offered_counts_as_confirmed(bench):
    assert bench.draft.confirmed == ()


def test_an_answer_is_kept_and_confirmed(house, bench):
    draft = describing.answer(house, bench.draft, "title", "Tree requests")
    assert (draft.record.title, draft.confirmed) == ("Tree requests", ("title",))


def test_a_required_question_without_an_answer_blocks(house, bench):
    found = describing.examine_record(house, replace(bench.draft.record, description=""), bench.report.profile)
    assert ("description", Tier.BLOCK) in {(finding.column, finding.tier) for finding in found}


def test_private_details_in_the_description_ask_for_a_decision(house, bench):
    text = "Ask Linda at 503-281-0101, her SSN is 123-45-6789, for more about the trees."
    told = replace(bench.draft.record, description=text)
    found = [finding for finding in describing.examine_record(house, told, bench.report.profile)
             if finding.column == "description"]
    assert Tier.DECIDE in {finding.tier for finding in found}
    assert not [finding for finding in found if "123-45-6789" in str(finding.words)]


def test_only_the_findings_on_the_record_are_made_anew(house, bench):
    changed = describing.with_record_findings(house, bench.report, replace(bench.draft.record, title=""))
    others = [found for found in changed.findings if found.room != "metadata"]
    assert others == [found for found in bench.report.findings if found.room != "metadata"]
    assert ("title", Tier.BLOCK) in {(found.column, found.tier) for found in changed.findings}


def test_a_practice_record_leaves_no_required_question_open(house, bench):
    record = describing.practice_record(house, bench)
    required = [element for element in describing.elements(house) if element.is_required(record, has_dates=True)]
    assert not [element.id for element in required if is_blank(record.value(element.id)) and element.need != "generated"]
    found = describing.examine_record(house, record, bench.report.profile)
    assert not [finding.column for finding in found if finding.tier is Tier.BLOCK]


def test_the_identifier_and_the_short_name_are_made_from_the_answers(house, bench):
    draft = replace(bench.draft, record=describing.practice_record(house, bench))
    record = describing.complete_record(house, draft, bench.report.profile)
    assert record.identifier.startswith("PDX-")
    assert record.slug


def test_a_real_answer_is_not_replaced_by_a_practice_one(house, bench):
    told = replace(bench, draft=bench.draft.with_answer("title", "Tree requests"))
    assert describing.practice_record(house, told).title == "Tree requests"


def test_a_bureau_is_shown_with_the_letters_by_which_people_know_it(house):
    shown = dict(describing.choices(house, "bureaus"))
    assert shown["pfr"] == "Portland Fire & Rescue (PF&R)"
    assert shown["fpdr"] == "Fire & Police Disability & Retirement (FPDR)"
    assert all(label.count("(") <= 1 for label in shown.values())


def test_other_words_are_shown_as_their_file_has_them(house):
    assert dict(describing.choices(house, "yes_no"))["yes"] == "Yes"


def test_what_steward_filled_in_waits_to_be_confirmed_and_what_is_blank_does_not(house, bench):
    waiting = {element.id for element in describing.unconfirmed(house, bench.draft)}
    assert {"title", "license", "temporal_start"} <= waiting
    assert "description" not in waiting
    assert all(not is_blank(bench.draft.record.value(name)) for name in waiting)


def test_an_answer_that_was_typed_or_kept_waits_no_longer(house, bench):
    draft = describing.answer(house, bench.draft, "title", bench.draft.record.title)
    left = {element.id for element in describing.unconfirmed(house, draft)}
    assert left == {element.id for element in describing.unconfirmed(house, bench.draft)} - {"title"}


def test_confirming_all_changes_no_answer_and_names_each_question_once(house, bench):
    draft = describing.with_confirmed(house, describing.answer(house, bench.draft, "title", "Tree requests"))
    assert describing.unconfirmed(house, draft) == ()
    assert draft.record == replace(bench.draft.record, title="Tree requests")
    assert len(set(draft.confirmed)) == len(draft.confirmed)
    assert describing.with_confirmed(house, draft) == draft


@pytest.mark.parametrize(("element", "value", "things", "tier"), [
    ("keywords", ("trees", "503-281-0101"), "telephone numbers", Tier.DECIDE),
    ("known_limits", "Ask Linda under 503-281-0101.", "telephone numbers", Tier.DECIDE),
    ("title", "SSN 219-09-9999", "Social Security numbers", Tier.BLOCK),
])
def test_private_details_are_named_in_every_published_text_and_never_repeated(  # noqa: PLR0917 - two fixtures, one row
        house, bench, element, value, things, tier):
    found = describing.examine_record(house, bench.draft.record.with_value(element, value), bench.report.profile)
    told = [finding for finding in found if finding.column == element and things in str(finding.words.what)]
    assert [finding.tier for finding in told] == [tier]
    assert ("may not be published" in str(told[0].words.next_step)) is (tier is Tier.BLOCK)
    assert all("0101" not in str(part) and "9999" not in str(part) for finding in told
               for part in (finding.words.what, finding.words.where, finding.words.next_step))


def test_further_answers_hold_words_of_cells_only_where_nothing_private_was_found(house, tmp_path):
    path = tmp_path / "visits.csv"
    rows = "\n".join(f"{('Pruning', 'Planting')[number % 2]},{('Linda Brown', 'Robert Miller')[number % 2]},Kenton"
                     for number in range(60))
    path.write_text(f"Kind of work,Requester name,Neighborhood\n{rows}\n", encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    words = {word for offer in describing.further_answers(house, bench) for word in offer.value if offer.element == "keywords"}
    assert words == {"pruning", "planting", "Kenton"}
    assert not words & set(bench.draft.record.keywords)


def test_days_that_a_spreadsheet_made_of_months_fill_in_no_period_and_no_rhythm(house, tmp_path):
    path = tmp_path / "Apps received per month.csv"
    days = "\n".join(f"2020-{month:02}-{year},{month * year}" for year in (15, 16, 17) for month in range(1, 13))
    path.write_text(f"Month,Applications\n{days}\n", encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    assert "excel-date" in {found.kind for found in bench.report.findings}
    record = bench.draft.record
    assert (record.temporal_start, record.temporal_end, record.frequency) == ("", "", "monthly")


def test_what_was_filled_in_is_offered_again_in_the_same_words_so_that_each_says_why(house, tmp_path):
    path = tmp_path / "Permit applications per month.csv"
    rows = "\n".join(f"{('Pruning', 'Planting')[number % 2]},Kenton,2026-{number % 12 + 1:02}-01" for number in range(60))
    path.write_text(f"Kind of work,Neighborhood,Month\n{rows}\n", encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    offers = {offer.element: offer.value for offer in describing.suggestions(house, bench)}
    record = bench.draft.record
    assert record.neighborhoods == ("Kenton",)
    for element in describing.unconfirmed(house, bench.draft):
        assert offers.get(element.id) == record.value(element.id), element.id
