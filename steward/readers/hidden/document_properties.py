"""The names, company and comments that Office writes into every file it saves."""

import re
from collections.abc import Iterable

from steward.readers.hidden import Package
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_TOLD = re.compile(
    r"<(?:\w+:)?(?:creator|lastModifiedBy|description|keywords|subject|category|Manager|Company|lpwstr|HyperlinkBase)\b[^>]*>"
    r"\s*[^<\s][^<]*<")


class DocumentProperties:
    """Counts the document properties that are filled in by, or tell of, a person or office."""

    kind = "doc_properties"

    def look(self, package: Package) -> Iterable[HiddenThing]:
        """Give one thing with the number of properties."""
        parts = (text for name, text in package.parts.items() if name.startswith("docProps/"))
        count = sum(len(_TOLD.findall(text)) for text in parts)
        if count:
            where = say("The properties of the file (File, Info).")
            yield HiddenThing(kind=self.kind, where=where, count=count, tier=Tier.NOTE)


HIDDEN = DocumentProperties()
