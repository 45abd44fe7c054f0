"""Keys between sheets: offered one by one, and published only where a person agreed to each."""

from steward.tasks import opening, other_sheets, proposing
from steward.tasks.several_tables import keys_to_others
from steward.tasks.updating import with_steps_of
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.commands.test_prepare_sheets import PLOTS, SURVEYS, TREES, VISITS, book


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
    assert (key.fields, key.table, key.named) == (("tree_id",), "trees", ("tree_id",))
    assert agreed.draft.with_sheet_key(offered.key, is_wanted=False) == visits.draft


def test_an_update_goes_on_with_the_keys_of_last_time(house, tmp_path):
    visits, _trees = tables(house, tmp_path)
    last = visits.draft.with_sheet_key("a key", is_wanted=True)
    assert with_steps_of(visits.draft, last).foreign_keys == ("a key",)


def test_a_key_of_two_columns_is_offered_told_and_agreed_to_as_one(house, tmp_path):
    from dataclasses import replace

    path = book(tmp_path / "plots.xlsx", Visits=SURVEYS, Plots=PLOTS)
    surveys, plots = [opening.begin(house, path, Silence(), step=ImportStep(sheet=sheet)) for sheet in ("Visits", "Plots")]
    told, = [found for found in surveys.report.findings if found.kind == "sheet-key"]
    assert str(told.words.where) == "Columns district, plot, which name columns district, plot of sheet Plots."
    offered, = proposing.proposals_of(surveys, other_sheets.keys_of(house, surveys)).foreign_keys
    agreed = replace(surveys, draft=surveys.draft.with_sheet_key(offered.key, is_wanted=True))
    key, = keys_to_others(agreed, (agreed, plots), ("surveys", "plots"))
    assert (key.fields, key.named) == (("district", "plot"), ("district", "plot"))


def test_a_key_between_a_text_and_a_number_is_not_published(house, tmp_path):
    from dataclasses import replace

    visits, trees = tables(house, tmp_path)
    offered, = other_sheets.keys_of(house, visits)
    typed = tuple(replace(field, type="any") if field.column == "tree_id" else field for field in visits.report.fields)
    agreed = replace(visits, draft=visits.draft.with_sheet_key(offered.key, is_wanted=True),
                     report=replace(visits.report, fields=typed))
    assert keys_to_others(agreed, (agreed, trees), ("visits", "trees")) == ()
