"""Keys of random identifiers: others in each release, but for those that a person keeps."""

from dataclasses import replace

import pytest

from steward.remedies import remedy
from steward.tasks import opening
from steward.tasks.step_keys import for_next_release, with_secret
from steward.tasks.updating import with_steps_of
from steward.vocabulary.progress import Silence
from tests.builders import cells_of, sheet_of, step

REMEDY = remedy("replace_by_random_id")


def identifiers(one):
    return cells_of(REMEDY.apply(sheet_of({"c": ["A-1", "A-2", "A-1"]}), one))["c"]


def test_the_next_release_has_other_identifiers():
    first = with_secret(step(REMEDY.name, "c"))
    then = for_next_release(first)
    assert set(identifiers(first)).isdisjoint(identifiers(then))
    assert {**then.parameters, "private_key": ""} == {**first.parameters, "private_key": ""}


def test_identifiers_that_a_person_keeps_are_the_same_again():
    first = with_secret(step(REMEDY.name, "c", release="stable"))
    assert for_next_release(first) is first
    assert identifiers(for_next_release(first)) == identifiers(first)


def test_where_the_key_is_kept_is_said():
    told = str(REMEDY.describe(step(REMEDY.name, "c", release="stable")))
    assert "the key is kept in the draft on this computer" in told
    assert "key" not in str(REMEDY.describe(step(REMEDY.name, "c")))
    assert "whoever has it" in str(REMEDY.asks[0].explain)


@pytest.mark.parametrize("one", [step("leave_out_column", "c"), step("trim_blanks", "c")])
def test_steps_without_a_key_stay_as_they_are(one):
    assert for_next_release(one) is one


def test_an_update_draws_the_keys_anew(house, table):
    draft = opening.begin(house, table, Silence()).draft
    kept, fresh = (with_secret(step(REMEDY.name, "Request", release=way)) for way in ("stable", "new"))
    before = replace(draft, recipe=replace(draft.recipe, steps=(kept, fresh)))
    again = with_steps_of(draft, before).recipe.steps
    assert again[0] == kept
    assert again[1].parameters["private_key"] != fresh.parameters["private_key"]
