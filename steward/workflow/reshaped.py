"""Where every filled cell of a table is once it is reshaped: counted before, and found again after, cell by cell."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.remedies.reshape import Plan, read_plan
from steward.table.sheet import Sheet
from steward.table.text import blank_mask
from steward.vocabulary.recipe import Step

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReshapeAccount:
    """Filled cells of the table before, by what became of them. `is_proven`: each was found again where it has to be."""

    filled: int
    moved: int                 # values, each in a row of its own now
    kept: int                  # stand beside each of the values of their row
    titles: int                # of sections, in a column of their own now
    columns_left_out: int
    rows_left_out: int
    without_value: int         # in rows that hold no value and give no row
    rows_without_value: int
    idle_titles: int           # titles of sections without a row below them
    is_proven: bool


def account_of(before: Sheet, after: Sheet, step: Step) -> ReshapeAccount:
    """Return where each filled cell of `before` is in `after`, which the step made of it."""
    plan = read_plan(step, before)
    filled = {column.name: _filled(column.values) for column in before.columns}
    gone, titles = np.isin(before.rows, plan.rows_left_out), np.isin(before.rows, plan.title_rows) if plan.titles else None
    is_title = np.zeros(before.height, np.bool_) if titles is None else titles & ~gone
    stays = ~gone & ~is_title
    valued = np.zeros(before.height, np.bool_) | plan.keeps_blanks
    for name in plan.values:
        valued |= filled[name]
    gives = stays & valued
    idle = int(is_title.sum()) - _used_titles(is_title, gives)
    count = {"moved": _sum(filled, plan.values, stays), "kept": _sum(filled, plan.ids, gives),
             "columns_left_out": _sum(filled, plan.left_out, stays), "rows_left_out": _sum(filled, before.names, gone),
             "without_value": _sum(filled, plan.ids, stays & ~valued), "titles": int(is_title.sum()) - idle,
             "idle_titles": idle}
    total = _sum(filled, before.names, np.ones(before.height, np.bool_))
    return ReshapeAccount(filled=total, rows_without_value=int((stays & ~valued).sum()), **count,
                          is_proven=sum(count.values()) == total and _found_again(before, after, plan, gives, filled))


def _sum(filled: dict[str, Mask], names: tuple[str, ...], rows: Mask) -> int:
    return sum(int((filled[name] & rows).sum()) for name in names)


def _used_titles(is_title: Mask, gives: Mask) -> int:
    """Return how many titles stand above a row before the next title comes."""
    section = np.cumsum(is_title)
    return len(np.setdiff1d(section[gives], [0]))


def _found_again(before: Sheet, after: Sheet, plan: Plan, gives: Mask, filled: dict[str, Mask]) -> bool:
    """Return whether each value, and each name beside it, stands in the reshaped table, in the order of rows and columns."""
    width = len(plan.values)
    cells = np.stack([filled[name] & gives if not plan.keeps_blanks else gives for name in plan.values], axis=1)
    records, columns = np.divmod(np.flatnonzero(cells.ravel()), width)
    if len(records) != after.height or not np.array_equal(before.rows[records], after.rows):
        return False
    for place, name in enumerate(plan.values):
        here = columns == place
        if not _same(_taken(before, name, records[here]), _taken(after, plan.value, np.flatnonzero(here))):
            return False
    return all(_same_where(_taken(before, name, records), _taken(after, name, np.arange(after.height)), filled[name][records])
               for name in plan.ids)


def _taken(sheet: Sheet, name: str, places: npt.NDArray[np.int64]) -> pa.ChunkedArray:
    return sheet.column(name).values.cast(pa.large_string()).take(pa.array(places))


def _same(one: pa.ChunkedArray, other: pa.ChunkedArray) -> bool:
    return bool(one.equals(other))


def _same_where(one: pa.ChunkedArray, other: pa.ChunkedArray, among: Mask) -> bool:
    mask = pa.array(among)                     # blank cells may say what the cell above says
    return _same(one.filter(mask), other.filter(mask))


def _filled(values: pa.ChunkedArray) -> Mask:
    return ~np.concatenate([blank_mask(chunk) for chunk in values.chunks] or [np.zeros(0, np.bool_)])
