import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.discovery import discover
from steward.metadata.examine import examine
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS, Record
from steward.vocabulary.tier import Tier
from tests.metadata.samples import complete_record, program_profile, program_vocabularies

DATES = ("2026-01-01", "2026-10-31")
FORBIDDEN = re.compile(r"\b(safe|clean|please|invalid|error|failed|schema)\b|!|\{", re.IGNORECASE)


def found(dates=DATES, file_name="counts.csv", today="2026-11-23", **changes):
    record = complete_record(**changes)
    findings = examine(record, program_profile(), program_vocabularies(), dates, file_name=file_name, today=today)
    return {(finding.kind.removeprefix("metadata-"), finding.column): finding.tier.value for finding in findings}


def test_nothing_stands_against_a_complete_record():
    assert found() == {}


def test_an_empty_record_is_told_what_is_required_and_what_is_recommended():
    findings = examine(Record(), program_profile(), program_vocabularies())
    required = {finding.column for finding in findings if finding.tier is Tier.BLOCK}
    assert {"title", "description", "keywords", "publisher", "contact_email", "data_steward", "system_owner", "classification",
            "access_level", "license", "frequency", "modified", "third_party", "language"} <= required
    assert {finding.tier for finding in findings} == {Tier.BLOCK, Tier.NOTE}
    assert "identifier" not in {finding.column for finding in findings}


def test_the_strictest_findings_come_first():
    ranks = [finding.tier.rank for finding in examine(Record(publisher="pfr"), program_profile(), program_vocabularies())]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(("changes", "kind", "element", "tier"), [
    ({"title": " "}, "missing", "title", "block"),
    ({"access_level": "non-public"}, "missing", "rights", "block"),
    ({"third_party": "yes"}, "missing", "third_party_source", "block"),
    ({"temporal_start": ""}, "missing", "temporal_start", "block"),
    ({"purpose": ""}, "recommended", "purpose", "note"),
    ({"publisher": "bureau of magic"}, "vocabulary", "publisher", "block"),
    ({"access_level": "restricted-public", "rights": "x"}, "vocabulary", "access_level", "block"),
    ({"license": "https://opendatacommons.org/licenses/pddl/1-0/"}, "vocabulary", "license", "block"),
    ({"theme": ("dragons",)}, "vocabulary", "theme", "warn"),
    ({"spatial": "9,9,1,1"}, "vocabulary", "spatial", "block"),
    ({"modified": "04/12/2021"}, "date", "modified", "block"),
    ({"modified": "2026-02-30"}, "date", "modified", "block"),
    ({"modified": "2027-01-01"}, "date-future", "modified", "warn"),
    ({"temporal_start": "2026-12-01"}, "period-order", "temporal_end", "block"),
    ({"temporal_start": "2026-02-01"}, "period-differs", "temporal_start", "decide"),
    ({"temporal_end": "2026-10-30"}, "period-differs", "temporal_end", "decide"),
    ({"temporal_start": "2020-01-01"}, "period-wide", "temporal_start", "warn"),
    ({"description": "  An english description of the dataset in language a lay person can understand.\r\n "}, "template-text",
     "description", "block"),
    ({"purpose": "No purpose information available"}, "template-text", "purpose", "block"),
    ({"title": "Test."}, "template-text", "title", "block"),
    ({"rights": "x" * 256}, "too-long", "rights", "block"),
    ({"keywords": ("x" * 101, "bridges")}, "too-long", "keywords", "block"),
    ({"description": "Counts of bicycles."}, "too-short", "description", "warn"),
    ({"title": "Fire-incident-history-2019.csv"}, "title-file-name", "title", "warn"),
    ({"title": "bicycle_counts_2026"}, "title-file-name", "title", "warn"),
    ({"description": "Bicycle counts on the bridges."}, "repeats-title", "description", "warn"),
    ({"contact_email": "PBOT <opendata@portlandoregon.gov>"}, "email", "contact_email", "block"),
    ({"contact_email": "kim.example@portlandoregon.gov"}, "email-personal", "contact_email", "warn"),
    ({"contact_email": "opendata@example.com"}, "email-outside", "contact_email", "warn"),
    ({"keywords": ("bridges", "Open data")}, "keyword-idle", "keywords", "warn"),
    ({"keywords": ("bridges", "Bridges")}, "keyword-twice", "keywords", "warn"),
    ({"keywords": ("bridges; bicycles", "bicycles")}, "keyword-signs", "keywords", "warn"),
    ({"slug": "Bicycle Counts"}, "slug", "slug", "block"),
    ({"slug": "con"}, "slug", "slug", "block"),
    ({"identifier": "PDX 12"}, "identifier", "identifier", "block"),
    ({"known_limits": "See D:\\myProjects\\notes.txt."}, "local-path", "known_limits", "decide"),
    ({"purpose": "Kept under /home/someone/counts for planners."}, "local-path", "purpose", "decide"),
    ({"source_system": "\\\\server\\share\\counts"}, "local-path", "source_system", "decide"),
    ({"rights": "This dataset is available as is, it does not contain private or sensitive information."}, "claim", "rights",
     "decide"),
    ({"known_limits": "The table holds no personal data."}, "claim", "known_limits", "decide"),
    ({"publisher": "pfr"}, "bureau-look-alike", "publisher", "note"),
    ({"publisher": "fpdr", "title": "PF&R fire incidents"}, "bureau-look-alike", "publisher", "decide"),
    ({"publisher": "fpdr", "description": "Incidents that Portland Fire and Rescue answered, by hour and district."},
     "bureau-look-alike", "publisher", "decide"),
    ({"classification": "confidential"}, "access-classification", "access_level", "block"),
    ({"description": "Counts of <b>bicycles</b> on eight bridges in each hour."}, "markup", "description", "warn"),
    ({"title": "Bicycle \u202ecounts on the bridges"}, "hidden-signs", "title", "warn"),
])
def test_an_answer_that_makes_no_sense_is_named_with_its_element(changes, kind, element, tier):
    assert found(**changes).get((kind, element)) == tier


@pytest.mark.parametrize("changes", [
    {"spatial": "-122.8,45.4,-122.4,45.7"}, {"contact_email": "gis.help@portlandoregon.gov"},
    {"contact_email": "parks.recreation@portlandoregon.gov"}, {"contact_email": "trees@data.portland.gov"},
    {"title": "Fire & rescue, year-by-year"}, {"title": "24-hour counts"},
    {"keywords": ("PF&R", "zip codes")}, {"purpose": "To test bridges and to title roads."},
    {"known_limits": "Ratio is 1/2 of the total, and/or less."}, {"rights": "Ask the desk; no private vehicles are counted."},
    {"known_limits": "See https://www.portland.gov/home/counts for more."}, {"temporal_start": "2025-12-01"},
])
def test_an_answer_that_only_looks_odd_is_left_in_peace(changes):
    assert found(**changes) == {}


def test_a_period_needs_both_days_where_the_table_has_no_dates():
    half = found(dates=None, temporal_end="")
    assert half == {("recommended", "temporal_end"): "note", ("period-half", "temporal_end"): "warn"}


def test_dates_with_a_time_are_compared_by_their_day():
    assert found(dates=("2026-01-01T00:00:00", "2026-10-31T23:59:00")) == {}


answers = {name: st.lists(st.text(max_size=40), max_size=3).map(tuple) if name in LIST_ELEMENTS else st.text(max_size=40)
           for name in ELEMENT_IDS}


@given(st.builds(Record, **answers))
def test_any_record_is_examined_and_no_finding_repeats_an_answer_or_breaks_the_tone(record):
    marked = record.with_value("known_limits", "C:\\Marker-9431 " + record.known_limits)
    for finding in examine(marked, program_profile(), program_vocabularies(), DATES, today="2026-11-23"):
        told = " ".join(sentence.show() for sentence in (finding.words.what, finding.words.where, finding.words.next_step))
        assert "Marker-9431" not in told
        assert not FORBIDDEN.search(told)
        assert finding.room == "metadata"
        assert finding.column in ELEMENT_IDS


def test_every_check_answers_a_record_without_any_answer():
    checks = discover("steward.metadata.checks", "CHECK")
    assert len(checks) >= 10
    assert all(callable(check.examine) for check in checks)


def test_each_finding_can_be_decided_by_itself():
    record = Record(publisher="fpdr", title="PF&R", modified="x", temporal_start="2027-01-01", temporal_end="2026-01-01")
    findings = examine(record, program_profile(), program_vocabularies(), DATES, today="2026-11-23")
    keys = [finding.key for finding in findings]
    assert len(keys) == len(set(keys))
