"""The tables that a person marked as such on a sheet (Insert, Table): where each stands, and whether it has a row of names.

Source: ECMA-376 part 1, 18.5.1.2 (table: `ref` with its row of names and its row of totals, `headerRowCount` 1 unless given).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from steward.readers.formats._xml_tags import go_through
from steward.table.preview import Region
from steward.vocabulary.column_letters import column_of

_CELLS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7}):\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTable:
    """One such table: its rows and columns with the row of names, 1-based, ends included."""

    region: Region
    has_names: bool = True


def listed_tables(parts: Iterable[bytes]) -> tuple[ListedTable, ...]:
    """Return the tables that the parts describe, in their order; one that is damaged is left out."""
    return tuple(table for table in map(_read, parts) if table)


def _tags(part: bytes, wanted: str) -> list[dict[str, str]]:
    """Return what the tags of one name say of themselves, in their order."""
    tags: list[dict[str, str]] = []
    go_through(part, lambda name, values: tags.append(values) if name.rpartition(":")[2] == wanted else None,
               lambda _name: None, lambda _text: None)
    return tags


def _read(part: bytes) -> ListedTable | None:
    """Return the table that a part describes, if it says where it stands."""
    tag = next(iter(_tags(part, "table")), {})
    found = _CELLS.fullmatch(tag.get("ref", ""))
    if found is None:
        return None
    left, right = sorted(column_of(found[at]) for at in (1, 3))
    top, bottom = sorted(int(found[at]) for at in (2, 4))
    return ListedTable(region=(top, left, bottom, right), has_names=tag.get("headerRowCount") != "0")
