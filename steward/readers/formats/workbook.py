"""Spreadsheets: XLSX, XLSM, XLSB, XLS and ODS, read by calamine, with what it loses read from the workbook's own XML."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import groupby, islice

import numpy as np

from steward.readers.digest import fingerprint_of, stamp_of
from steward.readers.errors import (
    file_changed,
    file_damaged,
    file_encrypted,
    lines_unaccounted,
    no_header,
    sheet_missing,
)
from steward.readers.format import Peek, Reading
from steward.readers.formats._archive import check_size, check_well_formed
from steward.readers.formats._compound import check_chains
from steward.readers.formats._extent import MOST_ROWS_LOOKED_AT, Extent, extent_of
from steward.readers.formats._gathering import Gathering
from steward.readers.formats._grid import Grid
from steward.readers.formats._sheet_oddities import oddities
from steward.readers.formats._worksheets import Worksheets
from steward.readers.header import Layout, find_layout
from steward.readers.limits import Limits
from steward.readers.preview import LAST_ROWS, ROWS, Sight, laid_out, layout_of, sample_size
from steward.readers.proposal import propose
from steward.readers.recognition import plain_troubles
from steward.readers.touching import touching_tables
from steward.table.preview import Preview, Region
from steward.table.sheet import Provenance, SheetListing
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep

_BESIDE = 3         # so many rows are shown before and after the first hidden one
_Numbered = tuple[int, Sequence[str]]   # a row's number and its cells
_EXCEL_PARTS = ("xl/workbook.xml", "xl/workbook.bin")


class Workbook:
    """Reads spreadsheets."""

    name = "workbook"
    suffixes = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")

    def claim(self, peek: Peek) -> int:
        """Return 3 for what its parts show to be a workbook, and for a zip or Office file that is encrypted or broken off."""
        if peek.streams:
            return 3 if peek.streams & {"Workbook", "Book"} or _is_locked(peek) else 0
        is_named = b"opendocument.spreadsheet" in peek.head[:200] or (   # packed anew, the mark is not where it should be
            "content.xml" in peek.members and peek.path.suffix.lower() == ".ods")
        is_ods = is_named and (peek.members or peek.is_broken_zip)
        is_office = is_ods or any(part in peek.members for part in _EXCEL_PARTS)
        return 3 if is_office or (peek.is_broken_zip and peek.path.suffix.lower() in self.suffixes) else 0

    def read(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Reading:
        """Return the table of one sheet. Raises: InputUnreadable subclasses."""
        with plain_troubles(peek.path), _uncollected():
            before = stamp_of(peek.path)
            sheets = _open(peek, limits, progress)
            known = tuple(sheets.listings())
            name = _chosen(peek, step, known)
            progress.report(0.4, say("Reading the rows."))
            grid = Grid.of(sheets.sheet(name), sheets.side(name), peek, name)
            reading = _reading(peek, step, grid, progress, partial(sheets.rows_of_twice_written, name))
            sha256 = fingerprint_of(peek.path).sha256
            if stamp_of(peek.path) != before:
                raise file_changed(peek.name)
        return replace(reading, listings=known, provenance=replace(reading.provenance, sha256=sha256))

    def list_sheets(self, peek: Peek, limits: Limits, progress: Progress) -> tuple[SheetListing, ...]:
        """Return all sheets. Raises: InputUnreadable subclasses."""
        with plain_troubles(peek.path):
            return tuple(_open(peek, limits, progress).listings())

    def preview(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Preview:
        """Return the first and last rows of one sheet as they would be read. Raises: InputUnreadable subclasses."""
        with plain_troubles(peek.path):
            sheets = _open(peek, limits, progress, sample_size(step) + ROWS)
            known = tuple(sheets.listings())
            name = _chosen(peek, step, known)
            grid = Grid.of(sheets.sheet(name), sheets.side(name), peek, name)
            look = partial(_far_rows, peek, sheets, grid) if sheets.is_short(name) else partial(_around, grid)
            return replace(_preview(peek, step, grid, look), listings=known)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold off the search for garbage in circles: a million cells are none, and it would look at each again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _preview(peek: Peek, step: ImportStep, grid: Grid, look: Callable[[Sequence[int]], list[_Numbered]]) -> Preview:
    """Return the first and last rows, and those around the first hidden ones, which `look` gives by their numbers."""
    extent = extent_of(grid, step.region)
    step = step if extent.is_whole and extent.header_rows is None else extent.applied(step)
    first = list(islice(grid.rows(), sample_size(step)))
    start = max(ROWS, grid.last_row - LAST_ROWS)
    hidden = {kind: rows for kind, all_rows in grid.out_of_sight().items() if (rows := list(filter(extent.holds, all_rows)))}
    last = [*look(_beside_hidden(hidden.values(), start)), *enumerate(grid.rows(start + 1), start=start + 1)]
    try:
        layout = layout_of(first, step, grid.first_column)
    except IndexError:
        raise no_header(peek.name, max(step.header_rows or (0,))) from None
    sight = Sight(first=first, last=last, height=grid.last_row, first_column=grid.first_column, hidden_rows=hidden)
    regions, touching = _other_tables(grid, extent, first)
    return replace(laid_out(sight, layout, step), sheet=grid.name, hidden_columns=tuple(grid.hidden_columns),
                   is_without_hidden_columns=step.include_hidden_columns is False, regions=regions, touching=touching)


def _other_tables(grid: Grid, extent: Extent, first: Sequence[Sequence[str]]) -> tuple[tuple[Region, ...], tuple[Region, ...]]:
    """Return the tables to choose from whichever one is chosen: those that blanks part, else those that nothing parts."""
    regions = extent_of(grid, None).regions if extent.is_chosen else extent.regions
    if len(regions) > 1:
        return regions, ()
    is_known = grid.last_row <= MOST_ROWS_LOOKED_AT
    rows = list(grid.rows()) if is_known else first
    return (), touching_tables(rows, find_layout(first, None), grid.first_column, is_whole=is_known)


def _beside_hidden(hidden: Iterable[Sequence[int]], end: int) -> list[int]:
    """Return the rows around the first hidden ones of each kind that are not shown anyway, up to the row `end`."""
    return sorted({row for rows in hidden for row in range(rows[0] - _BESIDE, rows[0] + _BESIDE + 1) if ROWS < row <= end})


def _around(grid: Grid, wanted: Sequence[int]) -> list[_Numbered]:
    if not wanted:
        return []
    known = dict(zip(range(wanted[0], wanted[-1] + 1), grid.rows(wanted[0]), strict=False))
    return [(row, known[row]) for row in wanted]


def _far_rows(peek: Peek, sheets: Worksheets, grid: Grid, wanted: Sequence[int]) -> list[_Numbered]:
    """Return rows that lie between the first and the last ones of a large sheet: they alone are parsed, run by run."""
    blank = [""] * grid.sheet.width
    found = dict[int, Sequence[str]].fromkeys(wanted, blank)    # where a row has no cells, nothing else is known of it
    for _, run in groupby(enumerate(wanted), key=lambda pair: pair[1] - pair[0]):
        rows = [row for _, row in run]
        sheet, side = sheets.piece(grid.name, range(rows[0], rows[-1] + 1))
        if sheet.start is None:
            continue
        piece = Grid.of(sheet, side, peek, grid.name)
        before = blank[:piece.first_column - grid.first_column]
        for row, cells in _around(piece, [row for row in rows if row <= piece.last_row]):
            found[row] = [*before, *cells, *blank[len(before) + len(cells):]]
    return list(found.items())


def _is_locked(peek: Peek) -> bool:
    return "EncryptedPackage" in peek.streams


def _open(peek: Peek, limits: Limits, progress: Progress, rows: int = 0) -> Worksheets:
    if _is_locked(peek):
        raise file_encrypted(peek.name)
    if peek.is_broken_zip:
        raise file_damaged(peek.name)
    parts: dict[str, bytes] = {}
    if peek.members:
        progress.report(0.1, say("Looking whether the workbook is whole."))
        parts = check_size(peek.path, peek.size_bytes, limits)
    if peek.streams:
        check_chains(peek.path)
    if "content.xml" in peek.members:
        check_well_formed(peek.path, "content.xml")
    progress.report(0.2, say("Opening the workbook."))
    return Worksheets(peek, parts, limits, rows)


def _chosen(peek: Peek, step: ImportStep, known: tuple[SheetListing, ...]) -> str:
    if not known:
        raise file_damaged(peek.name)
    if step.sheet is None:
        return propose(known)[0]
    names = [listing.name for listing in known]
    if step.sheet not in names:
        raise sheet_missing(peek.name, step.sheet, names)
    return step.sheet


def _reading(peek: Peek, step: ImportStep, grid: Grid, progress: Progress, twice: Callable[[int], Sequence[int]]) -> Reading:
    """Return the table of the grid; the fingerprint and the listings are left to the caller."""
    extent = extent_of(grid, step.region)
    layout, first_column = _layout(peek, step, grid, extent), max(grid.first_column, extent.region[1])
    hidden = frozenset(grid.hidden_columns if step.include_hidden_columns is False else ())
    places = tuple(place for place in range(len(layout.labels)) if place + first_column not in hidden)
    table = Gathering(layout=layout, extent=extent, first_column=grid.first_column, places=places,
                      hidden_rows=grid.left_out(step))
    table.take_all(grid.blocks(), lambda row: progress.report(0.5 + 0.4 * row / grid.last_row, say("Reading the rows.")))
    account = table.account()
    if account.missing:
        raise lines_unaccounted(peek.name, abs(account.missing))
    provenance = replace(_provenance(peek, step, grid, layout), blank_rows=(*layout.blank_rows, *table.blank_rows))
    return Reading(labels=tuple(layout.labels[place] for place in places),
                   positions=tuple(place + first_column for place in places), columns=table.columns,
                   rows=np.array(table.rows, np.int64), lines=None, provenance=provenance, account=account,
                   oddities=(*oddities(grid, extent, layout.first_row, twice(account.total)), *table.oddities()))


def _layout(peek: Peek, step: ImportStep, grid: Grid, extent: Extent) -> Layout:
    """Return where the table begins inside its region; titles and blank rows above the region are none of its own."""
    wanted = extent.applied(step)
    sample = list(islice(grid.rows(), sample_size(wanted)))
    try:
        found = layout_of(sample, wanted, grid.first_column)
    except IndexError:
        raise no_header(peek.name, max(wanted.header_rows or (0,))) from None
    if extent.is_alone:
        return found.with_titles_beside(sample)
    above = (found.header_rows, found.title_rows, found.blank_rows)
    header, titles, blank = (tuple(filter(extent.holds, rows)) for rows in above)
    return replace(found, header_rows=header, title_rows=titles, blank_rows=blank)


def _provenance(peek: Peek, step: ImportStep, grid: Grid, layout: Layout) -> Provenance:
    is_any_in = not grid.hidden_rows or not grid.left_out(step).issuperset(grid.hidden_rows)
    return Provenance(
        file_name=peek.name, sha256="", size_bytes=peek.size_bytes, sheet=grid.name, header_rows=layout.header_rows,
        title_rows=layout.title_rows, hidden_rows=len(grid.hidden_rows),
        hidden_columns=len(grid.hidden_columns), hidden_positions=tuple(grid.hidden_columns), hidden_rows_included=is_any_in,
        hidden_columns_included=step.include_hidden_columns is not False)


FORMAT = Workbook()
