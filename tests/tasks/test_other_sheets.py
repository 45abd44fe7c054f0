"""Sheets of one workbook beside each other: which columns name rows of another sheet, and what was not looked at."""

from dataclasses import replace

import openpyxl
import pytest

from steward.manifest.decision_document import decisions_from_json
from steward.manifest.finding_document import finding_to_json, read_finding
from steward.metadata.strict_json import Node
from steward.readers.errors import ReaderNotStarted
from steward.tasks import deciding, drafting, opening, other_sheets
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import words
from steward.vocabulary.finding import told_apart
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from steward.vocabulary.tier import Tier

BUSINESSES = [("ID", "Name"), *((f"B-{number}", f"Shop {number}") for number in range(30))]
INSPECTIONS = [("Inspection", "Business ID", "Score"),
               *((f"I-{number}", f"B-{number % 30}" if number != 17 else "B-300", number % 7 + 90) for number in range(60))]


def book(path, **sheets):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


@pytest.fixture
def path(tmp_path):
    return book(tmp_path / "book.xlsx", Inspections=INSPECTIONS, Businesses=BUSINESSES)


def begun(house, path, sheet="Inspections"):
    return opening.begin(house, path, Silence(), step=ImportStep(sheet=sheet))


def of(bench, kind):
    return [found for found in bench.report.findings if found.kind == kind]


def test_a_column_that_names_rows_of_another_sheet_is_told_with_the_record_that_names_none(house, path):
    bench = begun(house, path)
    (named,), (unknown,) = of(bench, "sheet-key"), of(bench, "foreign-key")
    assert (named.tier, named.column, named.count) == (Tier.NOTE, "Business ID", 60)
    assert "column ID of sheet Businesses" in str(named.words.where)
    assert (unknown.tier, list(unknown.rows)) == (Tier.WARN, [19])
    assert "B-300" not in repr(bench.report.findings)


def test_the_named_sheet_names_nothing_and_a_file_with_one_table_is_left_alone(house, path, tmp_path):
    assert not of(begun(house, path, "Businesses"), "sheet-key")
    alone = begun(house, book(tmp_path / "alone.xlsx", Inspections=INSPECTIONS), "Inspections")
    assert not [found for found in alone.report.findings if found.kind in ("sheet-key", "foreign-key", "sheets-passed-over")]


def test_sheets_are_read_once_while_the_table_changes(house, path, monkeypatch):
    bench = begun(house, path)
    monkeypatch.setattr(other_sheets, "read", None)
    again = opening.recheck(house, bench, bench.draft.with_key(("Inspection",)), Silence())
    assert of(again, "foreign-key") == of(bench, "foreign-key")


def test_a_sheet_that_is_too_large_is_said_and_not_passed_over_silently(house, path, monkeypatch):
    monkeypatch.setattr(other_sheets, "MOST_CELLS", 10)
    (found,) = of(begun(house, path), "sheets-passed-over")
    assert (found.tier, found.count) == (Tier.NOTE, 1)


def test_trouble_with_another_sheet_is_said_and_the_table_opens_all_the_same(house, path, monkeypatch):
    def refuse(*_args):
        raise ReaderNotStarted(words(say("The file could not be read."), next_step=say("Open it again.")))

    monkeypatch.setattr(other_sheets, "read", refuse)
    bench = begun(house, path)
    (found,) = of(bench, "sheets-passed-over")
    assert str(found.words.where) == "The workbook. The file could not be read."
    assert str(found.words.next_step) == "Open it again."
    monkeypatch.undo()
    again = opening.reopen(house, bench.draft, Silence())
    assert of(again, "foreign-key")
    assert not of(again, "sheets-passed-over")


def test_an_answer_about_one_of_two_keys_of_a_column_leaves_the_other_and_old_answers_stay_readable(house, path):
    bench = begun(house, path)
    (alone,) = of(bench, "foreign-key")
    first, second = told_apart(replace(alone, which=which) for which in ("Business ID > Businesses", "Business ID > Shops"))
    assert told_apart([first]) == (alone,)
    draft = deciding.decide(house, bench.draft, first, Choice.KEEP, "A shop that has closed.")
    drafting.save(house, draft)
    answered = {given.key for given in drafting.load(house, draft.id).decisions}
    assert (first.key in answered, second.key in answered) == (True, False)
    assert read_finding(Node(finding_to_json(first), "checks.json")).key == first.key
    old = {"format": 1, "decisions": [{"kind": "foreign-key", "column": "Business ID", "choice": "keep", "reason": "Closed."}]}
    (given,) = decisions_from_json(old)
    assert given.key == alone.key
    assert given.key not in (first.key, second.key)      # which of the two was meant is asked anew
