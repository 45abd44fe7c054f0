"""Keywords, from the words of the title and of the column headers."""

import re

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.suggestions.title import title_of
from steward.vocabulary.message import say

MOST = 5
SHORTEST = 4
_COMMON = frozenset(re.findall(r"\w+", """
    about above address after amount area before below between city code column comment comments count created date dates
    description each email file first from group index item label last latitude level list location longitude month name names
    note notes number object other page phone project record records remarks request shape since start state status street sub
    table than that their this time title total type types unit updated user value when where which with within year years zone
    january february march april june july august september october november december"""))


class Keywords:
    """Words that stand in both the title and the headers come first."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return up to five keywords."""
        titled = _words(context.record.title or title_of(context), context)
        headed = [word for column in context.columns for word in _words(column, context)]
        both = [word for word in titled if word in headed]
        chosen = tuple(dict.fromkeys([*both, *titled, *headed]))[:MOST]
        why = say("From the title and the column names.")
        return Suggestion(element="keywords", value=chosen, why=why) if chosen else None


def _words(text: str, context: SuggestionContext) -> list[str]:
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).casefold()
    words = re.findall(r"[^\W\d_]+", split)
    passed_over = _COMMON.union(context.profile.idle_keywords)
    return [word for word in words if len(word) >= SHORTEST and word not in passed_over]


SUGGESTION = Keywords()
