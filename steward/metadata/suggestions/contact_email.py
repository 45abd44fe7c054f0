"""The contact's address, from the settings."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say


class ContactEmail:
    """The bureau's shared mailbox where one is set."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the address of the mailbox."""
        why = say("From the settings.")
        return Suggestion(element="contact_email", value=context.contact_email, why=why) if context.contact_email else None


SUGGESTION = ContactEmail()
