"""What of a document nobody read: no part of earlier metadata is lost, however it is nested."""

import re
from collections.abc import Collection, Iterator, Mapping

from steward.metadata.exports._portal_forms import shown

OF_COLUMNS = "schema"   # within it a package tells of its columns, which are described elsewhere
TECHNICAL = frozenset((  # of the form and of the file: Steward tells these anew
    "@type", "@context", "@id", "$schema", "profile", "conformsTo", "describedBy", "describedByType", "type", "role", "roles",
    "path", "format", "mediaType", "mediatype", "bytes", "byteSize", "encoding", "characterEncoding", "hash", "algorithm",
    "checksumValue"))
MOST = 100      # parts that are shown one by one
LONGEST_PATH = 100
Path = tuple[str, ...]
_MARK = re.compile(r"[\w.:/#+@-]{1,120}")   # no sentence, and no place on a computer


def leaves(value: object, above: Path = (), without: Collection[int] = ()) -> Iterator[tuple[Path, str]]:
    """Yield each text, number and flag within a value with the names above it; nothing is said of lists and empty texts.

    `without`: ids of objects that are passed over.
    """
    if isinstance(value, Mapping):
        for key, inner in value.items() if id(value) not in without else ():
            yield from leaves(inner, (*above, str(key)), without)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, above, without)
    elif value is not None and shown(text := str(value).lower() if isinstance(value, bool) else str(value)):
        yield above, shown(text)


def unread(document: Mapping[str, object], read: Collection[str], without: Collection[int]) -> Iterator[tuple[Path, str]]:
    """Yield the parts whose texts are not among those that were read; the standard's own marks are no part of what is said."""
    for path, text in leaves(document, (), without):
        is_mark = bool(path) and path[-1] in TECHNICAL and _MARK.fullmatch(text) is not None
        if not is_mark and OF_COLUMNS not in path and text not in read and text.removeprefix("mailto:") not in read:
            yield path, text


def spoken_path(path: Path) -> str:
    """Return the names above a part as they are shown."""
    return ", ".join(path)[:LONGEST_PATH]
