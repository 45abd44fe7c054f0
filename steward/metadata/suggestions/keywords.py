"""Keywords, from the bureau's other datasets and from the words of the title and of the column headers."""

import re
from collections.abc import Sequence
from functools import lru_cache

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.suggestions.title import title_of
from steward.metadata.wording import is_template
from steward.table.header_words import KEPT
from steward.vocabulary.message import say

MOST = 5
SHORTEST = 4
_COMMON = frozenset(re.findall(r"\w+", """
    kind kinds neighborhood neighborhoods
    about above address after amount area before below between city code column comment comments count created date dates
    description each email file first from group index item label last latitude level list location longitude month name names
    note notes number object other page phone project record records remarks request shape since start state status street sub
    table than that their this time title total type types unit updated user value when where which with within year years zone
    january february march april june july august september october november december"""))


class Keywords:
    """The bureau's own keywords that fit come first, then words that stand in both the title and the headers."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return up to five keywords; None where all that is left is the text of a form."""
        titled = _words(context.record.title or title_of(context), context)
        passed_over = _passed_over(context)
        headed = [word for column in context.columns for word in _left(column, passed_over)]
        used = _used_before(context, {_stem(word) for word in (*titled, *headed)})
        both = [word for word in titled if word in headed]
        spoken = {_stem(word) for keyword in used for word in re.findall(r"[^\W\d_]+", keyword.casefold())}
        new = [word for word in _once_each([*both, *titled, *headed]) if _stem(word) not in spoken]
        chosen = (*used, *new)[:MOST]
        if is_template(" ".join(chosen), context.profile.template_texts):
            return None
        why = (say("From your bureau's other datasets, the title and the column names.") if used
               else say("From the title and the column names."))
        return Suggestion(element="keywords", value=chosen, why=why) if chosen else None


def _once_each(words: Sequence[str]) -> Sequence[str]:
    """Return each word once, as it stood first: "incident" says nothing beside "incidents"."""
    first = {_stem(word): word for word in reversed(words)}
    return tuple(first[stem] for stem in dict.fromkeys(map(_stem, words)))


def _used_before(context: SuggestionContext, spoken: set[str]) -> list[str]:
    """Return the keywords of the bureau's other datasets all words of which stand in this one's title or headers."""
    bureau = context.record.publisher or context.bureau
    known = dict.fromkeys(keyword for other in context.others if bureau and other.publisher == bureau
                          for keyword in other.keywords)
    return [keyword for keyword in known if (words := _words(keyword, context)) and {_stem(word) for word in words} <= spoken]


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, those inside a name such as "caseNumber" too."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).casefold()
    return tuple(re.findall(r"[^\W\d_]+", split))


def _words(text: str, context: SuggestionContext) -> list[str]:
    return _left(text, _passed_over(context))


def _passed_over(context: SuggestionContext) -> frozenset[str]:
    return _COMMON.union(context.profile.idle_keywords, context.profile.template_texts)


def _left(text: str, passed_over: frozenset[str]) -> list[str]:
    return [word for word in words_of(text) if len(word) >= SHORTEST and word not in passed_over]


SUGGESTION = Keywords()
