"""An OpenDocument sheet as calamine knows it, where a program wrote it in a way of its own: packed anew in memory.

Context: calamine gives up at blanks between the tags of cells (KSpread, Calligra, files laid out by hand), and takes a cell
of a type it does not know for an empty one. Neither changes what the standard says the sheet holds.
Source: OpenDocument 1.3 part 3, 1.4 (white space between elements that hold no text) and 19.385 (value types).
"""

import io
import re
import zipfile
from pathlib import Path

from steward.readers.formats._archive import member

TYPES = ("float", "percentage", "currency", "date", "time", "boolean", "string", "void")
_BETWEEN = re.compile(rb">\s+<(?=/?(?:table:|text:p\b|office:annotation\b))")
_UNKNOWN = re.compile(rb'office:value-type="(?!(?:' + "|".join(TYPES).encode() + rb')")[^"<]*"')
_OTHERS = ("mimetype", "styles.xml", "META-INF/manifest.xml")


def plainly_written(path: Path, most_bytes: int) -> io.BytesIO:
    """Return the spreadsheet without blanks between its tags, its cells of unknown types as texts. Raises: FileDamaged."""
    content = _UNKNOWN.sub(b'office:value-type="string"', _BETWEEN.sub(b"><", member(path, "content.xml", most_bytes)))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in _OTHERS:
            if part := member(path, name, most_bytes):
                new.writestr(name, part)
        new.writestr("content.xml", content)
    target.seek(0)
    return target
