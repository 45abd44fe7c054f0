"""The tables that a person marked as such on a sheet (Insert, Table): where each stands, and whether it has a row of names.

Source: ECMA-376 part 1, 18.5.1.2 (table: `ref` with its row of names and its row of totals, `headerRowCount` 1 unless given).
"""

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from steward.readers.formats._archive import member, place_of
from steward.readers.formats._sheet_scan import column_number
from steward.readers.formats._xml_tags import go_through
from steward.table.preview import Region

MOST_TABLES = 200          # of one sheet: more are drawn by a program, and nobody chooses among them
_SMALL_PART = 1 << 20
_PART = re.compile(rb"""<(?:[A-Za-z0-9_.-]+:)?tablePart\b[^>]*?\s[A-Za-z0-9_.-]+:id\s*=\s*["']([^"'<>]*)""")
_CELLS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7}):\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTable:
    """One such table: its rows and columns with the row of names, 1-based, ends included."""

    region: Region
    has_names: bool = True


def listed_tables(path: Path, sheet_part: str, tail: bytes) -> tuple[ListedTable, ...]:
    """Return the tables of a sheet in the order it names them; one that is damaged or missing is left out.

    Shape: `sheet_part` is the sheet's place in the zip, `tail` what stands below its rows. Raises: FileDamaged.
    """
    parts = [part.decode("utf-8", "replace") for part in _PART.findall(tail)[:MOST_TABLES]]
    if not parts:
        return ()
    folder, name = posixpath.split(sheet_part)
    ways = _tags(member(path, f"{folder}/_rels/{name}.rels", _SMALL_PART), "Relationship")
    targets = {way.get("Id", ""): way.get("Target", "") for way in ways}
    found = (_read(member(path, place_of(folder, targets[part]), _SMALL_PART)) for part in parts if part in targets)
    return tuple(table for table in found if table)


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
    left, right = sorted(column_number(found[at].encode()) for at in (1, 3))
    top, bottom = sorted(int(found[at]) for at in (2, 4))
    return ListedTable(region=(top, left, bottom, right), has_names=tag.get("headerRowCount") != "0")
