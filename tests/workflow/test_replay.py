import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit
from steward.remedies.merge_labels import chosen_step
from steward.table.canonical import write_csv
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Recipe
from steward.workflow.replay import replay
from tests.builders import cells_of, sheet_of, step

CELLS = st.sampled_from(["", " x ", "NULL", "$1,204", "4/30/2018", "45.523456", "12",
                         "3 ft", "(7)", " - ", "Alder", "ALDER.", 'say "no"', "a,b\n", "\r"])
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=10)
STEPS = st.lists(st.sampled_from([
    step("trim_blanks", "a"), step("trim_blanks", "b"), step("blank_missing_words", "b"), step("leave_out_column", "c"),
    step("leave_out_duplicates"), step("leave_out_blank_rows"), step("plain_numbers", "a"), step("mask_all_but_last_four", "b"),
    step("date_to_year", "a"), step("round_coordinates", "b"), step("replace_dashes", "a", means="zero"),
    step("unit_to_header", "a"), step("unit_to_column", "b"), step("blank_missing_words", "a", words="every"),
    step("merge_labels", "a"), chosen_step("b", {"ALDER.": "Elder"}, [frozenset(("Alder", "Elder"))], "two trees"),
    ]), max_size=5)


def sheet_from(records):
    return sheet_of({name: [record[place] for record in records] for place, name in enumerate("abc")}, chunks=2)


def bytes_of(sheet):
    stream = io.BytesIO()
    write_csv(sheet, sheet.names, stream, Silence())
    return stream.getvalue()


def candidate(sheet, steps):
    """Return the bytes of the candidate, or the words of the step that does not fit."""
    try:
        return bytes_of(replay(sheet, Recipe(steps=tuple(steps)), Silence()))
    except StepDoesNotFit as refusal:
        return str(refusal.words.where)


@given(TABLES, STEPS)
def test_replaying_a_recipe_gives_the_same_bytes(records, steps):
    assert candidate(sheet_from(records), steps) == candidate(sheet_from(records), steps)


@given(TABLES, STEPS)
def test_the_original_stays_as_it_was(records, steps):
    sheet = sheet_from(records)
    candidate(sheet, steps)
    assert cells_of(sheet) == cells_of(sheet_from(records))


def test_an_empty_recipe_gives_the_original_itself():
    sheet = sheet_of({"a": ["1"]})
    assert replay(sheet, Recipe(), Silence()) is sheet


def test_steps_follow_each_other():
    recipe = Recipe(steps=(step("rename_column", "a", name="b"), step("trim_blanks", "b")))
    assert cells_of(replay(sheet_of({"a": [" x "]}), recipe, Silence())) == {"b": ["x"]}


def test_a_step_that_does_not_fit_is_named_by_its_number():
    recipe = Recipe(steps=(step("leave_out_column", "a"), step("trim_blanks", "a")))
    with pytest.raises(StepDoesNotFit) as caught:
        replay(sheet_of({"a": ["1"], "b": ["2"]}), recipe, Silence())
    assert "Step 2" in str(caught.value.words.where)
    assert "Column a" in str(caught.value.words.where)


def test_an_unknown_remedy_is_named_by_its_step():
    with pytest.raises(StepDoesNotFit, match="does not know"):
        replay(sheet_of({"a": ["1"]}), Recipe(steps=(step("of_tomorrow"),)), Silence())


def test_a_person_can_stop_a_replay():
    class Stopped:
        def report(self, fraction, message):
            raise Cancelled

    with pytest.raises(Cancelled):
        replay(sheet_of({"a": ["1"]}), Recipe(steps=(step("trim_blanks", "a"),)), Stopped())
