"""What was said of a column stays with it under another name."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.schema.field import Constraints, Field
from steward.table.new_names import new_names
from steward.tasks import deciding, opening
from steward.tasks.renamed import following
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.progress import Silence
from steward.workflow.draft import Draft, Source
from tests.builders import sheet_of, step
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()
SAID = Field(column="Kind", name="Kind", description="What was asked for", constraints=Constraints(required=True))
RENAME = step("rename_column", "Kind", name="Sort of work")


@pytest.fixture
def bench(house, table):
    """Return a table one of whose columns is described, ruled, part of the key, and free of a proposal."""
    begun = opening.begin(house, table, QUIET)
    kept = Decision(kind="look-alike-label", column="Kind", choice=Choice.KEEP, reason="they differ", by="rex", at="2026-01-01")
    draft = begun.draft.with_field(SAID).with_key(("Request", "Kind")).without_proposal("enum Kind").with_decision(kept)
    return opening.recheck(house, begun, draft, QUIET)


def test_words_rules_key_and_answers_go_with_a_renamed_column(house, bench):
    draft = deciding.apply_remedy(house, bench, None, RENAME, QUIET).draft
    assert draft.fields == (replace(SAID, column="Sort of work", name="Sort of work"),)
    assert draft.primary_key == ("Request", "Sort of work")
    assert draft.passed_over == ("enum Sort of work",)
    assert [given.column for given in draft.decisions] == ["Sort of work"]


def test_the_rules_of_a_renamed_column_are_checked(house, bench):
    after = deciding.apply_remedy(house, bench, None, RENAME, QUIET)
    field = next(one for one in after.report.fields if one.column == "Sort of work")
    assert (field.description, field.constraints) == (SAID.description, SAID.constraints)


def test_undo_and_redo_take_them_back_and_forth(house, bench):
    after = deciding.apply_remedy(house, bench, None, RENAME, QUIET)
    undone = deciding.undo(house, after, QUIET)
    assert replace(undone.draft, undone=()) == bench.draft
    assert undone.candidate is bench.candidate
    assert deciding.redo(house, undone, QUIET).draft.fields == after.draft.fields


def test_all_names_of_a_table_changed_in_one_step_keep_their_words(house, bench):
    after = deciding.apply_remedy(house, bench, None, step("rename_headers"), QUIET)
    changed = [one.column for one in after.draft.fields]
    assert changed == [name for name in after.candidate.names if name.lower() == "kind"]


def test_an_answer_that_is_a_step_keeps_the_name_it_was_given_under(house, bench):
    stepped = opening.recheck(house, bench, bench.draft, QUIET)
    given = replace(stepped.draft.decisions[0], choice=Choice.REMEDY, step=1)
    draft = following(stepped.draft.with_decision(given), bench.candidate, bench.candidate)
    assert [one.column for one in draft.decisions] == ["Kind"]


def test_what_is_said_of_the_new_name_already_is_not_written_over():
    before, after = sheet_of({"A": ["1"]}), sheet_of({"B": ["1"]})
    fields = (Field(column="A", name="A", description="old"), Field(column="B", name="B", description="new"))
    source = Source(path="", name="", sha256="", size_bytes=0)
    draft = Draft(id="d", source=source, practice=True, started="", changed="", fields=fields)
    assert following(draft, before, after).fields == fields


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=6, unique=True), st.data())
def test_renaming_forth_and_back_is_the_same(names, data):
    others = data.draw(st.lists(st.sampled_from("abcdefgABC"), min_size=len(names), max_size=len(names), unique=True))
    before, after = (sheet_of({name: ["1"] for name in listed}) for listed in (names, others))
    forth, back = new_names(before, after), new_names(after, before)
    assert {new: old for old, new in forth.items()} == back
    assert all(others[names.index(old)] == new for old, new in forth.items())


def test_a_table_of_other_rows_is_another_table():
    assert new_names(sheet_of({"A": ["1"]}), sheet_of({"B": ["1", "2"]})) == {}


def test_columns_that_came_from_one_place_are_not_mistaken_for_one_another():
    before, after = sheet_of({"A": ["1"]}), sheet_of({"B": ["1"], "C": ["2"]})
    split = replace(after, columns=tuple(replace(column, position=1) for column in after.columns))
    assert new_names(before, split) == {}


def test_a_type_that_a_person_said_is_held_to_next_month_and_one_that_was_only_seen_is_not(house, tmp_path):
    path = tmp_path / "wells.csv"
    path.write_text("Well,Depth,Level\n1,10,3\n2,20,4\n3,30,5\n", encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    said = replace(next(one for one in bench.report.fields if one.column == "Depth"), is_typed=True)
    bench = opening.recheck(house, bench, bench.draft.with_field(said), QUIET)
    done = published(house, decided(house, described(house, bench)))
    path.write_text("Well,Depth,Level\n1,10,3\n2,deep,high\n3,30,low\n", encoding="utf-8")
    update = opening.begin(house, path, QUIET, updates=done.identifier)
    types = {one.column: (one.type, one.is_typed) for one in update.report.fields}
    assert types == {"Well": ("integer", False), "Depth": ("integer", True), "Level": ("string", False)}
    wrong = [found for found in update.report.findings if found.column == "Depth" and found.kind == "type-error"]
    assert [tuple(found.rows) for found in wrong] == [(3,)]
