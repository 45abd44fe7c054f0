"""How a table is laid out: which columns are names, which are values, which add up others, and what each odd row is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.schema.checks._lines import labels
from steward.schema.checks.total_rows import total_places
from steward.schema.context import Context
from steward.schema.headings import FAMILIES, PERIODS, Heading, headings, is_change, is_total
from steward.table.distinct import Mask
from steward.table.numerals import FORMATTED
from steward.table.places import without
from steward.table.profile import ColumnProfile
from steward.table.text import in_pieces, mask_of, matching

Places = npt.NDArray[np.int64]
MOSTLY = 0.7             # of the filled cells are numbers
SAME = 0.6               # of the filled cells of a repeated header are the names of their columns
FEWEST_SAME = 2
PART_VALUES = 10_000
FLAGS = 2                # as many different values are yes and no
MATRIX = 0.5             # of the names across the top that also stand down the side
QUESTION = re.compile(r"(?i)q[1-4]")
FEWEST_PERIODS, MOST_IDS = 3, 2     # columns: of periods across the top, of words that say what a row is about
FEWEST_GROUPS, MOST_NAMED = 2, 0.7   # groups; of the records name theirs
DASHES = r"^\s*\$?\s*[-–—]+\s*$"
INDENT = " \t\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What each column and each odd record is. Columns by name, records by 0-based place."""

    values: tuple[str, ...]         # columns whose names are really values, or whose cells are measures
    ids: tuple[str, ...]            # columns that say what a record is about
    left_out: tuple[str, ...]       # totals of other columns, changes in percent, empty columns
    taken_apart: tuple[Heading | None, ...]  # the names of `values`
    titles: Places                  # records that are titles of sections
    totals: Places                  # records that add up others
    notes: Places                   # text below the last record
    repeated: Places                # the header once more

    @property
    def families(self) -> tuple[int, ...]:
        """Return the families of the names of `values`, the commonest first."""
        found = [one.family for one in self.taken_apart if one is not None]
        return tuple(sorted(set(found), key=lambda family: -found.count(family)))


def layout(context: Context) -> Layout:
    """Return how the table is laid out, whether it is a report or not."""
    taken = _values_named(context)
    taken = [None] * len(taken) if _is_matrix(context, taken) else taken
    totals, repeated = context.once(total_places), context.once(repeated_headers)
    numbers = context.once(_numbers)
    left_out = [column.name for column in context.columns if column.filled == 0 or (column.name in numbers and _is_sum(column))]
    has_values = any(one is not None for one in taken)
    without = frozenset(left_out)
    values = [column.name for column, one in zip(context.columns, taken, strict=True)
              if column.name not in without and (one is not None or (not has_values and column.name in numbers))]
    neither = without.union(values)
    ids = [column.name for column in context.columns if column.name not in neither]
    titles, notes = _alone(context, values, np.concatenate([totals, repeated]))
    return Layout(values=tuple(values), ids=tuple(ids), left_out=tuple(left_out), titles=titles, totals=totals, notes=notes,
                  taken_apart=_of(values, context, taken),
                  repeated=repeated)


def _of(names: Iterable[str], context: Context, taken: list[Heading | None]) -> tuple[Heading | None, ...]:
    chosen = frozenset(names)
    return tuple(one for column, one in zip(context.columns, taken, strict=True) if column.name in chosen)


def repeated_headers(context: Context) -> Places:
    """Return the places of the records that say the names of the columns again, as each printed page does.

    Columns whose values were counted are looked at first; of the others only the rows that may still come to enough names.
    """
    named = [(column, label.casefold().split()) for column, label in zip(context.columns, labels(context.sheet), strict=True)]
    same, filled, open_cells = (np.zeros(context.sheet.height, np.int32) for _ in range(3))
    for column, words in named:
        is_filled = filled_rows(column)
        filled += is_filled
        if column.distinct.codes is None:
            open_cells += is_filled
        else:
            same += _by_row(column, _of_words(column.distinct.values, words))
    perhaps = _enough(same + open_cells, filled)
    for column, words in named:
        if column.distinct.codes is None and len(perhaps):
            same[perhaps] += _of_words(column.distinct.values.take(pa.array(perhaps)), words)
    return perhaps[np.isin(perhaps, _enough(same, filled))]


def _enough(same: npt.NDArray[np.int32], filled: npt.NDArray[np.int32]) -> Places:
    return np.flatnonzero((same >= FEWEST_SAME) & (same >= SAME * filled))


def _of_words(values: pa.Array, words: list[str]) -> Mask:
    """Return which values are made of these words, in capitals or not, whatever blanks stand between; none without words."""
    import pyarrow.compute as pc

    if not words:
        return np.zeros(len(values), np.bool_)
    longest = max(words, key=len)

    def look(piece: pa.Array) -> Mask:
        found = mask_of(pc.match_substring(piece, longest, ignore_case=True)).copy()      # quick, and few values pass it
        places = np.flatnonzero(found)
        if len(places):
            found[places] = [text.casefold().split() == words for text in piece.take(pa.array(places)).to_pylist()]
        return found

    return in_pieces(values, look)


def filled_rows(column: ColumnProfile) -> Mask:
    """Return which records hold something in the column."""
    return _by_row(column, ~column.is_blank)


def _by_row(column: ColumnProfile, mask: Mask) -> Mask:
    return mask if column.distinct.codes is None else np.asarray(mask[column.distinct.codes], np.bool_)


def _numbers(context: Context) -> frozenset[str]:
    """Return the names of the columns that hold numbers."""
    dashed = (mask for _, mask in context.each(lambda values: matching(values, DASHES)))
    return frozenset(column.name for column, formatted, dashes in zip(context.columns, context.once(formatted_masks), dashed,
                                                                      strict=True)
                     if _are_numbers(column, formatted, dashes))


def formatted_masks(context: Context) -> list[Mask]:
    """Return for each column which of its values are numbers, dressed up or not."""
    return [mask for _, mask in context.each(lambda values: matching(values, FORMATTED))]


def _are_numbers(column: ColumnProfile, formatted: Mask, dashes: Mask) -> bool:
    """Return whether most filled cells are numbers, dressed or not; dashes stand for zero, and may be all there is."""
    values = column.distinct
    told = ~column.is_blank & ~column.is_missing_word & ~dashes
    numbers = values.count_where(told & formatted)
    is_dashed = not told.any() and bool((dashes & ~column.is_blank).any())
    return column.type != "date" and (is_dashed or 0 < values.count_where(told) * MOSTLY <= numbers)


def _is_value(column: ColumnProfile, numbers: frozenset[str]) -> bool:
    """Return whether the cells may be measures: numbers, and not a yes or no in each of many records."""
    if column.filled == 0:
        return True
    different = int(np.count_nonzero(~column.is_blank))
    return column.name in numbers and (different > FLAGS or column.filled <= 2 * FLAGS)


def _values_named(context: Context) -> list[Heading | None]:
    """Return the names of columns taken apart where they name values; a month of nothing but zeros is one among others."""
    named, numbers = headings(tuple(labels(context.sheet))), context.once(_numbers)
    sure = [one is not None and _is_value(column, numbers) for one, column in zip(named, context.columns, strict=True)]
    all_of, sure_of = (Counter(one.family for one, is_there in zip(named, marks, strict=True) if one is not None and is_there)
                       for marks in ([True] * len(named), sure))
    common = {family for family, count in all_of.items() if 2 * sure_of[family] >= count}
    return [one if is_sure or (one is not None and one.family in common and column.name in numbers) else None
            for one, is_sure, column in zip(named, sure, context.columns, strict=True)]


def _is_sum(column: ColumnProfile) -> bool:
    label = column.column.label or ""
    return is_total(label) or is_change(label)


def _is_matrix(context: Context, taken: list[Heading | None]) -> bool:
    """Return whether the same names stand across the top and down the side: distances between zones, not a report."""
    across = {one.value.lower() for one in taken if one is not None}
    if not across or not context.columns:
        return False
    down = {" ".join(value.split()).lower() for value in _one_by_one(context.columns[0].distinct.values)}
    return len(across & down) >= MATRIX * len(across)


def _one_by_one(values: pa.Array) -> Iterator[str]:
    """Yield the values, a part of them made ready at a time: to make all ready at once keeps the window waiting."""
    for start in range(0, len(values), PART_VALUES):
        yield from values.slice(start, PART_VALUES).to_pylist()


def _alone(context: Context, values: list[str], others: Places) -> tuple[Places, Places]:
    """Return the records that fill one cell only, none of the values: titles of sections, and notes below the last record.

    In a table of words alone, a record is what fills more than one cell.
    """
    filled = {column.name: filled_rows(column) for column in context.columns}
    nothing = np.zeros(context.sheet.height, np.int64)
    how_many = reduce(np.add, (one.astype(np.int64) for one in filled.values()), nothing)
    first_name = context.columns[0].name if context.columns else ""
    of_values = (filled[name] & ~_by_row(context.columns[0], context.columns[0].odd) if name == first_name else filled[name]
                 for name in values)
    valued = reduce(np.logical_or, of_values, nothing.astype(np.bool_))   # a title may stand in a column of numbers
    first = filled[context.columns[0].name] if context.columns else valued
    alone = without(np.flatnonzero((how_many == 1) & ~valued & first), others)
    records = valued if valued.any() else how_many > 1
    last = int(np.flatnonzero(records)[-1]) if records.any() else -1
    notes = without(np.flatnonzero((how_many == 1) & ~valued), others)
    return _heads(context, alone[alone < last]), notes[notes > last]


def _heads(context: Context, places: Places) -> Places:
    """Return those that stand out as titles do: followed by names that are moved in, where names are moved in at all."""
    texts = context.columns[0].column.values
    depth = np.array([len(cell) - len(cell.lstrip(INDENT)) for cell in texts.to_pylist()]) if len(places) else places
    if not len(places) or not (depth > 0).any():
        return places
    below = np.minimum(places + 1, len(depth) - 1)
    return places[depth[places] < depth[below]]


def group_names(context: Context, found: Layout) -> tuple[str, ...]:
    """Return the leftmost columns whose cells name a group of records once, in its first one, as merged cells do."""
    records = _records(context, found)
    ids = [column for column in context.columns if column.name in found.ids]
    names: list[str] = []
    for place, column in enumerate(ids[:-1]):
        beside = reduce(np.logical_or, (filled_rows(one)[records] for one in ids[place + 1:]))
        if column is not context.columns[place] or not _names_groups(column, records, beside):
            break
        names.append(column.name)
    return tuple(names)


def _records(context: Context, found: Layout) -> Places:
    """Return the places of the records that hold a value and are nothing else."""
    valued = [filled_rows(column) for column in context.columns if column.name in found.values]
    odd = np.concatenate([found.titles, found.totals, found.notes, found.repeated])
    return without(np.flatnonzero(reduce(np.logical_or, valued)), odd) if valued else np.zeros(0, np.int64)


def _names_groups(column: ColumnProfile, records: Places, beside: Mask) -> bool:
    filled = filled_rows(column)[records]
    if filled.sum() < FEWEST_GROUPS or not filled[0] or filled.mean() > MOST_NAMED or (~filled & ~beside).any():
        return False
    told = column.column.values.take(pa.array(records[filled])).to_pylist()
    return all(one != other for one, other in pairwise(told))


def family_sign(found: Layout) -> bool:
    """Return whether the names of so many columns are values that it is a report by that alone."""
    return _is_run_of_periods(found) or any(
        sum(one is not None and one.family == family for one in found.taken_apart) >= FAMILIES[family].enough
        for family in found.families)


def _is_run_of_periods(found: Layout) -> bool:
    """Return whether one or two columns say what a row is about and all others are periods: "Bureau, 2022, 2023, 2024".

    "Q1" without a year may be the number of a question.
    """
    periods = [one for one in found.taken_apart
               if one is not None and one.family < PERIODS and not QUESTION.fullmatch(one.value)]
    measures = {one.measure.casefold() for one in periods}
    return (len(periods) >= FEWEST_PERIODS and len(periods) == len(found.values) and len(measures) == 1
            and 0 < len(found.ids) <= MOST_IDS)
