"""Keywords that the bureau gave its other datasets, the most used first."""

from collections import Counter
from collections.abc import Iterator

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say

MOST = 3


class KeywordsOfBureau:
    """The same word for the same thing in every dataset makes them found together."""

    def offer(self, context: SuggestionContext) -> Iterator[Suggestion]:
        """Yield keywords one by one; none that fits any data."""
        bureau = context.record.publisher or context.bureau
        used = Counter(keyword.strip() for other in context.others if bureau and other.publisher == bureau
                       for keyword in dict.fromkeys(other.keywords))
        telling = [keyword for keyword, _times in used.most_common()
                   if keyword and keyword.casefold() not in context.profile.idle_keywords
                   and keyword.casefold() not in {word.casefold() for word in context.record.keywords}]
        for keyword in telling[:MOST]:
            yield Suggestion(element="keywords", value=(keyword,), why=say("From your bureau's other datasets."))


ALTERNATIVE = KeywordsOfBureau()
