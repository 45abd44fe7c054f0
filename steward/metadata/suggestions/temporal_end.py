"""The end of the period, from the dates in the table."""

from steward.metadata.forms import dated
from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say


class TemporalEnd:
    """The last day that any column of dates holds."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the last day in the table."""
        last = dated(context.dates[1][:10]) if context.dates else ""
        return Suggestion(element="temporal_end", value=last, why=say("The last day in the table.")) if last else None


SUGGESTION = TemporalEnd()
