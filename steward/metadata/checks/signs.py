"""Markup and hidden signs in texts that portals show as they are."""

import re
import unicodedata
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about, typed_texts
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>|&(nbsp|amp|lt|gt|quot|#\d+);")
_JOINERS = "\u200c\u200d"  # written in Persian, in Indian scripts and between emoji
_ALLOWED = "\n\r\t" + _JOINERS


class Signs:
    """HTML, and signs that are not seen but change how a text is read or sorted."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield what should not be in a text."""
        for element, text in typed_texts(context):
            if _TAG.search(text):
                yield about(context, element, "metadata-markup", Tier.WARN, say("The text holds markup, as web pages do."),
                            say("Write plain text. Portals show the markup, or take it out."))
            if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") and sign not in _ALLOWED for sign in text):
                yield about(context, element, "metadata-hidden-signs", Tier.WARN,
                            say("The text holds characters that cannot be seen."),
                            say("Type the text again instead of pasting it."))


CHECK = Signs()
