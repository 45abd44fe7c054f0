from collections import Counter
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.distinct import Distinct
from steward.table.fingerprints import repeated
from steward.table.inference import profile_column
from steward.table.portrait import glimpse_of, portrait_of
from steward.table.profile import ColumnProfile
from steward.table.text import blank_mask
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of


def portrait(cells):
    return portrait_of(profile_column(sheet_of({"c": cells}).columns[0]), Silence())


def test_missing_and_different_values_are_counted():
    told = portrait(["a", "", " ", "b", "a"])
    assert (told.height, told.missing, told.distinct) == (5, 2, 2)
    assert [(share.value, share.count) for share in told.top] == [("a", 2), ("b", 1)]


def test_lengths_are_counted_in_characters():
    assert (portrait(["é", "naïve", ""]).shortest, portrait(["é", "naïve", ""]).longest) == (1, 5)
    assert (portrait(["", ""]).shortest, portrait(["", ""]).longest) == (0, 0)


def test_the_ends_of_numbers_are_by_size_and_shown_as_written():
    told = portrait(["10", "9", "2.50", "-1"])
    assert (told.smallest, told.largest) == ("-1", "10")
    assert sum(bar.count for bar in told.bins) == 4


def test_the_ends_of_dates_are_by_time():
    told = portrait(["12/01/2025", "01/31/2026", "02/01/2026"])
    assert (told.smallest, told.largest) == ("12/01/2025", "02/01/2026")
    assert (told.bins[0].low, sum(bar.count for bar in told.bins)) == ("2025-12-01", 3)


def test_rows_that_do_not_fit_the_type_are_counted_apart_from_words_for_nothing():
    told = portrait([*map(str, range(40)), "NULL", "twelve"])
    assert (told.type, told.missing_words, told.odd) == ("integer", 1, 1)


def test_texts_have_no_ends_and_no_histogram():
    told = portrait(["a", "b", "1"])
    assert (told.smallest, told.largest, told.bins) == ("", "", ())


def test_many_values_that_stand_alone_are_no_common_ones():
    assert portrait([f"id {number}" for number in range(50)]).top == ()


@pytest.mark.parametrize("cells", [
    [f"id {number}" for number in range(50)], [f"id {number % 7}" for number in range(50)], [" ", "", "a", "b", "a"], ["", " "],
    [f"id {number // 2 if number < 8 else number}" for number in range(30)], ["x" * 100 + "a", "x" * 100 + "b"], []])
def test_values_that_were_not_held_apart_are_counted_after_a_glimpse(cells):
    column = profile_column(sheet_of({"c": cells}).columns[0])
    rows = ColumnProfile(column=column.column, distinct=Distinct(values=pa.array(cells, pa.string()), codes=None),
                         is_blank=blank_mask(pa.array(cells, pa.string())), type=column.type, format=None,
                         odd=np.zeros(len(cells), np.bool_), is_missing_word=np.zeros(len(cells), np.bool_))
    seen, whole = glimpse_of(rows), portrait_of(column, Silence())
    assert replace(whole, distinct=None, top=()) == seen
    assert portrait_of(rows, Silence(), seen) == whole


def test_counting_can_be_stopped():
    class Stop:
        def report(self, _fraction, _message):
            raise Cancelled

    cells = pa.array(["a", "b"])
    with pytest.raises(Cancelled):
        repeated(cells, Stop())


def test_nothing_of_a_cell_is_told_where_a_portrait_is_logged():
    assert "secret" not in repr(portrait(["secret", "secret", "other"]))


@given(st.lists(st.text("ab ", max_size=3), max_size=40))
def test_the_commonest_values_are_those_that_python_counts(cells):
    told, filled = portrait(cells), [cell for cell in cells if cell.strip()]
    counted = Counter(filled)
    assert told.distinct == len(counted)
    assert all(counted[share.value] == share.count for share in told.top)
