"""What every remedy keeps to, asked of each one that is found."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit, all_remedies, remedies_for, remedy
from steward.table.inference import profile_column
from steward.table.sheet import Quarantined
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.positions import Positions
from steward.vocabulary.question import answered
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from tests.builders import cells_of, sheet_of, step

PARAMETERS = {"mend_row": {"rows": (9,), "records": 1, "edits": (3, 1, 0)},
              "leave_out_rows": {"rows": (3,)}, "edit_cell": {"row": 3, "private_text": "new"},
              "titles_to_column": {"rows": (3,)}, "leave_out_small_groups": {"columns": ("c",), "fewest": 2},
              "leave_out_sensitive_rows": {"words": ("b",)}, "hide_place_of_rows": {"words": ("b",), "places": ("c",)},
              "suppress_small_cells": {"columns": ("c",), "totals": "unknown"},
              "swap_coordinates": {"other": "k"}, "add_minus": {"other": "k"}, "reproject_state_plane": {"other": "k"},
              "reproject_web_mercator": {"other": "k"},
              "rename_column": {"name": "other"}, "replace_dashes": {"means": "zero"}, "birth_to_age": {"on": "2026-01-31"},
              "recode_rare": {"fewest": 2}, "replace_by_random_id": {"private_key": "0f" * 16},
              "reshape": {"ids": ("k",), "values": ("c",), "what": "month", "blanks": "keep"}}
FIT_BESIDE = {"suppress_small_cells": ["1", "2", "3"],
              "swap_coordinates": ["-122.6", "45.5", "-122.7"], "add_minus": ["45.5", "45.6", "45.7"],
              "reproject_state_plane": ["680000", "690000", "1"],
              "reproject_web_mercator": ["5695000", "5700000", "1"],
              "titles_to_column": ["1", "", "1"],
              "snap_to_block": ["12 SW Main St", "40 SW Main St", "512 NE Alder Ave"]}
TYPED = {"birth_to_age": "2025-12-31"}
WHOLE_TABLE = ("titles_to_column", "rename_headers", "mend_row",
               "reshape", "leave_out_rows", "leave_out_blank_rows", "leave_out_duplicates", "leave_out_quarantined",
               "unwrap_rows", "leave_out_small_groups", "suppress_small_cells")
CELLS = st.sampled_from(["", " x ", "NULL", "$1,204", "503-555-0100", "4/30/2018", "45.523456", "12", "é", "a,b\n"])
BOTH_WAYS = ["4/5/2018", "5/6/2018"]
ASKED = {"rebuild_ranges": ["5-Jan", "6-10", "11-15"], "serials_to_dates": ["2020-01-05", "43831.5", "2020-02-09"],
         "iso_dates": BOTH_WAYS, "read_dates": BOTH_WAYS, "rebuild_months": ["2020-07-15", "2020-08-16"],
         "split_column": ["a; b, c | d / e", "f\ng"], "suppress_small_cells": ["3", "40", "50"]}
FIT = {"rebuild_ranges": ["5-Jan", "6-10", "11-15"], "serials_to_dates": ["2020-01-05", "43831.5", "2020-02-09"],
       "write_periods": ["Jan 2019", "2019-02", ""],
       "iso_dates": ["4/30/2018", "5/1/2018", ""], "read_dates": ["4/30/2018", "13.5.2018", ""],
       "rebuild_months": ["2020-07-15", "2020-08-16", ""], "blank_default_dates": ["2020-07-15", "1900-01-01", ""],
       "unit_to_header": ["3 ft", "4 ft", "5"],
       "split_column": ["a; b", "c", "a"], "place_to_columns": ["45.5, -122.6", "", "45.6, -122.7"],
       "swap_coordinates": ["45.5", "-122.6", "45.6"], "add_minus": ["122.6", "122.7", "-122.8"],
       "reproject_state_plane": ["7640000", "7650000.5", ""],
       "reproject_web_mercator": ["-13650000", "-13655000.5", ""],
       "snap_to_block": ["45.51234", "45.51444", "45.6"],
       "recode_rare": ["a", "a", "a"], "suppress_small_cells": ["3", "40", ""], "top_and_bottom_code": ["1", "2", "1"]}


def table(remedy_name="", cells=("a", "b", "a")):
    return sheet_of({"c": FIT.get(remedy_name, list(cells)), "k": FIT_BESIDE.get(remedy_name, ["1", "2", "1"])}, chunks=2,
                    quarantine=[Quarantined(row=9, line=9, cells=1, text='"x,y"' if remedy_name == "unwrap_rows" else "x")])


def step_of(one):
    return step(one.name, None if one.name in WHOLE_TABLE else "c", **PARAMETERS.get(one.name, {}))


every_remedy = pytest.mark.parametrize("one", all_remedies(), ids=lambda one: one.name)


@every_remedy
def test_a_remedy_says_what_it_does_and_what_is_lost(one):
    assert str(one.title)
    assert str(one.explain).endswith(".")
    assert str(one.loses).endswith(".") or not str(one.loses)
    assert str(one.describe(step_of(one))).endswith(".")


@every_remedy
def test_a_remedy_leaves_the_sheet_it_was_given_alone(one):
    sheet = table(one.name)
    before, rows = cells_of(sheet), sheet.rows.copy()
    one.apply(sheet, step_of(one))
    assert cells_of(sheet) == before
    assert sheet.rows.tolist() == rows.tolist()


@every_remedy
def test_columns_that_a_remedy_does_not_touch_are_shared(one):
    sheet = table(one.name)
    changed = one.apply(sheet, step_of(one))
    if changed.height == sheet.height and one.name not in FIT_BESIDE:
        assert changed.column("k").values is sheet.column("k").values


@every_remedy
def test_every_record_keeps_the_row_and_line_it_came_from(one):
    sheet = table(one.name)
    changed = one.apply(sheet, step_of(one))
    origin = dict(zip(sheet.rows.tolist(), sheet.column("k").values.to_pylist(), strict=True))
    known = [(row, cell) for row, cell in zip(changed.rows.tolist(), changed.column("k").values.to_pylist(), strict=True)
             if (row in origin or one.name not in ("mend_row", "unwrap_rows"))
             and one.name not in ("swap_coordinates", "add_minus", "reproject_state_plane", "reproject_web_mercator")]
    assert [origin[row] for row, _ in known] == [cell for _, cell in known]
    assert changed.lines.tolist() == changed.rows.tolist()
    assert all(len(column.values) == changed.height for column in changed.columns)


@every_remedy
def test_a_remedy_gives_the_same_twice(one):
    sheet = table(one.name)
    assert cells_of(one.apply(sheet, step_of(one))) == cells_of(one.apply(sheet, step_of(one)))


@every_remedy
def test_a_missing_column_is_said_and_not_stumbled_over(one):
    if one.name not in WHOLE_TABLE:
        for column in ("gone", None):
            with pytest.raises(StepDoesNotFit):
                one.apply(table(), step(one.name, column, **PARAMETERS.get(one.name, {})))


@every_remedy
@settings(max_examples=8)     # of each of all remedies
@given(cells=st.lists(CELLS, min_size=6, max_size=6))
def test_a_remedy_takes_any_cells_or_refuses_in_words(one, cells):
    with suppress(StepDoesNotFit):
        changed = one.apply(sheet_of({"c": cells, "k": list("121212")}), step_of(one))
        assert all(None not in column for column in cells_of(changed).values())
        assert all(column.values.type == "string" for column in changed.columns)


@every_remedy
def test_a_remedy_takes_large_text_and_leaves_it_large(one):
    import pyarrow as pa

    sheet = table(one.name)
    large = sheet.with_values("c", sheet.column("c").values.cast(pa.large_string()))
    assert cells_of(one.apply(large, step_of(one))) == cells_of(one.apply(sheet, step_of(one)))


@every_remedy
def test_a_finding_gives_the_step_that_answers_it(one):
    finding = Finding(kind="total-row", tier=Tier.WARN, column="c", count=1, rows=Positions([3]), words=Words(what=say("x")))
    assert one.step_for(finding).remedy == one.name


def test_an_unknown_remedy_is_refused_in_words():
    with pytest.raises(StepDoesNotFit):
        remedy("no_such")


def test_leaving_out_the_column_answers_whatever_is_about_a_column():
    assert "leave_out_column" in remedies_for("a kind of tomorrow", "string")
    assert "leave_out_column" not in remedies_for("blank-row", "string")


@every_remedy
def test_every_question_of_a_remedy_has_a_label_an_explanation_and_ready_answers(one):
    for question in one.asks:
        assert str(question.text)
        assert str(question.explain).endswith(".")
        assert len({option.value for option in question.options}) == len(question.options)
        assert all(str(option.label) for option in question.options)
        assert not question.options or question.first in ("", *(option.value for option in question.options))


@every_remedy
def test_every_answer_that_a_remedy_offers_can_be_carried_out_and_is_told(one):
    for question in one.asks:
        for answer in [option.value for option in question.options] or [TYPED.get(one.name, "other")]:
            wanted = answered(step_of(one), question, answer)
            told = str(one.describe(wanted))
            sheet = sheet_of({"c": ASKED.get(one.name, ["45.123456", "7"] + ["x"] * 20 + ["y"] * 30)})
            assert one.apply(sheet, wanted).columns
            assert told != str(one.describe(answered(step_of(one), question, ""))) or answer == question.first


@every_remedy
def test_the_questions_that_arise_are_among_those_a_remedy_declares(one):
    column = profile_column(table(one.name).columns[0])
    assert set(one.questions(column)) <= set(one.asks)
    assert set(one.questions(None)) <= set(one.asks)
