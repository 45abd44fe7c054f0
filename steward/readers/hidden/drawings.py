"""Text in shapes, and descriptions that stand behind pictures and charts."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.vocabulary.message import say

_FILE_NAME = re.compile(r"[^\\/]{1,80}\.(?:png|jpe?g|gif|bmp|svg|tiff?|emf|wmf|webp)", re.IGNORECASE)
_MADE = re.compile(r"description (?:is )?(?:automatically|auto-?) ?generated|ai-generated content|generated with .*confidence",
                   re.IGNORECASE)
_STOPGAP = re.compile(r"This (?:shape represents a (?:table )?(?:slicer|timeline)|chart isn['\u2019]t available in your ver)|"
                      r"Timeline: Works in Excel", re.IGNORECASE)     # what Excel writes for versions that do not know a thing
_USUAL = re.compile(r"(?:picture|image|chart|graphic|logo|icon|shape|rectangle|text ?box|diagram|name of file|"
                    r"object)?[\s\d]*", re.IGNORECASE)


def _look(book: Book) -> Iterator[Trace]:
    if boxes := [text for text in book.boxes if not _STOPGAP.match(text.strip())]:
        yield Trace(kind="text_box", where=say("Shapes on the sheets."), count=len(boxes), texts=boxes)
    told = [text for text in book.descriptions if not (_FILE_NAME.fullmatch(text.strip()) or _MADE.search(text)
                                                       or _USUAL.fullmatch(text.strip()))]
    if told:
        yield Trace(kind="alt_text", where=say("Pictures and charts (View Alt Text)."), count=len(told), texts=told)


HIDDEN = Place(kinds=("text_box", "alt_text"), look=_look)
