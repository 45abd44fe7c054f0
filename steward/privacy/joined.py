"""How far two tables that a key joins single people out together, by the classes of the joined rows.

Source: the same as that of `disclosure`; blank cells count as one value there and here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from steward.table.classes import classes_of
from steward.table.distinct import distinct
from steward.table.joint_texts import together, whole
from steward.table.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The rows of two joined tables by what is known of people."""

    smallest: int      # k; the number of rows where none is joined
    in_small: int      # rows in groups smaller than the threshold


def groups_of_joined(sheet: Sheet, other: Sheet, key: tuple[Sequence[str], Sequence[str]],
                     alike: tuple[Sequence[str], Sequence[str]], threshold: int) -> Groups:
    """Return the groups of the rows that name a row of the other sheet; `key` and `alike`: in which columns of either."""
    import pyarrow.compute as pc

    own, theirs = alike
    places = pc.index_in(_texts(sheet, key[0]), _texts(other, key[1]))
    known = pc.is_valid(places)
    rows = places.filter(known)
    columns = [distinct(sheet.column(name).values.filter(known)) for name in own]
    columns += [distinct(other.column(name).values.take(rows)) for name in theirs]
    sizes = classes_of(columns, len(rows)).sizes()
    sizes = sizes[sizes > 0]
    return Groups(smallest=int(sizes.min(initial=len(sheet.rows))), in_small=int(sizes[sizes < threshold].sum()))


def _texts(sheet: Sheet, names: Sequence[str]) -> pa.Array:
    return together([whole(sheet.column(name).values) for name in names])
