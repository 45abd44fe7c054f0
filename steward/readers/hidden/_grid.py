"""Cuts hidden cells out of a sheet as columns with their labels, so that they can be judged like a table."""

from collections.abc import Sequence

import numpy as np

from steward.readers.header import LOOK_AT, find_layout
from steward.readers.hidden._book import Cells, Mask
from steward.vocabulary.hidden import MOST_ROWS, UnseenCells

MOST_CELLS = 400_000
_WIDEST = 500
Columns = list[tuple[str | None, Sequence[str]]]


def columns_of(cells: Cells, mask: Mask) -> Columns:
    """Return label and texts of each column that has masked cells; the row of labels is none of them."""
    labels, first_row = _labels(cells)
    places = np.flatnonzero(mask & (cells.rows >= first_row))[:MOST_CELLS]
    columns = cells.columns[places]
    return [(labels.get(number), [cells.texts[place] for place in places[columns == number].tolist()])
            for number in np.unique(columns)[:_WIDEST].tolist()]


def unseen_cells(cells: Cells, mask: Mask) -> list[UnseenCells]:
    """Return where the masked cells stand, column by column."""
    places = np.flatnonzero(mask)
    columns = cells.columns[places]
    rows = {number: cells.rows[places[columns == number]] for number in np.unique(columns)[:_WIDEST].tolist()}
    return [UnseenCells(column=number, rows=tuple(np.sort(some)[:MOST_ROWS].tolist()), count=len(some))
            for number, some in rows.items()]


def _labels(cells: Cells) -> tuple[dict[int, str | None], int]:
    """Return the label of each column by its number, and the first row below the labels."""
    if not len(cells.rows):
        return {}, 1
    top, left = int(cells.rows.min()), int(cells.columns.min())
    width = min(_WIDEST, int(cells.columns.max()) - left + 1)
    sample = [[""] * width for _ in range(LOOK_AT)]
    for place in np.flatnonzero(cells.rows < top + LOOK_AT).tolist():
        column = int(cells.columns[place]) - left
        if column < width:
            sample[int(cells.rows[place]) - top][column] = cells.texts[place]
    layout = find_layout(sample, None)
    return {left + place: label for place, label in enumerate(layout.labels)}, top + layout.first_row - 1
