"""The data steward, from the settings: the person at this workstation often is the one who knows the data."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say


class DataSteward:
    """To be looked through: another person may answer for the data."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the person's name."""
        why = say("Your name, from the settings.")
        return Suggestion(element="data_steward", value=context.person_name, why=why) if context.person_name else None


SUGGESTION = DataSteward()
