"""How far two tables that a key joins single people out together, by the classes of the joined rows.

Source: the same as that of `disclosure`; blank cells count as one value there and here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from steward.table.classes import classes_of
from steward.table.distinct import distinct
from steward.table.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The rows of two joined tables by what is known of people."""

    smallest: int      # k; the number of rows where none is joined
    in_small: int      # rows in groups smaller than the threshold


def groups_of_joined(sheet: Sheet, other: Sheet, key: tuple[str, str], alike: tuple[Sequence[str], Sequence[str]],
                     threshold: int) -> Groups:
    """Return the groups of the rows that name a row of the other sheet; `key` and `alike`: in which columns of either."""
    import pyarrow.compute as pc

    own, theirs = alike
    places = pc.index_in(sheet.column(key[0]).values, other.column(key[1]).values.combine_chunks())
    known = pc.is_valid(places)
    rows = places.filter(known)
    columns = [distinct(sheet.column(name).values.filter(known)) for name in own]
    columns += [distinct(other.column(name).values.take(rows)) for name in theirs]
    sizes = classes_of(columns, len(rows)).sizes()
    sizes = sizes[sizes > 0]
    return Groups(smallest=int(sizes.min(initial=len(sheet.rows))), in_small=int(sizes[sizes < threshold].sum()))
