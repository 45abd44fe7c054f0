"""Columns of one sheet that name the rows of another: proposed foreign keys, and the records that name a row nobody has.

A key is proposed where the names go together, the named column tells each of its rows apart, and nearly all filled cells stand
there; where no column does so alone, two or three of them together (bureau and program, case and visit). Names alone are no
sign ("id" is in every sheet), nor are values (small whole numbers are contained in each other).
Source: Table Schema v2, "foreignKeys"; Rostin et al. 2009, "A machine learning approach to foreign key discovery".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.schema.joint_keys import MEASURED, joint_keys
from steward.table.header_words import header_words
from steward.table.joint_texts import together, whole
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.text import mask_of

FEWEST_VALUES, LEAST_SHARE = 3, 0.9      # different values, and the part of the filled cells that must stand there
GENERAL = frozenset(("id", "ids", "identifier", "key", "code", "no", "num", "nbr", "number", "name", "title", "type"))
SHORTEST = 3     # letters of a word that can lose its s
Words = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class SheetKey:
    """Columns of another sheet that together tell each of its rows apart; most often one.

    Shape: `parts` holds the cells of each column, one for each row. `among` are the words of all columns of the sheet.
    """

    sheet: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    parts: tuple[pa.Array, ...]
    among: frozenset[Words] = frozenset()

    @property
    def values(self) -> pa.Array:
        """Return one text for each row, each of them once."""
        return together(self.parts)


@dataclass(frozen=True, kw_only=True, eq=False)
class ForeignKeyCandidate:
    """Columns whose cells name rows of another sheet by its columns `named`, in the same order.

    `cells` are the records that name one; `unknown` are the 0-based places of those that name a row that is not there.
    """

    columns: tuple[str, ...]
    sheet: str
    named: tuple[str, ...]
    cells: int
    unknown: npt.NDArray[np.int64]


def sheet_keys(sheet: str, table: TableProfile) -> tuple[SheetKey, ...]:
    """Return the columns of a sheet that may be named by others, without gaps: each value once, or each row once."""
    filled = [column for column in table.columns if not column.missing and not column.odd.any() and column.type not in MEASURED]
    if table.sheet.height < FEWEST_VALUES:
        return ()
    alone = [(column,) for column in filled if _tells_apart(column, table.sheet.height)]
    among = frozenset(header_words(column.name) for column in table.columns)
    return tuple(SheetKey(sheet=sheet, columns=tuple(part.name for part in parts), types=tuple(part.type for part in parts),
                          parts=tuple(whole(part.column.values) for part in parts), among=among)
                 for parts in (*alone, *joint_keys(filled, table.sheet.height)))


def foreign_keys(table: TableProfile, others: Sequence[SheetKey]) -> tuple[ForeignKeyCandidate, ...]:
    """Return the candidates that fit best: one for each column, then one for each sheet that columns name only together."""
    single = [key for key in others if len(key.columns) == 1]
    found = [max(_candidates(column, single), key=_fit, default=None) for column in table.columns]
    alone = tuple(one for one in found if one is not None)
    known = {one.sheet for one in alone}
    joint = [key for key in others if len(key.columns) > 1 and key.sheet not in known]
    by_sheet = {sheet: [key for key in joint if key.sheet == sheet] for sheet in dict.fromkeys(key.sheet for key in joint)}
    more = (max(_joint_candidates(table, keys), key=_joint_fit, default=None) for keys in by_sheet.values())
    return (*alone, *(one for one in more if one is not None))


def held_key(table: TableProfile, columns: Sequence[str], other: TableProfile, named: Sequence[str],
             sheet: str) -> ForeignKeyCandidate | None:
    """Return the key from some columns to those of another table, by whichever names; None where it is no key.

    Every named row must be told apart and without gaps, each pair of columns must be of one type, and some cells must name one.
    """
    import pyarrow.compute as pc

    theirs = [other.column(name) for name in named]
    if any(one.missing or one.odd.any() for one in theirs):
        return None
    parts = tuple(whole(one.column.values) for one in theirs)
    key = SheetKey(sheet=sheet, columns=tuple(named), types=tuple(one.type for one in theirs), parts=parts)
    own = [table.column(name) for name in columns]
    if tuple(one.type for one in own) != key.types or pc.count_distinct(key.values).as_py() != other.sheet.height:
        return None
    return _found(own, key, 1)


def names_go_together(column: str, sheet: str, named: str) -> bool:
    """Return whether a column's name may name another sheet's column.

    "business_id" names "business_id" of any sheet, and "ID" of the sheet "Businesses"; "ID" alone names nothing.
    """
    own, other = header_words(column), header_words(named)
    if not own or not other or set(own) <= GENERAL:
        return False
    if own == other or (not set(other) <= GENERAL and own[-len(other):] == other):
        return True
    about = tuple(map(_singular, header_words(sheet)))
    plain = tuple(map(_singular, own))
    if not about:
        return False
    return plain == about or any(plain == (*about[start:], *map(_singular, other)) for start in range(len(about)))


def _tells_apart(column: ColumnProfile, height: int) -> bool:
    import pyarrow.compute as pc

    values = column.distinct.values
    return len(values) == height and pc.count_distinct(values).as_py() == height


def _candidates(column: ColumnProfile, others: Iterable[SheetKey]) -> Iterable[ForeignKeyCandidate]:
    for key in others:
        if key.types[0] == column.type and names_go_together(column.name, key.sheet, key.columns[0]):
            candidate = _found([column], key, FEWEST_VALUES)
            if candidate is not None and _is_likely(candidate):
                yield candidate


def _joint_candidates(table: TableProfile, keys: Iterable[SheetKey]) -> Iterable[ForeignKeyCandidate]:
    """Yield the keys of one sheet that some columns name; a sheet all of whose columns stand here is a twin, not a list."""
    here = {header_words(column.name) for column in table.columns}
    for key in keys:
        own = [] if key.among <= here else _paired(table, key)
        candidate = _found(own, key, FEWEST_VALUES) if own else None
        if candidate is not None and _is_likely(candidate):
            yield candidate


def _paired(table: TableProfile, key: SheetKey) -> list[ColumnProfile]:
    """Return the columns that go with each part of the key, one name after the other; none where a part has no column."""
    own: list[ColumnProfile] = []
    for named, kind in zip(key.columns, key.types, strict=True):
        taken = {one.name for one in own}
        fitting = [one for one in table.columns if one.type == kind and one.name not in taken
                   and names_go_together(one.name, key.sheet, named)]
        if not fitting:
            return []
        own.append(max(fitting, key=lambda one: header_words(one.name) == header_words(named)))
    return own


def _found(own: Sequence[ColumnProfile], key: SheetKey, fewest: int) -> ForeignKeyCandidate | None:
    """Return which records name rows by the key; None where they name fewer than so many different rows.

    Source: frictionless 5.21, which passes over a key all of whose cells are blank, and no other.
    """
    different, filled, unknown = _alone(own[0], key) if len(own) == 1 else _together(own, key)
    if different < fewest:
        return None
    return ForeignKeyCandidate(columns=tuple(one.name for one in own), sheet=key.sheet, named=key.columns, cells=filled,
                               unknown=unknown)


def _alone(column: ColumnProfile, key: SheetKey) -> tuple[int, int, npt.NDArray[np.int64]]:
    """Return how many different rows are named, how many cells are filled, and the places of those that name no row."""
    import pyarrow.compute as pc

    known = mask_of(pc.is_in(column.distinct.values.cast(pa.string()), key.values))
    filled = ~column.is_blank
    return int((known & filled).sum()), column.filled, column.distinct.places_where(filled & ~known)


def _together(own: Sequence[ColumnProfile], key: SheetKey) -> tuple[int, int, npt.NDArray[np.int64]]:
    """Return the same of several columns."""
    import pyarrow.compute as pc

    values = together([whole(one.column.values) for one in own])
    known = mask_of(pc.is_in(values, key.values))
    blank = np.logical_and.reduce([one.is_blank if one.distinct.codes is None else one.is_blank[one.distinct.codes]
                                   for one in own])
    return (pc.count_distinct(values.filter(pa.array(known))).as_py(), int((~blank).sum()),
            np.flatnonzero(~blank & ~known))


def _is_likely(one: ForeignKeyCandidate) -> bool:
    return len(one.unknown) <= (1 - LEAST_SHARE) * one.cells


def _fit(one: ForeignKeyCandidate) -> tuple[int, bool]:
    return -len(one.unknown), header_words(one.columns[0]) == header_words(one.named[0])


def _joint_fit(one: ForeignKeyCandidate) -> tuple[int, int, int]:
    alike = sum(header_words(own) == header_words(named) for own, named in zip(one.columns, one.named, strict=True))
    return -len(one.unknown), -len(one.columns), alike


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST + 1:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > SHORTEST else word
