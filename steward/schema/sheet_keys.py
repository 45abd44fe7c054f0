"""Columns of one sheet that name the rows of another: proposed foreign keys, and the records that name a row nobody has.

A key is proposed where the names go together, the named column tells each of its rows apart, and nearly all filled cells stand
there. Names alone are no sign ("id" is in every sheet), nor are values (small whole numbers are contained in each other).
Source: Table Schema v2, "foreignKeys"; Rostin et al. 2009, "A machine learning approach to foreign key discovery".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.header_words import header_words
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.text import mask_of

FEWEST_VALUES, LEAST_SHARE = 3, 0.9      # different values, and the part of the filled cells that must stand there
GENERAL = frozenset(("id", "ids", "identifier", "key", "code", "no", "num", "nbr", "number", "name", "title", "type"))
SHORTEST = 3     # letters of a word that can lose its s
Words = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class SheetKey:
    """A column of another sheet that tells each of its rows apart."""

    sheet: str
    column: str
    type: str
    values: pa.Array       # each once, as text

    @property
    def is_general(self) -> bool:
        """Return whether its name says nothing of what it names: "ID", "Number"."""
        return set(header_words(self.column)) <= GENERAL


@dataclass(frozen=True, kw_only=True, eq=False)
class ForeignKeyCandidate:
    """A column whose cells name rows of another sheet; `unknown` are 0-based places of those that name none."""

    column: str
    sheet: str
    named: str
    cells: int
    unknown: npt.NDArray[np.int64]


def sheet_keys(sheet: str, table: TableProfile) -> tuple[SheetKey, ...]:
    """Return the columns of a sheet that may be named by others: without gaps, each value once."""
    found = (_key_of(sheet, column, table.sheet.height) for column in table.columns)
    return tuple(key for key in found if key is not None)


def foreign_keys(table: TableProfile, others: Sequence[SheetKey]) -> tuple[ForeignKeyCandidate, ...]:
    """Return the candidates in the order of the columns, for each column the other sheet that it fits best."""
    found = (max(_candidates(column, others), key=_fit, default=None) for column in table.columns)
    return tuple(one for one in found if one is not None)


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


def _key_of(sheet: str, column: ColumnProfile, height: int) -> SheetKey | None:
    import pyarrow.compute as pc

    if column.missing or column.odd.any() or height < FEWEST_VALUES:
        return None
    values = column.distinct.values.cast(pa.string())
    if len(values) != height or pc.count_distinct(values).as_py() != height:
        return None
    return SheetKey(sheet=sheet, column=column.name, type=column.type, values=values)


def _candidates(column: ColumnProfile, others: Iterable[SheetKey]) -> Iterable[ForeignKeyCandidate]:
    for key in others:
        if key.type == column.type and names_go_together(column.name, key.sheet, key.column):
            candidate = _held(column, key)
            if candidate is not None:
                yield candidate


def _held(column: ColumnProfile, key: SheetKey) -> ForeignKeyCandidate | None:
    import pyarrow.compute as pc

    known = mask_of(pc.is_in(column.distinct.values.cast(pa.string()), key.values))
    filled = ~column.is_blank
    if int((known & filled).sum()) < FEWEST_VALUES:
        return None
    unknown, cells = column.distinct.places_where(filled & ~known), column.filled
    if len(unknown) > (1 - LEAST_SHARE) * cells:
        return None
    return ForeignKeyCandidate(column=column.name, sheet=key.sheet, named=key.column, cells=cells, unknown=unknown)


def _fit(one: ForeignKeyCandidate) -> tuple[int, bool]:
    return -len(one.unknown), header_words(one.column) == header_words(one.named)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST + 1:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > SHORTEST else word
