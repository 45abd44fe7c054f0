from dataclasses import replace

import pytest

from steward.remedies import remedy
from steward.schema.checks._reading_words import SAYINGS
from steward.schema.checks.reading_oddities import CHECK
from steward.table.sheet import Oddity
from steward.vocabulary.positions import NOWHERE, Positions
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of, step
from tests.schema.checks.looking import found


def noticed(kind, rows=NOWHERE, lines=NOWHERE, count=1, **provenance):
    return replace(sheet_of({"a": ["1", "2", "3"], "when": ["2020-07-15", "2020-08-15", "2020-09-16"]}, **provenance),
                   oddities=(Oddity(kind=kind, count=count, rows=rows, lines=lines),))


@pytest.mark.parametrize("kind", sorted(set(SAYINGS) - {"hidden-column"}))
def test_what_the_reader_noticed_is_told(kind):
    finding, = found(CHECK, noticed(kind, rows=Positions([3]), count=2))
    assert (finding.kind, finding.count, list(finding.rows)) == (kind, 2, [3])


def test_a_kind_that_nobody_knows_is_passed_over():
    assert found(CHECK, noticed("of tomorrow")) == []


def test_hidden_rows_ask_for_a_decision_unless_they_were_left_out():
    hidden = Positions([2, 3])
    assert found(CHECK, noticed("hidden-row", rows=hidden))[0].tier is Tier.DECIDE
    assert found(CHECK, noticed("hidden-row", rows=hidden, hidden_rows_included=False)) == []


def test_hidden_columns_ask_for_a_decision_unless_they_were_left_out():
    assert [finding.kind for finding in found(CHECK, sheet_of({"a": ["1"]}, hidden_columns=2))] == ["hidden-column"]
    assert found(CHECK, sheet_of({"a": ["1"]}, hidden_columns=2, hidden_columns_included=False)) == []


def test_each_hidden_column_is_named_and_one_that_was_left_out_is_gone():
    sheet = sheet_of({"a": ["1"], "Home phone": ["2"], "c": ["3"]}, hidden_columns=2, hidden_positions=(2, 3))
    told = [(finding.column, str(finding.words.where)) for finding in found(CHECK, sheet)]
    assert told == [("Home phone", "Column Home phone."), ("c", "Column c.")]
    assert [finding.column for finding in found(CHECK, sheet.without("c"))] == ["Home phone"]


def test_an_oddity_whose_rows_were_left_out_is_gone():
    sheet = noticed("stray-quote", rows=Positions([2, 3]), count=2)
    one_left = remedy("leave_out_rows").apply(sheet, step("leave_out_rows", rows=(2,)))
    none_left = remedy("leave_out_rows").apply(sheet, step("leave_out_rows", rows=(2, 3)))
    assert [(finding.count, list(finding.rows)) for finding in found(CHECK, one_left)] == [(1, [3])]
    assert found(CHECK, none_left) == []


def test_dates_that_were_rebuilt_to_months_are_shown_otherwise_no_more():
    sheet = noticed("date-shown-otherwise", rows=Positions([2, 3]), count=2)
    assert len(found(CHECK, sheet)) == 1
    assert found(CHECK, remedy("rebuild_months").apply(sheet, step("rebuild_months", "when"))) == []


def test_cells_below_a_merged_one_are_told_until_they_are_filled():
    oddity = Oddity(kind="merged-rows", count=2, rows=Positions([3, 4]), position=1)
    sheet = replace(sheet_of({"a": ["x", "", "", ""], "b": ["1", "2", "3", "4"]}), oddities=(oddity,))
    finding, = found(CHECK, sheet)
    after = remedy("fill_down").apply(sheet, remedy("fill_down").step_for(finding))
    assert after.column("a").values.to_pylist() == ["x", "x", "x", ""]
    assert found(CHECK, after) == []


def test_lines_are_told_where_rows_are_not_known():
    finding, = found(CHECK, noticed("nul-byte", lines=Positions([70001])))
    assert str(finding.words.where) == "Line 70001."


def test_an_oddity_without_a_place_is_about_the_whole_table():
    assert str(found(CHECK, noticed("nul-byte"))[0].words.where) == "The whole table."


def test_rows_of_nothing_but_unsaved_formulas_are_named_although_they_are_empty():
    oddity = Oddity(kind="uncached-formula", count=2, rows=Positions([2, 3]))
    sheet = replace(sheet_of({"a": []}, blank_rows=(2, 3)), oddities=(oddity,))
    assert [(finding.kind, list(finding.rows)) for finding in found(CHECK, sheet)] == [("uncached-formula", [2, 3])]


def test_cells_below_the_table_are_asked_about_although_their_rows_are_not_in_it():
    sheet = replace(sheet_of({"a": ["1"]}), oddities=(Oddity(kind="outside-region", count=3, rows=Positions([40, 41])),))
    finding = found(CHECK, sheet)[0]
    assert (finding.kind, str(finding.tier), finding.count, list(finding.rows)) == ("outside-region", "decide", 3, [40, 41])
