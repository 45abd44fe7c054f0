"""Changes that need something random get it where they are chosen, and it never leaves the workstation."""

import json

from steward.manifest.recipe_document import recipe_to_json, sealed_recipe_to_json
from steward.remedies import remedy
from steward.tasks import deciding, drafting, opening
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step

QUIET = Silence()
REPLACE = Step(remedy="replace_by_random_id", column="Requester Name", reason="counted, never named")


def chosen(house, table):
    return deciding.apply_remedy(house, opening.begin(house, table, QUIET), None, REPLACE, QUIET)


def key_of(bench):
    return bench.draft.recipe.steps[-1].parameters["private_key"]


def names(bench):
    return bench.candidate.column("Requester Name").values.to_pylist()


def test_each_time_a_random_identifier_is_chosen_another_key_is_drawn(house, table):
    one, other = chosen(house, table), chosen(house, table)
    assert key_of(one) != key_of(other)
    assert not set(names(one)) & set(names(other))
    assert len(set(names(one))) == 3


def test_a_resumed_draft_makes_the_same_identifiers(house, table):
    bench = chosen(house, table)
    drafting.save(house, bench.draft)
    assert names(opening.reopen(house, drafting.load(house, bench.draft.id), QUIET)) == names(bench)


def test_the_key_stays_out_of_what_is_sealed(house, table):
    bench = chosen(house, table)
    assert key_of(bench) in json.dumps(recipe_to_json(bench.draft.recipe))
    assert key_of(bench) not in json.dumps(sealed_recipe_to_json(bench.draft.recipe))


def test_a_change_with_a_random_part_can_be_looked_at_before(house, table):
    bench = opening.begin(house, table, QUIET)
    assert deciding.preview(bench, REPLACE).cells == 3


def test_a_step_that_needs_nothing_random_stays_as_it_is():
    step = Step(remedy="leave_out_column", column="Kind")
    assert deciding.with_secret(step) is step


def test_a_step_that_puts_zeros_back_keeps_the_width_that_the_table_tells(house, tmp_path):
    path = tmp_path / "funds.csv"
    path.write_text("fund,n\n" + "".join(f"{('000402', '402')[number % 2]},{number}\n" for number in range(40)))
    bench = opening.begin(house, path, QUIET)
    found = next(one for one in bench.report.findings if one.kind == "lost-zeros")
    assert deciding.step_for(found, bench, remedy("pad_zeros")).parameters == {"width": 6}
