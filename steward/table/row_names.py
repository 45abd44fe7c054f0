"""Which columns name the rows: a number or a code of its own in each, under a name that says so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from steward.table.header_words import header_words

if TYPE_CHECKING:
    from steward.table.profile import ColumnProfile

NAMING = frozenset(("id", "ids", "number", "num", "nbr", "no", "key", "code", "identifier", "guid", "uuid", "objectid", "fid"))
FEWEST_ROWS = 10   # in fewer, values differ by chance


def row_names(columns: "Sequence[ColumnProfile]") -> tuple[str, ...]:
    """Return the names of the columns that are filled in every row, each value once, and whose names end so or begin so."""
    return tuple(column.name for column in columns if _is_naming(column.name) and column.is_once_each)


def _is_naming(name: str) -> bool:
    words = header_words(name)
    return bool(words) and bool({words[0], words[-1]} & NAMING)


def is_once_each(column: "ColumnProfile") -> bool:
    """Return whether a column is filled in every row, each value once; the profile of the column remembers it."""
    import pyarrow.compute as pc

    if column.distinct.height < FEWEST_ROWS or column.missing or column.is_missing_word.any():
        return False
    return int(pc.count_distinct(column.distinct.values).as_py()) == column.distinct.height
