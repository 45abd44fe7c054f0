"""Finds the row with the column names: below titles, on one row, on two or three, or nowhere."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from steward.readers.header_fit import (
    NUMBER,
    Record,
    are_figures_below,
    figures_in,
    filled_in,
    is_like_records,
    looks_like_below,
    width_of,
)
from steward.readers.header_levels import are_groups, names_below
from steward.table.names_within import heads_others

SAMPLE_RECORDS = 200
LOOK_AT = 150         # the header is sought among so many first records
_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*")
_SUB_HEADER_COLUMNS = 4
_FEWEST_BELOW = 3     # columns, and records, of a table below more notes than it has rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the table begins. Rows are 1-based and count every record, blank ones too."""

    header_rows: tuple[int, ...]
    title_rows: tuple[int, ...]
    blank_rows: tuple[int, ...]     # above the first record only
    labels: tuple[str | None, ...]  # one per column of the table
    beyond: tuple[str | None, ...] = ()     # names of the header beyond the cells that nearly all records have
    unnamed: int = 0                # last columns that the header has no cells for
    is_doubtful: bool = False       # the header was found by its looks, and looks much like a record

    @property
    def first_row(self) -> int:
        """Return the row of the first record."""
        return max((*self.header_rows, *self.title_rows, *self.blank_rows), default=0) + 1

    def moved(self, rows: int) -> "Layout":
        """Return the same layout so many rows further down."""
        header, titles, blank = (tuple(row + rows for row in kind)
                                 for kind in (self.header_rows, self.title_rows, self.blank_rows))
        return replace(self, header_rows=header, title_rows=titles, blank_rows=blank)

    def with_titles_beside(self, sample: Sequence[Record]) -> "Layout":
        """Return the same layout where a row above the names that holds anything, in any column of the sheet, is a title."""
        titles = tuple(row for row in sorted((*self.title_rows, *self.blank_rows)) if filled_in(sample[row - 1]))
        blank = tuple(row for row in self.blank_rows if row not in titles)
        return replace(self, title_rows=titles, blank_rows=blank)


def find_layout(sample: Sequence[Record], wanted: tuple[int, ...] | None) -> Layout:
    """Return where the table begins: as `wanted` says, or where the first row stands that looks like column names.

    Shape: `sample` holds the first records of the file from its very first row; a blank row is an empty record.
    Raises: IndexError if a wanted row is beyond the sample.
    """
    header_rows = _header_rows(sample) if wanted is None else tuple(sorted(wanted))
    above = range(1, min(header_rows) if header_rows else 1)
    blank = tuple(row for row in above if not filled_in(sample[row - 1]))
    titles = tuple(row for row in above if row not in blank)
    labels = _labels([sample[row - 1] for row in header_rows])
    below = [record for record in sample[max(header_rows, default=0):] if filled_in(record)]
    width, count = width_of(labels, below), len(labels)
    return Layout(header_rows=header_rows, title_rows=titles, blank_rows=blank, beyond=tuple(labels[width:]),
                  labels=(*labels[:width], *(None,) * (width - count)), unnamed=max(0, width - count) if count else 0,
                  is_doubtful=wanted is None and len(header_rows) == 1 and looks_like_below(sample[header_rows[0] - 1], below))


def _header_rows(sample: Sequence[Record]) -> tuple[int, ...]:
    typical = _typical_filled(sample)
    typical = _below_notes(sample) if typical == 1 else typical
    for row, record in enumerate(sample[:LOOK_AT], start=1):
        if filled_in(record) * 2 >= typical and filled_in(record) and not _is_title(record, typical):
            return (_three_rows(sample, row) or _groups_at(sample, row)
                    or _rows_from(sample, names_below(sample, _below_titles(sample, _above_record(sample, row)))))
    return ()


def _groups_at(sample: Sequence[Record], row: int) -> tuple[int, ...]:
    """Return the row and the one below it where it names groups, with the gaps of merged cells, of columns with figures.

    A name that stands again right beside itself is no merged cell: such rows are those of a report, whose shape is asked about.
    """
    upper, lower = sample[row - 1], sample[row] if row < len(sample) else ()
    is_repeated = any(left.strip() == right.strip() != "" for left, right in pairwise(upper))
    is_gappy = filled_in(upper) < filled_in(lower) == len(lower) and not is_repeated
    return (row, row + 1) if is_gappy and _is_group_row(upper, lower) and are_figures_below(lower, sample[row + 1:]) else ()


def _below_titles(sample: Sequence[Record], row: int) -> int:
    """Return the row, or where it is a title with commas of its own the row of names below it.

    Such a title has fewer cells than nearly all records; the names have as many, all filled and no figures, above records
    with figures. Without figures anywhere a short row of names cannot be told from a title and stays the header.
    """
    lengths = Counter(len(record) for record in sample[row:] if filled_in(record))
    length = max(lengths, key=lambda length: (lengths[length], length), default=0)
    is_sentence = _is_sentence(sample[row - 1])
    if len(sample[row - 1]) >= length and not is_sentence:
        return row
    names = next((other for other in range(row + 1, len(sample) + 1) if len(sample[other - 1]) == length), row)
    if is_sentence and (_is_sentence(sample[names - 1]) or len(set(map(str.strip, sample[names - 1]))) < length):
        return row
    records = [record for record in sample[names:] if filled_in(record)]
    is_named = filled_in(sample[names - 1]) == length and not figures_in(sample[names - 1])
    fitting = [record for record in records if len(record) == length]
    return names if is_named and len(fitting) * 10 >= 8 * len(records) and any(map(figures_in, fitting)) else row


def _is_sentence(record: Record) -> bool:
    """Return whether a blank follows each comma, as in the title "Permits, fees, and more"; a file of such commas has more."""
    return len(record) > 1 and all(cell[:1] == " " and cell.strip() for cell in record[1:])


def _above_record(sample: Sequence[Record], row: int) -> int:
    """Return the row, or where it holds figures the nearest row above it that holds two words or more and none."""
    if not figures_in(sample[row - 1]):
        return row
    above = (other for other in range(row - 1, 0, -1) if filled_in(sample[other - 1]) > 1 and not figures_in(sample[other - 1]))
    return next(above, row)


def _is_title(record: Record, typical: int) -> bool:
    """Return whether the row is one text in the first cell above a table that has more columns."""
    return typical > 1 and filled_in(record) == 1 and bool(record[0].strip())


def _rows_from(sample: Sequence[Record], row: int) -> tuple[int, ...]:
    if row == 1 and is_like_records(sample[0], sample[1:]):
        return ()
    cells, below = sample[row - 1], sample[row:]
    if row > 1 and (_is_group_row(sample[row - 2], cells) or are_groups(sample[row - 2], cells, below)):
        return (row - 1, row)
    if below and are_groups(cells, below[0], below[1:]):
        return (row, row + 1)
    if row < len(sample) and (_is_sub_header(sample[row - 1], sample[row]) or _are_units(sample[row - 1], sample[row:])):
        return (row, row + 1)
    return (row,)


def _are_units(names: Record, below: Sequence[Record]) -> bool:
    """Return whether the row below the names tells their units in brackets, as no row below it does: "(m)", "[mg/L]"."""
    first, *others = below
    places = [place for place, cell in enumerate(first) if cell.strip()]
    is_named = len(names) == len(first) and all(names[place].strip() for place in places)
    return (is_named and len(places) > 1 and all(map(_is_bracketed, (first[place] for place in places)))
            and not any(_is_bracketed(other[place]) for other in others for place in places if place < len(other)))


def _is_bracketed(cell: str) -> bool:
    return _BRACKETED.fullmatch(cell) is not None and not NUMBER.fullmatch(cell)


def _three_rows(sample: Sequence[Record], row: int) -> tuple[int, ...]:
    """Return three rows about a likely header that name groups, groups within them, and columns; none where they do not."""
    found = (top for top in range(max(1, row - 2), row + 1) if top + 2 < len(sample) and _are_levels(sample[top - 1:top + 2],
                                                                                                   sample[top + 2:]))
    top = next(found, 0)
    return (top, top + 1, top + 2) if top else ()


def _are_levels(rows: Sequence[Record], below: Sequence[Record]) -> bool:
    """Return whether three rows name columns only together: each level tells apart what repeats below it, down to figures.

    A record is not taken for a level: merged cells leave gaps in both upper rows, the names have no figures, and most columns
    below them are figures.
    """
    upper, _, lower = rows
    width, filled = len(lower), [filled_in(row) for row in rows]
    if width < _SUB_HEADER_COLUMNS or {len(row) for row in rows} != {width} or figures_in(lower) or figures_in(upper):
        return False
    has_gaps = 1 < filled[0] < filled[1] < filled[2] and filled[0] * 2 <= width and filled[1] < width
    if not has_gaps or not are_figures_below(lower, below):
        return False
    named = [[label for label in _labels(rows[level:]) if label] for level in range(3)]
    return len(set(named[2])) < len(named[2]) and len(set(named[1])) < len(named[1]) and len(set(named[0])) == len(named[0])


def _typical_filled(sample: Sequence[Record]) -> int:
    """Return how many cells most of the longer records have filled: what a header should come near to."""
    counts = Counter(filled for record in sample if (filled := filled_in(record)))
    if not counts:
        return 0
    most = max(counts.values())
    return max(filled for filled, times in counts.items() if times * 2 >= most)


def _below_notes(sample: Sequence[Record]) -> int:
    """Return how many cells the records have filled that stand below many lines of notes, 1 where no such table follows.

    Such a table goes on to the end, but for notes below it, and its first row holds words alone above figures.
    """
    counts = [filled_in(record) for record in sample]
    end = next((place + 1 for place in range(len(counts) - 1, -1, -1) if counts[place] > 1), 0)
    begin = next((place + 1 for place in range(end - 1, -1, -1) if counts[place] == 1), 0)
    table = [record for record in sample[begin:end] if filled_in(record)]
    width = max((filled_in(record) for record in table), default=1)
    is_even = sum(filled_in(record) * 2 >= width for record in table) == len(table) > _FEWEST_BELOW
    return width if width >= _FEWEST_BELOW and is_even and heads_others(table[0], table[1:]) else 1


def _is_sub_header(upper: Record, lower: Record) -> bool:
    """Return whether the row below goes on naming columns: it fills the gaps of the row above with few, repeated words."""
    if len(upper) < _SUB_HEADER_COLUMNS or len(upper) != len(lower):
        return False
    gaps = [place for place, cell in enumerate(upper) if not cell.strip()]
    words = [cell.strip() for cell in lower if cell.strip()]
    is_named = len(gaps) * 4 >= len(upper) and all(lower[place].strip() for place in gaps)
    are_years = bool(upper[0].strip() and not lower[0].strip()) and all(_YEAR.fullmatch(word) for word in words)
    return is_named and len(set(words)) * 2 <= len(words) and (are_years or not any(NUMBER.fullmatch(word) for word in words))


def _is_group_row(upper: Record, lower: Record) -> bool:
    """Return whether the row above tells apart names that the row below repeats: "Engine", "Truck" above "In", "Out"."""
    if len(upper) != len(lower) or filled_in(upper) < 2 or figures_in(lower):  # noqa: PLR2004  # one filled cell is a title
        return False
    names = [cell.strip() for cell in lower]
    joined = [label for label in _labels([upper, lower]) if label]
    return len(set(filter(None, names))) < len([name for name in names if name]) and len(set(joined)) == len(joined)


def _labels(rows: Sequence[Record]) -> list[str | None]:
    if not rows:
        return []
    if len(rows) == 1:
        return [cell if cell.strip() else None for cell in rows[0]]
    width = max(len(row) for row in rows)
    spread = [_spread(row, width, rows[:level]) for level, row in enumerate(rows[:-1])]
    spread.append([*rows[-1], *[""] * (width - len(rows[-1]))])
    joined = [" ".join(part.strip() for part in parts if part.strip()) for parts in zip(*spread, strict=True)]
    return [label or None for label in joined]


def _spread(row: Record, width: int, above: Sequence[Record]) -> list[str]:
    """Return the row with each label carried over the blanks to its right, as merged cells show it.

    Where a row above begins another label, nothing is carried on.
    """
    carried, last = [], ""
    for place in range(width):
        begins = any(place < len(other) and other[place].strip() for other in above)
        is_filled = place < len(row) and bool(row[place].strip())
        last = row[place] if is_filled else "" if begins else last
        carried.append(last)
    return carried
