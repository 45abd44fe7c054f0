"""What was read off a column goes with it when the column is left out, unless a person confirmed it: then it is told."""

import pytest

from steward.tasks import deciding, opening
from steward.tasks.left_out_columns import KIND
from steward.vocabulary.progress import Silence
from tests.builders import step

QUIET = Silence()


@pytest.fixture
def bench(house, tmp_path):
    path = tmp_path / "visits.csv"
    rows = [f"V-{place},2026-03-{place % 28 + 1:02d},{place % 7},open" for place in range(60)]
    path.write_text("\n".join(["Visit,Opened,Complainant,Outcome", *rows]) + "\n", encoding="utf-8")
    return opening.begin(house, path, QUIET)


def without(house, bench, column):
    return deciding.apply_remedy(house, bench, None, step("leave_out_column", column), QUIET)


def confirmed(house, bench, *elements):
    draft = bench.draft
    for element in elements:
        draft = draft.with_answer(element, draft.record.value(element))
    return opening.recheck(house, bench, draft, QUIET)


def told(bench):
    return [finding.column for finding in bench.report.findings if finding.kind == KIND]


def test_a_keyword_goes_with_the_column_that_named_it_and_comes_back_with_it(house, bench):
    assert "complainant" in bench.draft.record.keywords
    fewer = without(house, bench, "Complainant")
    assert "complainant" not in fewer.draft.record.keywords
    assert "outcome" in fewer.draft.record.keywords
    assert deciding.undo(house, fewer, QUIET).draft.record.keywords == bench.draft.record.keywords


def test_a_word_that_was_filled_in_under_another_title_goes_too(house, bench):
    draft = bench.draft.with_answer("title", "Housing visits in the north of the city with many words")
    titled = opening.recheck(house, bench, draft, QUIET)
    assert "complainant" not in without(house, titled, "Complainant").draft.record.keywords


def test_the_period_goes_with_the_only_column_of_dates(house, bench):
    assert bench.draft.record.temporal_start == "2026-03-01"
    fewer = without(house, bench, "Opened")
    assert (fewer.draft.record.temporal_start, fewer.draft.record.temporal_end) == ("", "")
    assert fewer.draft.record.modified != bench.draft.record.modified or not bench.draft.record.modified
    assert deciding.undo(house, fewer, QUIET).draft.record == bench.draft.record


def test_what_a_person_confirmed_stays_and_is_told(house, bench):
    sure = confirmed(house, bench, "keywords", "temporal_start", "temporal_end")
    assert told(sure) == []
    fewer = without(house, without(house, sure, "Complainant"), "Opened")
    assert fewer.draft.record.keywords == bench.draft.record.keywords
    assert fewer.draft.record.temporal_start == "2026-03-01"
    assert sorted(told(fewer)) == ["keywords", "temporal_start"]


def test_another_name_for_a_column_leaves_nothing_out(house, bench):
    sure = confirmed(house, bench, "keywords")
    named = deciding.apply_remedy(house, sure, None, step("rename_column", "Complainant", name="Requester"), QUIET)
    assert told(named) == []
