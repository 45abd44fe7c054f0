from datetime import datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.moments import iso_text, with_order, years

MOMENTS = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2068, 12,
                                                                          31)).map(lambda moment: moment.replace(microsecond=0))


@given(MOMENTS, st.sampled_from(["%m/%d/%Y %H:%M:%S", "%d/%m/%y %H:%M:%S", "%B %d, %Y %I:%M:%S %p", "%d-%b-%Y %H:%M:%S"]))
def test_every_written_moment_becomes_iso(moment, form):
    assert iso_text(pa.array([moment.strftime(form)]), form, "datetime").to_pylist() == [moment.isoformat()]


@given(MOMENTS, st.sampled_from(["%m/%d/%Y", "%Y%m%d", "%b %d, %Y", "%Y/%m/%d"]))
def test_every_written_day_becomes_iso(moment, form):
    assert iso_text(pa.array([moment.strftime(form)]), form, "date").to_pylist() == [moment.date().isoformat()]
    assert years(pa.array([moment.strftime(form)]), form).to_pylist() == [f"{moment.year}"]


def test_times_of_day_become_iso():
    assert iso_text(pa.array(["1:05 PM", "12:00 am"]), "%I:%M %p", "time").to_pylist() == ["13:05:00", "00:00:00"]


def test_what_is_no_such_day_stays_unread():
    assert iso_text(pa.array(["2/30/2020", "", "soon"]), "%m/%d/%Y", "date").to_pylist() == [None, None, None]


@pytest.mark.parametrize(("form", "order", "expected"), [
    ("%m/%d/%Y %H:%M", "dmy", "%d/%m/%Y %H:%M"), ("%d.%m.%Y", "mdy", "%m.%d.%Y"), ("%m/%d/%Y", "", "%m/%d/%Y"),
    ("%B %d, %Y", "dmy", "%B %d, %Y")])
def test_a_person_chooses_whether_day_or_month_stands_first(form, order, expected):
    assert with_order(form, order) == expected
