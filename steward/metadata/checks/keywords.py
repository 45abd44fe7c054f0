"""Keywords that find nothing, come twice, or hold signs that portals refuse."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

_TAG = re.compile(r"[\w .&'-]{2,100}")  # CKAN's tags, and the signs that it replaces without loss


class Keywords:
    """The list of keywords as a whole."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield what is wrong with the keywords."""
        words = [word.strip() for word in context.record.keywords if word.strip()]
        folded = [word.casefold() for word in words]
        idle = sum(word in context.profile.idle_keywords for word in folded)
        if idle:
            yield about(context, "keywords", "metadata-keyword-idle", Tier.WARN,
                        say_count("{count} keyword fits any data.", "{count} keywords fit any data.", idle),
                        say("Use words that people type when they look for just this."))
        if len(set(folded)) < len(folded):
            yield about(context, "keywords", "metadata-keyword-twice", Tier.WARN, say("A keyword is there twice."),
                        say("Take one of them out."))
        if any(not _TAG.fullmatch(word) for word in words):
            yield about(context, "keywords", "metadata-keyword-signs", Tier.WARN,
                        say("A keyword is a single letter or holds characters that portals refuse."),
                        say("Use letters, digits, spaces, hyphens and periods, and give each word its own entry."))


CHECK = Keywords()
