"""Moments and days as people read them; what is none stays as it is."""

import pytest

from steward.gui.desk._moments import how_long, shown_day, shown_moment, shown_time


@pytest.fixture(autouse=True)
def in_utc(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.mark.parametrize("moment", ["2026-11-20", "2026-11-20T17:04:00+00:00", "2026-11-20T09:04:00-08:00"])
def test_a_day_is_shown_with_its_month_in_letters(moment):
    assert shown_day(moment) == "Nov 20, 2026"


def test_a_moment_is_shown_with_its_time():
    assert shown_moment("2026-11-20T17:04:00+00:00") == "Nov 20, 2026, 5:04 PM"
    assert shown_time("2026-11-20T17:04:00+00:00") == "5:04 PM"


@pytest.mark.parametrize("moment", ["", "soon", "2026-13-45"])
def test_what_is_no_moment_stays_as_it_is(moment):
    assert (shown_day(moment), shown_moment(moment), shown_time(moment)) == (moment, moment, moment)


@pytest.mark.parametrize(("since", "told"), [
    ("2026-11-23T01:00:00+00:00", "today"), ("2026-11-22T23:00:00+00:00", "1 day ago"),
    ("2026-11-03T23:00:00+00:00", "20 days ago"), ("2026-11-24", "today"), ("soon", "")])
def test_how_long_is_told_in_days(since, told):
    assert str(how_long(since, "2026-11-23")) == told
