"""The bureau, from the person's settings or from what the file's name says."""

import re

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.vocabularies import Bureau
from steward.vocabulary.message import say


class Publisher:
    """The settings come first; else the one bureau whose letters or former letters stand in the file's name."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the bureau."""
        if context.vocabularies.bureau(context.bureau):
            return Suggestion(element="publisher", value=context.bureau, why=say("Your bureau, from the settings."))
        words = set(re.findall(r"[A-Z][A-Z&]+", context.file_name.rpartition(".")[0]))
        bureaus = context.vocabularies.choices("bureaus")
        named = [term.id for term in bureaus if isinstance(term, Bureau) and _letters(term) & words]
        why = say("From the letters in the name of the file.")
        return Suggestion(element="publisher", value=named[0], why=why) if len(named) == 1 else None


def _letters(bureau: Bureau) -> set[str]:
    return {name for name in (bureau.abbreviation, *bureau.formerly) if name and name.isupper()}


SUGGESTION = Publisher()
