"""Cells changed by hand, what is kept with a reason, and recipes that give the sealed candidate again, byte for byte."""

import csv
import random

import pytest

from steward.manifest.recipe_document import recipe_from_json, recipe_to_json
from steward.remedies import StepDoesNotFit, all_remedies, remedy
from steward.remedies.edit_cell import edit_step
from steward.table.canonical import write_csv
from steward.tasks import deciding, drafting, editing, opening
from steward.tasks.editing import CellEdit
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Recipe, Step
from steward.workflow.replay import replay

QUIET = Silence()
NEW = CellEdit(column="Kind", row=3, text="Watering", reason="the crew said so")


@pytest.fixture
def bench(house, table):
    return opening.begin(house, table, QUIET)


def kinds(bench):
    return bench.candidate.column("Kind").values.to_pylist()


def test_a_cell_is_changed_in_its_row_and_the_change_is_told(house, bench):
    changed = editing.edit_cell(house, bench, NEW, QUIET)
    assert kinds(changed) == ["Pruning", "Watering", "Pruning"]
    step = changed.draft.recipe.steps[-1]
    assert (step.reason, str(remedy(step.remedy).describe(step))) == (
        "the crew said so", "Change the cell of column Kind in row 3 by hand.")
    assert kinds(bench) == ["Pruning", "Planting", "Pruning"]


def test_edits_are_undone_and_redone_one_by_one(house, bench):
    once = editing.edit_cell(house, bench, NEW, QUIET)
    twice = editing.edit_cell(house, once, CellEdit(column="Kind", row=2, text="Felling", reason="so it was"), QUIET)
    undone = deciding.undo(house, deciding.undo(house, twice, QUIET), QUIET)
    assert kinds(undone) == ["Pruning", "Planting", "Pruning"]
    redone = deciding.redo(house, undone, QUIET)
    assert kinds(redone) == ["Pruning", "Watering", "Pruning"]
    assert kinds(deciding.redo(house, redone, QUIET)) == ["Felling", "Watering", "Pruning"]


def test_an_edit_survives_saving(house, bench):
    changed = editing.edit_cell(house, bench, NEW, QUIET)
    drafting.save(house, changed.draft)
    assert kinds(opening.reopen(house, drafting.load(house, changed.draft.id), QUIET)) == kinds(changed)


@pytest.mark.parametrize("edit", [
    CellEdit(column="Kind", row=3, text="Watering", reason=" "),
    CellEdit(column="Kind", row=3, text="Watering", reason="call 503-281-0101"),
    CellEdit(column="Kind", row=3, text="Planting", reason="as it is"),
    CellEdit(column="Kind", row=99, text="Watering", reason="no such row"),
    CellEdit(column="Kin", row=3, text="Watering", reason="no such column"),
    CellEdit(column="Kind", row=3, text="x" * 40_000, reason="too long"),
])
def test_what_cannot_be_done_is_refused_in_words(house, bench, edit):
    with pytest.raises(Refused):
        editing.edit_cell(house, bench, edit, QUIET)


def test_the_cell_is_shown_before_it_is_changed(bench):
    assert editing.cell_at(bench, "Kind", 3) == "Planting"


def test_a_changed_file_takes_edits_out_of_the_draft_and_says_so(house, bench, table):
    changed = editing.edit_cell(house, bench, NEW, QUIET)
    drafting.save(house, changed.draft)
    table.write_text(table.read_text().replace("Mary", "May"), encoding="utf-8")
    anew = opening.adopt_changed_file(house, changed.draft, table, QUIET)
    assert anew.draft.recipe.steps == ()
    assert "by hand" in " ".join(map(str, anew.change.sentences()))


# What is kept with a reason

@pytest.fixture
def padded(house, tmp_path):
    path = tmp_path / "trees.csv"
    path.write_text("tree,height\n oak ,3\nelm,4\n", encoding="utf-8")
    return opening.begin(house, path, QUIET)


def kept(house, bench, reason, choice=Choice.KEEP):
    finding = next(found for found in bench.report.findings if found.kind == "padded-cell")
    return finding, deciding.decide(house, bench.draft, finding, choice, reason)


def test_why_a_fault_is_kept_is_told_in_the_known_limits(house, padded):
    _, draft = kept(house, padded, "the system pads\nits names")
    line, = draft.record.known_limits.split("\n")
    assert line.endswith("the system pads its names")
    assert "blanks" in line


def test_another_reason_takes_the_place_of_the_first_and_typed_lines_stay(house, padded):
    draft = padded.draft.with_answer("known_limits", "Heights are estimates.")
    finding = next(found for found in padded.report.findings if found.kind == "padded-cell")
    for reason in ("so it is", "so it was"):
        draft = deciding.decide(house, draft, finding, Choice.KEEP, reason)
    first, second = draft.record.known_limits.split("\n")
    assert first == "Heights are estimates."
    assert second.endswith("so it was")


def test_a_decision_that_is_taken_back_takes_its_line_with_it(house, padded):
    from dataclasses import replace

    finding, draft = kept(house, padded, "so it is")
    assert deciding.reopen_finding(replace(padded, draft=draft), finding).draft.record.known_limits == ""


def test_what_is_private_is_no_limit_of_the_data(house, bench):
    finding = next(found for found in bench.report.findings if found.room == "privacy" and found.tier.value == "decide")
    draft = deciding.decide(house, bench.draft, finding, Choice.KEEP, "an office line")
    assert draft.record.known_limits == ""


# Replaying

CELLS = ("", " oak ", "N.E.", "NE", "Northeast", "4/30/2018", "2020-07-15", "Jul-15", "$1,204", "12", "a; b",
         "2139", "Ã±", "<b>x</b>")


def made_table(path, chance):
    """Write a table of odd cells."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["c", "k", "zip", "jan", "feb"])
        for row in range(chance.randint(2, 12)):
            writer.writerow([chance.choice(CELLS), str(row), chance.choice(CELLS), str(row), chance.choice(CELLS)])
    return path


def some_step(sheet, chance):
    """Return a step that may or may not fit the sheet: any remedy, a hand edit, a reshape."""
    name = chance.choice(("edit_cell", "reshape", *(one.name for one in all_remedies())))
    column = chance.choice(sheet.names)
    if name == "edit_cell" and sheet.height:
        return edit_step(sheet, column, chance.randrange(sheet.height), chance.choice(CELLS), "by hand")
    if name == "reshape":
        return Step(remedy=name, parameters={"ids": tuple(one for one in sheet.names if one not in ("jan", "feb")),
                                             "values": ("jan", "feb"), "what": "month", "value": "n", "blanks": "keep"})
    parameters = {"leave_out_rows": {"rows": (int(sheet.rows[0]),)} if sheet.height else {}, "rename_column": {"name": "other"}}
    is_whole = name in ("leave_out_rows", "rename_headers", "leave_out_duplicates", "leave_out_blank_rows")
    return deciding.with_secret(Step(remedy=name, column=None if is_whole else column, parameters=parameters.get(name, {})))


def sealed_bytes(sheet, folder):
    """Return the bytes of the candidate as they are sealed."""
    path = folder / "sealed.csv"
    with path.open("wb") as stream:
        write_csv(sheet, list(sheet.names), stream, QUIET)
    return path.read_bytes()


@pytest.mark.parametrize("seed", range(30))
def test_replaying_any_recipe_on_the_original_gives_the_sealed_bytes(house, tmp_path, seed):
    chance = random.Random(seed)
    path = made_table(tmp_path / "odd.csv", chance)
    original = opening.open_sheet(house, path, Recipe().import_step, QUIET)
    sheet, steps = original, []
    for _try in range(25):
        step = some_step(sheet, chance)
        try:
            sheet = remedy(step.remedy).apply(sheet, step)
        except (StepDoesNotFit, KeyError):
            continue
        steps.append(step)
        if not sheet.columns:
            break
    saved = recipe_from_json(recipe_to_json(Recipe(steps=tuple(steps))))
    again = opening.open_sheet(house, path, saved.import_step, QUIET)
    assert steps
    assert sealed_bytes(replay(again, saved, QUIET), tmp_path) == sealed_bytes(sheet, tmp_path)
