"""Reads an old Excel file (BIFF8 in a compound file) into a `Book`; of versions before Excel 97 the cells by calamine only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from steward.readers.formats._cells import cell_text
from steward.readers.formats._compound import CompoundFile
from steward.readers.hidden._book import TEXT, Book, Cells, Sheet, Texts, Trace
from steward.readers.hidden._escher import pictures
from steward.readers.hidden._ole_properties import DOCUMENT, SUMMARY, properties
from steward.readers.hidden._xls_book import OldBook, read_book
from steward.readers.hidden._xls_gathering import OldCells
from steward.readers.hidden._xls_parts import read_parts
from steward.readers.hidden._xls_sheet import alternative_texts, read_sheet
from steward.readers.named_otherwise import as_calamine_takes_it
from steward.vocabulary.message import say

_STATES = {"Hidden": "hidden", "VeryHidden": "very_hidden"}
_MACROS, _VISUAL_BASIC = 1, 6


class _Locked(Exception):
    """The cells lie behind a password."""


def read_workbook(book: Book, path: Path) -> None:
    """Fill the book from an old Excel file. Raises: ValueError where it is broken; _Locked."""
    compound = CompoundFile(path.read_bytes())
    book.is_excel = False
    read_parts(book, compound)
    _read_properties(book, compound)
    stream = compound.read("Workbook") or compound.read("Book")
    old = read_book(stream)
    if old.is_locked:
        raise _Locked
    if old.is_readable:
        _read_records(book, old, stream)
    else:
        _read_cells(book, path)


def _read_properties(book: Book, compound: CompoundFile) -> None:
    found = properties(compound.read(SUMMARY), compound.read(DOCUMENT))
    book.properties, book.app_properties, book.custom_properties = found.of_person, found.of_office, found.own
    if found.has_thumbnail:
        book.traces.append(Trace(kind="thumbnail", where=say("A small picture of the first page.")))


def _read_records(book: Book, old: OldBook, stream: bytes) -> None:
    book.is_window_hidden, book.names, book.styles = old.is_window_hidden, old.names, old.styles()
    book.pictures = pictures(b"".join(old.pictures))
    if old.writer:
        book.properties.append(("lastmodifiedby", old.writer))
    every = list(_sheets(old, stream))
    for cells in every:
        _take_sheet(book, cells)
    used = set[int]().union(*(cells.used for cells in every))
    book.unused_strings = [rich.text for number, rich in enumerate(old.texts) if number not in used and rich.text.strip()]
    book.reading_aids = [rich.reading_aid for rich in old.texts if rich.reading_aid]
    book.traces += _traces(old, every)


def _sheets(old: OldBook, stream: bytes) -> Iterator[OldCells]:
    """Give the sheets. Each lies before the next, and a place that several names lead to is read once, for the first."""
    places = sorted({known.begin for known in old.sheets})
    ends, read = dict(zip(places, [*places[1:], len(stream)], strict=True)), set[int]()
    for number, known in enumerate(old.sheets, start=1):
        if known.kind != _VISUAL_BASIC:
            yield read_sheet(stream, known, old, number, known.begin if known.begin in read else ends[known.begin])
            read.add(known.begin)


def _take_sheet(book: Book, cells: OldCells) -> None:
    book.sheets.append(cells.sheet)
    book.comments += cells.comments
    book.boxes += cells.boxes
    book.descriptions += alternative_texts(cells)
    book.chart_values += cells.chart_values
    book.printers += cells.printers


def _traces(old: OldBook, every: list[OldCells]) -> list[Trace]:
    found = []
    if old.links:
        where = say("Links to other workbooks (Data, Edit Links).")
        found.append(Trace(kind="external_link_cache", where=where, count=old.links, texts=old.linked))
    if queries := sum(cells.queries for cells in every):
        found.append(Trace(kind="connection_string", where=say("Connections (Data, Queries and Connections)."), count=queries,
                           texts=old.queries))
    if any(known.kind == _MACROS for known in old.sheets):
        found.append(Trace(kind="vba_macro", where=say("Macros (View, Macros).")))
    return found


def _read_cells(book: Book, path: Path) -> None:
    import python_calamine as calamine

    workbook = calamine.load_workbook(as_calamine_takes_it(path, "xls"))
    for known in workbook.sheets_metadata:
        state = _STATES.get(str(known.visible).rsplit(".", 1)[-1], "visible")
        if str(known.typ).endswith("WorkSheet"):
            book.sheets.append(Sheet(name=known.name, state=state, cells=_cells(workbook.get_sheet_by_name(known.name))))
        elif state != "visible":
            book.sheets.append(Sheet(name=known.name, state=state))


def _cells(sheet: Any) -> Cells:
    """Return the cells that hold anything; a file of before Excel 97 tells nothing of their looks here."""
    start = getattr(sheet, "start", None)
    if start is None:
        return Cells.none()
    filled = [(row, column, text) for row, cells in enumerate(sheet.iter_rows(), start=1)
              for column, cell in enumerate(cells, start=start[1] + 1) if (text := cell_text(cell))]
    zeros = np.zeros(len(filled), np.int64)
    return Cells(rows=np.array([row for row, _, _ in filled], np.int64), columns=np.array([column for _, column, _ in filled],
                                                                                          np.int64),
                 styles=zeros, types=zeros + TEXT, texts=Texts([text for _, _, text in filled]))
