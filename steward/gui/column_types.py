"""The types of columns in everyday words."""

from collections.abc import Mapping
from types import MappingProxyType

from steward.vocabulary.message import Message, say

TYPES: Mapping[str, Message] = MappingProxyType({
    "string": say("Text"), "integer": say("Whole number"), "number": say("Number"), "date": say("Date"), "time": say("Time"),
    "datetime": say("Date and time"), "boolean": say("Yes or no"), "year": say("Year"), "yearmonth": say("Month"),
    "duration": say("Duration"), "geopoint": say("Point on the map"), "geojson": say("Shape on the map"), "any": say("Mixed"),
})


def type_words(name: str) -> Message:
    """Return a field type in everyday words."""
    return TYPES.get(name, say("Text"))
