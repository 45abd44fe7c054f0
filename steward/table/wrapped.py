"""Rows that stand in one pair of quotation marks each, as if a whole row were one cell: what is inside them.

Some programs export so, and some people save a text that was opened as one column. Every reader then gives one cell a row.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from steward.table.places import positions_of
from steward.table.sheet import Column, Quarantined, Sheet
from steward.table.written import split_lines
from steward.vocabulary.positions import NOWHERE, Positions
from steward.vocabulary.quoting import Quoting

Cells = tuple[str, ...]

_SIGNS = (",", ";", "\t", "|")
_LOOK_AT = 200
_MOSTLY = 0.9
_FEWEST_NAMES, _FEWEST_NAMELESS = 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapping:
    """How rows are wrapped.

    Shape: `rows` are those of the file, in its order; `labels` has one name for each cell inside them.
    """

    delimiter: str                  # between the cells inside
    labels: tuple[str | None, ...] = field(repr=False)
    is_all: bool                    # the only filled column of the table is made of such rows; else some set-apart records are
    rows: Positions


def wrapping_of(sheet: Sheet) -> Wrapping | None:
    """Return how rows of the sheet are wrapped, or None where none are."""
    if sheet.lines is None or sheet.parts is not None or not sheet.columns:
        return None
    return _of_column(sheet) or _of_set_apart(sheet)


def cells_within(text: str, delimiter: str, quoting: Quoting = Quoting.DOUBLED) -> Cells:
    """Return the cells of the one record that a text is; none where it is not one record."""
    records = list(split_lines(io.StringIO(text, newline=""), delimiter, quoting))
    return tuple(records[0]) if len(records) == 1 else ()


def unwrapped(one: Quarantined, outer: str, wrapping: Wrapping, quoting: Quoting) -> Cells:
    """Return the cells of a set-apart record, those inside its quotation marks where it is wrapped."""
    cells = cells_within(one.text, outer, quoting)
    return cells_within(cells[0], wrapping.delimiter) if len(cells) == 1 else cells


def _of_column(sheet: Sheet) -> Wrapping | None:
    column = sheet.columns[0]
    texts = column.values.slice(0, _LOOK_AT).to_pylist()
    for sign in dict.fromkeys((sheet.provenance.delimiter or ",", *_SIGNS)):
        width = _width(column.label, texts, sign)
        if width and all(map(_is_empty, sheet.columns[1:])):
            return Wrapping(delimiter=sign, labels=_labels(column.label, width, sign), is_all=True,
                            rows=positions_of(sheet.rows))
    return None


def _width(label: str | None, texts: Sequence[str], sign: str) -> int:
    """Return how many cells the name and nearly all texts hold within; 0 where they do not agree, or are words with commas."""
    named = len(cells_within(label, sign)) if label else 0
    if label and (named < _FEWEST_NAMES or f"{sign} " in label):
        return 0
    counts = [len(cells_within(text, sign)) for text in texts if sign in text]
    width = named or max(counts, key=counts.count, default=0)
    is_wide = width >= (_FEWEST_NAMES if named else _FEWEST_NAMELESS)
    return width if is_wide and counts.count(width) >= max(1, _MOSTLY * len(texts)) else 0


def _labels(label: str | None, width: int, sign: str) -> tuple[str | None, ...]:
    return tuple(name if name.strip() else None for name in cells_within(label, sign)) if label else (None,) * width


def _is_empty(column: Column) -> bool:
    import pyarrow.compute as pc

    return not any(pc.max(pc.binary_length(piece)).as_py() for piece in column.values.chunks)


def _of_set_apart(sheet: Sheet) -> Wrapping | None:
    width, sign = max(column.position for column in sheet.columns), sheet.provenance.delimiter or ","
    labels = tuple(column.label for column in sheet.columns)
    one = Wrapping(delimiter=sign, labels=labels, is_all=False, rows=NOWHERE)
    rows = Positions(apart.row for apart in sheet.quarantine if apart.cells == 1 and apart.text.startswith('"') and width > 1
                 and len(unwrapped(apart, sign, one, sheet.provenance.quoting)) == width)
    return Wrapping(delimiter=sign, labels=labels, is_all=False, rows=rows) if rows else None


def columns_of(labels: Sequence[str | None], names: Sequence[str], records: Sequence[Cells]) -> tuple[Column, ...]:
    """Return columns of these labels and names, with the cells of some records."""
    cells = list(zip(*records, strict=True)) if records else [()] * len(labels)
    values = [pa.chunked_array([pa.array(column, pa.string())]) for column in cells]
    return tuple(Column(name=name, label=label, position=place, values=column)
                 for place, (name, label, column) in enumerate(zip(names, labels, values, strict=True), start=1))
