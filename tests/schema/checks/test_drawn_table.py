import random

import pytest

from steward.schema.checks.drawn_table import CHECK, is_ruler
from tests.builders import sheet_of, sheet_of_rows
from tests.readers.opened import read_text
from tests.schema.checks.looking import found
from tests.schema.checks.test_not_data import of_lines

NAMES = ["case", "opened", "state", "fee"]
WORDS = ["Open", "In review", "Closed", "", "Not known"]


def records(count=9, seed=1):
    dice = random.Random(seed)
    return [[str(dice.randint(1, 99_999)), f"2024-01-{number + 10}", dice.choice(WORDS), f"{dice.random() * 90:.2f}"]
            for number in range(count)]


def padded(cells, width=12):
    return [cell.ljust(width) for cell in cells]


def kinds(sheet):
    return {finding.kind: list(finding.rows) for finding in found(CHECK, sheet)}


def markdown(rule):
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (NAMES, [rule] * 4, *records()))


def psql():
    return "\n".join([" " + " | ".join(padded(NAMES)), "+".join(["-" * 14] * 4), *(" " + " | ".join(padded(one))
                                                                                  for one in records())])


def mysql():
    rule = "+" + "+".join(["-" * 14] * 4) + "+"
    return "\n".join(["| " + " | ".join(padded(one)) + " |" if one else rule for one in (NAMES, [], *records(), [])])


@pytest.mark.parametrize(("text", "rows"), [(markdown("---"), [2]), (markdown(":-:"), [2]), (markdown("---:"), [2]),
                                            (psql(), [2]), (mysql(), [2, 12])])
def test_a_drawn_line_is_no_record_and_is_named(text, rows):
    assert kinds(of_lines(text, "|")) == {"ruler-row": rows}


def test_lines_that_sqlcmd_draws_between_commas_are_named():
    drawn = ["----", "----------", "-----", "---"]
    assert kinds(of_lines("\n".join(map(",".join, [NAMES, drawn, *records()])))) == {"ruler-row": [2]}


def test_a_drawn_line_in_the_place_of_the_names_is_named():
    rule = "  ".join(["=" * 12] * 4)
    text = "\n".join([rule, "  ".join(padded(NAMES)), *("  ".join(padded(one)) for one in records())])
    assert kinds(of_lines(text)) == {"ruler-row": [], "fixed-width": []}


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("between", [" ", "  ", "    "])
def test_columns_that_blanks_line_up_are_named(seed, between):
    width = max(len(cell) for one in (NAMES, *records(9, seed)) for cell in one) + 1
    text = "\n".join(between.join(padded(one, width)) for one in (NAMES, *records(9, seed)))
    assert kinds(of_lines(text)) == {"fixed-width": []}


def test_columns_that_blanks_line_up_are_named_where_names_hold_commas(tmp_path):
    people = [f"{name + ', JR':<18}{number:<9}{name:<10}" for number, name in enumerate(["SMITH", "LEE", "OROZCO", "KIM"])]
    text = "\n".join(["name, suffix      number   other", *people]) + "\n"
    assert read_text(tmp_path, text).labels[0] == "name"
    assert kinds(of_lines(text)) == {"fixed-width": []}


def test_words_that_single_blanks_divide_evenly_are_named():
    lines = [f"{number} 2024-01-1{number} {number}.5" for number in range(6)]
    assert kinds(sheet_of({"id when fee": lines})) == {"fixed-width": []}


@pytest.mark.parametrize("sheet", [
    sheet_of({"address": [f"{number} Main St" for number in range(9)]}),
    sheet_of({"Full street address": [f"{number} Main St" for number in range(9)]}),
    sheet_of({"note": ["A tree fell.  Nobody was hurt.", "Two  blanks", "None at all here", "x", "y"]}),
    sheet_of({"id": ["1", "2", "3", "4"], "name": ["Elm  St", "Oak  Ave", "Fir  Rd", "Ash  Ln"]}),
    sheet_of({"size": ["---", "5", "6", "---"]}),
    sheet_of_rows(["a", "b", "c", "d"], [["---", "", "", ""], ["1", "2", "3", "4"]]),
    sheet_of({"a": ["-", "--", "1"], "b": ["-", "x", "2"]}), sheet_of({"id when fee": ["1 2 3"] * 6}, has_lines=False),
], ids=lambda sheet: sheet.names[0])
def test_ordinary_cells_are_no_drawing(sheet):
    assert kinds(sheet) == {}


@pytest.mark.parametrize("line", ["+---+", "|---|:--:|", "------ -----", "┌──┬──┐", "=====", "---,----", "_____"])
def test_lines_are_drawn_with_many_signs(line):
    assert is_ruler(line)


@pytest.mark.parametrize("line", ["", "a---", "--", "1-2-3", "- - -", "..."])
def test_other_signs_draw_no_line(line):
    assert not is_ruler(line)
