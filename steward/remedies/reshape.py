"""Turn columns that are really values into rows: a report becomes a table with one record for each of its values.

Source: pandas.melt, whose result it is, but for the order and the exact text; Wickham 2014, "Tidy Data". Decision: the new
records stand in the order of the original records, and within one in the order of the chosen columns, so that row and part
name each of them. Every column is named in the step as kept, turned or left out: a column that a later file has beside them,
such as one more month, is refused in words, because to repeat it beside each value or to drop it would both be wrong.
Arrow kernels do it because the cells are
Arrow text already; the tests hold them against pandas.melt. It is no faster (2.4 million cells: 1.3 s against 1.2 s).
"""

from dataclasses import replace
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._groups import fill_down, mark_rows, take_titles
from steward.remedies._reshape_plan import KEEP, Plan, check_plan, read_plan, refused, some, what_of
from steward.remedies._row_marks import check_rows, with_row_marks
from steward.remedies._step import numbers_of, text_of, texts_of
from steward.table.sheet import Column, Sheet
from steward.table.text import blank_mask
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.recipe import Step

__all__ = ["KEEP", "REMEDY", "Plan", "read_plan"]

Places = npt.NDArray[np.int64]
MOST_BYTES = 1 << 30    # of one column of text; above it Arrow's larger offsets are used


class Reshape(Answers):
    """The table with a record for each value of the chosen columns.

    Parameters: `ids`, the columns that are repeated beside each value; `values`, the columns that are really values;
    `left_out`, columns that go, such as totals; `what` (default "Column") and `value` (default "Value"), names of the new
    columns; `says`, what the first says of each chosen column (its header where absent); `what_2` and `says_2`, a second one,
    where a header holds two things; `blanks`, "keep" for a record also where the cell is blank; `rows_left_out`, rows of the
    file that go, such as totals; `titles` and `title_rows`, the new column for titles of sections and where these stand;
    `filled_down`, columns whose blank cells mean "as above"; `mark`, `mark_rows` and `mark_says`, the new column that tells
    rows that stay, such as totals, from the others, and what it says of both. Private ones: see `_row_marks`.
    """

    name = "reshape"
    title = say("Reshape the table: one row for each value")
    explain = say("Columns that are really values, such as months, become rows. Every value stays, with its row of your file.")
    kinds = frozenset(("pivoted-report",))
    loses: ClassVar[Message] = say("")

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the reshaped sheet; set-apart records stay as they are. Raises: StepDoesNotFit where columns differ."""
        plan = read_plan(step, sheet)
        check_plan(plan, sheet)
        check_rows(sheet, plan, step)
        kept = sheet.take(_kept(sheet, plan.rows_left_out)) if plan.rows_left_out else sheet
        titled = take_titles(kept, plan.titles, plan.title_rows, plan.values)
        marked = mark_rows(titled, plan.mark, plan.mark_rows, plan.mark_says)
        filled = fill_down(marked, plan.filled_down)
        return _melted(filled, plan, plan.groups + plan.ids)

    def remembering(self, sheet: Sheet, step: Step, key: str) -> Step:
        """Return the step with marks of the rows it names, by which it refuses a file with others there. `key`: hexadecimal."""
        return with_row_marks(sheet, step, key)

    def describe(self, step: Step) -> Message:
        """Return which columns become rows, and what goes."""
        values, left_out = texts_of(step, "values"), texts_of(step, "left_out")
        rows = numbers_of(step, "rows_left_out")
        first = say_count("Turn one column into rows, as {what} and {value}.", "Turn {count} columns into rows, as {what} and "
                          "{value}.", len(values), what=_and(what_of(step)), value=text_of(step, "value", "Value"))
        parts = [first]
        if titles := text_of(step, "titles"):
            parts.append(say("Titles of sections go into column {column}.", column=titles))
        if mark := text_of(step, "mark"):
            parts.append(say_count("Column {column} tells one row from the others.", "Column {column} tells {count} rows from "
                                   "the others.", len(numbers_of(step, "mark_rows")), column=mark))
        if left_out:
            parts.append(say_count("Leave out column {names}.", "Leave out {count} columns: {names}.", len(left_out),
                                   names=some(left_out)))
        if rows:
            parts.append(say_count("Leave out one row.", "Leave out {count} rows.", len(set(rows))))
        if down := texts_of(step, "filled_down"):
            parts.append(say("Blank cells say the same as above in: {names}.", names=some(down)))
        parts.append(say("A blank cell gives a row, too.") if text_of(step, "blanks") == KEEP
                     else say("A blank cell gives no row."))
        return _joined(parts)


def _kept(sheet: Sheet, unwanted: tuple[int, ...]) -> Places:
    gone = np.isin(sheet.rows, np.array(unwanted, np.int64))
    if not np.isin(np.array(unwanted, np.int64), sheet.rows).all():
        raise refused(say("The recipe leaves out rows that the table does not have."))
    return np.flatnonzero(~gone)


def _melted(sheet: Sheet, plan: Plan, ids: tuple[str, ...]) -> Sheet:
    """Return a record for each cell of the chosen columns, by record, then by column."""
    width = len(plan.values)
    order = _filled_order(sheet, plan)
    records, columns = np.divmod(order, width)
    kept = [_with(sheet.column(name), _taken(sheet.column(name).values, records)) for name in ids]
    first, last = sheet.column(plan.values[0]), sheet.column(plan.values[-1])
    named = [Column(name=name, label=name, position=first.position,
                    values=_taken(pa.chunked_array([pa.array(says, pa.string())]), columns))
             for name, says in zip(plan.what, plan.says, strict=True)]
    alike = [_alike(sheet, plan, name) for name in plan.values]
    cells = pa.chunked_array([chunk for values in alike for chunk in values.chunks], alike[0].type)
    value = Column(name=plan.value, label=plan.value, position=last.position,
                   values=_taken(cells, columns * sheet.height + records))
    parts = columns if sheet.parts is None else sheet.parts[records] * width + columns
    lines = None if sheet.lines is None else sheet.lines[records]
    return replace(sheet, columns=(*kept, *named, value), rows=sheet.rows[records], lines=lines, parts=parts)


def _filled_order(sheet: Sheet, plan: Plan) -> Places:
    """Return which cells give a record, counted through each record and then the next one."""
    filled = np.ones((sheet.height, len(plan.values)), np.bool_)
    if not plan.keeps_blanks:
        for place, name in enumerate(plan.values):
            filled[:, place] = ~_blanks(sheet.column(name).values)
    return np.flatnonzero(filled.ravel())


def _blanks(values: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    return np.concatenate([blank_mask(chunk) for chunk in values.chunks] or [np.zeros(0, np.bool_)])


def _alike(sheet: Sheet, plan: Plan, name: str) -> pa.ChunkedArray:
    """Return the column in the one kind of Arrow text that all chosen columns take."""
    kinds = {sheet.column(one).values.type for one in plan.values}
    return sheet.column(name).values.cast(kinds.pop() if len(kinds) == 1 else pa.large_string())


def _taken(values: pa.ChunkedArray, places: Places) -> pa.ChunkedArray:
    """Return the values at those places, in larger offsets where the repeated text would burst the smaller ones."""
    if np.array_equal(places, np.arange(len(values))):
        return values
    whole = values.cast(pa.large_string()).combine_chunks()
    array = pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole
    taken = array.take(pa.array(places))
    fits = values.type == pa.string() and taken.nbytes < MOST_BYTES
    return pa.chunked_array([taken.cast(pa.string()) if fits else taken])


def _with(column: Column, values: pa.ChunkedArray) -> Column:
    return Column(name=column.name, label=column.label, values=values, position=column.position)


def _and(names: tuple[str, ...]) -> str | Message:
    return names[0] if len(names) == 1 else say("{first}, {second}", first=names[0], second=names[1])


def _joined(parts: list[Message]) -> Message:
    said = parts[0]
    for part in parts[1:]:
        said = say("{first} {then}", first=said, then=part)
    return said


REMEDY = Reshape()
