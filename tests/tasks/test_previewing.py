"""Looking at a file before it is opened: what was changed by hand comes back for the next file of the shape, and only there."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steward.readers.errors import InputUnreadable, ReaderNotStarted
from steward.tasks import previewing
from steward.tasks.previewing import forget, propose_reading, remember, remembered_count, why_sheet
from steward.vocabulary.errors import words as words_of_trouble
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep
from tests.readers.books import book
from tests.readers.test_preview import look_here

NAMES = ["Permit", "Street", "Fee"]


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch):
    """Look at files without a child process: hundreds of them are looked at."""
    monkeypatch.setattr(previewing, "preview", lambda path, step, _progress: look_here(
        path, **{name: getattr(step, name) for name in ImportStep.__dataclass_fields__}))


def report(folder: Path, month: str, *, titles=3, names=NAMES, records=5, notes=("Total,,9", "Made by the bureau")) -> Path:
    path = folder / f"permits {month}.csv"
    rows = [*[f"Title {number} of {month}" for number in range(titles)], ",".join(names),
            *[f"P-{number},Ash,{number}" for number in range(records)], *notes]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def chosen(house, path, **step):
    """Open the file as a person chose, who pressed the button."""
    proposal = propose_reading(house, path, Silence())
    wanted = replace(proposal.step, **step)
    remember(house, path, proposal, look_here(path, **step), wanted)
    return proposal


def test_a_file_of_no_known_shape_is_proposed_as_guessed(house, tmp_path):
    proposal = propose_reading(house, report(tmp_path, "2026-01"), Silence())
    assert (proposal.step, proposal.is_recalled, proposal.is_other_shape) == (ImportStep(), False, False)
    assert proposal.preview == proposal.guess


def test_the_next_file_of_the_name_is_proposed_as_the_last_one_was_read(house, tmp_path):
    chosen(house, report(tmp_path, "2026-01"), header_rows=(4,), region=(4, 1, 9, 3))
    proposal = propose_reading(house, report(tmp_path, "2026-02", records=8), Silence())
    assert proposal.is_recalled
    assert proposal.step == ImportStep(header_rows=(4,), region=(4, 1, 12, 3))
    assert proposal.preview.rows_below == (13, 14)


def test_a_chosen_way_of_writing_quotation_marks_is_remembered(house, tmp_path):
    first = report(tmp_path, "2026-01", notes=('1, "Ash, Elm",2',))
    second = report(tmp_path, "2026-02", notes=('9, "Oak, Elm",3',))
    chosen(house, first, quoting=Quoting.BLANK)
    proposal = propose_reading(house, second, Silence())
    assert (proposal.step.quoting, proposal.preview.rows[-1].cells) == (Quoting.BLANK, ("9", "Oak, Elm", "3"))


def test_a_file_of_another_name_with_the_same_guess_is_of_the_shape_too(house, tmp_path):
    chosen(house, report(tmp_path, "2026-01"), header_rows=(4,), region=(4, 1, 0, 2))
    other = report(tmp_path, "2026-02")
    renamed = other.rename(tmp_path / "something else.csv")
    assert propose_reading(house, renamed, Silence()).step.region == (4, 1, 0, 2)


@pytest.mark.parametrize("other", [
    {"titles": 2}, {"titles": 4}, {"names": ["Permit", "Street", "Charge"]}, {"names": ["Permit", "Street"]}, {"notes": ()},
    {"notes": ("Made by the bureau",)}, {"notes": ("P-9,Oak,3", "P-10,Oak,4")}, {"notes": ("Made by the bureau", "Total,,9")}])
def test_a_file_of_the_name_with_another_shape_falls_back_to_the_guess_and_says_so(house, tmp_path, other):
    chosen(house, report(tmp_path, "2026-01"), header_rows=(4,), region=(4, 1, 9, 3))
    proposal = propose_reading(house, report(tmp_path, "2026-02", **other), Silence())
    assert (proposal.step, proposal.is_recalled, proposal.is_other_shape) == (ImportStep(), False, True)


def test_a_remembered_end_never_takes_the_last_record_of_a_table(house, tmp_path):
    few = {"titles": 0, "names": ["aa", "a"], "records": 2}
    notes = ("P-9,Oak,3", "P-9,Oak,3", "Note")
    chosen(house, report(tmp_path, "2026-01", **few, notes=notes), header_rows=(1,), region=(1, 1, 3, 2))
    proposal = propose_reading(house, report(tmp_path, "2026-02", **few, notes=("Note",)), Silence())
    assert (proposal.step, proposal.is_recalled) == (ImportStep(), False)


words = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=5)
shapes = st.fixed_dictionaries({
    "titles": st.integers(0, 4), "names": st.lists(words, min_size=2, max_size=4, unique=True), "records": st.integers(2, 8),
    "notes": st.lists(st.sampled_from(["Note", "Total,,9", "P-9,Oak,3", ""]), max_size=3)})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=shapes, second=shapes)
def test_what_is_remembered_is_never_applied_where_the_names_or_the_end_differ(house, tmp_path, first, second):
    forget(house)
    (tmp_path / "a").mkdir(exist_ok=True)
    path, header = report(tmp_path / "a", "2026-01", **first), first["titles"] + 1
    below = len(first["notes"])
    region = (header, 1, header + first["records"] if below else 0, len(first["names"]))
    try:
        chosen(house, path, header_rows=(header,), region=region)
    except InputUnreadable:
        return
    proposal = propose_reading(house, report(tmp_path / "a", "2026-02", **second), Silence())
    if proposal.is_recalled:
        assert (*proposal.preview.labels, *proposal.preview.beyond) == tuple(first["names"])
        assert proposal.preview.header_rows == (header,)
        assert second["names"][:len(first["names"])] == first["names"]
        ends = [note.count(",") for note in second["notes"]]
        assert not below or ends[-below:] == [note.count(",") for note in first["notes"]]


def test_going_back_to_the_guess_is_remembered_too(house, tmp_path):
    path = report(tmp_path, "2026-01")
    chosen(house, path, header_rows=(4,), region=(4, 1, 0, 2))
    proposal = propose_reading(house, path, Silence())
    remember(house, path, proposal, proposal.guess, ImportStep())
    assert remembered_count(house) == 0
    assert not propose_reading(house, path, Silence()).is_recalled


def test_that_a_table_has_no_names_is_not_remembered(house, tmp_path):
    chosen(house, report(tmp_path, "2026-01"), header_rows=())
    assert remembered_count(house) == 0


def test_hidden_rows_are_asked_about_in_each_file(house, tmp_path):
    chosen(house, report(tmp_path, "2026-01"), header_rows=(4,), include_hidden_rows=False)
    assert propose_reading(house, report(tmp_path, "2026-02"), Silence()).step == ImportStep(header_rows=(4,))


def test_letters_chosen_for_a_doubtful_file_are_not_put_on_one_that_is_proven(house, tmp_path):
    path = tmp_path / "streets 1.csv"
    path.write_bytes("Name,Fee\nCaf\xe9,1\n".encode("cp1252"))
    chosen(house, path, encoding="cp1252")
    other = tmp_path / "streets 2.csv"
    other.write_text("Name,Fee\nCaf\xe9,1\n", encoding="utf-8")
    proposal = propose_reading(house, other, Silence())
    assert (proposal.is_recalled, proposal.preview.rows[1].cells) == (False, ("Caf\xe9", "1"))


def test_a_sheet_is_remembered_by_its_name_and_missed_where_it_is_gone(house, tmp_path):
    def two(name):
        return lambda workbook: [workbook.create_sheet(name).append(row) for row in (["Code", "Word"], ["A", "x"])]

    rows = [NAMES, *(["P", "Ash", number] for number in range(9))]
    chosen(house, book(tmp_path / "book 1.xlsx", rows, two("Codes 1")), sheet="Codes 1")
    assert propose_reading(house, book(tmp_path / "book 2.xlsx", rows, two("Codes 1")), Silence()).step.sheet == "Codes 1"
    assert propose_reading(house, book(tmp_path / "book 3.xlsx", rows, two("Codes 9")), Silence()).is_other_shape


def test_no_word_of_a_file_is_kept(house, tmp_path):
    chosen(house, report(tmp_path, "2026-01"), header_rows=(4,), region=(4, 1, 9, 3))
    kept = house.places.readings.read_text().lower()
    assert remembered_count(house) == 1
    for word in ("permit", "street", "report", "2026.0", "total", "bureau", "title"):
        assert word not in kept


def test_all_of_it_can_be_forgotten(house, tmp_path):
    chosen(house, report(tmp_path, "2026-01"), header_rows=(4,))
    forget(house)
    assert remembered_count(house) == 0
    assert propose_reading(house, report(tmp_path, "2026-02"), Silence()).step == ImportStep()


def test_a_computer_that_cannot_remember_opens_files_all_the_same(house, tmp_path):
    house.places.readings.mkdir(parents=True)
    assert not chosen(house, report(tmp_path, "2026-01"), header_rows=(4,)).is_recalled
    assert propose_reading(house, report(tmp_path, "2026-02"), Silence()).step == ImportStep()


def test_the_proposed_sheet_comes_with_its_reason(tmp_path):
    path = book(tmp_path / "two.xlsx", [NAMES, ["P", "Ash", 1]], lambda workbook: workbook.create_sheet("Empty"))
    name, why = why_sheet(look_here(path))
    assert name == "Data"
    assert "only sheet" in str(why)
    assert why_sheet(look_here(book(tmp_path / "one.xlsx", [NAMES, ["P", "Ash", 1]]))) is None


def test_trouble_with_a_remembered_reading_leaves_the_guess_and_says_so(house, tmp_path, monkeypatch):
    chosen(house, report(tmp_path, "2026-01"), header_rows=(4,), region=(4, 1, 9, 3))
    looked = previewing.preview

    def troubled(path, step, progress):
        if step == ImportStep():
            return looked(path, step, progress)
        raise ReaderNotStarted(words_of_trouble(say("Not now.")))

    monkeypatch.setattr(previewing, "preview", troubled)
    proposal = propose_reading(house, report(tmp_path, "2026-02"), Silence())
    assert (proposal.step, proposal.is_recalled, proposal.is_other_shape) == (ImportStep(), False, True)
