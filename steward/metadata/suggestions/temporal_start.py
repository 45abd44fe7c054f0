"""The beginning of the period, from the dates in the table."""

from steward.metadata.forms import dated
from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say


class TemporalStart:
    """The first day that any column of dates holds."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the first day in the table."""
        first = dated(context.dates[0][:10]) if context.dates else ""
        return Suggestion(element="temporal_start", value=first, why=say("The first day in the table.")) if first else None


SUGGESTION = TemporalStart()
