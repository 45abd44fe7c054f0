"""Which kinds of things a table tells of: values that stand in many rows of a column that sorts the rows."""

from collections.abc import Collection, Sequence

import numpy as np

from steward.table.header_words import header_words
from steward.table.profile import ColumnProfile

FEWEST_ROWS = 10      # that hold a value: what few rows hold may tell of people
MOST_KINDS = 40       # different values of a column that sorts
MOST_NEIGHBORHOODS = 150
NEIGHBORHOOD = frozenset(("neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "nbhd", "hood"))


def kinds(columns: Sequence[ColumnProfile], without: Collection[str] = ()) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return for each column of text that sorts the rows its values, the commonest first: (column, values).

    `without`: columns whose values may tell of people. Values in fewer than FEWEST_ROWS rows are left out.
    """
    found = ((column.name, _common(column, MOST_KINDS)) for column in columns
             if column.name not in without and column.type == "string" and not _is_neighborhood(column))
    return tuple((name, values) for name, values in found if len(values) > 1)


def neighborhoods(columns: Sequence[ColumnProfile], without: Collection[str] = ()) -> tuple[str, ...]:
    """Return the neighborhoods that columns so named tell of, in the order of the alphabet; numbers are no names."""
    found = {text for column in columns if column.name not in without and _is_neighborhood(column)
             for text in _common(column, MOST_NEIGHBORHOODS) if any(sign.isalpha() for sign in text)}
    return tuple(sorted(found, key=str.casefold))


def sorting_values(column: ColumnProfile) -> tuple[str, ...]:
    """Return the values in enough rows of a column of text that sorts the rows, the commonest first; none of any other."""
    return _common(column, MOST_NEIGHBORHOODS) if column.type == "string" else ()


def _common(column: ColumnProfile, most: int) -> tuple[str, ...]:
    """Return the values in enough rows, the commonest first; none for a column of more than `most` different values."""
    count = column.distinct_count
    if count is None or not 0 < count <= most:
        return ()
    counts = np.where(column.is_blank | column.is_missing_word, 0, column.distinct.counts)
    texts = column.distinct.texts()
    order = np.argsort(-counts, kind="stable")
    return tuple(" ".join(texts[place].split()) for place in order if counts[place] >= FEWEST_ROWS)


def _is_neighborhood(column: ColumnProfile) -> bool:
    return bool(NEIGHBORHOOD & set(header_words(column.name)))
