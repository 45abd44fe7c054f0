"""The same content as a CSV file and as a workbook gives the same findings, in the rows as the sheet counts them."""

import csv
import re
from datetime import datetime

import pytest

from steward.readers import handover
from steward.schema.examine import examine
from steward.schema.inference import infer_fields
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import cells_of
from tests.readers.books import book
from tests.readers.opened import read_here
from tests.schema.spoiled import AROUND, spoiled

WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,9})")
DAY = re.compile(r"(?:19[1-9][0-9]|20[0-9]{2})-(?:0[1-9]|1[0-2])-(?:[01][0-9]|2[0-8])")
IN_WORKBOOKS = "number-as-text"    # only they say what is a text: here, each number with a point
BLANK_AFTER = 5    # records: an empty row stands there in both files
TABLES = {kind: sheet for kind, sheet in spoiled().items() if kind != "invisible-sign"}   # which no workbook can hold


def stored(cell):
    """Return a cell as a person types it into a spreadsheet: numbers and days become numbers and days."""
    if WHOLE.fullmatch(cell):
        return int(cell)
    return datetime.strptime(cell, "%Y-%m-%d") if DAY.fullmatch(cell) else cell


def as_typed(workbook):
    """Show days as they stand in the other file, and keep what begins like a formula as the text that it is."""
    for row in workbook.active.iter_rows():
        for cell in row:
            if isinstance(cell.value, datetime):
                cell.number_format = "yyyy-mm-dd"
            elif isinstance(cell.value, str):
                cell.data_type = "s"


def findings(path, folder):
    folder.mkdir()
    handover.write(read_here(path), folder)
    profile = profile_table(handover.read(folder), Silence(), 1)
    found = examine(profile, infer_fields(profile), Silence(), AROUND)
    return {(one.kind, one.column, one.count, tuple(one.rows)) for one in found}


def in_both(found):
    """Return what a text file can tell as well."""
    return {one for one in found if one[0] != IN_WORKBOOKS}


@pytest.mark.parametrize("kind", TABLES)
def test_a_workbook_has_the_findings_of_the_text_file(tmp_path, kind):
    sheet = TABLES[kind]
    records = list(zip(*cells_of(sheet).values(), strict=True))
    rows = [sheet.names, *records[:BLANK_AFTER], [""] * len(sheet.names), *records[BLANK_AFTER:]]
    with (tmp_path / "a.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(rows)
    made = book(tmp_path / "a.xlsx", [[stored(cell) or (0 if cell == "0" else None) for cell in row] for row in rows], as_typed)
    ours = findings(tmp_path / "a.csv", tmp_path / "text")
    assert in_both(findings(made, tmp_path / "sheet")) == in_both(ours)
    assert kind in {one for one, *_ in ours}
