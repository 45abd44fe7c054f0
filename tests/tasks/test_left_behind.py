"""What is left out, hidden or private stands in nothing that is written: queue, portal, drafts, log, reports, exports."""

import contextlib
import io
import json
import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from steward.commands import run
from steward.store.resources import resource_path
from steward.tasks import (
    contesting,
    deciding,
    dictionaries,
    drafting,
    editing,
    exporting,
    opening,
    preparing,
    publishing,
    record_alone,
    releasing,
    reviewing,
    sealing,
    sending,
)
from steward.tasks.editing import CellEdit
from steward.tasks.further_tables import begin_table
from steward.tasks.house import House
from steward.tasks.program import program
from steward.tasks.report_page import report_page
from steward.tasks.stable_form import stable_form
from steward.tasks.without_data import update_without_data
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep, Step
from steward.vocabulary.tier import Tier
from tests.tasks.left_behind import CELL, EDITED, FOLDER, GONE, HIDDEN, TYPED, holds, places, written
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()
WHY = "These are numbers of permits that the register writes in this form."
CALL = "Ask her, 503-281-0101"


def remedied(house, bench):
    """Return the workbench with every private thing taken out, and one block contested."""
    names = [name for name in ("Requester Name", "Home Phone", "Notes", "Old Remark") if name in bench.candidate.names]
    steps = [*(Step(remedy="leave_out_column", column=name) for name in names),
             Step(remedy="replace_by_random_id", column="Request")]
    for step in steps:
        bench = deciding.apply_remedy(house, bench, None, step, QUIET)
    return asked(house, by_hand(house, bench))


def by_hand(house, bench):
    """Return the workbench with one row left out and one cell changed."""
    bench = deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_rows", parameters={"rows": (GONE,)}), QUIET)
    edit = CellEdit(column="Kind", row=EDITED, text="Pruning", reason="the crew said so")
    return editing.edit_cell(house, bench, edit, QUIET)


def asked(house, bench):
    """Return the workbench with its block contested, described and decided."""
    bench = described(house, bench)
    block = next(found for found in bench.report.findings if found.tier is Tier.BLOCK and found.room == "privacy")
    draft = deciding.decide(house, bench.draft, block, Choice.CONTEST, WHY)
    return decided(house, replace(bench, draft=draft))


def released(house, submission):
    """Let pass what is contested, and publish; return the receipt."""
    state = reviewing.claim(house, submission)
    releasing.release_block(house.acted_by("champion", "A Champion"), state, state.open_contests[0], "looked at them")
    reviewing.approve(house, submission, "looked at it")
    return publishing.publish(house, submission, QUIET)


def way_to_the_queue(house, folder, suffix):
    """Take a table from opening to being sent, with a crash; return the receipt, and what was told meanwhile."""
    bench = opening.begin(house, written(folder, suffix, "May"), QUIET)
    report = bench.report
    told = [json.dumps(stable_form(report, "0", {}, all_rows=True)), report_page(report), repr(report.findings)]
    bench = remedied(house, bench)
    told.append(repr(contesting.contests(bench)))
    drafting.save(house, deciding.undo(house, bench, QUIET).draft)
    drafting.save(house, bench.draft)
    bench = opening.reopen(house, drafting.load(house, bench.draft.id), QUIET)
    dictionaries.write_words(bench, folder.parent / "told" / "words.csv")
    return sending.send(house, bench, QUIET), told


def whole_way(house, folder, suffix):
    """Take a table the way to the queue and on to being taken down, with a return and an update; return what was told."""
    first, told = way_to_the_queue(house, folder, suffix)
    reviewing.claim(house, first.submission)
    told.append(repr(reviewing.request_changes(house, first.submission, "say what Kind means")))
    again = opening.reopen(house, drafting.load(house, first.draft.id), QUIET)
    better = again.draft.with_answer("description", "Requests for work on trees, by kind.")
    sending.send(house, replace(again, draft=better), QUIET)
    receipt = released(house, first.submission)
    update = opening.begin(house, written(folder, suffix, "June"), QUIET, updates=receipt.identifier)
    told += [repr(update.change), repr(update.report.findings)]
    update = asked(house, by_hand(house, update))     # rows that were named by their numbers are named anew
    receipt = released(house, sending.send(house, update, QUIET).submission)
    alone = record_alone.update_record(house, receipt.identifier)
    told += [repr(sealing.outstanding(alone)), repr(receipt)]
    gone = described(house, update_without_data(house, receipt.identifier, "declined"), how_to_ask="Ask with the form.",
                     status_reason="It was published by mistake.", legal_basis=("ors-192-345-22",))
    told.append(repr(published(house, decided(house, gone))))
    bag = program(house).queue.open_revision(first.submission, 1)
    for standard in exporting.standards():
        exporting.write_export(exporting.exported(bag, standard), folder.parent / "told" / f"{standard}.json", bag)
    return told


@pytest.mark.parametrize(("suffix", "is_whole"), [
    ("csv", True), ("xlsx", True), ("xls", False), ("xlsb", False), ("ods", False)])
def test_nothing_that_is_left_out_is_written_anywhere(tmp_path, clock, caplog, suffix, is_whole):
    """After it was read the format makes no difference: the ways back and on are gone with two of them."""
    (tmp_path / "told").mkdir()
    with House.open(tmp_path / "home", clock) as house, caplog.at_level(logging.DEBUG):
        clerk, folder = house.acted_by("clerk", "A Clerk"), tmp_path / f"{FOLDER} Lane"
        told = whole_way(clerk, folder, suffix) if is_whole else way_to_the_queue(clerk, folder, suffix)[1]
    for mark in (CELL, HIDDEN):
        assert (mark, places(tmp_path / "home", mark), places(tmp_path / "told", mark)) == (mark, [], [])
    for mark in (FOLDER, TYPED):      # on this workstation a draft keeps where its file lies, and what stood in an edited cell
        assert {name.split("/")[0] for name in places(tmp_path / "home", mark)} <= {"drafts"}
        assert places(tmp_path / "told", mark) == []
    for mark in (CELL, HIDDEN, FOLDER):
        assert not [number for number, text in enumerate((*told, caplog.text)) if holds(text.encode(), mark)]


def test_the_search_finds_what_stands_in_a_table(tmp_path):
    for suffix in ("csv", "xlsx", "xls", "xlsb", "ods"):
        path = written(tmp_path / suffix, suffix, "May")
        assert places(path.parent, CELL)
        assert places(path.parent, HIDDEN)


def command(*words):
    """Return what a command told on both streams."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        run([str(word) for word in words], lambda _folder: None)
    return out.getvalue() + err.getvalue()


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods"])
def test_no_answer_of_a_command_holds_what_is_left_out(tmp_path, suffix):
    path, out = written(tmp_path / FOLDER, suffix, "May"), tmp_path / "out"
    page = tmp_path / "told" / "page.html"
    page.parent.mkdir()
    told = command("check", path, "--json", "--rows", "all") + command("check", path, "--html", page) + command("check", path)
    told += command("check", path.with_name("none.csv"), "--json")
    told += command("demo", path, "--plan", "recommended", "--out", out)
    for mark in (CELL, HIDDEN, TYPED, FOLDER, "512-34-67", "971-555"):
        assert (mark, holds(told.encode(), mark), places(page.parent, mark)) == (mark, False, [])
    for mark in (f"{HIDDEN} ", "512-34-67", "971-555"):      # those without a blank stand in a column that no plan takes out
        assert (mark, places(out, mark)) == (mark, [])


@pytest.mark.parametrize("act", [
    lambda house, number: reviewing.approve(house, number, CALL), lambda house, number: reviewing.decline(house, number, CALL),
    lambda house, number: reviewing.request_changes(house, number, CALL)])
def test_a_reason_of_the_coordinator_that_holds_a_telephone_is_refused_and_kept_nowhere(house, table, tmp_path, act):
    bench = opening.begin(house, table, QUIET)
    for name in ("Requester Name", "Home Phone"):
        bench = deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_column", column=name), QUIET)
    receipt = sending.send(house, decided(house, described(house, bench)), QUIET)
    reviewing.claim(house, receipt.submission)
    with pytest.raises(Refused):
        act(house, receipt.submission)
    assert kept(tmp_path) == []


def kept(tmp_path):
    """Return the files in which the telephone of the reason stands; tables that are open lie in the cache."""
    return [name for name in places(tmp_path / "home", "281-0101") if not name.startswith("cache/")]


def test_a_step_taken_for_a_reason_that_holds_a_telephone_is_refused_and_kept_nowhere(house, table, tmp_path):
    bench = opening.begin(house, table, QUIET)
    with pytest.raises(Refused):
        deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_column", column="Home Phone", reason=CALL), QUIET)
    assert kept(tmp_path) == []


def test_a_recipe_whose_reason_holds_a_telephone_is_refused_and_kept_nowhere(house, tmp_path):
    def document(name, **values):
        (tmp_path / name).write_text(json.dumps({"format": 1, **values}), encoding="utf-8")
        return tmp_path / name

    steps = [{"remedy": "leave_out_column", "column": "Home Phone", "reason": CALL}]
    with pytest.raises(Refused):
        preparing.read_script(house, resource_path("samples/prepare/record.json"),
                              document("recipe.json", **{"import": {}, "steps": steps}), None)
    assert kept(tmp_path) == []


def two_tables(folder):
    """Write a workbook with the marked table on one sheet and another marked table on a second, and return its path."""
    path = written(folder, "xlsx", "May")
    book = openpyxl.load_workbook(path)
    more = book.create_sheet("Crews")
    for row in (("Crew", "Leader Name", "Leader Phone", "Visits"),
                *((f"crew {row}", f"{CELL}{row} Brown", f"971-555-1{row:03d}", 20 + row) for row in range(40))):
        more.append(row)
    book.save(path)
    return path


def test_nothing_that_is_left_out_of_several_tables_of_one_draft_is_written_anywhere(tmp_path, clock, caplog):
    with House.open(tmp_path / "home", clock) as house, caplog.at_level(logging.DEBUG):
        bench = opening.begin(house, two_tables(tmp_path / "in"), QUIET, step=ImportStep(sheet="Requests"))
        bench = without_marks(house, bench)
        first, table = begin_table(house, bench.draft, "Crews", QUIET)
        for name in ("Leader Name", "Leader Phone"):
            table = deciding.apply_remedy(house, table, None, Step(remedy="leave_out_column", column=name), QUIET)
        drafting.save(house, decided(house, table).draft)
        told = [repr(table.report.findings), repr(bench.report.findings)]
        told.append(repr(published(house, replace(bench, draft=first))))
    for mark in (CELL, HIDDEN):
        assert (mark, places(tmp_path / "home", mark)) == (mark, [])
        assert not [number for number, text in enumerate((*told, caplog.text)) if holds(text.encode(), mark)]


def without_marks(house, bench):
    """Return the workbench of the marked table with every column and row that holds a mark left out, described and decided."""
    private = ("Requester Name", "Home Phone", "Notes", "Owner SSN", "Old Remark")
    for name in (name for name in private if name in bench.candidate.names):
        bench = deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_column", column=name), QUIET)
    bench = deciding.apply_remedy(house, bench, None, Step(remedy="replace_by_random_id", column="Request"), QUIET)
    bench = deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_rows", parameters={"rows": (GONE, EDITED)}), QUIET)
    return decided(house, described(house, bench))


KILLED = """
import os, sys
from pathlib import Path
from steward.tasks import deciding, drafting, opening
from steward.tasks.house import House
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep, Step
house = House.open(Path(sys.argv[1]))
bench = opening.begin(house, Path(sys.argv[2]), Silence())
bench = deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_column", column="Notes"), Silence())
drafting.save(house, bench.draft)
print(bench.draft.id, flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_process_that_was_killed_leaves_nothing_behind_once_its_draft_is_taken_up_again(tmp_path, clock, caplog):
    path = written(tmp_path / "in", "csv", "May")
    ended = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "home", path], capture_output=True, text=True, check=False,
                           cwd=Path(__file__).parents[2])
    number = ended.stdout.strip()
    assert ended.returncode < 0 or ended.returncode == 1      # Windows has no signals
    assert number
    assert not holds((ended.stdout + ended.stderr).encode(), CELL)
    assert places(tmp_path / "home", CELL)      # the table that was open lies in the cache
    with House.open(tmp_path / "home", clock) as house, caplog.at_level(logging.DEBUG):
        bench = opening.reopen(house, drafting.load(house, number), QUIET)
        assert "Notes" not in bench.candidate.names
        told = repr(published(house, without_marks(house, bench)))
    assert places(tmp_path / "home", CELL) == []
    assert not holds((told + caplog.text).encode(), CELL)
