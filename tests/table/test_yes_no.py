"""Columns that answer yes or no in words, and those that only look so."""

import pytest

from steward.schema.inference import infer_field
from steward.table.inference import profile_column
from steward.table.yes_no import are_flags, yes_or_no
from tests.builders import sheet_of


def profiled(cells):
    return profile_column(sheet_of({"a": cells}).column("a"))


@pytest.mark.parametrize(("cells", "yes", "no"), [
    (["Y", "N", "Y"], ("Y",), ("N",)), (["yes", "No", "", "YES"], ("YES", "yes"), ("No",)), (["T", "F"] * 40, ("T",), ("F",)),
    (["Y", "N", "N/A"], ("Y",), ("N",))])
def test_both_answers_are_told_as_they_are_written(cells, yes, no):
    answers = yes_or_no(profiled(cells))
    assert (answers.yes, answers.no) == (yes, no)


@pytest.mark.parametrize("cells", [["Y"] * 9, ["N", "S", "E", "W"], ["Yes", "No", "Maybe"], ["", ""], [], ["true", "false"],
                                   [f"word {number}" for number in range(40)] + ["Y", "N"]])
def test_one_answer_alone_or_another_word_beside_them_is_no_column_of_answers(cells):
    assert yes_or_no(profiled(cells)) is None


def test_the_published_field_names_the_answers_and_blanks_or_words_for_nothing_keep_it_text():
    field = infer_field(profiled(["Yes", "No", ""]))
    assert (field.type, field.true_values, field.false_values) == ("boolean", ("Yes",), ("No",))
    assert infer_field(profiled(["Yes", "No", " "])).type == "string"
    assert infer_field(profiled(["Yes", "No", "N/A"])).type == "string"


def test_only_one_and_zero_together_are_flags():
    assert are_flags(profiled(["1", "0", ""]))
    assert not any(are_flags(profiled(cells)) for cells in (["1", "1"], ["0", "1", "2"], ["Y", "N"], []))
