"""Goes through XML tag by tag; no address or entity is followed."""

from collections.abc import Callable
from contextlib import suppress
from xml.parsers import expat


def go_through(xml: bytes, begin: Callable[[str, dict[str, str]], None], end: Callable[[str], None],
               read: Callable[[str], None]) -> None:
    """Call the three with the tags that begin and end, and the text between them; what is not well formed ends it unsaid."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, read
    with suppress(expat.ExpatError, LookupError, ValueError):   # calamine says what is damaged
        parser.Parse(xml, True)  # expat has no keyword for it
