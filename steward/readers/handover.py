"""How the child process hands a table over: an Arrow file for the cells and row numbers, a JSON file for the rest.

Decision: one record batch, so that each column is one piece, up to `ONE_PIECE_BYTES` of text; larger tables in pieces of that
size, because joining them would need their whole size in memory at once.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa

from steward.readers.format import Reading
from steward.table.sheet import Column, Oddity, Provenance, Quarantined, RowNumbers, Sheet, SheetListing, unique_names
from steward.vocabulary.positions import Positions

TABLE, ASIDE, REST = "table.arrow", "quarantine.arrow", "table.json"
ONE_PIECE_BYTES = 768 << 20
_ROW, _LINE = "row", "line"

Value = TypeVar("Value")


def write(reading: Reading, folder: Path) -> None:
    """Write the three files into the folder; the pieces of the reading's columns are given up on the way."""
    (folder / REST).write_text(json.dumps(_rest(reading), ensure_ascii=True), encoding="ascii")
    _write_batches(folder / ASIDE, iter([_aside(reading.quarantine)]), _aside(()).schema)
    _write_batches(folder / TABLE, _batches(reading), _schema(reading))


def read(folder: Path) -> Sheet:
    """Return the table that lies in the folder; its cells stay in the mapped file."""
    rest = json.loads((folder / REST).read_text(encoding="ascii"))
    table = _mapped(folder / TABLE)
    names = unique_names(rest["labels"])
    columns = tuple(Column(name=name, label=label, values=table.column(place), position=position)
                    for place, (name, label, position) in enumerate(zip(names, rest["labels"], rest["positions"], strict=True)))
    return Sheet(columns=columns, rows=_numbers(table, _ROW), lines=_numbers(table, _LINE) if rest["has_lines"] else None,
                 quarantine=_quarantined(_mapped(folder / ASIDE)), provenance=_value(Provenance, rest["provenance"]),
                 listings=listings_from(rest["listings"]), oddities=tuple(_oddity(one) for one in rest["oddities"]))


def listings_from(values: list[dict[str, Any]]) -> tuple[SheetListing, ...]:
    """Return the listings that stood in JSON."""
    return tuple(_value(SheetListing, one) for one in values)


def _rest(reading: Reading) -> dict[str, Any]:
    return {"labels": reading.labels, "positions": reading.positions, "has_lines": reading.lines is not None,
            "provenance": asdict(reading.provenance), "listings": [asdict(one) for one in reading.listings],
            "oddities": [{"kind": one.kind, "count": one.count, "rows": list(one.rows), "lines": list(one.lines)}
                         for one in reading.oddities]}


def _value(kind: type[Value], values: dict[str, Any]) -> Value:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # every kind that is passed is a dataclass
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items() if name in known})


def _oddity(values: dict[str, Any]) -> Oddity:
    return Oddity(kind=values["kind"], count=values["count"], rows=Positions(values["rows"]), lines=Positions(values["lines"]))


def _schema(reading: Reading) -> pa.Schema:
    cells = [(f"c{number}", pa.string()) for number in range(len(reading.labels))]
    return pa.schema([*cells, (_ROW, pa.int64()), *([] if reading.lines is None else [(_LINE, pa.int64())])])


def _batches(reading: Reading) -> Iterator[pa.RecordBatch]:
    start = 0
    for first, last in _pieces(reading.columns):
        arrays = [_join(column, first, last) for column in reading.columns]
        height = len(arrays[0]) if arrays else 0
        stop = start + height
        numbers = [reading.rows[start:stop], *([] if reading.lines is None else [reading.lines[start:stop]])]
        yield pa.record_batch([*arrays, *(pa.array(one) for one in numbers)], schema=_schema(reading))
        start = stop


def _pieces(columns: list[list[Any]]) -> Iterator[tuple[int, int]]:
    """Give the stretches of pieces that are written as one batch."""
    count = len(columns[0]) if columns else 0
    first, size = 0, 0
    for number in range(count):
        size += sum(column[number].nbytes for column in columns)
        if size >= ONE_PIECE_BYTES:
            yield first, number + 1
            first, size = number + 1, 0
    if first < count:
        yield first, count


def _join(column: list[Any], first: int, last: int) -> pa.Array:
    """Return some pieces of a column as one, and let go of them."""
    pieces = column[first:last]
    column[first:last] = [None] * (last - first)
    return pieces[0] if len(pieces) == 1 else pa.concat_arrays(pieces)


def _aside(quarantine: tuple[Quarantined, ...]) -> pa.RecordBatch:
    return pa.record_batch({
        _ROW: pa.array([one.row for one in quarantine], pa.int64()), _LINE: pa.array([one.line for one in quarantine], pa.int64()),
        "cells": pa.array([one.cells for one in quarantine], pa.int64()), "text": pa.array([one.text for one in quarantine], pa.string())})


def _quarantined(table: pa.Table) -> tuple[Quarantined, ...]:
    places = zip(table.column(_ROW).to_pylist(), table.column(_LINE).to_pylist(), table.column("cells").to_pylist(),
                 table.column("text").to_pylist(), strict=True)
    return tuple(Quarantined(row=row, line=line, cells=cells, text=text) for row, line, cells, text in places)


def _write_batches(path: Path, batches: Iterator[pa.RecordBatch], schema: pa.Schema) -> None:
    with path.open("wb") as stream, pa.ipc.new_file(stream, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)


def _mapped(path: Path) -> pa.Table:
    with pa.memory_map(str(path)) as source:
        return pa.ipc.open_file(source).read_all()


def _numbers(table: pa.Table, name: str) -> RowNumbers:
    pieces = [chunk.to_numpy() for chunk in table.column(name).chunks]
    if len(pieces) == 1:
        return pieces[0]  # type: ignore[no-any-return]  # pyarrow publishes no types
    return np.concatenate(pieces) if pieces else np.zeros(0, np.int64)
