"""Answers that are of the right form and still do not make sense."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.checks import KnownDataset
from steward.metadata.checks.reading_level import HARD, grade, syllables
from steward.metadata.examine import examine
from steward.metadata.vocabularies import License
from tests.metadata.samples import complete_record, program_profile, program_vocabularies

DATES = ("2026-01-01", "2026-10-31")
PLAIN = complete_record().description
HARD_TEXT = ("The utilization of the aforementioned infrastructural components necessitates the operationalization of "
             "multidimensional performance indicators, whereby departmental stakeholders facilitate interorganizational "
             "collaboration and subsequently disseminate comprehensive documentation regarding implementation methodologies "
             "throughout participating administrative organizations.")


def found(vocabularies=None, *, today="2026-11-23", step_days=None, box=None, others=(), **changes):
    findings = examine(complete_record(**changes), program_profile(), vocabularies or program_vocabularies(), DATES,
                       today=today, step_days=step_days, box=box, others=tuple(others))
    return {(finding.kind.removeprefix("metadata-"), finding.column): finding.tier.value for finding in findings}


# how often it changes

@pytest.mark.parametrize(("frequency", "step_days"), [("daily", 30.4), ("weekly", 30.4), ("monthly", 365.0), ("hourly", 7.0)])
def test_a_promise_of_updates_that_the_dates_do_not_keep_is_named(frequency, step_days):
    assert found(frequency=frequency, step_days=step_days, today="2026-11-21") == {("frequency-differs", "frequency"): "warn"}


@pytest.mark.parametrize(("frequency", "step_days"), [("monthly", 1.0), ("annual", 1.0), ("monthly", 31.0), ("daily", None),
                                                      ("irregular", 365.0)])
def test_records_of_every_day_may_be_published_at_any_rhythm(frequency, step_days):
    assert found(frequency=frequency, step_days=step_days, today="2026-11-21") == {}


@pytest.mark.parametrize(("frequency", "today", "is_told"), [
    ("monthly", "2027-01-20", False), ("monthly", "2027-06-01", True), ("daily", "2026-12-20", False),
    ("daily", "2027-02-01", True), ("annual", "2028-01-01", False), ("irregular", "2036-01-01", False), ("monthly", "", False),
])
def test_a_table_whose_newest_date_is_long_past_its_promise_is_named(frequency, today, is_told):
    assert (("frequency-differs", "frequency") in found(frequency=frequency, today=today)) is is_told


# copied, and there already

def test_a_description_taken_over_from_another_dataset_is_named():
    other = KnownDataset(title="Fire incidents", description=f"{PLAIN} Taken from the log.")
    assert found(others=[other]) == {("description-copied", "description"): "warn"}


@pytest.mark.parametrize("description", [
    "", "How many bicycles cross.", "Where trees stand in parks, counted by volunteers who walk through all of them in spring.",
])
def test_a_description_of_ones_own_is_left_in_peace(description):
    assert found(others=[KnownDataset(title="Trees", description=description)]) == {}


@pytest.mark.parametrize(("title", "is_told"), [
    ("Bicycle counts on the bridges", True), ("BICYCLE COUNTS, on the bridges 2025", True),
    ("Bicycle count on the bridges", True), ("On the bridges: bicycle counts, March", True),
    ("Pedestrian counts in the parks", False), ("", False), ("2026", False),
])
def test_a_dataset_of_nearly_the_same_name_is_named(title, is_told):
    assert (("same-dataset", "title") in found(others=[KnownDataset(title=title)])) is is_told


# how it reads

def test_long_words_in_long_sentences_are_named_in_words_and_not_as_a_number():
    (finding,) = examine(complete_record(description=HARD_TEXT), program_profile(), program_vocabularies(), DATES,
                         today="2026-11-23")
    told = " ".join(part.show() for part in (finding.words.what, finding.words.next_step))
    assert (finding.kind, finding.tier.value) == ("metadata-hard-to-read", "note")
    assert not any(sign.isdigit() for sign in told)


def test_a_text_in_another_language_is_not_measured_with_an_english_formula():
    assert ("hard-to-read", "description") not in found(description=HARD_TEXT, language="es")


@pytest.mark.parametrize(("word", "count"), [("bridge", 1), ("bicycles", 3), ("table", 2), ("area", 2), ("the", 1), ("hour", 1),
                                             ("incident", 3), ("responsibility", 6), ("x", 1)])
def test_syllables_are_counted(word, count):
    assert syllables(word) == count


@given(st.text(max_size=300))
def test_any_text_has_a_grade_and_the_same_text_twice_reads_alike(text):
    once = grade(f"{text}. ")
    assert once == 0.0 or abs(grade(f"{text}. {text}. ") - once) < HARD


@pytest.mark.parametrize("language", ["en-US", "es-US", ""])
def test_a_sentence_without_an_end_is_told_also_in_easy_words(language):
    words, short = " ".join(["the trees, e.g. those in No. 5 of St. Johns, stand"] * 4), "It is new. " * 20
    assert ("long-sentence", "description") in found(description=f"{short}It says where {words}.", language=language)
    assert ("long-sentence", "description") not in found(description=short + words.replace(", e.g. those in", ". Those are in"))


def test_shorter_sentences_read_easier():
    assert grade(HARD_TEXT.replace(",", ".")) < grade(HARD_TEXT)


# terms, places, and one answer for two questions

def test_terms_that_are_not_open_need_a_reason_for_public_data():
    words = program_vocabularies()
    closed = License(id="no-sale", label="No sale", uri="https://example.org/terms", is_open=False)
    own = replace(words, terms={**words.terms, "licenses": (*words.terms["licenses"], closed)})
    assert found(own, license="no-sale") == {("license-closed", "license"): "decide"}
    assert found(own, license="no-sale", access_level="restricted public", rights="By agreement with its source.") == {}


@pytest.mark.parametrize(("box", "is_told"), [
    ((-122.7, 45.5, -122.6, 45.6), False), ((-122.85, 45.43, -122.47, 45.66), False), ((-124.0, 45.5, -122.6, 45.6), True),
    ((-122.7, 45.5, -122.6, 49.0), True), (None, False),
])
def test_places_outside_the_area_are_named(box, is_told):
    assert (("area-differs", "spatial") in found(box=box)) is is_told


def test_one_answer_under_two_questions_is_named_at_the_second():
    assert found(purpose=PLAIN) == {("same-answer", "purpose"): "note"}


def test_a_short_form_in_the_title_wants_its_words_somewhere():
    assert found(title="CAD calls for help") == {("acronym", "title"): "note"}
    assert found(title="CAD calls", description=f"{PLAIN} From CAD (computer-aided dispatch).") == {}


@pytest.mark.parametrize(("text", "is_told"), [
    ("Kept by PORTLAND\\rlee in the office.", True), ("Export of the table, user name: rlee.", True),
    ("Logged in as a guest.", False),
    ("Logged in as: rlee42.", True), ("Counts and/or sums, written 1\\2.", False), ("Each user is counted once.", False),
    ("The log-in page counts its visits.", False), ("See D:\\exports\\counts.csv", False)])
def test_a_name_that_someone_signs_in_with_is_told_and_a_path_as_a_path(text, is_told):
    assert (("user-name", "source_system") in found(source_system=text)) is is_told


@pytest.mark.parametrize(("title", "frequency", "is_named"), [
    ("Permits per month", "daily", True), ("Permits by year", "weekly", True), ("Permits by year", "monthly", False),
    ("Hourly counts", "annual", False), ("Permits per month", "monthly", False), ("Permits per month", "irregular", False),
])
def test_a_title_that_speaks_of_a_much_slower_rhythm_is_named(title, frequency, is_named):
    assert (("frequency-differs", "frequency") in found(title=title, frequency=frequency)) is is_named


HARD_SENTENCE = ("This dataset contains information regarding the utilization of municipal facilities, administered through "
                 "interdepartmental agreements, incorporating demographic characteristics of participants for "
                 "programmatic evaluation.")
FULL_OF_NAMES = ("Permits issued by Portland Permitting & Development for residential construction, with the address, the "
                 "value and the date of issue.")


@pytest.mark.parametrize(("text", "is_named"), [
    (HARD_SENTENCE, True), (FULL_OF_NAMES, False),
    ("Counts of bicycles on the bridges, by hour and direction, from sensors in the road surface.", False),
])
def test_one_hard_sentence_is_named_and_one_full_of_names_is_not(text, is_named):
    assert (("hard-to-read", "description") in found(description=text)) is is_named
