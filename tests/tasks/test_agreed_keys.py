"""Keys between sheets: offered one by one, and published only where a person agreed to each."""

from steward.tasks import opening, other_sheets, proposing
from steward.tasks.several_tables import keys_to_others
from steward.tasks.updating import with_steps_of
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.commands.test_prepare_sheets import TREES, VISITS, book


def tables(house, tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    return [opening.begin(house, path, Silence(), step=ImportStep(sheet=sheet)) for sheet in ("Visits", "Trees")]


def test_a_key_is_written_only_once_somebody_agreed_to_it(house, tmp_path):
    from dataclasses import replace

    visits, trees = tables(house, tmp_path)
    offered, = proposing.proposals_of(visits, other_sheets.keys_of(house, visits)).foreign_keys
    assert keys_to_others(visits, (visits, trees), ("visits", "trees")) == ()
    agreed = replace(visits, draft=visits.draft.with_sheet_key(offered.key, is_wanted=True))
    key, = keys_to_others(agreed, (agreed, trees), ("visits", "trees"))
    assert (key.field, key.table, key.named) == ("tree_id", "trees", "tree_id")
    assert agreed.draft.with_sheet_key(offered.key, is_wanted=False) == visits.draft


def test_an_update_goes_on_with_the_keys_of_last_time(house, tmp_path):
    visits, _trees = tables(house, tmp_path)
    last = visits.draft.with_sheet_key("a key", is_wanted=True)
    assert with_steps_of(visits.draft, last).foreign_keys == ("a key",)
