"""What an old Excel file (BIFF in a compound file) can tell: its hidden sheets by calamine, and storages by their names."""

import re
from pathlib import Path
from typing import Any

import numpy as np

from steward.readers.formats._cells import cell_text
from steward.readers.hidden._book import TEXT, Book, Cells, Sheet, Texts, Trace
from steward.vocabulary.message import Message, say

_STORAGES: tuple[tuple[str, str, Message], ...] = (
    ("vba_macro", "_VBA_PROJECT_CUR", say("Macros (View, Macros).")),
    ("pivot_cache", "_SX_DB_CUR", say("Behind a pivot table.")),
    ("revision_log", "Revision Log", say("The record of changes.")),
)
_EMBEDDED = re.compile(rb"M\x00B\x00D\x00(?:[0-9A-F]\x00){8}")
_STATES = {"Hidden": "hidden", "VeryHidden": "very_hidden"}
_SEARCH_BYTES = 1 << 28


def read_workbook(book: Book, path: Path) -> None:
    """Fill the book from an old Excel file."""
    import python_calamine as calamine

    with path.open("rb") as stream:
        content = stream.read(_SEARCH_BYTES)
    book.traces += [Trace(kind=kind, where=where) for kind, name, where in _STORAGES
                    if (name + "\0").encode("utf-16-le") in content]
    if embedded := set(_EMBEDDED.findall(content)):
        book.traces.append(Trace(kind="embedded_object", where=say("Embedded files."), count=len(embedded)))
    workbook = calamine.load_workbook(str(path))
    for known in workbook.sheets_metadata:
        state = _STATES.get(str(known.visible).rsplit(".", 1)[-1], "visible")
        if str(known.typ).endswith("WorkSheet"):
            book.sheets.append(Sheet(name=known.name, state=state, cells=_cells(workbook.get_sheet_by_name(known.name))))
        elif state != "visible":
            book.sheets.append(Sheet(name=known.name, state=state))


def _cells(sheet: Any) -> Cells:
    """Return the cells that hold anything; an old file tells nothing of their looks here."""
    start = getattr(sheet, "start", None)
    if start is None:
        return Cells.none()
    filled = [(row, column, text) for row, cells in enumerate(sheet.iter_rows(), start=1)
              for column, cell in enumerate(cells, start=start[1] + 1) if (text := cell_text(cell))]
    zeros = np.zeros(len(filled), np.int64)
    return Cells(rows=np.array([row for row, _, _ in filled], np.int64), columns=np.array([column for _, column, _ in filled],
                                                                                          np.int64),
                 styles=zeros, types=zeros + TEXT, texts=Texts([text for _, _, text in filled]))
