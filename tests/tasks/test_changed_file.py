import json
from dataclasses import replace

import pytest

from steward.manifest.draft_document import draft_from_json, draft_to_json
from steward.readers.errors import FileEmpty
from steward.tasks import deciding, drafting, opening
from steward.tasks.changed_file import FileChange
from steward.vocabulary.decision import Choice
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep, Step
from tests.readers.books import book

QUIET = Silence()


def finding(bench, kind):
    return next(found for found in bench.report.findings if found.kind == kind)


def begun(house, table):
    """Return a draft with a phone column left out and the names kept for a reason."""
    bench = opening.begin(house, table, QUIET)
    step = Step(remedy="leave_out_column", column="Home Phone", reason="private")
    bench = deciding.apply_remedy(house, bench, finding(bench, "phone"), step, QUIET)
    draft = deciding.decide(house, bench.draft, finding(bench, "person_name"), Choice.KEEP, "names of council members")
    return drafting.save(house, draft)


def written(table, change):
    table.write_text(change(table.read_text(encoding="utf-8")), encoding="utf-8")
    return table


def adopted(house, draft, table):
    return opening.adopt_changed_file(house, drafting.load(house, draft.id), table, QUIET)


def test_answers_and_changes_that_fit_are_kept(house, table):
    draft = begun(house, table)
    bench = adopted(house, draft, written(table, lambda text: text + "4,Ann Lee,503-281-0104,2026-03-01,Pruning\n"))
    assert (bench.draft.recipe.steps, bench.draft.decisions) == (draft.recipe.steps, draft.decisions)
    assert "Home Phone" not in bench.candidate.names
    assert (bench.change.rows_before, bench.change.rows_after) == (3, 4)
    assert (bench.change.columns_added, bench.change.columns_removed, bench.change.steps_left_out) == ((), (), ())


def test_columns_that_came_and_went_are_named(house, table):
    bench = adopted(house, begun(house, table), written(table, lambda text: text.replace("Received", "Day", 1)))
    assert (bench.change.columns_added, bench.change.columns_removed) == (("Day",), ("Received",))


def test_a_change_of_a_column_that_is_gone_is_taken_out_and_said_instead_of_failing(house, table):
    draft = begun(house, table)
    bench = adopted(house, draft, written(table, lambda text: text.replace("Home Phone", "Phone at home", 1)))
    assert bench.draft.recipe.steps == ()
    assert ["Home Phone" in str(one) for one in bench.change.steps_left_out] == [True]
    assert bench.change.answers_open_again == 1
    assert {given.kind for given in bench.draft.decisions} == {"person_name"}
    assert "Phone at home" in bench.candidate.names
    assert any(found.kind == "phone" for found in bench.report.findings)   # asked anew


def test_a_change_that_names_single_rows_is_taken_out_of_another_file(house, table):
    bench = opening.begin(house, table, QUIET)
    draft = deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_rows", parameters={"rows": (3,)}), QUIET).draft
    drafting.save(house, draft)
    bench = adopted(house, draft, written(table, lambda text: text.replace("1,Linda", "0,Linda")))
    assert bench.candidate.height == 3
    assert len(bench.change.steps_left_out) == 1


def test_the_numbers_of_kept_changes_follow(house, table):
    draft = begun(house, table)
    rows = Step(remedy="leave_out_rows", parameters={"rows": (3,)})
    shifted = replace(draft, recipe=replace(draft.recipe, steps=(rows, *draft.recipe.steps)), decisions=tuple(
        replace(given, step=None if given.step is None else given.step + 1) for given in draft.decisions))
    drafting.save(house, shifted)
    bench = adopted(house, shifted, written(table, lambda text: text.replace("Pruning", "Removal")))
    assert [step.remedy for step in bench.draft.recipe.steps] == ["leave_out_column"]
    assert {given.step for given in bench.draft.decisions} == {None, 1}


def test_a_file_that_was_only_moved_keeps_everything_and_says_nothing(house, table, tmp_path):
    bench = opening.begin(house, table, QUIET)
    draft = deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_rows", parameters={"rows": (3,)}), QUIET).draft
    drafting.save(house, draft)
    moved = table.rename(tmp_path / "elsewhere.csv")
    bench = adopted(house, draft, moved)
    assert bench.change is None
    assert bench.draft.recipe.steps == draft.recipe.steps
    assert bench.draft.source.name == "elsewhere.csv"


def test_a_sheet_that_is_gone_is_proposed_anew(house, tmp_path):
    path = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]])
    draft = opening.begin(house, path, QUIET, step=ImportStep(sheet="Data")).draft
    book(path, [["a", "b"], [1, 2]], lambda made: setattr(made.active, "title", "Other"))
    bench = adopted(house, draft, path)
    assert bench.change.was_read_anew
    assert bench.draft.recipe.import_step.sheet == "Other"


def test_a_file_that_cannot_be_opened_any_more_leaves_the_draft(house, table):
    draft = begun(house, table)
    table.write_bytes(b"")
    with pytest.raises(FileEmpty):
        adopted(house, draft, table)
    assert drafting.load(house, draft.id) == draft


def test_the_adopted_draft_can_be_resumed(house, table):
    bench = adopted(house, begun(house, table), written(table, lambda text: text.replace("Pruning", "Removal")))
    draft = drafting.save(house, bench.draft)
    assert opening.reopen(house, drafting.load(house, draft.id), QUIET).candidate.height == 3


def test_a_draft_of_an_earlier_version_has_no_shape_and_is_read(house, table):
    document = json.loads(json.dumps(draft_to_json(begun(house, table))))
    for name in ("rows", "columns"):
        del document["source"][name]
    assert (draft_from_json(document).source.rows, draft_from_json(document).source.columns) == (None, ())


def test_the_difference_is_told_in_whole_sentences():
    change = FileChange(rows_before=1200, rows_after=1204, columns_added=("Fee",), columns_removed=("A", "B"),
                        steps_left_out=(say("Leave out one row."),), answers_open_again=1, was_read_anew=True)
    told = [str(one) for one in change.sentences()]
    assert told[0] == "It had 1,200 rows and has 1,204 now."
    assert "New column: Fee." in told
    assert "Columns that are gone: A, B." in told
    assert told[-2] == "Leave out one row."


def test_a_first_look_at_the_difference_without_a_before():
    change = FileChange(rows_before=None, rows_after=2, columns_added=(), columns_removed=())
    assert [str(one) for one in change.sentences()] == ["It has 2 rows now."]


@pytest.mark.parametrize(("before", "after", "told"), [
    (None, 1, "It has one row now."), (None, 0, "It has 0 rows now."), (None, 1200, "It has 1,200 rows now."),
    (5, 5, "It has as many rows as before: 5."), (0, 1, "It had 0 rows and has 1 now."),
    (1200, 999, "It had 1,200 rows and has 999 now.")])
def test_the_number_of_rows_is_told_in_a_sentence_of_its_own(before, after, told):
    change = FileChange(rows_before=before, rows_after=after, columns_added=(), columns_removed=())
    assert [str(one) for one in change.sentences()] == [told]


@pytest.mark.parametrize(("count", "ends"), [(1, "New column: c0."), (10, "c9."), (11, "c9 …."), (3000, "c9 ….")])
def test_of_many_new_columns_a_few_are_named(count, ends):
    names = tuple(f"c{place}" for place in range(count))
    change = FileChange(rows_before=1, rows_after=1, columns_added=names, columns_removed=())
    assert str(change.sentences()[1]).endswith(ends)


def test_a_column_whose_name_has_braces_is_named_as_it_is():
    change = FileChange(rows_before=1, rows_after=1, columns_added=(), columns_removed=("{fee}",))
    assert str(change.sentences()[1]) == "Column that is gone: {fee}."
