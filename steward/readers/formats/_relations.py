"""How the parts of a workbook name each other: a list beside each part says where the others lie.

Source: ECMA-376 part 2, 6.5 (relationships); the same in workbooks of XML and in binary ones.
"""

import html
import re
from pathlib import Path

from steward.readers.formats._archive import member, place_of

SMALL_PART = 1 << 22
MOST_TABLES = 200          # of one sheet: more are drawn by a program, and nobody chooses among them
_TAG = re.compile(rb"<(?:[A-Za-z0-9_.-]+:)?Relationship\b[^>]*>")


def relations(part: bytes) -> dict[str, str]:
    """Return for each name that a workbook gives to one of its parts the place of the part."""
    return {attribute(tag, "Id"): attribute(tag, "Target") for tag in _TAG.findall(part)}


def table_parts(path: Path, sheet_part: str) -> tuple[bytes, ...]:
    """Return the parts of the Excel tables on a sheet, which lies in a part itself. Raises: FileDamaged."""
    folder, _, name = sheet_part.rpartition("/")
    tags = _TAG.findall(member(path, f"{folder}/_rels/{name}.rels", SMALL_PART))
    targets = [attribute(tag, "Target") for tag in tags if attribute(tag, "Type").endswith("/table")]
    return tuple(member(path, place_of(folder, target), SMALL_PART) for target in targets[:MOST_TABLES])


def attribute(tag: bytes, name: str) -> str:
    """Return what a tag says under a name; nothing where it does not."""
    found = re.search(rf'\s{name}\s*=\s*(?:"([^"]*)"|\'([^\']*)\')', tag.decode("utf-8", "replace"))
    return html.unescape(found.group(1) or found.group(2) or "") if found else ""
