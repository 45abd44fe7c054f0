"""One sheet of an old Excel workbook: its cells, and what stands beside them. Source: MS-XLS 2.4."""

from types import MappingProxyType

import numpy as np

from steward.readers.hidden._book import Cells, Comment, Link, Sheet, Texts
from steward.readers.hidden._escher import descriptions
from steward.readers.hidden._xls_beside import BESIDE_CELLS, OF_CHART
from steward.readers.hidden._xls_book import OldBook, OldSheet, taken
from steward.readers.hidden._xls_cells import OF_CELLS
from steward.readers.hidden._xls_gathering import OldCells
from steward.readers.hidden._xls_records import BEGIN, END, records
from steward.readers.hidden._xls_rules import OF_RULES
from steward.vocabulary.message import say

_OF_SHEET = MappingProxyType({**OF_CELLS, **BESIDE_CELLS, **OF_RULES})
_CHART = 2


def read_sheet(stream: bytes, known: OldSheet, book: OldBook, number: int, end: int) -> OldCells:
    """Return the sheet that begins at its place, the `number`-th of the book, and lies before `end`."""
    cells = OldCells(book=book, sheet=Sheet(name=known.name, state=known.state))
    depth = 0
    for record in records(stream, known.begin, end):
        depth += (record.kind == BEGIN) - (record.kind == END)
        if record.kind == END and depth <= 0:
            break
        if depth > 1 or known.kind == _CHART:     # a chart: the numbers within are its copy of cells
            taken(OF_CHART.get(record.kind), cells, record)
        else:
            taken(_OF_SHEET.get(record.kind), cells, record)
    _finish(cells, number)
    return cells


def _finish(cells: OldCells, number: int) -> None:
    sheet, where = cells.sheet, say("Sheet {sheet}.", sheet=cells.sheet.name)
    sheet.cells = Cells(rows=np.array(cells.rows, np.int64), columns=np.array(cells.columns, np.int64),
                        styles=np.array(cells.looks, np.int64), types=np.array(cells.types, np.int64),
                        texts=Texts(cells.values))
    sheet.formulas = sorted(cells.formulas)
    areas = [area for place, area in cells.book.filters if place == number]
    sheet.filters = areas if cells.has_filter else []
    # a table of Excel has no style here, while its white labels stay white
    sheet.styled_tables = [(top, left, top, right) for top, left, _, right in areas]
    for one, author in cells.notes:
        if cells.object_texts.get(one, "").strip():
            cells.comments.append(Comment(where=where, author=author, text=cells.object_texts[one]))
    if cells.links:
        values = dict(zip(zip(cells.rows, cells.columns, strict=True), cells.values, strict=True))
        sheet.links += [Link(target=target, shown=values.get((row, column), "")) for row, column, target in cells.links]
    cells.boxes = [box for box in cells.boxes if box.strip()]


def alternative_texts(cells: OldCells) -> list[str]:
    """Return the descriptions of the sheet's pictures."""
    return list(descriptions(b"".join(cells.drawing)))
