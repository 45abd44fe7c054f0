"""Further tables of a dataset: what is asked of the program for one of them waits, and comes back, as for the first."""

from dataclasses import replace

import pytest

from steward.tasks import deciding, drafting, opening, releasing, reviewing, sending
from steward.tasks.further_tables import begin_table, further_tables, table_at, take_out_table, with_tables_before
from steward.tasks.program import program
from steward.tasks.whole_dataset import TablesMissing, check_complete, outstanding_in
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import InputUnreadable, Refused, Trouble
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep, Step
from tests.commands.test_prepare_sheets import TREES, VISITS, book
from tests.tasks.test_contesting import WHY, block_of
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()
PRIVATE = [("tree_id", "SSN"), *((f"T-{number:03d}", f"531-{number + 10}-{number + 1000}") for number in range(40))]


@pytest.fixture
def asked(house, tmp_path):
    """Return a dataset whose second table asks to let a block pass, as it was sent."""
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=PRIVATE)
    bench = decided(house, described(house, opening.begin(house, path, QUIET, step=ImportStep(sheet="Visits"))))
    first, table = begin_table(house, bench.draft, "Trees", QUIET)
    contested = deciding.decide(house, table.draft, block_of(table), Choice.CONTEST, WHY)
    drafting.save(house, decided(house, replace(table, draft=contested)).draft)
    return sending.send(house, replace(bench, draft=first), QUIET)


def test_a_request_for_a_further_table_must_be_released_before_anything_is_approved(house, asked):
    state = program(house).queue.state(asked.submission)
    assert [one.column for one in state.open_contests] == ["SSN"]
    reviewing.claim(house, state)
    with pytest.raises(Refused):
        reviewing.approve(house, asked.submission, WHY)


def test_a_refused_request_of_a_further_table_is_open_again(house, asked):
    state = reviewing.claim(house, asked.submission)
    standing, = further_tables(house, asked.draft, QUIET)
    assert outstanding_in(standing, ()) == ()
    releasing.refuse_block(house, state, state.open_contests[0], WHY)
    again, = further_tables(house, asked.draft, QUIET)
    assert block_of(again).key in {found.key for found in outstanding_in(again, ())}


def test_a_further_table_is_never_read_from_another_sheet_than_its_own(house, tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    bench = opening.begin(house, path, QUIET, step=ImportStep(sheet="Visits"))
    first, table = begin_table(house, bench.draft, "Trees", QUIET)
    twice = opening.read_again(house, table, ImportStep(sheet="Visits"), QUIET)
    with pytest.raises(TablesMissing):
        check_complete(first, (twice,))
    book(path, Visits=VISITS, Staff=[("desk", "hours"), *((number, number % 7) for number in range(50))])
    changed = opening.adopt_changed_file(house, first, path, QUIET).draft
    with pytest.raises(InputUnreadable):
        further_tables(house, changed, QUIET)
    assert drafting.load(house, table.draft.id).recipe.import_step.sheet == "Trees"


@pytest.fixture
def two(house, tmp_path):
    """Return the first table of visits with a second one of trees, which was answered and changed."""
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=PRIVATE)
    bench = opening.begin(house, path, QUIET, step=ImportStep(sheet="Visits"))
    first, table = begin_table(house, bench.draft, "Trees", QUIET)
    contested = deciding.decide(house, table.draft, block_of(table), Choice.CONTEST, WHY)
    drafting.save(house, contested.with_step(Step(remedy="trim_blanks", column="tree_id")))
    return first


def test_a_table_that_is_taken_out_and_ticked_again_keeps_its_changes_and_answers(house, two):
    out = take_out_table(house, two, "Trees")
    assert (out.further, [one.sheet for one in out.laid_aside]) == ((), ["Trees"])
    again, table = begin_table(house, drafting.load(house, out.id), "Trees", QUIET)
    assert (again.further, again.laid_aside) == (two.further, ())
    assert [given.choice for given in table.draft.decisions] == [Choice.CONTEST]
    assert [step.remedy for step in table.draft.recipe.steps] == ["trim_blanks"]
    assert drafting.load(house, table.draft.id).part_of == again.id


def test_a_table_whose_draft_was_thrown_away_or_sent_alone_is_begun_anew(house, two):
    out = take_out_table(house, two, "Trees")
    alone = drafting.load(house, out.laid_aside[0].draft)
    drafting.save(house, replace(alone, submission="20270101-abc"))
    again, table = begin_table(house, out, "Trees", QUIET)
    assert (table.draft.decisions, table.draft.id != alone.id) == ((), True)
    out = take_out_table(house, again, "Trees")
    drafting.remove(house, out.laid_aside[0].draft)
    assert begin_table(house, out, "Trees", QUIET)[1].draft.decisions == ()


def test_a_table_whose_draft_is_broken_can_be_taken_out(house, two):
    folder = house.places.drafts / two.further[0].draft
    for name in ("draft.json", "draft.previous.json"):
        (folder / name).write_text("{", encoding="utf-8")
    with pytest.raises(Trouble):
        further_tables(house, two, QUIET)
    assert take_out_table(house, two, "Trees").further == ()


def test_a_table_that_was_taken_out_meanwhile_is_told_of_in_words(house, two):
    take_out_table(house, two, "Trees")
    with pytest.raises(Refused):
        table_at(house, two.id, two.further[0].draft, QUIET)


def test_an_update_begins_with_the_sheets_that_the_dataset_had(house, tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES, Notes=TREES)
    bench = decided(house, described(house, opening.begin(house, path, QUIET, step=ImportStep(sheet="Visits"))))
    first, table = begin_table(house, bench.draft, "Trees", QUIET)
    drafting.save(house, decided(house, table).draft)
    identifier = published(house, replace(bench, draft=first)).identifier
    later = book(tmp_path / "later.xlsx", Visits=VISITS, Trees=[*TREES, ("T-040", "Ash")], Notes=TREES)
    update = opening.begin(house, later, QUIET, step=ImportStep(sheet="Visits"), updates=identifier)
    assert [found.kind for found in update.report.findings if found.kind == "tables-missing"]
    ticked = with_tables_before(house, update, QUIET)
    assert [one.sheet for one in ticked.draft.further] == ["Trees"]
    assert not [found for found in ticked.report.findings if found.kind == "tables-missing"]
    gone = book(tmp_path / "gone.xlsx", Visits=VISITS, Notes=TREES)
    without = opening.begin(house, gone, QUIET, step=ImportStep(sheet="Visits"), updates=identifier)
    assert with_tables_before(house, without, QUIET) is without


def test_the_period_that_was_filled_in_reaches_over_all_tables(house, tmp_path):
    def days(year):
        return [("Visit", "Day"), *((f"V-{number:03d}", f"{year}-{number % 12 + 1:02d}-05") for number in range(24))]

    path = book(tmp_path / "visits.xlsx", New=days(2025), Old=days(2021))
    bench = opening.begin(house, path, QUIET, step=ImportStep(sheet="New"))
    assert bench.draft.record.temporal_start == "2025-01-05"
    first, _table = begin_table(house, bench.draft, "Old", QUIET)
    assert (first.record.temporal_start, first.record.temporal_end) == ("2021-01-05", "2025-12-05")
    typed = bench.draft.with_answer("temporal_start", "2024-01-01")
    first, _table = begin_table(house, typed, "Old", QUIET)
    assert first.record.temporal_start == "2024-01-01"
