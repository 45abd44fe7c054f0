"""The themes, from the words of the title, the keywords and the columns, or from what the bureau mostly publishes."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.suggestions._topics import topic_of_bureau, topics_spoken_of
from steward.vocabulary.message import say, verbatim

MOST = 2
WORDS_TOLD = 3


class Theme:
    """The words of each theme stand in the program's list. The bureau's usual theme alone is a question, no answer."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return up to two themes."""
        found = topics_spoken_of(context, "themes")[:MOST]
        if found:
            words = dict.fromkeys(word for _topic, told in found for word in told[:WORDS_TOLD])
            why = say("The title, the keywords or the columns speak of: {words}.", words=verbatim(", ".join(words)))
            return Suggestion(element="theme", value=tuple(topic.id for topic, _told in found), why=why)
        usual = topic_of_bureau(context, "themes")
        why = say("The usual subject of your bureau.")
        return Suggestion(element="theme", value=(usual.id,), why=why, fills_in=False) if usual is not None else None


SUGGESTION = Theme()
