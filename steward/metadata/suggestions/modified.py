"""The day of the last change, from the newest date in the table or from the file."""

from steward.metadata.forms import dated
from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say


class Modified:
    """A date to come (a due date, a plan) is no change; then the file's own day is proposed."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the newest day that is not after today."""
        newest = dated(context.dates[1][:10]) if context.dates else ""
        if newest and (not context.today or newest <= context.today):
            return Suggestion(element="modified", value=newest, why=say("The newest day in the table."))
        saved = dated(context.file_changed[:10])
        return Suggestion(element="modified", value=saved, why=say("The day on which the file was saved.")) if saved else None


SUGGESTION = Modified()
