"""The license: the program's setting, with the city's conflicting statements named."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say


class License:
    """The city's portal, its pilot and its older records say three different things."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the license of the metadata profile."""
        default = context.profile.element("license").default
        why = say("The program's setting. The city has published under different terms; the help says which.")
        return Suggestion(element="license", value=default, why=why) if default else None


SUGGESTION = License()
