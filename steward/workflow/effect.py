"""What a remedy would change: counts, and a few cells before and after for the screen of the person who decides."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from steward.table.sheet import Sheet

EXAMPLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The difference between two sheets. `examples` hold cells: they are shown and never kept, logged or sent."""

    cells: int                               # that hold something else
    rows: int                                # records in which they are
    rows_left_out: int                       # set-apart ones included
    columns_left_out: int
    examples: tuple[tuple[str, str], ...] = ()  # before and after, different ones
    example_rows: tuple[int, ...] = ()       # where they stand, as the file numbers rows


def effect(before: Sheet, after: Sheet, column: str | None = None) -> Effect:
    """Return what changed from one sheet to the next; examples come from `column` if it is given and still there."""
    kept = np.flatnonzero(np.isin(before.rows, after.rows)) if before.height != after.height else None
    touched = np.zeros(after.height, np.bool_)
    cells, examples = 0, _Examples((), ())
    for name in after.names:
        if name in before.names:
            changed = _changed(before, after, name, kept)
            touched |= changed
            cells += int(changed.sum())
            if column in (None, name) and not examples.pairs:
                examples = _examples(before, after, name, np.flatnonzero(changed), kept)
    left_out = before.height - after.height + len(before.quarantine) - len(after.quarantine)
    return Effect(cells=cells, rows=int(touched.sum()), rows_left_out=left_out,
                  columns_left_out=len(before.columns) - len(after.columns), examples=examples.pairs,
                  example_rows=examples.rows)


@dataclass(frozen=True, slots=True)
class _Examples:
    pairs: tuple[tuple[str, str], ...]
    rows: tuple[int, ...]


def _changed(before: Sheet, after: Sheet, name: str, kept: npt.NDArray[np.int64] | None) -> npt.NDArray[np.bool_]:
    """Return which records hold another cell in this column; columns that both sheets share cost nothing."""
    import pyarrow as pa
    import pyarrow.compute as pc

    old, new = before.column(name).values, after.column(name).values
    if old is new or after.height == 0:
        return np.zeros(after.height, np.bool_)
    compared = old if kept is None else old.combine_chunks().take(pa.array(kept))
    return np.asarray(pc.not_equal(compared.cast(new.type), new).to_numpy(), np.bool_)


def _examples(before: Sheet, after: Sheet, name: str, places: npt.NDArray[np.int64],
              kept: npt.NDArray[np.int64] | None) -> _Examples:
    pairs: dict[tuple[str, str], int] = {}
    old, new = before.column(name).values, after.column(name).values
    for place in places[:EXAMPLES * 20].tolist():
        pairs.setdefault((old[place if kept is None else int(kept[place])].as_py(), new[place].as_py()), int(after.rows[place]))
        if len(pairs) == EXAMPLES:
            break
    return _Examples(tuple(pairs), tuple(pairs.values()))
