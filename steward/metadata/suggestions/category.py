"""The heading on PortlandMaps, from the words of the title, the keywords and the columns, or from the bureau."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.suggestions._topics import topic_of_bureau, topics_spoken_of
from steward.vocabulary.message import say, verbatim

WORDS_TOLD = 3


class Category:
    """There is one for each dataset: the one that most words speak of."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the category."""
        for topic, told in topics_spoken_of(context, "categories")[:1]:
            why = say("The title, the keywords or the columns speak of: {words}.", words=verbatim(", ".join(told[:WORDS_TOLD])))
            return Suggestion(element="category", value=topic.id, why=why)
        usual = topic_of_bureau(context, "categories")
        why = say("The usual subject of your bureau.")
        return Suggestion(element="category", value=usual.id, why=why, fills_in=False) if usual is not None else None


SUGGESTION = Category()
