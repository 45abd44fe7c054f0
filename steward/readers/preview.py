"""Lays out the first rows of a file for the preview: which row is a title, a column name, a record, or below the table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from steward.readers.format import Reading
from steward.readers.header import SAMPLE_RECORDS, Layout, find_layout
from steward.readers.header_fit import Record
from steward.table.preview import DoubtfulLine, HiddenPart, Preview, PreviewRow, Region, RowPart
from steward.table.sheet import SheetListing
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import HiddenRows, ImportStep

ROWS, LAST_ROWS = 200, 12       # so many first and last rows are shown
MOST_COLUMNS = 300
LONGEST_CELL = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a format saw of a file or sheet.

    Shape: `first` begins with row 1 and has no gap; `last` are further rows with their numbers, up to the last one.
    """

    first: Sequence[Record] = field(repr=False)
    last: Sequence[tuple[int, Record]] = field(repr=False, default=())
    height: int | None
    first_column: int = 1       # of the cells in `first` and `last`
    hidden_rows: Mapping[HiddenRows, Sequence[int]] = field(default_factory=dict)    # by why nobody sees them


def sample_size(step: ImportStep) -> int:
    """Return how many first records must be seen to lay a file out as the step says."""
    return max(SAMPLE_RECORDS, *(step.header_rows or (0,)), (step.region[0] if step.region else 0) + SAMPLE_RECORDS)


def laid_out(sight: Sight, layout: Layout, step: ImportStep) -> Preview:
    """Return the preview of what was seen, as the layout and the step take it; sheets and letters are the format's to add."""
    region = _region(sight, layout, step)
    left_out = {row for kind, hidden in sight.hidden_rows.items() if step.includes(kind) is False for row in hidden}
    unseen = {row for hidden in sight.hidden_rows.values() for row in hidden}
    numbered = [*enumerate(sight.first[:ROWS], start=1), *sight.last]
    rows = tuple(PreviewRow(row=row, is_hidden=row in unseen, cells=_cells(record, sight.first_column), part=_part(
        row, record, layout, region, left_out, region_is_chosen=step.region is not None)) for row, record in numbered)
    return Preview(
        rows=rows, labels=layout.labels, beyond=layout.beyond, header_rows=layout.header_rows, region=region,
        height=sight.height, width=_width(sight, layout), hidden=tuple(
            HiddenPart(kind=kind, count=len(rows), first=rows[0]) for kind, rows in sight.hidden_rows.items() if rows))


def of_records(reading: Reading) -> Preview:
    """Return the preview of a list of records that was read whole: it has names for its columns and no rows above them."""
    columns = [[text[:LONGEST_CELL] for piece in pieces for text in piece.slice(0, ROWS).to_pylist()][:ROWS]
               for pieces in reading.columns[:MOST_COLUMNS]]
    numbers = reading.rows[:ROWS].tolist()
    rows = tuple(PreviewRow(row=row, part=RowPart.RECORD, cells=cells)
                 for row, cells in zip(numbers, zip(*columns, strict=True), strict=True))
    height = None if len(reading.rows) > ROWS else max(numbers, default=0)
    return Preview(rows=rows, labels=reading.labels, header_rows=(), region=(1, 1, 0, len(reading.labels)), height=height,
                   width=len(reading.labels), is_grid=False)


def layout_of(first: Sequence[Record], step: ImportStep, first_column: int = 1, passed: int = 0) -> Layout:
    """Return where the table begins, sought inside the region that the step names; `first` begins below `passed` rows.

    Raises: IndexError as `find_layout`.
    """
    if step.region is None:
        return find_layout(first, step.header_rows)
    top, left, bottom, right = step.region
    shift = top - 1
    inside = [record[max(0, left - first_column):max(0, right - first_column + 1) if right else None]
              for record in first[shift - passed:bottom - passed if bottom else None]]
    wanted = None if step.header_rows is None else tuple(row - shift for row in step.header_rows if row > shift)
    found = find_layout(inside, wanted)
    above = range(passed + 1, top)
    blank = tuple(row for row in above if not any(cell.strip() for cell in first[row - passed - 1]))
    return Layout(header_rows=tuple(row + shift for row in found.header_rows), labels=found.labels, beyond=found.beyond,
                  title_rows=(*(row for row in above if row not in blank), *(row + shift for row in found.title_rows)),
                  blank_rows=(*blank, *(row + shift for row in found.blank_rows)))


def to_json(preview: Preview) -> dict[str, Any]:
    """Return the preview as plain JSON values, for the way from the child process."""
    return asdict(preview)


def from_json(values: dict[str, Any]) -> Preview:
    """Return the preview that `to_json` gave."""
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    rows = tuple(PreviewRow(row=one["row"], part=RowPart(one["part"]), cells=tuple(one["cells"]), is_hidden=one["is_hidden"])
                 for one in values["rows"])
    doubtful = tuple(DoubtfulLine(line=one["line"], readings=tuple((name, text) for name, text in one["readings"]))
                     for one in values["doubtful"])
    cuts = None if values["cuts"] is None else tuple(values["cuts"])
    regions, touching = (tuple((first, left, last, right) for first, left, last, right in values[name])
                         for name in ("regions", "touching"))
    listings = tuple(SheetListing(**one) for one in values["listings"])
    hidden = tuple(HiddenPart(kind=HiddenRows(one["kind"]), count=one["count"], first=one["first"]) for one in values["hidden"])
    quoting = None if values["quoting"] is None else Quoting(values["quoting"])
    return Preview(**{**plain, "quoting": quoting, "cuts": cuts, "rows": rows, "hidden": hidden, "doubtful": doubtful,
                      "regions": regions, "touching": touching, "listings": listings})


def _region(sight: Sight, layout: Layout, step: ImportStep) -> Region:
    if step.region is not None:
        top, left, bottom, right = step.region
        return (top, left, bottom, right)
    last = sight.first_column + max(1, len(layout.labels)) - 1
    return (min(layout.header_rows, default=layout.first_row), sight.first_column, 0, last)


def _part(row: int, record: Record, layout: Layout, region: Region, left_out: set[int], *,
          region_is_chosen: bool) -> RowPart:
    if row in layout.header_rows:
        return RowPart.HEADER
    if not any(cell.strip() for cell in record):
        return RowPart.BLANK
    if region[2] and row > region[2]:
        return RowPart.BELOW
    if region_is_chosen and row < region[0]:
        return RowPart.ABOVE
    if row < layout.first_row:
        return RowPart.TITLE
    return RowPart.HIDDEN if row in left_out else RowPart.RECORD


def _cells(record: Record, first_column: int) -> tuple[str, ...]:
    return ("",) * min(first_column - 1, MOST_COLUMNS) + tuple(cell[:LONGEST_CELL] for cell in record[:MOST_COLUMNS])


def _width(sight: Sight, layout: Layout) -> int:
    rows: Iterable[Record] = (*sight.first[:ROWS], *(record for _, record in sight.last))
    return sight.first_column - 1 + max(len(layout.labels), *(len(record) for record in rows), 1)
