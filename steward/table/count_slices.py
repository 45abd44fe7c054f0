"""A table of counts by any number of categories as two-way tables, where no total reaches from one of them into another.

Context: counts by area, sex and age are a cube, and whoever knows its totals in all three directions may work out what no
two-way table tells; no quick method proves the contrary. Decision: a category whose values are never added up in the table
parts it into slices, each with its own totals, and each is proven by itself; that holds only where nobody knows other totals.
Refused: every cube with totals in three directions, and every one whose totals are told elsewhere.
Source: Hundepool and others 2012, "Statistical Disclosure Control", section 4.2: linked tables.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from steward.table.count_table import MOST_LABELS, NotTwoWay, Position, TwoWay, is_total, texts_of, two_way
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say

ELSEWHERE = say("The counts are told by three or more categories, and nothing can be proven against totals that are told "
                "elsewhere. If there are none, answer so.")
IN_THE_TABLE = say("The counts are told by three or more categories, each with totals, from which single counts could be "
                   "worked out.")
ADDED_UP = say("Some counts add up others of another category, from which single counts could be worked out.")
Texts = dict[str, list[str]]


def slices(sheet: Sheet, names: Sequence[str], *, are_totals_known: bool) -> tuple[TwoWay, ...]:
    """Return the two-way tables of the columns of counts, one for each slice; positions are those of the whole sheet.

    `are_totals_known`: readers may know totals that the table does not tell. Raises: NotTwoWay, with the reason.
    """
    texts = {name: texts_of(sheet, name) for name in sheet.names if name not in names}
    is_long = len(names) == 1
    labels = _telling(texts, sheet.height, is_strict=is_long and are_totals_known)
    room = MOST_LABELS if is_long else MOST_LABELS - 1
    if len(labels) <= room:
        return (two_way(sheet, names, labels),)
    _refuse_if(ELSEWHERE, is_so=are_totals_known)
    added = [name for name in labels if any(map(is_total, texts[name]))]
    _refuse_if(IN_THE_TABLE, is_so=len(added) > room)
    shown = [*added, *(name for name in labels if name not in added)][:room]
    tables = [_slice(sheet, names, [name for name in labels if name in shown], places)
              for places in _parted({name: texts[name] for name in labels if name not in shown}, sheet.height)]
    _refuse_if(ADDED_UP, is_so=_add_up([_counts(table, texts, shown) for table in tables]))
    return tuple(tables)


def _telling(texts: Texts, height: int, *, is_strict: bool) -> list[str]:
    """Return the columns of categories without those that others tell: a constant, a number of the row, a name's district.

    `is_strict`: a column that tells several others, none of which tells another, may number a table of their crossings.
    """
    telling = [name for name in texts if len(set(texts[name])) > 1 or height == 1]
    for name in sorted(telling, key=lambda name: (-len(set(texts[name])), any(map(is_total, texts[name])))):
        coarser = [other for other in telling if other != name and _tells(texts[name], texts[other])]
        if coarser and _tells(list(zip(*(texts[other] for other in coarser), strict=True)), texts[name]):
            telling.remove(name)
    nested = [name for name in telling if any(_tells(texts[other], texts[name]) for other in telling if other != name)]
    are_crossed = any(not _tells(texts[one], texts[other]) and not _tells(texts[other], texts[one])
                      for one, other in combinations(nested, 2))
    return telling if is_strict and are_crossed else [name for name in telling if name not in nested]


def _tells(one: Sequence[object], other: Sequence[object]) -> bool:
    """Return whether each value of a column stands beside one value only of the other."""
    return len(set(zip(one, other, strict=True))) == len(set(one))


def _parted(texts: Texts, height: int) -> Iterable[list[int]]:
    """Return the records of each combination of values, in the order in which these come."""
    parts: dict[tuple[str, ...], list[int]] = {}
    for place in range(height):
        parts.setdefault(tuple(cells[place] for cells in texts.values()), []).append(place)
    return parts.values()


def _slice(sheet: Sheet, names: Sequence[str], labels: Sequence[str], places: Sequence[int]) -> TwoWay:
    import numpy as np

    table = two_way(sheet.take(np.asarray(places, np.int64)), names, labels)

    def moved(told: tuple[int, Position]) -> tuple[int, Position]:
        return told[0], (places[told[1][0]], told[1][1])

    return replace(table, cells={cell: moved((count, where)) for cell, (count, where) in table.cells.items() if where},
                   row_totals={row: moved(told) for row, told in table.row_totals.items()},
                   column_totals={column: moved(told) for column, told in table.column_totals.items()},
                   grand=moved(table.grand) if table.grand else None)


def _counts(table: TwoWay, texts: Texts, shown: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return the counts of a slice by what they are counts of, so that slices can be held against each other."""
    return {(column, *(texts[name][place] for name in shown)): count
            for count, where in table.cells.values() if where for place, column in (where,)}


def _add_up(counts: Sequence[dict[tuple[str, ...], int]]) -> bool:
    """Return whether one slice is in every place the sum of all others, or of those just before or after it."""
    def is_sum(one: dict[tuple[str, ...], int], others: Sequence[dict[tuple[str, ...], int]]) -> bool:
        total: dict[tuple[str, ...], int] = {}
        for number, other in enumerate(others, start=1):
            for key, count in other.items():
                total[key] = total.get(key, 0) + count
            if number > 1 and _filled(total) == _filled(one):
                return True
        return False

    several = [place for place, one in enumerate(counts) if len(_filled(one)) > 1]
    return any(is_sum(counts[place], others) for place in several
               for others in (counts[:place][::-1], counts[place + 1:], [*counts[:place], *counts[place + 1:]]))


def _filled(counts: dict[tuple[str, ...], int]) -> dict[tuple[str, ...], int]:
    return {key: count for key, count in counts.items() if count}


def _refuse_if(why: Message, *, is_so: bool) -> None:
    if is_so:
        raise NotTwoWay(why)
