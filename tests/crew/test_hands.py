"""Two processes find what one finds, whatever becomes of the second."""

import threading
import time
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steward.crew import hands, second
from steward.crew.hands import TwoProcesses, hands_for
from steward.tasks import checking
from steward.tasks.checking import check
from steward.tasks.house import House
from steward.tasks.opening import open_sheet
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.hands import Threads
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.benchmarks.big_table import write
from tests.builders import sheet_of
from tests.crew.seconds import SECONDS, Dying, Faulty, Stillborn, ThreadSecond

CELLS = ["", " ", "NULL", "503-555-0123", "123-45-6789", "Linda Brown", "2026-01-05", "1/5/2026", "00123", "$1,200", "12 %",
         "x", "José", "Total", "0", "455.1", "a@example.org", "=1+1", "<b>x</b>", "97201", "(4)", "N/A", "1.5", "1,5",
         "2026-02-30"]
HEADERS = ["Notes", "Contact Phone", "Received", "ZIP", "Latitude", "Amount", "Requester Name", "ID"]
SAID = say("Working.")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with House.open(tmp_path_factory.mktemp("home")) as opened:
        yield opened


@pytest.fixture
def taken(monkeypatch):
    """Return the second processes that checks took; they take one of the class named by `kind`, for every table."""
    every, kind = [], [ThreadSecond]
    monkeypatch.setattr(hands, "take", lambda: every.append(kind[0]()) or every[-1])
    monkeypatch.setattr(checking, "hands_for", partial(hands_for, least_bytes=0))
    return lambda chosen: kind.__setitem__(0, chosen) or every


def said(report):
    """Return all that a report says, ready to be compared."""
    profiles = [(one.name, one.type, one.format, one.distinct_count, one.odd.tolist(), one.is_missing_word.tolist())
                for one in report.profile.columns]
    return report.findings, report.privacy, report.fields, profiles


def with_one(house, sheet):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "hands_for", partial(hands_for, least_bytes=1 << 60))
        return check(house, sheet, Silence())


def tables():
    column = st.lists(st.sampled_from(CELLS), min_size=6, max_size=6)
    return st.dictionaries(st.sampled_from(HEADERS), column, min_size=1, max_size=5).map(sheet_of)


@pytest.mark.parametrize("kind", SECONDS)
@given(sheet=tables())
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_find_what_one_finds_in_the_same_order(house, taken, kind, sheet):
    taken(kind)
    assert said(check(house, sheet, Silence())) == said(with_one(house, sheet))


def test_a_large_table_is_shared_and_its_arrays_travel_in_files(house, taken, tmp_path):
    sheet = open_sheet(house, write(tmp_path / "table.csv", 60_000), ImportStep(), Silence())
    report = check(house, sheet, Silence())
    (one,) = taken(ThreadSecond)
    assert one.parts > 5
    assert said(report) == said(with_one(house, sheet))
    assert [known.column for known in report.profile.columns] == list(sheet.columns)
    assert all(known.column is column for known, column in zip(report.profile.columns, sheet.columns, strict=True))


def test_a_table_that_was_changed_is_shared_too(house, taken, tmp_path):
    sheet = open_sheet(house, write(tmp_path / "table.csv", 30_000), ImportStep(), Silence())
    changed = sheet.take(sheet.rows[::3] - sheet.rows[0]).without("email")
    before = check(house, sheet, Silence())
    report = check(house, changed, Silence(), before=before.profile)
    assert said(report) == said(with_one(house, changed))


@pytest.mark.new_process
def test_a_real_second_process_finds_the_same(house, monkeypatch, tmp_path):
    seconds = []
    monkeypatch.setattr(hands, "take", lambda: seconds.append(second.Second()) or seconds[-1])
    monkeypatch.setattr(checking, "hands_for", partial(hands_for, least_bytes=0))
    work = TwoProcesses._work
    monkeypatch.setattr(TwoProcesses, "_work", lambda crew: _after_the_second(work, crew))
    sheet = open_sheet(house, write(tmp_path / "table.csv", 20_000), ImportStep(), Silence())
    report = check(house, sheet, Silence())
    assert said(report) == said(with_one(house, sheet))
    assert seconds[0].parts_done
    assert not seconds[0].lives


def _after_the_second(work, crew):
    """Begin here only once the other one has done something, so that it surely takes part."""
    while crew._parcels < 3 and (crew._talker.ident is None or crew._talker.is_alive()):
        time.sleep(0.01)
    crew._second.parts_done = crew._parcels
    work(crew)


class Impatient:
    """Stops the work once it was told a few times."""

    def __init__(self) -> None:
        self.told = 0

    def report(self, _fraction, _message) -> None:
        self.told += 1
        if self.told > 2:
            raise Cancelled


def test_who_cancels_ends_both(house, taken, tmp_path):
    sheet = open_sheet(house, write(tmp_path / "table.csv", 60_000), ImportStep(), Silence())
    with pytest.raises(Cancelled):
        check(house, sheet, Impatient())
    (one,) = taken(ThreadSecond)
    assert not one.lives
    assert not any("_work" in str(thread) or "_talk" in str(thread) for thread in threading.enumerate())


def _squared(offset, number):
    if number == 13:
        raise ValueError
    return number * number + offset


@pytest.mark.parametrize("kind", [ThreadSecond, Faulty, Dying, Stillborn])
def test_answers_stand_in_the_order_of_the_parts(kind, tmp_path):
    with TwoProcesses(kind(), tmp_path, 1 << 30) as crew:
        first, then = crew.begin(_squared, (1,), range(12)), crew.begin(_squared, (2,), range(12))
        assert then.answers(Silence(), SAID) == [number * number + 2 for number in range(12)]
        assert first.answers(Silence(), SAID) == [number * number + 1 for number in range(12)]
    assert not list(tmp_path.iterdir())


def test_what_a_part_raises_is_raised_here(tmp_path):
    with TwoProcesses(ThreadSecond(), tmp_path, 1 << 30) as crew, pytest.raises(ValueError):
        crew.begin(_squared, (1,), range(20)).answers(Silence(), SAID)
    with pytest.raises(ValueError):
        Threads(2).begin(_squared, (1,), range(20)).answers(Silence(), SAID)


def _slow(number):
    time.sleep(0.3)
    return number


def test_a_second_process_that_passes_its_memory_is_ended_and_its_part_done_here(tmp_path):
    one = ThreadSecond()
    one.memory = 2 << 30
    with TwoProcesses(one, tmp_path, 1 << 30) as crew:
        assert crew.begin(_slow, (), range(4)).answers(Silence(), SAID) == [0, 1, 2, 3]
        assert not one.lives


def test_a_small_table_has_no_second_process(monkeypatch, tmp_path):
    monkeypatch.setattr(hands, "take", lambda: pytest.fail("a second process was taken"))
    with hands_for(sheet_of({"A": ["1"]}), lambda: tmp_path) as alone:
        assert isinstance(alone, Threads)
