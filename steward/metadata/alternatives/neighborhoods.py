"""The neighborhoods that a table tells of, as words to find it by. Source: PortlandMaps metadata records, Place Keyword(s)."""

from collections.abc import Iterator

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say_count

MOST = 12   # names; a table of nearly all neighborhoods is one of the whole city


class Neighborhoods:
    """All of them at once: some would mislead."""

    def offer(self, context: SuggestionContext) -> Iterator[Suggestion]:
        """Yield the names together, where they are few."""
        if 0 < len(context.neighborhoods) <= MOST:
            yield Suggestion(element="keywords", value=context.neighborhoods, why=say_count(
                "{count} neighborhood is named in the table.", "{count} neighborhoods are named in the table.",
                len(context.neighborhoods)))


ALTERNATIVE = Neighborhoods()
