"""Headers that are wider or narrower than the records, or are records themselves: told once, with every record usable."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.readers.header import find_layout
from steward.readers.header_fit import is_like_records, recurs_below, width_of
from tests.readers.opened import cells_of, read_text

NAMES = ["case", "place", "fee", "state", "remark", "source"]


def oddities(reading):
    return {one.kind: one.count for one in reading.oddities}


def table(names, width, height=6, delimiter=","):
    records = [[f"r{row}c{column}" for column in range(width)] for row in range(height)]
    return "\n".join(delimiter.join(cells) for cells in (names, *records)) + "\n"


@settings(max_examples=40, deadline=None)
@given(width=st.integers(2, 5), extra=st.integers(1, 4), height=st.integers(3, 250), sign=st.sampled_from(",;\t|"))
def test_empty_cells_at_the_end_of_the_header_are_no_columns(tmp_path_factory, width, extra, height, sign):
    text = table(NAMES[:width] + [""] * extra, width, height, sign)
    reading = read_text(tmp_path_factory.mktemp("x"), text)
    assert reading.labels == tuple(NAMES[:width])
    assert oddities(reading) == {"blank-header-cells": extra}
    assert cells_of(reading) == [tuple(cells) for cells in csv.reader(io.StringIO(text), delimiter=sign)][1:]
    assert (reading.account.header, reading.account.records, reading.account.missing) == (1, height, 0)


@settings(max_examples=40, deadline=None)
@given(width=st.integers(2, 4), extra=st.integers(1, 2), height=st.integers(3, 250))
def test_more_names_than_cells_are_one_question_and_set_nothing_apart(tmp_path_factory, width, extra, height):
    reading = read_text(tmp_path_factory.mktemp("x"), table(NAMES[:width + extra], width, height))
    assert reading.labels == tuple(NAMES[:width])
    assert oddities(reading) == {"long-header": extra}
    assert (len(reading.rows), reading.quarantine) == (height, ())


@pytest.mark.parametrize("extra", [1, 3])
def test_fewer_names_than_cells_are_one_question(tmp_path, extra):
    reading = read_text(tmp_path, table(NAMES[:3], 3 + extra))
    assert reading.labels == (*NAMES[:3], *(None,) * extra)
    assert oddities(reading) == {"short-header": extra}


def test_delimiters_at_the_end_of_every_record_move_no_name(tmp_path):
    reading = read_text(tmp_path, "a,b\n1,2,\n3,4,\n5,6,\n")
    assert oddities(reading) == {}
    assert reading.labels == ("a", "b", None)


def test_a_header_that_some_records_fill_is_kept_and_the_others_are_set_apart(tmp_path):
    reading = read_text(tmp_path, "a,b,c\n" + "1,2\n" * 40 + "1,2,3\n")
    assert reading.labels == ("a", "b", "c")
    assert (len(reading.rows), len(reading.quarantine)) == (1, 40)


def test_few_records_do_not_outvote_the_names():
    assert width_of(NAMES, [["1"] * 5] * 2) == 6
    assert width_of([*NAMES, None], [["1"] * 6]) == 6


def test_one_cell_below_several_names_is_a_torn_or_wrapped_record_and_set_apart(tmp_path):
    reading = read_text(tmp_path, 'a,b,c\n"1,2,3"\n"4,5,6"\n"7,8,9"\n"7,8,9"\n')
    assert reading.labels == ("a", "b", "c")
    assert len(reading.quarantine) == 4


def test_records_that_agree_on_two_widths_give_the_wider_one_and_those_that_do_not_agree_leave_it_to_the_names():
    assert width_of(NAMES, [["1"] * 4, ["1"] * 5] * 10) == 5
    assert width_of(NAMES, [["1"] * 4, ["1"] * 5]) == 6
    assert width_of(NAMES, []) == 6
    assert width_of([], []) == 1


RECORDS = [["1001", "2024-01-10", "Open", "0.50"], ["1002", "2024-02-11", "Shut", "3.50"], ["1003", "2024-03-12", "Open", "6"],
           ["1004", "2024-03-13", "Open", "7"], ["1005", "2024-03-14", "Lost", "8"]]


@pytest.mark.parametrize("first", range(4))
def test_a_first_row_that_is_a_record_is_no_header(first):
    assert find_layout(RECORDS[first:] + RECORDS, None).header_rows == ()


@pytest.mark.parametrize("names", [["Bureau", "2019", "2020", "2021"], ["District", "1", "2", "3"], ["Elm", "7", "8", "9"]])
def test_years_and_short_numbers_above_figures_stay_names(names):
    below = [[name, "10", "20", "30"] for name in ("Water", "Parks", "Fire", "Police")]
    assert not is_like_records(names, below)
    assert find_layout([names, *below], None).header_rows == (1,)


def test_dates_across_the_top_of_a_report_stay_names():
    below = [[name, "10", "20"] for name in ("Water", "Parks", "Fire", "Police")]
    assert not is_like_records(["Bureau", "2024-01-01", "2024-02-01"], below)


def test_a_number_too_long_for_a_name_above_numbers_is_a_record():
    below = [["Elm", "97201"], ["Oak", "97202"], ["Fir", "97203"]]
    assert is_like_records(["Ash", "97204"], below)
    assert not is_like_records(["Name", "97204"], [["Elm", "x"], ["Oak", "y"], ["Fir", "z"]])


@pytest.mark.parametrize(("first", "header"), [(["0", "Main 0", "0.0"], ()), (["Case", "Main 0", "0.0"], (1,)),
                                               (["0", "Week 1", "0.0"], (1,))])
def test_a_word_that_its_column_goes_on_to_count_is_a_record(first, header):
    below = [[str(number), f"Main {number}", f"{number * 1.5}"] for number in range(1, 20)]
    layout = find_layout([first, *below], None)
    assert (layout.header_rows, layout.is_doubtful) == (header, bool(header))


PLACES = [["Oak", "Portland", "OR"], ["Elm", "Salem", "OR"], ["Fir", "Bend", "OR"], ["Ash", "Eugene", "OR"]]


def test_a_header_of_words_that_its_columns_repeat_is_doubtful(tmp_path):
    reading = read_text(tmp_path, "\n".join(map(",".join, PLACES)) + "\n")
    assert oddities(reading) == {"header-like-record": 1}
    assert oddities(read_text(tmp_path, "\n".join(map(",".join, PLACES)) + "\n", header_rows=(1,))) == {}
    assert reading.labels == tuple(PLACES[0])


@pytest.mark.parametrize("kind", ["503-555-01{:02}", "{}.50", "${},200", "97{:03}", "A-10{:02}", "{}:30"])
@pytest.mark.parametrize("place", [0, 1])
def test_a_header_with_a_cell_written_like_those_below_it_is_doubtful(tmp_path, kind, place):
    rows = [[f"Elm{chr(97 + number)}", kind.format(number + 3)][::1 - 2 * place] for number in range(6)]
    reading = read_text(tmp_path, "\n".join(map(",".join, rows)) + "\n", delimiter=",")
    assert not reading.provenance.header_rows or oddities(reading) == {"header-like-record": 1}


@pytest.mark.parametrize("names", [["Zip", "97201", "97202"], ["Bureau", "2019", "2020"], ["Name", "FY 2019-20", "FY 2020-21"],
                                   ["Site", "Jan-19", "Feb-19"], ["Site", "0-4", "5-9"], ["Address 1", "Address 2", "Unit #1"]])
def test_figures_in_names_above_other_figures_are_no_doubt(names):
    layout = find_layout([names, *([f"Elm {number}", str(number * 7), f"{number * 1_200}"] for number in range(9))], None)
    assert (layout.header_rows, layout.is_doubtful) == ((1,), False)


def test_a_header_that_is_printed_again_is_not_doubtful():
    page = [["name", "state"], ["Elm", "OR"], ["Oak", "WA"], ["Fir", "OR"]]
    assert not recurs_below(page[0], (page * 3)[1:])
    assert not find_layout(page * 3, None).is_doubtful
