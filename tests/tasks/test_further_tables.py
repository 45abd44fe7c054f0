"""Further tables of a dataset: what is asked of the program for one of them waits, and comes back, as for the first."""

from dataclasses import replace

import pytest

from steward.tasks import deciding, drafting, opening, releasing, reviewing, sending
from steward.tasks.further_tables import begin_table, further_tables
from steward.tasks.program import program
from steward.tasks.whole_dataset import TablesMissing, check_complete, outstanding_in
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import InputUnreadable, Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.commands.test_prepare_sheets import TREES, VISITS, book
from tests.tasks.test_contesting import WHY, block_of
from tests.tasks.whole_way import decided, described

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
