"""Changes single cells by hand. Each edit is a step of the recipe with its row, column and reason; undo takes one back."""

from dataclasses import dataclass, field

import numpy as np

from steward.remedies.edit_cell import edit_step
from steward.table.sheet import Sheet
from steward.tasks.deciding import apply_remedy, checked_reason
from steward.tasks.house import House
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress

LONGEST_TEXT = 32_767       # letters: what a cell of a spreadsheet holds


@dataclass(frozen=True, slots=True, kw_only=True)
class CellEdit:
    """What a person wants of one cell. `row` as the file numbers it; `part` (0-based) of a reshaped row."""

    column: str
    row: int
    text: str = field(repr=False)
    reason: str
    part: int | None = None


def cell_at(bench: Workbench, column: str, row: int, part: int | None = None) -> str:
    """Return what stands in a cell of the candidate, for the screen alone. `row` as the file numbers it.

    Raises: Refused where the table has no such row or column, or where a reshaped row gave several records and `part` (0-based)
    says none of them.
    """
    text: str = bench.candidate.column(column).values[_place(bench.candidate, column, row, part)].as_py()
    return text


def parts_at(bench: Workbench, row: int) -> tuple[int, ...]:
    """Return which parts (0-based) of a row of the file are records of the candidate; none where each row gave at most one."""
    sheet = bench.candidate
    return () if sheet.parts is None else tuple(sheet.parts[sheet.rows == row].tolist())


def edit_cell(house: House, bench: Workbench, edit: CellEdit, progress: Progress) -> Workbench:
    """Return the workbench with one cell changed and checked again; it can be undone.

    Raises: Refused as `cell_at`, for a text that is the old one or too long, or without a usable reason.
    """
    place = _place(bench.candidate, edit.column, edit.row, edit.part)
    if len(edit.text) > LONGEST_TEXT:
        raise Refused(words(say("The text is longer than a cell may be."),
                            next_step=say("Shorten it to at most {count} letters.", count=LONGEST_TEXT)))
    if edit.text == cell_at(bench, edit.column, edit.row, edit.part):
        raise Refused(words(say("The cell holds this text already."), next_step=say("Type what it should hold instead.")))
    step = edit_step(bench.candidate, edit.column, place, edit.text, checked_reason(house, edit.reason))
    return apply_remedy(house, bench, None, step, progress)


def _place(sheet: Sheet, column: str, row: int, part: int | None) -> int:
    if column not in sheet.names:
        raise Refused(words(say("The table has no column of that name."), say("Column {column}.", column=column),
                            say("Choose one of its columns.")))
    places = np.flatnonzero(sheet.rows == row)
    if part is not None and sheet.parts is not None:
        places = places[sheet.parts[places] == part]
    if len(places) == 1:
        return int(places[0])
    if len(places):
        raise Refused(words(say("This row of the file gave several records."), say("Row {row}.", row=str(row)),
                            say("Say also which of them it is.")))
    raise Refused(words(say("The table has no such row."), say("Row {row}.", row=str(row)),
                        say("Rows are numbered as in your file. Rows that were left out cannot be changed.")))
