"""The neighborhoods that a table tells of, as words to find it by. Source: PortlandMaps metadata records, Place Keyword(s)."""

from collections.abc import Iterator

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say_count

MOST = 12   # names; a table of nearly all neighborhoods is one of the whole city


class Neighborhoods:
    """All of them at once: some would mislead."""

    def offer(self, context: SuggestionContext) -> Iterator[Suggestion]:
        """Yield the names together, where they are few."""
        names = context.covered.names or context.neighborhoods   # as the city's list writes them, where it has them
        if 0 < len(names) <= MOST:
            yield Suggestion(element="keywords", value=names, why=say_count(
                "{count} neighborhood is named in the table.", "{count} neighborhoods are named in the table.", len(names)))


ALTERNATIVE = Neighborhoods()
