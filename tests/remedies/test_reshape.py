"""Turning columns into rows: pandas.melt is the oracle for the cells, the sheet for rows and order."""

from dataclasses import replace

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit
from steward.remedies.reshape import REMEDY
from steward.table.canonical import write_csv
from steward.table.sheet import Quarantined
from steward.vocabulary.progress import Silence
from steward.workflow.effect import Shape, effect
from tests.builders import cells_of, sheet_of, sheet_of_rows, step

CELLS = st.sampled_from(["", " ", "\u00a0", "0", "007", "1,204", "NULL", "nan", "é", 'a"b', "a\nb", "2020-01-01"])
MONTHS = ("Jan 2019", "Feb 2019", "Mar 2019")


def permits(**more):
    return sheet_of({"kind": ["new", "old"], "Jan 2019": ["1", ""], "Feb 2019": ["2", "4"], "Mar 2019": [" ", "5"],
                     "Total": ["3", "9"]}, **more)


def reshaped(sheet, ids=("kind",), values=MONTHS, left_out=("Total",), **more):
    return REMEDY.apply(sheet, step("reshape", ids=ids, values=values, left_out=left_out, **more))


def test_each_value_becomes_a_record_with_its_month_and_the_row_it_came_from():
    after = reshaped(permits(), what="Month", value="Count")
    assert cells_of(after) == {"kind": ["new", "new", "old", "old"], "Month": ["Jan 2019", "Feb 2019", "Feb 2019", "Mar 2019"],
                               "Count": ["1", "2", "4", "5"]}
    assert (after.rows.tolist(), after.lines.tolist(), after.parts.tolist()) == ([2, 2, 3, 3], [2, 2, 3, 3], [0, 1, 1, 2])


def test_blank_cells_give_rows_too_where_that_is_chosen():
    after = reshaped(permits(), blanks="keep")
    assert (after.height, cells_of(after)["Value"]) == (6, ["1", "2", " ", "", "4", "5"])


def test_a_header_that_holds_two_things_gives_two_columns():
    sheet = sheet_of({"kind": ["new"], "2019 In": ["1"], "2019 Out": ["2"]})
    after = reshaped(sheet, values=("2019 In", "2019 Out"), left_out=(), what="Year", says=("2019", "2019"),
                     what_2="Direction", says_2=("In", "Out"))
    assert cells_of(after) == {"kind": ["new", "new"], "Year": ["2019", "2019"], "Direction": ["In", "Out"],
                               "Value": ["1", "2"]}


def test_titles_of_sections_become_a_column_and_their_rows_go():
    sheet = sheet_of({"kind": [" HOMES: ", "new", "SHOPS:", "new", "old"], "Jan": ["", "1", "", "2", "3"]})
    after = reshaped(sheet, values=("Jan",), left_out=(), titles="Section", title_rows=(2, 4))
    assert cells_of(after)["Section"] == ["HOMES:", "SHOPS:", "SHOPS:"]
    assert after.rows.tolist() == [3, 5, 6]


def test_records_above_the_first_title_have_none():
    sheet = sheet_of({"kind": ["new", "SHOPS:", "old"], "Jan": ["1", "", "3"]})
    after = reshaped(sheet, values=("Jan",), left_out=(), titles="Section", title_rows=(3,))
    assert cells_of(after)["Section"] == ["", "SHOPS:"]


@pytest.mark.parametrize("rows", [(3,), (2, 99), (4,)])
def test_a_row_that_holds_values_or_is_not_there_is_taken_for_no_title(rows):
    sheet = sheet_of({"kind": ["HOMES:", "new", ""], "Jan": ["", "1", ""]})
    with pytest.raises(StepDoesNotFit):
        reshaped(sheet, values=("Jan",), left_out=(), titles="Section", title_rows=rows)


def test_blank_cells_of_a_group_take_the_name_above():
    sheet = sheet_of({"group": ["", "parks", "", " ", "streets"], "Jan": list("12345")}, chunks=3)
    after = reshaped(sheet, ids=("group",), values=("Jan",), left_out=(), filled_down=("group",))
    assert cells_of(after)["group"] == ["", "parks", "parks", "parks", "streets"]


def test_rows_of_totals_go_by_choice():
    assert reshaped(permits(), rows_left_out=(3,)).rows.tolist() == [2, 2]


def test_a_column_of_a_later_file_is_named_and_never_taken_for_something():
    later = permits()
    later = replace(later, columns=(*later.columns, replace(later.columns[1], name="Apr 2019", label="Apr 2019")))
    with pytest.raises(StepDoesNotFit) as refusal:
        reshaped(later)
    assert "Apr 2019" in str(refusal.value.words.where)


@pytest.mark.parametrize("more", [
    {"values": ()}, {"values": ("Jan 2019", "Feb 2019")}, {"values": (*MONTHS, "gone")}, {"ids": ("kind", "Total")},
    {"value": "kind"}, {"what": "Value"}, {"value": " "}, {"says": ("one",)}, {"rows_left_out": (99,)}, {"titles": "Section"},
    {"filled_down": ("Total",)}, {"what_2": "Measure"}, {"what_2": "Measure", "says_2": ("a", "b")},
], ids=str)
def test_a_step_that_says_too_little_or_too_much_is_refused(more):
    with pytest.raises(StepDoesNotFit):
        reshaped(permits(), **more)


def test_records_set_apart_stay_set_apart():
    apart = (Quarantined(row=9, line=9, cells=1, text="x"),)
    assert reshaped(permits(quarantine=apart)).quarantine == apart


def test_labels_are_tidied_and_cells_are_not():
    sheet = sheet_of_rows(["kind", "  RS\nNew "], [[" a ", " 1,204 "]])
    after = reshaped(sheet, values=("  RS\nNew ",), left_out=())
    assert cells_of(after) == {"kind": [" a "], "Column": ["RS New"], "Value": [" 1,204 "]}


def test_the_recipe_says_in_words_what_goes_and_what_becomes_of_it():
    told = str(REMEDY.describe(step("reshape", ids=("kind",), values=MONTHS, left_out=("Total",), what="Month", value="Count",
                                    rows_left_out=(5, 6), titles="Section", title_rows=(2,), filled_down=("kind",))))
    for words in ("3 columns", "Month", "Count", "Total", "2 rows", "Section", "kind", "blank cell gives no row"):
        assert words in told


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_the_cells_are_those_of_pandas_melt_and_every_filled_one_is_there_once(data):
    height, width = data.draw(st.integers(0, 6)), data.draw(st.integers(1, 5))
    values = tuple(f"v{place}" for place in range(width))
    table = {name: data.draw(st.lists(CELLS, min_size=height, max_size=height)) for name in ("id", *values)}
    keeps = data.draw(st.booleans())
    sheet = sheet_of(table, chunks=data.draw(st.integers(1, 3)))
    after = reshaped(sheet, ids=("id",), values=values, left_out=(), blanks="keep" if keeps else "")
    frame = pd.DataFrame({"row": sheet.rows.tolist(), **table}, dtype=object)
    expected = frame.melt(["row", "id"], list(values), "Column", "Value").sort_values("row", kind="stable")
    expected = expected if keeps else expected[expected["Value"].map(lambda cell: bool(cell.strip())).astype(bool)]
    assert after.rows.tolist() == expected["row"].tolist()
    assert cells_of(after) == {name: expected[name].tolist() for name in ("id", "Column", "Value")}
    assert len(set(zip(after.rows.tolist(), after.parts.tolist(), strict=True))) == after.height


@settings(max_examples=25, deadline=None)
@given(cells=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8), large=st.booleans())
def test_the_same_step_gives_the_same_bytes(cells, large):
    import io

    columns = dict(zip(("id", "a", "b"), zip(*cells, strict=True), strict=True)) if cells else {"id": (), "a": (), "b": ()}
    written = []
    for chunks in (1, 3):
        sheet = sheet_of(columns, chunks=chunks)
        last = sheet.column("b")
        sheet = sheet.with_values("b", last.values.cast(pa.large_string())) if large else sheet  # noqa: PD011
        after = reshaped(sheet, ids=("id",), values=("a", "b"), left_out=())
        stream = io.BytesIO()
        write_csv(after, after.names, stream, Silence())
        written.append(stream.getvalue())
    assert written[0] == written[1]


def test_a_reshaped_table_can_be_reshaped_again_and_each_record_keeps_its_own_number():
    once = reshaped(permits(), blanks="keep")
    twice = reshaped(once, ids=("kind",), values=("Column", "Value"), left_out=(), what="which", value="cell", blanks="keep")
    assert len(set(zip(twice.rows.tolist(), twice.parts.tolist(), strict=True))) == twice.height == 12


def test_the_effect_of_a_reshape_is_told_in_rows_and_columns():
    sheet = permits()
    assert effect(sheet, reshaped(sheet)).reshaped == Shape(rows_before=2, columns_before=5, rows=4, columns=3)


def test_totals_that_stay_are_told_from_records_by_a_column():
    sheet = sheet_of({"kind": ["new", "Total"], "Jan": ["1", "1"], "Feb": ["2", "2"]}, chunks=2)
    after = reshaped(sheet, values=("Jan", "Feb"), left_out=(), mark="Kind of row", mark_rows=(3,))
    assert cells_of(after)["Kind of row"] == ["Record", "Record", "Total", "Total"]
    assert after.names == ("Kind of row", "kind", "Column", "Value")


def test_the_words_of_that_column_can_be_chosen_and_titles_stand_before_it():
    sheet = sheet_of({"kind": ["HOMES", "new", "Total"], "Jan": ["", "1", "1"]})
    after = reshaped(sheet, values=("Jan",), left_out=(), mark="Row", mark_rows=(4,), mark_says=("sum", "one"),
                     titles="Section", title_rows=(2,))
    assert (cells_of(after)["Row"], after.names[:2]) == (["one", "sum"], ("Section", "Row"))
    assert "Column Row tells one row from the others." in str(REMEDY.describe(step("reshape", mark="Row", mark_rows=(4,))))


@pytest.mark.parametrize("more", [{"mark": "Row"}, {"mark_rows": (2,)}, {"mark": "Row", "mark_rows": (99,)},
                                  {"mark": "kind", "mark_rows": (2,)}])
def test_marks_without_rows_or_name_are_refused(more):
    with pytest.raises(StepDoesNotFit):
        reshaped(permits(), **more)


def test_rows_that_are_no_titles_are_named():
    sheet = sheet_of({"kind": ["HOMES:", "new", ""], "Jan": ["", "1", ""]})
    with pytest.raises(StepDoesNotFit) as refused:
        reshaped(sheet, values=("Jan",), left_out=(), titles="Section", title_rows=(2, 3, 4, 99))
    assert str(refused.value.words.where) == "Rows 3, 4, 99."


def test_a_table_that_would_have_too_many_cells_is_refused_before_it_is_made(monkeypatch):
    from steward.remedies import _reshape_plan

    monkeypatch.setattr(_reshape_plan, "MOST_CELLS", 17)      # 2 records, 3 values, 3 columns: 18
    with pytest.raises(StepDoesNotFit, match="more cells"):
        reshaped(permits(), what="Month", value="Count")
    monkeypatch.setattr(_reshape_plan, "MOST_CELLS", 18)
    assert reshaped(permits(), what="Month", value="Count").height == 4
