"""Small tables and recipes for tests, made in memory."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from steward.table.sheet import Column, Provenance, Quarantined, Sheet, unique_names
from steward.vocabulary.recipe import Parameter, Step


def sheet_of(columns: Mapping[str, Sequence[str]], *, first_row: int = 2, file_name: str = "table.csv",
             quarantine: Sequence[Quarantined] = (), has_lines: bool = True, chunks: int = 1, **provenance: object) -> Sheet:
    """Return a sheet of these columns, as a CSV file with its header in the row before `first_row` would give it."""
    height = len(next(iter(columns.values()), ()))
    made = tuple(Column(name=name, label=name, values=chunked(cells, chunks), position=place)
                 for place, (name, cells) in enumerate(columns.items(), start=1))
    rows = np.arange(first_row, first_row + height, dtype=np.int64)
    header = (first_row - 1,) if first_row > 1 else ()
    known = {"file_name": file_name, "sha256": "0" * 64, "size_bytes": 1, "header_rows": header, **provenance}
    return Sheet(columns=made, rows=rows, lines=rows.copy() if has_lines else None, quarantine=tuple(quarantine),
                 provenance=Provenance(**known))


def sheet_of_chunks(columns: Mapping[str, pa.ChunkedArray]) -> Sheet:
    """Return a sheet of columns that are in Arrow memory already, as a CSV file with its header in the first row gives it."""
    made = tuple(Column(name=name, label=name, values=values, position=place)
                 for place, (name, values) in enumerate(columns.items(), start=1))
    rows = np.arange(2, 2 + len(made[0].values), dtype=np.int64)
    return Sheet(columns=made, rows=rows, lines=rows.copy(), quarantine=(),
                 provenance=Provenance(file_name="table.csv", sha256="0" * 64, size_bytes=1, header_rows=(1,)))


def sheet_of_rows(header: Sequence[str | None], rows: Sequence[Sequence[str]], **more: object) -> Sheet:
    """Return a sheet with these labels, blank and repeated ones included, and these records."""
    names = unique_names(header)
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    sheet = sheet_of(dict(zip(names, cells, strict=True)), **more)
    labeled = tuple(Column(name=column.name, label=label, values=column.values, position=column.position)
                    for column, label in zip(sheet.columns, header, strict=True))
    return Sheet(columns=labeled, rows=sheet.rows, lines=sheet.lines, quarantine=sheet.quarantine, provenance=sheet.provenance)


def chunked(cells: Sequence[str], chunks: int = 1) -> pa.ChunkedArray:
    """Return the cells as Arrow text in about so many chunks."""
    width = max(1, -(-len(cells) // chunks))
    parts = [pa.array(cells[start:start + width], pa.string()) for start in range(0, len(cells), width)]
    return pa.chunked_array(parts, pa.string())


def cells_of(sheet: Sheet) -> dict[str, list[str]]:
    """Return each column's cells by its name."""
    return {column.name: column.values.to_pylist() for column in sheet.columns}


def step(remedy: str, column: str | None = None, **parameters: Parameter) -> Step:
    """Return one step of a recipe."""
    return Step(remedy=remedy, column=column, parameters=parameters)
