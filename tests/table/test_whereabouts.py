from dataclasses import replace

import numpy as np
import pytest

from steward.table.sheet import Quarantined
from steward.table.whereabouts import Fate, last_row, where_is
from tests.builders import sheet_of


@pytest.fixture
def original():
    sheet = sheet_of({"a": ["x", "y", "z"]}, first_row=4, title_rows=(1, 2), blank_rows=(7,),
                     quarantine=[Quarantined(row=8, line=8, cells=3, text="1,2,3")])
    return replace(sheet, rows=np.array([4, 5, 6]))


@pytest.mark.parametrize(("row", "fate", "place"), [
    (4, Fate.TABLE, 0), (6, Fate.TABLE, 2), (8, Fate.QUARANTINED, 0), (7, Fate.BLANK, -1), (1, Fate.TITLE, -1),
    (3, Fate.HEADER, -1), (9, Fate.BEYOND, -1)])
def test_each_row_of_the_file_is_somewhere(original, row, fate, place):
    found = where_is(row, original, original)
    assert (found.fate, found.place) == (fate, place)


def test_a_row_that_a_change_took_out_is_told_as_left_out(original):
    candidate = replace(original.take(np.array([0, 2])), quarantine=())
    assert where_is(5, candidate, original).fate is Fate.LEFT_OUT
    assert where_is(8, candidate, original).fate is Fate.LEFT_OUT
    assert where_is(6, candidate, original).place == 1


def test_the_last_row_counts_what_was_laid_aside(original):
    assert last_row(original) == 8
