"""Parts that nothing in the workbook leads to: a deleted sheet or picture that stayed in the file."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._tags import inner_texts
from steward.vocabulary.message import say

_TOLD_ELSEWHERE = re.compile(
    r"xl/(?:threadedComments|persons|pivotCache|pivotTables|externalLinks|embeddings|printerSettings|model|revisions|queryTables|"
    r"charts|drawings|comments)/.*|xl/comments\d*\.(?:xml|bin)|xl/(?:connections|sharedStrings|styles|metadata|calcChain)\.(?:xml|bin)|"
    r"xl/vbaProject[^/]*|xl/macrosheets/.*|xl/worksheets/binaryIndex.*|customXml/.*|docMetadata/.*|docProps/.*|xl/theme/.*|"
    r"xl/media/.*|_xmlsignatures/.*", re.IGNORECASE)
_PACKING = re.compile(r"\[Content_Types\]\.xml|.*/|.*\.rels|__MACOSX/.*|(?:.*/)?\.DS_Store|(?:.*/)?Thumbs\.db|mimetype",
                      re.IGNORECASE)
_PADDING = b"\0\xff \r\n\t"       # all there is in the [trash] that SharePoint leaves
_MAIN = re.compile(r"xl/workbook\.(?:xml|bin)", re.IGNORECASE)


def _look(book: Book) -> Iterator[Trace]:
    package = book.package
    if package is None:
        return
    left = [name for name in package.names if name.lower() not in package.reached and not _PACKING.fullmatch(name)
            and not _MAIN.fullmatch(name) and not _TOLD_ELSEWHERE.fullmatch(name) and package.content(name).strip(_PADDING)]
    left += _pictures(book)
    if left:
        texts = [text for name in left if name.endswith(".xml") for tag in ("t", "v", "text")
                 for text in inner_texts(package.text(name), tag)]
        yield Trace(kind="orphan_part", where=say("Parts that no sheet uses."), count=len(left), texts=texts)


def _pictures(book: Book) -> list[str]:
    """Return the pictures that no drawing uses and that tell nothing else."""
    from steward.readers.hidden._exif import notes

    package = book.package
    if package is None:
        return []
    return [name for name in package.names if name.lower().startswith("xl/media/") and not name.endswith("/")
            and name.lower() not in package.reached and not notes(package.content(name))]


HIDDEN = Place(kinds=("orphan_part",), look=_look)
