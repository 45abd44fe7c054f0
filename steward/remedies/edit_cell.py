"""Change one cell by hand: a step with its row, its column, the new text and the reason."""

import numpy as np
import pyarrow as pa

from steward.remedies import StepDoesNotFit
from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, number_of, text_of
from steward.table.sheet import Sheet
from steward.vocabulary.errors import words
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Parameter, Step

ROW, PART, NEW, OLD = "row", "part", "private_text", "private_before"


class EditCell(Answers):
    """The table with another text in one cell. `row` as the file numbers it, `part` of a reshaped row, `private_text` new.

    `private_before` is what stood there; in a file where something else stands there the step does not fit.
    """

    name = "edit_cell"
    title = say("Change this cell by hand")
    explain = say("One cell gets the text that you type. Your file stays as it is.")
    kinds = frozenset[str]()
    random_parameter = "private_key"   # without it a list of likely texts would undo the hash in the manifest

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the cell changed. Raises: StepDoesNotFit where the row is gone or another text stands there."""
        column = column_of(sheet, step)
        place = _place(sheet, step)
        if place is None:
            raise _refusal(step, say("The recipe changes a cell by hand in a row that the table does not have."))
        if OLD in step.parameters and column.values[place].as_py() != text_of(step, OLD):
            raise _refusal(step, say("The recipe changes a cell by hand, and another text stands there in this file."))
        return sheet.with_values(column.name, _with_text(column.values, place, text_of(step, NEW)))

    def describe(self, step: Step) -> Message:
        """Return which cell is changed."""
        return say("Change the cell of column {column} in row {row} by hand.", column=name_of(step),
                   row=str(number_of(step, ROW, 0)))


def edit_step(sheet: Sheet, column: str, place: int, text: str, reason: str) -> Step:
    """Return the step that writes `text` into the cell of a column at a 0-based place of the sheet."""
    parts: dict[str, Parameter] = {} if sheet.parts is None else {PART: int(sheet.parts[place])}
    return Step(remedy=REMEDY.name, column=column, reason=reason, parameters={
        ROW: int(sheet.rows[place]), **parts, NEW: text, OLD: sheet.column(column).values[place].as_py()})


def _place(sheet: Sheet, step: Step) -> int | None:
    places = np.flatnonzero(sheet.rows == number_of(step, ROW, -1))
    if PART in step.parameters and sheet.parts is not None:
        places = places[sheet.parts[places] == number_of(step, PART, -1)]
    return int(places[0]) if len(places) == 1 else None


def _with_text(values: pa.ChunkedArray, place: int, text: str) -> pa.ChunkedArray:
    """Return the values with one changed; the chunks that it is not in are shared."""
    chunks, before = [], 0
    for chunk in values.chunks:
        if before <= place < before + len(chunk):
            inner = place - before
            chunks += [chunk.slice(0, inner), pa.array([text], values.type), chunk.slice(inner + 1)]
        else:
            chunks.append(chunk)
        before += len(chunk)
    return pa.chunked_array([chunk for chunk in chunks if len(chunk)], values.type)


def _refusal(step: Step, what: Message) -> StepDoesNotFit:
    where = say("Column {column}, row {row}.", column=name_of(step), row=str(number_of(step, ROW, 0)))
    return StepDoesNotFit(words(what, where, say("Take the step out of the recipe, and look at the cell again.")))


REMEDY = EditCell()
