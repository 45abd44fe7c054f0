"""What several checks ask of the columns of a table, worked out once or at a glance."""

from collections.abc import Mapping

from steward.schema.context import Context
from steward.table.days import Days, days_of
from steward.table.period import DATE_TYPES
from steward.table.profile import ColumnProfile
from steward.table.text import NOT_ASCII, flat_bytes


def days(context: Context) -> Mapping[str, Days]:
    """Return the days of every column of dates, by its name."""
    return {column.name: days_of(column) for column in context.columns if column.type in DATE_TYPES}


def holds_byte(column: ColumnProfile, *wanted: str) -> bool:
    """Return whether any cell of the column holds one of these ASCII letters: a quick look before a slow one."""
    flat = flat_bytes(column.distinct.values)
    return any(bool((flat == ord(letter)).any()) for letter in wanted)


def holds_non_ascii(column: ColumnProfile) -> bool:
    """Return whether any cell of the column holds a letter beyond ASCII."""
    return bool((flat_bytes(column.distinct.values) >= NOT_ASCII).any())
