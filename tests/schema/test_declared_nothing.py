"""Words that a field declares as missing: no check speaks of them again, and they outlive a new check of the table."""

from dataclasses import replace

from steward.manifest.draft_document import field_to_json
from steward.schema.context import Context
from steward.schema.declared_nothing import declared_nothing
from steward.schema.examine import examine_context
from steward.schema.inference import infer_fields
from steward.table.inference import profile_table
from steward.tasks.checking import laid_over
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

CELLS = [*(str(number) for number in range(40)), "N/A", "refused", "12x"]


def spoken(field):
    sheet = sheet_of({"count": CELLS, "row": [f"no {place}" for place in range(len(CELLS))]})
    profile = profile_table(sheet, Silence(), 1)
    context = Context(profile=profile, fields={"count": field})
    return {one.kind: list(one.rows) for one in examine_context(context, Silence())}


def field_of(*words):
    inferred, = infer_fields(profile_table(sheet_of({"count": CELLS}), Silence(), 1))
    return inferred.without_values(words)


def test_words_that_are_declared_are_not_told_of_again():
    assert spoken(field_of()) == {"missing-value-word": [42], "type-error": [43, 44]}
    assert spoken(field_of("N/A", "refused")) == {"type-error": [44]}


def test_a_word_is_declared_exactly_as_it_is_written():
    column, = profile_table(sheet_of({"count": CELLS}), Silence(), 1).columns
    assert declared_nothing(column, field_of("n/a", " refused")).sum() == 0
    assert declared_nothing(column, field_of("refused")).sum() == 1


def test_the_words_stay_when_the_table_is_checked_again_and_blanks_are_left_to_the_table():
    said = field_of("refused")
    again, = laid_over([replace(field_of(), missing_values=("", " "))], [said])
    assert again.missing_values == ("", " ", "refused")
    assert said.without_values(()).missing_values == ("",)
    assert field_to_json(again)["missing_values"] == ["", " ", "refused"]
