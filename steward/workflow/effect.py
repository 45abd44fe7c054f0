"""What a remedy would change: counts, and a few cells before and after for the screen of the person who decides."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

import numpy as np
import numpy.typing as npt

from steward.table.new_names import new_names
from steward.table.sheet import Sheet

EXAMPLES = 5
ROWS_NAMED = 8      # of those that go
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many records and columns a table has before and after it is reshaped."""

    rows_before: int
    columns_before: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsChanged:
    """How far people stand alone before and after. Unit: rows; `k` is the smallest group, 0 where nothing singles out."""

    k_before: int
    k: int
    small_before: int      # rows in groups below the threshold
    small: int
    threshold: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The difference between two sheets. `examples` hold cells: they are shown and never kept, logged or sent."""

    cells: int                               # that hold something else
    rows: int                                # records in which they are
    rows_left_out: int                       # set-apart ones included
    columns_left_out: int
    rows_added: int = 0                      # that were set apart before
    examples: tuple[tuple[str, str], ...] = ()  # before and after, different ones
    example_rows: tuple[int, ...] = ()       # where they stand, as the file numbers rows
    rows_gone: tuple[int, ...] = ()          # the first of the records that are left out, as the file numbers rows
    example_columns: tuple[str, ...] = ()    # and in which column, by its name before
    reshaped: Shape | None = None            # where records are others than before; nothing can be compared then
    linked: tuple[str, ...] = ()             # columns that still tell what is hidden
    narrowing: tuple[str, ...] = ()          # columns that say which of several blocks of a name it is
    columns_renamed: tuple[tuple[str, str], ...] = ()   # old and new names
    groups: GroupsChanged | None = None      # None where rows are not about people, or are others than before


def effect(before: Sheet, after: Sheet, column: str | None = None) -> Effect:
    """Return what changed from one sheet to the next; examples come from `column` if it is given, else from all in turn."""
    is_other = after.parts is not None and after.parts is not before.parts and not _is_part_of(after, before)
    if is_other or len(after.columns) > len(before.columns):
        shape = Shape(rows_before=before.height, columns_before=len(before.columns), rows=after.height,
                      columns=len(after.columns))
        return Effect(cells=0, rows=0, rows_left_out=0, columns_left_out=0, reshaped=shape)
    added = ~np.isin(after.rows, before.rows) if len(after.quarantine) < len(before.quarantine) else np.zeros(0, np.bool_)
    if added.any():
        rest = effect(before, replace(after.take(np.flatnonzero(~added)), quarantine=before.quarantine), column)
        return replace(rest, rows_added=int(added.sum()))
    kept = _kept(before, after) if before.height != after.height else None
    touched = np.zeros(after.height, np.bool_)
    cells, examples = 0, list[list[_Example]]()
    names = new_names(before, after)
    for old, name in _pairs(before, after, names):
        changed = _changed(before, after, (old, name), kept)
        touched |= changed
        cells += int(changed.sum())
        if column in (None, old) and len(examples) < EXAMPLES and changed.any():
            examples.append(_examples(before, after, (old, name), np.flatnonzero(changed), kept))
    shown = [one for turn in zip_longest(*examples) for one in turn if one is not None][:EXAMPLES]
    left_out = before.height - after.height + len(before.quarantine) - len(after.quarantine)
    return Effect(cells=cells, rows=int(touched.sum()), rows_left_out=left_out,
                  columns_left_out=len(before.columns) - len(after.columns), columns_renamed=tuple(names.items()),
                  examples=tuple(one.pair for one in shown), example_rows=tuple(one.row for one in shown),
                  example_columns=tuple(one.column for one in shown), rows_gone=_gone(before, kept))


@dataclass(frozen=True, slots=True)
class _Example:
    pair: tuple[str, str]
    row: int
    column: str


def _pairs(before: Sheet, after: Sheet, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the old and the new name of each column that both sheets have, in the order of the later one."""
    old = {new: name for name, new in names.items()}
    return [(old.get(name, name), name) for name in after.names if old.get(name, name) in before.names]


def _is_part_of(after: Sheet, before: Sheet) -> bool:
    """Return whether the records of one reshaped sheet are some of the other's."""
    return before.parts is not None and int(np.isin(_keys(before), _keys(after)).sum()) == after.height


def _kept(before: Sheet, after: Sheet) -> Places:
    """Return the places of the records that are still there; row and part name a record, and keep their order."""
    return np.flatnonzero(np.isin(_keys(before), _keys(after)))


def _gone(before: Sheet, kept: Places | None) -> tuple[int, ...]:
    """Return the numbers of the first rows that are no longer there; of set-apart ones none."""
    if kept is None:
        return ()
    is_gone = np.ones(before.height, np.bool_)
    is_gone[kept] = False
    return tuple(dict.fromkeys(before.rows[np.flatnonzero(is_gone)[:ROWS_NAMED]].tolist()))


def _keys(sheet: Sheet) -> npt.NDArray[np.int64]:
    """Return a number for each record that is its own as long as a row has fewer than a million parts."""
    return sheet.rows if sheet.parts is None else sheet.rows * 1_000_000 + sheet.parts


def _changed(before: Sheet, after: Sheet, names: tuple[str, str], kept: Places | None) -> npt.NDArray[np.bool_]:
    """Return which records hold another cell in this column; columns that both sheets share cost nothing."""
    import pyarrow as pa
    import pyarrow.compute as pc

    old, new = before.column(names[0]).values, after.column(names[1]).values
    if old is new or after.height == 0:
        return np.zeros(after.height, np.bool_)
    compared = old if kept is None else old.combine_chunks().take(pa.array(kept))
    return np.asarray(pc.not_equal(compared.cast(new.type), new).to_numpy(), np.bool_)


def _examples(before: Sheet, after: Sheet, names: tuple[str, str], places: npt.NDArray[np.int64],
              kept: npt.NDArray[np.int64] | None) -> list[_Example]:
    pairs: dict[tuple[str, str], int] = {}
    old, new = before.column(names[0]).values, after.column(names[1]).values
    for place in places[:EXAMPLES * 20].tolist():
        pairs.setdefault((old[place if kept is None else int(kept[place])].as_py(), new[place].as_py()), int(after.rows[place]))
        if len(pairs) == EXAMPLES:
            break
    return [_Example(pair, row, names[0]) for pair, row in pairs.items()]
