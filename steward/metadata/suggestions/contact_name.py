"""The contact's name, from the settings."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say


class ContactName:
    """The bureau's mailbox where one is set, never the person's own name."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the name of the mailbox."""
        why = say("From the settings.")
        return Suggestion(element="contact_name", value=context.contact_name, why=why) if context.contact_name else None


SUGGESTION = ContactName()
