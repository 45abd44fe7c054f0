"""Columns that answer yes or no in words, and how each answer is written. Source: Table Schema, "trueValues", "falseValues"."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from steward.table.profile import ColumnProfile

YES, NO = frozenset(("y", "yes", "t", "true")), frozenset(("n", "no", "f", "false"))
MOST_WAYS = 6     # in which the two answers may be written: Y, y, Yes, yes, ...
FLAGS = frozenset(("is", "has", "was", "are", "can", "flag", "ind", "indicator", "yn", "active", "bool", "boolean"))


@dataclass(frozen=True, slots=True)
class Answers:
    """The ways in which each answer is written, in the order of their letters."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


def yes_or_no(column: ColumnProfile) -> Answers | None:
    """Return how the answers are written; None where a filled cell is neither, or where only one of the two is there.

    Words for "nothing" that cannot be meant otherwise, as in "Y, N, N/A", are passed over.
    """
    if column.type != "string":
        return None
    places = np.flatnonzero(~column.is_blank & ~column.is_missing_word)
    texts = column.distinct.values.take(pa.array(places[:MOST_WAYS + 1])).to_pylist()
    if not texts or any(text.lower() not in YES | NO for text in texts):
        return None     # most columns: the first few tell it
    if not column.distinct.is_counted:
        texts = _few(column.distinct.values.take(pa.array(places)))
    yes = tuple(sorted(text for text in texts if text.lower() in YES))
    no = tuple(sorted(text for text in texts if text.lower() in NO))
    return Answers(yes, no) if yes and no and len(yes) + len(no) == len(texts) else None


def are_flags(column: ColumnProfile) -> bool:
    """Return whether a column of whole numbers holds just 0 and 1, both of them."""
    count = column.distinct_count
    if column.type != "integer" or (count is not None and count > MOST_WAYS):
        return False
    numbers = column.distinct.values.filter(pa.array(~column.is_blank & ~column.odd))
    return len(numbers) > 1 and set(_few(numbers)) == {"0", "1"}


def _few(values: pa.Array) -> list[str]:
    """Return the different values, one too many where there are more than the ways to write two answers."""
    first = values[:MOST_WAYS + 1].unique()
    found: list[str] = (first if len(first) > MOST_WAYS else values.unique()[:MOST_WAYS + 1]).to_pylist()
    return found
