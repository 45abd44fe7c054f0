"""Sheets that are hidden, or so deeply that Excel's menu does not offer them."""

import html
import re
from collections.abc import Iterable

from steward.readers.hidden import Package
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_STATE = re.compile(r'\bstate="(hidden|veryHidden)"')
_NAME = re.compile(r'\bname="([^"]*)"')


class HiddenSheets:
    """Names each hidden sheet of a workbook."""

    kind = "hidden_sheet"

    def look(self, package: Package) -> Iterable[HiddenThing]:
        """Give one thing per hidden sheet."""
        for tag in _SHEET.findall(package.parts.get("xl/workbook.xml", "")):
            name = _NAME.search(tag)
            if _STATE.search(tag) and name:
                yield HiddenThing(kind=self.kind, where=say("Sheet {sheet}.", sheet=html.unescape(name.group(1))), count=1,
                                  tier=Tier.WARN)


HIDDEN = HiddenSheets()
