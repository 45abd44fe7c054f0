"""Numbers that are dressed up: parentheses, units, dashes, words for nothing, each with its change."""

import pytest

from steward.remedies import StepDoesNotFit, remedy
from tests.builders import cells_of, sheet_of, step


def changed(name, cells, column="Depth", **parameters):
    return cells_of(remedy(name).apply(sheet_of({column: cells}), step(name, column, **parameters)))


@pytest.mark.parametrize(("means", "wanted"), [("zero", ["1", "0", "0", "-3", "x-y"]), ("nothing", ["1", "", "", "-3", "x-y"])])
def test_a_dash_becomes_what_a_person_says(means, wanted):
    assert changed("replace_dashes", ["1", " - ", "\u2013", "-3", "x-y"], means=means) == {"Depth": wanted}


def test_nothing_is_done_while_nobody_said_what_a_dash_means():
    with pytest.raises(StepDoesNotFit):
        changed("replace_dashes", ["1", "-"])


@pytest.mark.parametrize(("column", "cells", "wanted"), [
    ("Depth", ["12 ft", "3 feet", "4"], "Depth ft"), ("pipe_length", ["1.5 mi", "2 miles", ""], "pipe_length_mi"),
    ("share", ["45 %", "12%", "3"], "share_percent"), ("Depth ft", ["12 ft", "3 ft", "4"], "Depth ft")])
def test_the_unit_goes_into_the_name_once(column, cells, wanted):
    assert list(changed("unit_to_header", cells, column)) == [wanted]


def test_different_units_get_a_column_and_are_never_thrown_away():
    cells = ["12 ft", "3.5 mi", "7 Feet", "1,200"]
    assert changed("unit_to_column", cells) == {"Depth": ["12", "3.5", "7", "1200"], "Depth unit": ["ft", "mi", "ft", ""]}
    for name in ("plain_numbers", "unit_to_header"):
        with pytest.raises(StepDoesNotFit):
            changed(name, cells)


@pytest.mark.parametrize(("cells", "units"), [
    (["$1,204", "€1,204", "7"], ["usd", "eur", ""]), (["12-in", "5 - ft", "7"], ["in", "ft", ""]),
    (["$1,204", "12 ft", "(£3)"], ["usd", "ft", "gbp"])])
def test_different_currencies_and_units_behind_a_hyphen_are_never_thrown_away(cells, units):
    assert changed("unit_to_column", cells)["Depth unit"] == units
    for name in ("plain_numbers", "unit_to_header"):
        with pytest.raises(StepDoesNotFit):
            changed(name, cells)


@pytest.mark.parametrize("odd", ["0,123", "12,5", "1.234,50", "€3,75"])
def test_nothing_is_made_plain_where_a_comma_may_part_the_fraction(odd):
    for name in ("plain_numbers", "unit_to_column"):
        with pytest.raises(StepDoesNotFit):
            changed(name, ["1,234 ft", "5,678 ft", odd])


@pytest.mark.parametrize(("words", "wanted"), [
    ("sure", ["", "none", "-"]), ("every", ["", "", ""]), ("none", ["NULL", "", "-"]), ("-", ["NULL", "none", ""])])
def test_only_words_that_a_person_chose_are_made_empty(words, wanted):
    trees = ["Oak", "Elm", "Fir", "Ash"]
    assert changed("blank_missing_words", ["NULL", "none", "-", *trees], "Tree", words=words) == {"Tree": [*wanted, *trees]}


def test_a_word_that_stands_as_often_as_an_answer_goes_only_where_it_was_chosen_by_itself():
    cells = ["None", "Some", "-"] * 4
    assert changed("blank_missing_words", cells, words="every") == {"Depth": ["None", "Some", ""] * 4}
    assert changed("blank_missing_words", cells, words="none") == {"Depth": ["", "Some", "-"] * 4}
