"""What the rows looked like that a step names by number, so that a later file with other rows in their places is noticed.

Context: next month's report has its totals and titles in other rows. To leave out the same numbers would drop records and
publish totals. Decision: the step keeps, among its private parameters, a keyed hash of the first filled cell of each row,
figures apart ("Total 2019" and "Total 2020" are alike), and how many rows hold no value; the step fits no file in which one of
them is different. Refused: the texts themselves, which may be private; a plain hash, which a list of likely titles would undo.
"""

import hashlib
import re
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.remedies import StepDoesNotFit
from steward.remedies._reshape_plan import Plan, check_plan, read_plan
from steward.remedies._step import number_of, text_of, texts_of
from steward.table.sheet import Sheet
from steward.table.text import blank_mask
from steward.vocabulary.errors import words
from steward.vocabulary.message import Message, say, say_count, verbatim
from steward.vocabulary.recipe import Step

KEY, MARKS, ALIKE, EMPTY = "private_key", "private_row_marks", "private_alike_rows", "private_rows_without_value"
ROWS_SHOWN = 5
Mask = npt.NDArray[np.bool_]


def with_row_marks(sheet: Sheet, step: Step, key: str) -> Step:
    """Return the step with what it must remember of the rows it names; unchanged where it names none. `key`: hexadecimal.

    Raises: StepDoesNotFit where the step does not fit the sheet.
    """
    plan = read_plan(step, sheet)
    check_plan(plan, sheet)
    named = plan.named_rows
    there = np.isin(sheet.rows, named)
    if not named or int(there.sum()) != len(named):     # of a reshaped table a row is several records
        return step
    marks = _marks(sheet, there, key)
    alike = sum(marked in set(marks) for marked in _marks(sheet, ~there, key))
    return replace(step, parameters={**step.parameters, KEY: key, MARKS: tuple(marks), ALIKE: alike,
                                     EMPTY: len(_without_value(sheet, plan))})


def check_rows(sheet: Sheet, plan: Plan, step: Step) -> None:
    """Raise StepDoesNotFit where the rows that the step names are not those it was made for, or further ones look like them."""
    key, marks, named = text_of(step, KEY), texts_of(step, MARKS), plan.named_rows
    if not key or len(marks) != len(named):
        return                                  # a step that was written by hand, or that came out of a manifest
    there = np.isin(sheet.rows, named)
    found = dict(zip(sheet.rows[there].tolist(), _marks(sheet, there, key), strict=True))
    if changed := [row for row, marked in zip(named, marks, strict=True) if found.get(row) != marked]:
        raise _refused(say("Rows that the recipe leaves out, or takes for titles or totals, are others in this file."), changed)
    others = zip(sheet.rows[~there].tolist(), _marks(sheet, ~there, key), strict=True)
    if len(alike := [row for row, marked in others if marked in set(marks)]) > number_of(step, ALIKE, 0):
        raise _refused(say("Further rows look like those that the recipe leaves out, or takes for titles or totals."), alike)
    if plan.titles and len(empty := _without_value(sheet, plan)) > number_of(step, EMPTY, 0):
        raise _refused(say("Further rows hold no value, as titles of sections do, and the recipe does not know them."), empty)


def _without_value(sheet: Sheet, plan: Plan) -> list[int]:
    """Return the rows that hold none of the values and are not named."""
    empty = ~np.isin(sheet.rows, plan.named_rows)
    for name in plan.values:
        empty &= _blanks(sheet.column(name).values)
    rows: list[int] = sheet.rows[empty].tolist()
    return rows


def _marks(sheet: Sheet, among: Mask, key: str) -> list[str]:
    """Return a mark for each of these records: of the place of its first filled cell, and of its text without figures."""
    texts, where = np.full(sheet.height, "", object), np.full(sheet.height, -1)
    left = np.flatnonzero(among)
    for place, column in enumerate(sheet.columns):
        cells = column.values.take(pa.array(left))
        filled = ~_blanks(cells)
        where[left[filled]] = place
        texts[left[filled]] = cells.filter(pa.array(filled)).to_pylist()
        left = left[~filled]
    found, secret = list(zip(where[among].tolist(), texts[among].tolist(), strict=True)), bytes.fromhex(key)
    made = {one: _hashed(f"{one[0]} {_plain(one[1])}", secret) for one in set(found)}
    return [made[one] for one in found]


def _hashed(text: str, secret: bytes) -> str:
    return hashlib.blake2b(text.encode(), key=secret, digest_size=8).hexdigest()


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\d+", "#", text).split()).casefold()


def _blanks(values: pa.ChunkedArray) -> Mask:
    return np.concatenate([blank_mask(chunk) for chunk in values.chunks] or [np.zeros(0, np.bool_)])


def _refused(what: Message, rows: list[int]) -> StepDoesNotFit:
    shown = ", ".join(f"{row}" for row in rows[:ROWS_SHOWN]) + (" …" if len(rows) > ROWS_SHOWN else "")
    where = say_count("Row {rows}.", "Rows {rows}.", len(rows), rows=verbatim(shown))
    return StepDoesNotFit(words(what, where, say("Reshape the table again, and say for each of these rows what it is.")))
