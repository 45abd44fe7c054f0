"""Keywords from what stands in the cells: the kinds of things a table tells of are often named there and nowhere else."""

import re
from collections.abc import Iterator

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say, verbatim

MOST = 4
MOST_WORDS, SHORTEST, LONGEST = 3, 4, 30   # of a keyword; characters
_WORDS = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")
_STATES = frozenset(re.findall(r"\w+", """
    active approved available canceled cancelled closed complete completed denied done failed false female final high inactive
    incomplete issued left low male medium missing month monthly new none normal null open other passed pending received
    rejected right true unknown unspecified void withdrawn year yearly"""))  # say how something stands, not what it is


class KeywordsOfValues:
    """The values of columns that sort the rows into a few kinds, the commonest first."""

    def offer(self, context: SuggestionContext) -> Iterator[Suggestion]:
        """Yield values that read as words, one by one; no states such as open and closed."""
        found = [(label, text) for label, values in context.kinds for text in values if _is_telling(text, context)]
        for label, text in found[:MOST]:
            why = say("It stands in many rows of {column}.", column=verbatim(label))
            yield Suggestion(element="keywords", value=(text.casefold() if text.istitle() else text,), why=why)


def _is_telling(text: str, context: SuggestionContext) -> bool:
    words = text.casefold().split()
    return (SHORTEST <= len(text) <= LONGEST and len(words) <= MOST_WORDS and _WORDS.fullmatch(text) is not None
            and not _STATES & set(words) and text.casefold() not in context.profile.idle_keywords
            and text.casefold() not in context.profile.template_texts)


ALTERNATIVE = KeywordsOfValues()
