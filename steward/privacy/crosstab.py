"""A table of counts for two columns, as reviewers look at it: how many rows have this value and that one.

Source: DataSF, "Open data release toolkit": a crosstab of the riskiest combination, small cells marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from steward.table.classes import codes_of
from steward.table.profile import ColumnProfile

MOST_VALUES = 40    # of each column: a screen holds no more; the rest is counted together
REST = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosstab:
    """Counts of rows. Holds cell values as its labels: for the screen of the person who reviews, never kept or sent.

    Shape: `counts` has one row for each of `down` and one column for each of `across`.
    """

    down: tuple[str, ...]
    across: tuple[str, ...]
    counts: npt.NDArray[np.int64]

    def small(self, threshold: int) -> npt.NDArray[np.bool_]:
        """Return which cells hold at least one row and fewer than the threshold."""
        return np.asarray((self.counts > 0) & (self.counts < threshold), np.bool_)


def crosstab(down: ColumnProfile, across: ColumnProfile) -> Crosstab:
    """Return how many rows have each pair of values, the most frequent values of each column first."""
    rows, row_labels = _ranked(down)
    columns, column_labels = _ranked(across)
    keys = rows * len(column_labels) + columns
    counts = np.bincount(keys, minlength=len(row_labels) * len(column_labels)).reshape(len(row_labels), len(column_labels))
    return Crosstab(down=tuple(row_labels), across=tuple(column_labels), counts=counts)


def _ranked(column: ColumnProfile) -> tuple[npt.NDArray[np.int64], Sequence[str]]:
    """Return for each row the rank of its value, and the values by rank; those beyond the most frequent share the last."""
    codes, width = codes_of(column.distinct)
    counts = np.bincount(codes, minlength=width)
    order = [int(code) for code in np.argsort(-counts, kind="stable") if counts[code]]
    shown = order if len(order) <= MOST_VALUES else order[:MOST_VALUES - 1]
    ranks = np.full(width, len(shown), np.int64)
    ranks[shown] = np.arange(len(shown))
    values = _texts(column, codes, shown)
    return ranks[codes], [*values, REST] if len(shown) < len(order) else values


def _texts(column: ColumnProfile, codes: npt.NDArray[np.int64], wanted: Sequence[int]) -> list[str]:
    if column.distinct.codes is not None:
        return [str(column.distinct.values[code].as_py()).strip() for code in wanted]
    _, first = np.unique(codes, return_index=True)
    place_of = dict(zip(codes[first].tolist(), first.tolist(), strict=True))
    return [str(column.distinct.values[place_of[code]].as_py()).strip() for code in wanted]
